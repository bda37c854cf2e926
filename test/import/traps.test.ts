/** The places where a naive converter silently changes the meaning (import 9), by their numbers. */
import { describe, expect, test } from 'vitest';
import {
  devcontainer,
  dockerfile,
  faults,
  importAll,
  imported,
  reasons,
  run,
  service,
  type Imported,
} from './harness.ts';

const sound = (text: string): void => expect(faults(text)).toEqual([]);

describe('commands', () => {
  test('1: a command of its own keeps the entrypoint of the image', () => {
    const { said, text } = service('image: postgres:16\ncommand: postgres -c max_connections=200');
    expect(said).toMatchObject({
      entrypoint: ['docker-entrypoint.sh'],
      cmd: ['postgres', '-c', 'max_connections=200'],
    });
    sound(text);
  });

  test('2: what follows a semicolon is not run by Compose', () => {
    const file = service('command: server --port 1; echo done');
    expect(file.said).toMatchObject({ cmd: ['server', '--port', '1'] });
    expect(reasons(file, 'command')).toContain('`; echo done`');
  });

  test('3: the shell form goes by the SHELL before it', () => {
    const { said } = dockerfile(
      'FROM alpine\nSHELL ["/bin/bash","-o","pipefail","-c"]\nCMD a | b\nSHELL ["/bin/sh","-c"]\n',
    );
    expect(said).toMatchObject({ cmd: ['/bin/bash', '-o', 'pipefail', '-c', 'a | b'] });
  });

  test('4: exec ENTRYPOINT and shell CMD', () => {
    const { said } = dockerfile('FROM alpine\nENTRYPOINT ["/ep"]\nCMD echo $HOME\n');
    expect(said).toMatchObject({ entrypoint: ['/ep'], cmd: ['/bin/sh', '-c', 'echo $HOME'] });
  });

  test('5: ENTRYPOINT takes the CMD of an earlier stage away', () => {
    const { said } = dockerfile('FROM alpine AS s1\nCMD ["c"]\nFROM s1\nENTRYPOINT ["e"]\n');
    expect(said['entrypoint']).toEqual(['e']);
    expect(said).not.toHaveProperty('cmd');
  });

  test('6: single quotes make it the shell form', () => {
    const file = dockerfile("FROM alpine\nCMD ['a','b']\n");
    expect(reasons(file, 'CMD')).toMatch(/^changed: .*no JSON/m);
    expect(file.said['cmd']).toEqual(['/bin/sh', '-c', "['a','b']"]);
  });

  test('21: an empty entrypoint leaves the CMD of the image', () => {
    const { said } = service('image: nginx\nentrypoint: []');
    expect(said['cmd']).toEqual(['nginx', '-g', 'daemon off;']);
    expect(said).not.toHaveProperty('entrypoint');
  });

  test('27: a dev container waits, whatever its image runs', () => {
    const { said, text } = devcontainer({ image: 'nginx' });
    expect(said['entrypoint']).toEqual(['/bin/sh', '-c', 'while sleep 1000 & wait $!; do :; done']);
    expect(said).not.toHaveProperty('cmd');
    sound(text);
  });
});

