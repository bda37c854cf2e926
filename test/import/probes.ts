import { OUTCOMES, type ImportOptions, type SourceKind } from '@smolfile/core/import';
import type { Files } from './harness.ts';

/** A small source that shows what becomes of one thing. */
export interface Probe extends ImportOptions {
  readonly text: string;
  readonly files?: Files;
}

/** Values that make a key or flag come to whatever it may come to, beside the one that it has in any case. */
type Values = Readonly<Record<string, readonly string[]>>;

/** Flags with their values, as they are written. */
const FLAGS: Values = {
  '--add-host': ['h:1.2.3.4', 'nothing'],
  '--cpus': ['1.5', '2', '0'],
  '--device': ['/dev/dri', '/dev/nvidia0'],
  '--dns': ['1.1.1.1', '::1'],
  '--entrypoint': ['/x', "''"],
  '--env': ['A=1', 'A', "'B= '", 'TOKEN=x1', 'a.b=1', 'API.TOKEN=x1'],
  '--env-file': ['app.env', 'none.env', 'empty.env', 'dotted.env'],
  '--health-cmd': ["'curl localhost'", 'own-check'],
  '--memory': ['512m', '512', '0'],
  '--mount': [
    'type=bind,src=/run/user/1/keyring/ssh,dst=/a',
    'type=bind,src=./d,dst=/d',
    'type=volume,src=v,dst=/v',
    'type=npipe,dst=/x',
  ],
  '--network': ['none', 'host', 'bridge', 'web'],
  '--publish': ['127.0.0.1:80:80', '81:81', '82:82/sctp'],
  '--restart': ['no', 'always', 'on-failure:3'],
  '--security-opt': ['seccomp=unconfined', 'no-new-privileges'],
  '--shm-size': ['1m', '7g'],
  '--stop-signal': ['SIGINT', 'RTMAX-1'],
  '--stop-timeout': ['10', '400', '-1'],
  '--tmpfs': ['/tmp', '/x'],
  '--user': ['me', ':1'],
  '--volume': [
    '/run/user/1/keyring/ssh:/a',
    './d:/d',
    './d:/d:ro',
    'v:/v',
    '/var/run/docker.sock:/var/run/docker.sock',
  ],
};

const KEYS: Values = {
  command: ['[a, b]', 'a; b', '--flag', '', '["x", "--token=${TOKEN}"]'],
  entrypoint: ['[a]', 'a; b', '""', '["x", "--token=${TOKEN}"]'],
  configs: ['[inline]', '[{source: file, target: /etc/conf.d/x}]'],
  cpus: ['1.5', '2', '0'],
  'deploy.resources.limits.cpus': ['"1.5"', '"2"', '"0"'],
  'deploy.resources.limits.memory': ['512M', '"512"', '"0"'],
  'deploy.resources.limits.pids': ['1'],
  'deploy.resources.reservations': ['{memory: 1M}', '{devices: [{driver: nvidia}]}'],
  'deploy.restart_policy': ['{condition: none}', '{condition: any}'],
  'deploy.replicas': ['2'],
  deploy: ['{mode: global}'],
  devices: ['[/dev/dri]', '[/dev/nvidia0]', '[/dev/tty]'],
  dns: ['[1.1.1.1, 8.8.8.8]'],
  env_file: ['app.env', 'none.env', '[{path: none.env, required: false}]', 'dotted.env'],
  environment: ['{A: 1}', '["A= ", B]', '{TOKEN: x1}', '{a.b: 1}', '{API.TOKEN: x1}'],
  extra_hosts: ['["h:1.2.3.4"]', '["h:host-gateway"]'],
  healthcheck: ['{test: curl localhost}', '{test: own-check}', '{disable: true}'],
  image: ['x', ''],
  mem_limit: ['512m', '512', '0'],
  network_mode: ['none', 'host', 'bridge', 'web'],
  ports: ['["127.0.0.1:80:80"]', '["81:81"]', '["82:82/sctp"]'],
  profiles: ['[]'],
  restart: ['"no"', 'always'],
  secrets: ['[file]', '[other]'],
  security_opt: ['[seccomp=unconfined]', '[no-new-privileges]'],
  shm_size: ['1m', '7g'],
  stop_grace_period: ['10s', '1.5s', 'soon'],
  stop_signal: ['SIGINT', 'RTMAX-1'],
  tmpfs: ['/tmp', '/x'],
  user: ['me', '":1"'],
  volumes: [
    '["./d:/d"]',
    '["v:/v"]',
    '["$SSH_AUTH_SOCK:/a"]',
    '["/var/run/docker.sock:/var/run/docker.sock"]',
  ],
  working_dir: ['/x'],
};

const PROPERTIES: Values = {
  appPort: ['8080', '"8080:80"', '"x"'],
  containerEnv: [
    '{"A": "1"}',
    '{"TOKEN": "x1"}',
    '{"A": "1 "}',
    '{"a.b": "${containerEnv:X}"}',
    '{"a.b": "1"}',
  ],
  remoteEnv: ['{"A": "1"}', '{"A": "${containerEnv:X}"}'],
  features: ['{"f": {}}'],
  forwardPorts: ['[80]', '["db:80"]'],
  'hostRequirements.cpus': ['2', '1.5', '0'],
  'hostRequirements.memory': ['"1gb"', '"1"', '"0"'],
  'hostRequirements.storage': ['"1gb"', '"x"'],
  'hostRequirements.gpu': ['true', '"optional"'],
  mounts: [
    '["type=bind,src=${localEnv:SSH_AUTH_SOCK},dst=/a"]',
    '["type=bind,src=./d,dst=/d"]',
    '["type=volume,src=v,dst=/v"]',
    '["type=npipe,dst=/x"]',
  ],
  onCreateCommand: ['"x"', '["x", "y z"]', '{"a": "x"}'],
  overrideCommand: ['true', 'false'],
  remoteUser: ['"me"', '":1"'],
  containerUser: ['"me"', '":1"'],
  runArgs: ['["x"]', '["--entrypoint=x"]'],
  securityOpt: ['["seccomp=unconfined"]', '["no-new-privileges"]'],
  workspaceFolder: ['"/x"'],
  workspaceMount: ['""', '"type=bind,src=${localWorkspaceFolder},dst=/x"', '"type=bind,src=./none,dst=/x"'],
};

