import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { MASK, parseSmolfile, resolve } from '@smolfile/core';
import { apiRequestOf, type ApiRequest } from '@smolfile/core/serve';
import { describe, expect, test } from 'vitest';
import { smolfile, type World } from '../cli/harness.ts';

const SMOLFILE = `# smolfile: smolvm = "1.32.2"
image = "alpine"
cpus = 2
memory = 8192
env = ["A=1", "HOSTED", "A=2", "API_KEY=hunter2-hunter2"]
cmd = ["serve", "--port", "80"]
volumes = ["./src:/a:ro", "./src:/b:staged", "/opt:/host"]
ports = ["8080:80", "53:53/udp"]
init = ["apk add git"]
user = "app"
gpu_vram = 512

[network]
allow_hosts = ["example.com"]
allow_host_patterns = ["*.example.org", "exact.example.net"]
deny_cidrs = ["10.0.0.0/8"]
allow_udp = ["192.0.2.0/24:53-54", "[2001:db8::1]:443"]

[[network.credentials]]
name = "api"
environment_variable = "API_TOKEN"
allowed_hosts = ["api.example.com"]

[secrets]
TOKEN = { from_env = "HOST_TOKEN" }
KEY = { from_file = "/run/key" }

[restart]
policy = "always"
max_retries = 3
max_backoff = "1m"

[health]
exec = ["true"]

[branch]
enabled = true
`;
const WORLD: World = {
  files: { Smolfile: SMOLFILE, 'src/': '' },
  env: { HOSTED: 'value-of-the-host', HOST_TOKEN: 't0k3n-of-the-host' },
};

const schema = JSON.parse(
  readFileSync(new URL('../../schemas/resolve-api-output.schema.json', import.meta.url), 'utf8'),
) as object;
const isOutput = new Ajv({ strict: false }).compile(schema);

function api(argv: readonly string[] = [], world: World = WORLD) {
  const { stdout, code, cwd, stderr } = smolfile(['resolve', '--format', 'api', ...argv], world);
  const output = JSON.parse(stdout) as ApiRequest & { readonly smolvm: string };
  expect(isOutput(output), JSON.stringify(isOutput.errors)).toBe(true);
  return { code, cwd, stderr, output, stdout };
}

function requestOf(text: string, smolvm: string, flags = ''): ApiRequest {
  const resolution = resolve(parseSmolfile(text), { command: 'create', smolvm, flags });
  if (!resolution.accepted) throw new Error(resolution.error.message);
  return apiRequestOf(resolution);
}

const reasons = (request: ApiRequest): Record<string, string | null> =>
  Object.fromEntries(request.notCarried.map(({ key, instead }) => [key, instead]));

describe('the body', () => {
  test('has every value that the API has a field for, and nothing that is only a default', () => {
    const { output, cwd, code } = api(['--cli-flags', '--name web --nested']);
    expect(code).toBe(0);
    expect(output).toMatchObject({
      formatVersion: 1,
      smolvm: '1.32.2',
      method: 'POST',
      path: '/api/v1/machines',
    });
    expect(output.body).toEqual({
      name: 'web',
      image: 'alpine',
      cpus: 2,
      network: true,
      cmd: ['serve', '--port', '80'],
      env: [{ name: 'A', value: '2' }],
      allowedHosts: ['example.com', '*.example.org', '=exact.example.net'],
      egressRules: [
        { cidr: '10.0.0.0/8', action: 'deny' },
        { transport: 'udp', cidr: '192.0.2.0/24', ports: { start: 53, end: 54 }, action: 'allow' },
        { transport: 'udp', cidr: '2001:db8::1/128', ports: { start: 443, end: 443 }, action: 'allow' },
      ],
      credentials: {
        credentials: [expect.objectContaining({ name: 'api', allowed_hosts: ['api.example.com'] }) as object],
      },
      ports: [
        { host: 8080, guest: 80 },
        { host: 53, guest: 53, protocol: 'udp' },
      ],
      mounts: [
        { source: `${cwd}/src`, target: '/a', readonly: true },
        { source: `${cwd}/src`, target: '/b', staged: true },
        { source: '/opt', target: '/host' },
      ],
      nestedVirt: true,
      restart: { policy: 'always', maxRetries: 3 },
    });
  });

  test('has no value of the host, and no credential', () => {
    const { stdout, stderr } = api();
    expect(stdout + stderr).not.toMatch(/value-of-the-host|t0k3n-of-the-host|hunter2/);
    expect(stdout).not.toContain(MASK);
    expect(api(['--show-values']).output.body['env']).toContainEqual({
      name: 'API_KEY',
      value: 'hunter2-hunter2',
    });
    const masked = api([], {
      files: { Smolfile: 'image = "a"\nnet = true\ncmd = ["x", "--password", "hunter2"]\n' },
    });
    expect(masked.stdout).not.toContain('hunter2');
    expect(masked.output.notCarried.map(({ key }) => key)).toContain('cmd');
  });

  test('keeps integers that a JavaScript number has no digits for', () => {
    expect(api([], { files: { Smolfile: 'storage = 9007199254740993\n' } }).stdout).toContain(
      '"storageGb": 9007199254740993',
    );
  });

  test('is for `machine create` alone, and nothing is made of a file that smolvm refuses', () => {
    expect(smolfile(['resolve', '--format', 'api', '--for', 'run'], WORLD)).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('do not go together') as string,
    });
    expect(smolfile(['resolve', '--format', 'api'], { files: { Smolfile: 'imge = 1\n' } })).toMatchObject({
      code: 1,
      stdout: '',
      stderr: expect.stringContaining('unknown-key') as string,
    });
  });
});