describe('variables', () => {
  test('7: a line of ENV sees what was set before it', () => {
    const { said } = dockerfile('FROM alpine\nENV abc=hello\nENV abc=bye def=$abc\n');
    expect(said['env']).toEqual(['abc=bye', 'def=hello']);
  });

  test('8: the PATH of the base is put in, and said to be a guess', () => {
    const file = dockerfile('FROM alpine\nENV PATH=/opt/bin:$PATH\n');
    expect(file.said['env']).toEqual([
      'PATH=/opt/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
    ]);
    expect(reasons(file, 'ENV')).toMatch(/^changed env: .*PATH/);
  });

  test('20: $$ is a dollar, and $HOME that of the host', () => {
    const { said } = service("command: ['echo', '$$HOME', '$HOME']\nenvironment: ['A=$$B']");
    expect(said).toMatchObject({ cmd: ['echo', '$HOME', '/home/me'], env: ['A=$B'] });
  });

  test('22: a variable without a value is taken away', () => {
    const { said } = service('image: postgres\nenvironment:\n  PGDATA:');
    expect(said['entrypoint']).toEqual(['env', '-u', 'PGDATA', 'docker-entrypoint.sh']);
    expect(said['cmd']).toEqual(['postgres']);
  });

  test('23: a name with a dot', () => {
    const { said } = service('image: postgres\nenvironment:\n  discovery.type: single-node');
    expect(said['entrypoint']).toEqual(['env', 'discovery.type=single-node', 'docker-entrypoint.sh']);
  });

  test('24: what is in an env_file is referred to, and never copied', () => {
    const file = service('env_file: app.env', { files: { 'app.env': 'DB_PASSWORD=hunter2\nMODE="loud"\n' } });
    expect(file.said.secrets).toEqual({
      DB_PASSWORD: { from_env: 'DB_PASSWORD' },
      MODE: { from_env: 'MODE' },
    });
    expect(JSON.stringify(file)).not.toMatch(/hunter2|loud/);
  });

  test('24: nor is a credential that is written down, or comes from .env', () => {
    const keys =
      'environment:\n  DB_PASSWORD: hunter2\n  API_TOKEN: ${TOKEN:-fallback}\n  URL: postgres://u:s3cr3tpw@db/x';
    const file = service(keys, { files: { '.env': 'TOKEN=t0psecret\n' } });
    expect(file.said.secrets).toEqual({
      DB_PASSWORD: { from_env: 'DB_PASSWORD' },
      API_TOKEN: { from_env: 'TOKEN' },
      URL: { from_env: 'URL' },
    });
    expect(JSON.stringify(file)).not.toMatch(/hunter2|t0psecret|s3cr3tpw/);
  });

  test('28: numbers are written as Compose writes them', () => {
    const { said } = service('environment:\n  V: 1.50\n  H: 0x10\n  E: 1e3\n  S: 22:22\n  Y: yes\n  O: 010');
    expect(said['env']).toEqual(['V=1.5', 'H=16', 'E=1000', 'S=22:22', 'Y=yes', 'O=8']);
  });

  test('29: a map of its own replaces that of the anchor', () => {
    const text =
      'x-c: &c\n  environment: {A: 1}\nservices:\n  app:\n    <<: *c\n    image: x\n    environment: {B: 2}\n';
    expect(imported(text, { path: 'compose.yaml' }).said['env']).toEqual(['B=2']);
  });
});