/** Instructions, each after a FROM. */
const INSTRUCTIONS: readonly string[] = [
  'ARG A=1\nRUN x',
  'ENV A=1\nENV A=2\nENV TOKEN=x1\nENV B=$PATH\nENV a.b=1\nENV API.TOKEN=x1',
  'WORKDIR /a\nWORKDIR b',
  'USER me\nUSER :1',
  'EXPOSE 80\nEXPOSE 81/sctp',
  'VOLUME /x\nVOLUME relative',
  'HEALTHCHECK CMD curl localhost',
  'HEALTHCHECK CMD own-check',
  'HEALTHCHECK NONE',
  'STOPSIGNAL SIGINT',
  'STOPSIGNAL RTMAX-1',
  "ENTRYPOINT ['a']",
  'ENTRYPOINT ["a"]\nENTRYPOINT ["b"]',
  'CMD ["a"]\nCMD ["b"]',
  'CMD []\nSHELL ["/bin/bash", "-c"]',
  'ONBUILD RUN x',
  'LABEL a=b',
  'MAINTAINER me',
  'NOTHING x',
  'RUN x\nRUN touch /tmp/y\nCOPY d /d\nCOPY none /d\nADD d /e\nADD none /d\nRUN --mount=type=secret,id=x y',
];

/** What stands beside services, or in any map. */
const BESIDE = new Set([
  '<<',
  'definitions',
  'extends',
  'include',
  'name',
  'services',
  'unknown',
  'version',
  'x-',
]);

const FILES: Files = {
  'app.env': 'A=1\n',
  'empty.env': '# nothing\n',
  'dotted.env': 'a.b=1\n',
  '.env': 'TOKEN=x1\n',
  'd/x': '',
  'conf.d/x': '',
};

const own = (kind: SourceKind, values: Values, usual: string): [name: string, value: string][] =>
  OUTCOMES[kind].flatMap(({ name }) =>
    (values[name] ?? [usual]).map((value): [string, string] => [name, value]),
  );

/** `deploy.resources.limits.cpus` as maps in maps. */
const nested = (name: string, value: string): string => {
  const parts = name.startsWith('deploy.') ? name.split('.') : [name];
  return parts.reduceRight(
    (inside, part, index) => `${part}: ${index < parts.length - 1 ? `{${inside}}` : inside}`,
    value,
  );
};

const compose = (keys: string, image = 'image: x'): Probe => ({
  path: 'compose.yaml',
  files: FILES,
  text: `services:\n  app:\n    ${image}\n    ${keys}\n  off: {image: x, profiles: [p], x-a: 1}\nversion: '3'\nname: n\nx-a: 1\nvolumes: {v: {}}\nsecrets: {file: {file: ./s}, other: {external: true}}\nconfigs: {inline: {content: x}, file: {file: ./conf.d/x}}\n`,
});

/** Sources that together show everything that the table says. */
export const PROBES: readonly Probe[] = [
  ...own('docker-run', FLAGS, 'x')
    .filter(([name]) => name.startsWith('--'))
    .flatMap(([name, value]): Probe[] => [
      { from: 'docker-run', files: FILES, text: `docker run ${name}=${value} x y` },
      { from: 'docker-run', files: FILES, text: `docker run ${name}=${value} x` },
      { from: 'docker-run', files: FILES, text: `docker run ${name} ${value} node y` },
    ]),
  { from: 'docker-run', text: 'docker run x -c y' },
  {
    from: 'docker-run',
    text: "docker run --health-cmd 'curl localhost' --health-timeout 5s --health-start-period 1s x",
  },
  compose('restart: always\n    deploy: {restart_policy: {condition: any}}'),
  ...own('compose', KEYS, 'x')
    .filter(([name]) => !BESIDE.has(name))
    .flatMap(([name, value]): Probe[] => [
      compose(nested(name, value)),
      compose(nested(name, value), 'image: node'),
      compose(nested(name, value), 'build: .'),
    ]),
  ...own('devcontainer', PROPERTIES, '"x"').map(([name, value]): Probe => {
    const [first = '', second] = name.startsWith('hostRequirements.') ? name.split('.') : [name];
    const inside = second === undefined ? value : `{"${second}": ${value}}`;
    return { path: '.devcontainer.json', files: FILES, text: `{"image": "x", "${first}": ${inside}}` };
  }),
  ...INSTRUCTIONS.flatMap((text): Probe[] =>
    ['alpine', '--platform=linux/amd64 x'].flatMap((base) =>
      [false, true].flatMap((init) => [
        { path: 'Dockerfile', files: FILES, init, text: `FROM ${base}\n${text}\n` },
        {
          path: 'Dockerfile',
          files: FILES,
          init,
          text: `FROM ${base} AS a\n${text}\nFROM b\nCOPY --from=a /x /y\n`,
        },
      ]),
    ),
  ),
];