describe('what it does not carry', () => {
  test('is named, each with what to do', () => {
    const { output } = api(['--cli-flags', '--name web-1 --keep-identity']);
    const named = reasons(output);
    expect(Object.keys(named).toSorted()).toEqual(
      `--keep-identity env.A env.API_KEY env.HOSTED forkable gpu_vram health.exec init network.credentials.api
        restart.max_backoff_secs secrets.KEY secrets.TOKEN user`
        .split(/\s+/)
        .toSorted(),
    );
    expect(named['gpu_vram']).toBe('smolvm machine create --name web-1 -s Smolfile');
    expect(named['init']).toBe(
      `curl --unix-socket /tmp/smolvm.sock -X POST http://localhost/api/v1/machines/web-1/exec -H 'content-type: application/json' -d '{"command":["sh","-c","apk add git"]}'`,
    );
    expect(named['secrets.TOKEN']).toContain('env["HOST_TOKEN"]');
    expect(named['secrets.KEY']).toContain('--rawfile value /run/key');
    expect(named['network.credentials.api']).toMatch(
      /^jq -n .*env\["API_TOKEN"\].* -X PUT .*credential-values/,
    );
    expect(named['env.HOSTED']).toContain('env["HOSTED"]');
    expect(named['forkable']).toContain('/start?forkable=true');
  });

  test('is what a release has no field for, with the release that has one', () => {
    const { body, notCarried } = requestOf(
      'image = "a"\nnet = true\nenv = ["A=1"]\nworkdir = "/w"\n',
      '1.4.0',
    );
    expect(body).toEqual({ image: 'a', network: true });
    expect(notCarried).toMatchObject([
      { key: 'env', why: expect.stringContaining('`env` came with 1.6.11') as string },
      { key: 'workdir', why: expect.stringContaining('`workdir` came with 1.6.11') as string },
    ]);
  });

  test('is a command without an image, and a name that the server does not take', () => {
    const text = 'cmd = ["x"]\nenv = ["A-B=1", "1=2", "C=3"]\n';
    expect(requestOf(text, '1.32.2').body).toEqual({ env: [{ name: 'C', value: '3' }] });
    expect(Object.keys(reasons(requestOf(text, '1.32.2'))).toSorted()).toEqual(['cmd', 'env.1', 'env.A-B']);
    expect(requestOf(text, '1.6.13').body['cmd']).toEqual(['x']);
  });

  test('is the address of a name that smolvm looks up', () => {
    const { body, notCarried } = requestOf('', '1.32.2', '--allow-host a.example --allow-cidr 192.0.2.1');
    expect(body).toMatchObject({ allowedHosts: ['a.example'], allowedCidrs: ['192.0.2.1/32'] });
    expect(notCarried.map(({ key }) => key)).toEqual(['allow_cidrs']);
  });

  test('is said on standard error, too', () => {
    expect(api().stderr).toContain('secrets.TOKEN');
    expect(api(['--smolvm-version', '1.2.0'], { files: { Smolfile: 'cpus = 1\n' } }).stderr).toContain(
      'was not looked at',
    );
  });
});