describe('paths and mounts', () => {
  test('9: WORKDIR goes on from the one before', () => {
    expect(dockerfile('FROM alpine\nWORKDIR /a\nWORKDIR b\nWORKDIR ../c\n').said['workdir']).toBe('/a/c');
  });

  test('12: a named volume is never a folder of that name', () => {
    const file = service('volumes: ["db:/var/lib/data"]', { files: { 'db/x': '' } });
    expect(JSON.stringify(file.said)).not.toContain('db:/var');
    expect(reasons(file, 'volumes')).not.toMatch(/^kept/);
  });

  test('13: of a file the folder is mounted where files are dropped in, else nothing', () => {
    const files = { 'conf/x.conf': '', 'app.ini': '' };
    const volumes = "volumes: ['./conf/x.conf:/etc/app/conf.d/x.conf:ro', './app.ini:/etc/app.ini']";
    const file = service(volumes, { files });
    expect(file.said.dev).toEqual({ volumes: ['./conf:/etc/app/conf.d:ro'] });
    expect(reasons(file, 'volumes')).toMatch(/^changed .*\ndropped: smolvm mounts folders/);
  });

  test('25: the socket of Docker is not docker_socket', () => {
    const file = service('volumes: ["/var/run/docker.sock:/var/run/docker.sock"]');
    expect(file.said).toEqual({ image: 'example/app:1', net: true });
    expect(reasons(file, 'volumes')).toContain('--mount-socket');
  });

  const agents: [name: string, file: () => Imported][] = [
    [
      'a variable of the host in a compose file',
      () => service('volumes: ["${SSH_AUTH_SOCK}:/agent"]\nenvironment: {SSH_AUTH_SOCK: /agent, A: 1}'),
    ],
    [
      'the socket of Docker Desktop, in the long form',
      () =>
        service(
          'volumes: [{type: bind, source: /run/host-services/ssh-auth.sock, target: /agent}]\nenvironment: ["SSH_AUTH_SOCK=/agent", "A=1"]',
        ),
    ],
    [
      'the socket that a shell has put in',
      () =>
        run('docker run -v /tmp/ssh-XXab12/agent.4711:/agent -e SSH_AUTH_SOCK=/agent -e A=1 example/app:1'),
    ],
    [
      'the socket of GNOME, as --mount',
      () =>
        run(
          'docker run -e SSH_AUTH_SOCK=/agent -e A=1 --mount type=bind,src=/run/user/1000/keyring/ssh,dst=/agent example/app:1',
        ),
    ],
  ];
  test.each(agents)('the agent of SSH is handed on instead of its socket: %s', (_, file) => {
    const { said, report, text } = file();
    expect(said).toEqual({ image: 'example/app:1', net: true, env: ['A=1'], auth: { ssh_agent: true } });
    expect(report.filter(({ kind }) => kind === 'changed')).toHaveLength(2);
    expect(report.filter(({ kind }) => kind === 'dropped')).toEqual([]);
    sound(text);
  });

  test('the agent of SSH for a dev container; a variable alone is a variable', () => {
    const mount = 'source=${localEnv:SSH_AUTH_SOCK},target=/agent,type=bind';
    const { said } = devcontainer({
      image: 'x',
      mounts: [mount],
      containerEnv: { SSH_AUTH_SOCK: '/agent' },
    });
    expect(said).toMatchObject({ auth: { ssh_agent: true } });
    expect(said).not.toHaveProperty('env');
    expect(service('environment: {SSH_AUTH_SOCK: /agent}').said['env']).toEqual(['SSH_AUTH_SOCK=/agent']);
  });

  test('32: what RUN puts into /tmp or /run is said to go', () => {
    const file = dockerfile('FROM alpine\nRUN mkdir /run/x\nRUN touch /tmp/y\nRUN touch /z\n', {
      init: true,
    });
    expect(file.said.dev).toEqual({ init: ['mkdir /run/x', 'touch /tmp/y', 'touch /z'] });
    expect(
      reasons(file, 'RUN')
        .split('\n')
        .map((line) => line.includes('in memory')),
    ).toEqual([true, true, false]);
  });
});

describe('ports', () => {
  test('11: of a range of the host one port is taken', () => {
    const file = service('ports: ["18303-18305:80"]');
    expect(file.said.dev).toEqual({ ports: ['18303:80'] });
    expect(reasons(file, 'ports')).toMatch(/^changed/);
  });

  test('10: an address of this computer goes without a word', () => {
    const file = service('ports: ["127.0.0.1:18301:80"]');
    expect(file.said.dev).toEqual({ ports: ['18301:80'] });
    expect(reasons(file, 'ports')).toMatch(/^kept/);
  });

  test('10: UDP is kept, beside TCP on the same number', () => {
    const ports = 'ports: ["18302:53/udp", "18302:53/tcp", {target: 54, published: "18303", protocol: udp}]';
    const file = service(ports);
    expect(file.said.dev).toEqual({ ports: ['18302:53/udp', '18302:53', '18303:54/udp'] });
    expect(reasons(file, 'ports')).not.toMatch(/^dropped/m);
    expect(faults(file.text)).toEqual([]);
  });

  test('10: a release that forwards no UDP gets none, and the report says so', () => {
    const old = service('ports: ["18302:53/udp", "18301:80"]', { smolvm: '1.27.3' });
    expect(old.said.dev).toEqual({ ports: ['18301:80'] });
    expect(reasons(old, 'ports')).toMatch(/^dropped: .*udp/im);
    expect(faults(old.text, '1.27.3')).toEqual([]);
  });
});

describe('how it ends', () => {
  test('26: seconds, and no more than smolvm waits', () => {
    expect(service('stop_grace_period: 90s').said['stop_timeout']).toBe(90);
    const longer = service('stop_grace_period: 10m');
    expect(longer.said['stop_timeout']).toBe(300);
    expect(reasons(longer, 'stop_grace_period')).toMatch(
      /^changed stop_timeout: .*300 seconds at most, not 600/,
    );
    expect(service('stop_grace_period: 1m0.5s').said['stop_timeout']).toBe(61);
    expect(run('docker run --stop-timeout 20 x').said['stop_timeout']).toBe(20);
    expect(run('docker run --stop-timeout -1 x').said).not.toHaveProperty('stop_timeout');
  });
});

describe('health and restart', () => {
  test('14: durations in whole seconds', () => {
    const { said, text } = service(
      'healthcheck:\n  test: nc -z localhost 80\n  interval: 1m30s\n  timeout: 500ms',
    );
    expect(said.health).toEqual({
      exec: ['nc', '-z', '127.0.0.1', '80'],
      interval: '90s',
      timeout: '1s',
      retries: 3,
      startup_grace: '0s',
    });
    sound(text);
  });

  test('15: curl is not there', () => {
    const { said } = service('healthcheck:\n  test: ["CMD","curl","-f","http://localhost"]\nrestart: always');
    expect(said.health?.['exec']).toEqual(['wget', '-q', '-O', '/dev/null', 'http://127.0.0.1/']);
    expect(said.restart).toEqual({ policy: 'always' });
  });

  test('16: zero retries are three', () => {
    expect(service('healthcheck:\n  test: nc -z localhost 80\n  retries: 0').said.health?.['retries']).toBe(
      3,
    );
  });

  test('17: deploy.restart_policy counts before restart', () => {
    const always = service('restart: "no"\ndeploy:\n  restart_policy: {condition: any, max_attempts: 4}');
    expect(always.said.restart).toEqual({ policy: 'always', max_retries: 4 });
    const never = service('restart: always\ndeploy:\n  restart_policy: {condition: none}');
    expect(never.said).not.toHaveProperty('restart');
  });
});

describe('the rest', () => {
  test('18: amounts are rounded up to what smolvm takes', () => {
    const { said } = service("deploy:\n  resources:\n    limits: {cpus: '0.5', memory: 50M}");
    expect(said).toMatchObject({ cpus: 1, memory: 64 });
    expect(service('mem_limit: 512').said['memory']).toBe(64);
    expect(service('mem_limit: 1.5g\ncpus: 1.5').said).toMatchObject({ memory: 1536, cpus: 2 });
  });

  test('19: RUN of a user', () => {
    const { said } = dockerfile('FROM alpine\nUSER app\nRUN touch ~/x\n', { init: true });
    expect(said.dev).toEqual({ init: ["su app -c 'touch ~/x'"] });
  });

  test('30: the name of another service is said not to resolve', () => {
    const text =
      'services:\n  db: {image: postgres}\n  web:\n    image: x/y\n    environment: {URL: "http://db:80/"}\n';
    const web = importAll(text, { path: 'compose.yaml' }).find((file) => file.service === 'web');
    expect(web?.text).toMatch(/# Names of other services do not resolve: [^]*Used here: `db` \(URL\)\./);
  });

  test('31: the override file is part of the source', () => {
    const files = { 'compose.override.yaml': 'services:\n  app:\n    environment: {A: 2}\n    cpus: 2\n' };
    const file = service('environment: {A: 1, B: 1}', { files });
    expect(file.said).toMatchObject({ env: ['A=2', 'B=1'], cpus: 2 });
    expect(file.text).toContain('compose.override.yaml');
  });

  test('of flags that cannot be repeated the last one counts', () => {
    const { said, report } = run(
      'docker run --restart on-failure:3 --restart=no -m 1g -m 2g -e A=1 -e A=2 x',
    );
    expect(said).toEqual({ image: 'x', memory: 2048, env: ['A=2'], net: true });
    expect(report.filter(({ kind }) => kind === 'dropped').map(({ name }) => name)).toEqual([
      '--restart',
      '--memory',
    ]);
  });

  test('a command line, quotes and letters joined', () => {
    const { said } = run(
      "docker run -dit --name=x -p 127.0.0.1:8080:80 -e 'A=b c' nginx nginx -g 'daemon off;'",
    );
    expect(said).toEqual(
      expect.objectContaining({
        env: ['A=b c'],
        cmd: ['nginx', '-g', 'daemon off;'],
        dev: { ports: ['8080:80'] },
      }),
    );
  });
});
