import { parseSmolfile, resolve } from '@smolfile/core';
import { API_PROBLEMS, apiRequestOf, apiText, lintApiBody, type ApiProblemInfo } from '@smolfile/core/serve';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { smolfile } from '../cli/harness.ts';
import { release } from '../harness/releases.ts';

const OPEN = 'image = "alpine"\nnet = true\n';

function said(body: string, smolvm = '1.32.2', file?: string): string[] {
  const resolution =
    file === undefined ? undefined : resolve(parseSmolfile(file), { command: 'create', smolvm });
  if (resolution && !resolution.accepted) throw new Error(resolution.error.message);
  return lintApiBody(body, { release: release(smolvm), ...(resolution && { resolution }) }).map(
    ({ severity, code, range }) => `${severity} ${code} ${body.slice(range.start, range.end)}`,
  );
}

describe('codes', () => {
  test.each(Object.entries(API_PROBLEMS))('%s: its example shows it', (code, info) => {
    const { body, smolfile: file, smolvm }: ApiProblemInfo['example'] = info.example;
    expect(said(body, smolvm, file).map((line) => line.split(' ')[1])).toContain(code);
  });
});

describe('fields', () => {
  test('that nobody knows are refused since 1.22.2, and dropped before', () => {
    const body =
      '{ "image": "a", "network": true, "allowed_hosts": ["x"], "restart": { "polcy": "always" } }';
    expect(said(body)).toEqual([
      'error api-unknown-field "allowed_hosts"',
      'error api-unknown-field "polcy"',
    ]);
    expect(said(body, '1.22.1')).toEqual([
      'warning api-unknown-field "allowed_hosts"',
      'warning api-unknown-field "polcy"',
    ]);
    // variables are no closed object
    expect(said('{ "env": [{ "name": "A", "value": "1", "x": 1 }] }')).toEqual([
      'warning api-unknown-field "x"',
    ]);
  });

  test('of another release say which', () => {
    const [found] = lintApiBody('{ "stopSignal": "SIGINT" }', { release: release('1.26.1') });
    expect(found).toMatchObject({ code: 'api-field-of-other-release', severity: 'error' });
    expect(found!.message).toContain('1.28.1');
  });

  test.each([
    ['{ "allowed_hosts": [] }', 'allowedHosts'],
    ['{ "memory": 1 }', 'memoryMb'],
    ['{ "volumes": [] }', 'mounts'],
    ['{ "imge": "x" }', 'image'],
    ['{ "networkbackend": "tsi" }', 'networkBackend'],
  ])('%s is meant for %s', (body, meant) => {
    expect(lintApiBody(body)[0]!.help).toContain(`\`${meant}\``);
  });
});

describe('values', () => {
  test.each([
    ['{ "cpus": "2" }', 'error api-type-mismatch "2"'],
    ['{ "cpus": 2.0 }', 'error api-type-mismatch 2.0'],
    ['{ "cpus": 256 }', 'error api-type-mismatch 256'],
    ['{ "cpus": 0 }', 'error api-value-invalid 0'],
    ['{ "memoryMb": 63 }', 'error api-value-invalid 63'],
    ['{ "ports": null }', 'error api-type-mismatch null'],
    ['{ "ports": [{ "host": 70000, "guest": 1 }] }', 'error api-type-mismatch 70000'],
    ['{ "ports": [{ "host": 1 }] }', 'error api-missing-field { "host": 1 }'],
    ['{ "mounts": [{ "source": "./a", "target": "/a" }] }', 'error api-value-invalid "./a"'],
    ['{ "blockIo": "fast" }', 'error api-type-mismatch "fast"'],
    ['{ "restart": { "policy": "nope" } }', 'error api-value-invalid "nope"'],
    ['{ "network": true, "allowedCidrs": ["x"] }', 'error api-value-invalid "x"'],
    ['{ "env": [{ "name": "A-B", "value": "" }] }', 'error api-value-invalid "A-B"'],
    ['{ "secrets": { "A": { "from_env": "B" } } }', 'error api-value-invalid { "A": { "from_env": "B" } }'],
    ['{ "stopSignal": "NOPE" }', 'error api-value-invalid "NOPE"'],
    ['{ "guestSubnet": "10.0.0.0/31" }', 'error api-value-invalid "10.0.0.0/31"'],
    [
      '{ "networkBackend": "tsi", "ports": [{ "host": 1, "guest": 1 }] }',
      'error api-fields-conflict "networkBackend"',
    ],
    ['{ "image": "a", "from": "b", "network": true }', 'error api-fields-conflict "from"'],
    ['{ "cmd": ["x"] }', 'error api-fields-conflict "cmd"'],
    ['{ "ports": [{ "host": 1, "guest": 1 }, { "host": 1, "guest": 2 }] }', 'error api-fields-conflict 1'],
    ['[1]', 'error api-type-mismatch [1]'],
    ['{ "cpus": 1, "cpus": 2 }', 'error api-not-json "cpus"'],
    ['{', 'error api-not-json '],
    ['', 'error api-not-json '],
  ])('%s: %s', (body, expected) => {
    expect(said(body)).toContain(expected);
  });

  test('null is fine where it means nothing, and what a release does not look at is no error', () => {
    expect(said('{ "cpus": null, "image": null, "restart": null }')).toEqual([]);
    expect(said('{ "network": true, "allowedCidrs": ["x"] }', '1.6.13')).toEqual([]);
  });

  test('nothing makes it throw', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.json(),
          fc.string(),
          fc.json().map((text) => `{"mounts":[${text}],"restart":${text}}`),
        ),
        (text) => {
          expect(Array.isArray(lintApiBody(text))).toBe(true);
          expect(lintApiBody('['.repeat(text.length * 50 + 40) + text)).toMatchObject([
            { code: 'api-not-json' },
          ]);
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('beside a Smolfile', () => {
  const FILE = `image = "alpine"
volumes = ["/srv:/a:ro"]
ports = ["8080:80"]

[network]
allow_hosts = ["example.com"]
allow_cidrs = ["10.0.0.0/8"]
deny_cidrs = ["10.9.0.0/16"]
`;
  const own = (): Record<string, unknown> => {
    const resolution = resolve(parseSmolfile(FILE), { command: 'create', smolvm: '1.32.2' });
    if (!resolution.accepted) throw new Error(resolution.error.message);
    return { ...apiRequestOf(resolution).body };
  };

  test('its own body opens nothing', () => {
    expect(said(apiText(own() as never), '1.32.2', FILE)).toEqual([]);
  });

  test.each([
    ['everything, without the lists', { allowedHosts: [], allowedCidrs: [] }, '"network"'],
    ['another host', { allowedHosts: ['example.com', 'a.example.com', 'example.org'] }, '"example.org"'],
    ['a wider range', { allowedCidrs: ['10.1.0.0/16', '10.0.0.0/7'] }, '"10.0.0.0/7"'],
    ['what is denied', { egressRules: [] }, '"network"'],
    ['writing', { mounts: [{ source: '/srv', target: '/a' }] }, '{"source":"/srv","target":"/a"}'],
    [
      'another folder',
      { mounts: [{ source: '/etc', target: '/a', readonly: true }] },
      '{"source":"/etc","target":"/a","readonly":true}',
    ],
    ['another port', { ports: [{ host: 22, guest: 22 }] }, '{"host":22,"guest":22}'],
    ['the Docker socket', { dockerSocket: true }, '"dockerSocket"'],
    [
      'a credential',
      { credentials: { credentials: [{ name: 'x', environment_variable: 'X', allowed_hosts: ['x.com'] }] } },
      '{"name":"x","environment_variable":"X","allowed_hosts":["x.com"]}',
    ],
  ])('%s', (_, changes, place) => {
    const body = JSON.stringify({ ...own(), ...changes });
    expect(said(body, '1.32.2', FILE)).toEqual([`warning api-opens ${place}`]);
  });

  test('what the API cannot close is said', () => {
    const file = 'image = "alpine"\n\n[network]\nallow_private = ["10.0.0.0/8"]\n';
    expect(said('{ "image": "alpine", "network": true }', '1.32.2', file).join()).toContain('api-opens');
  });
});

describe('smolfile lint --api', () => {
  const run = (argv: readonly string[], files: Record<string, string>) =>
    smolfile(['lint', ...argv], { files });

  test('takes the Smolfile beside the body, another one, or none', () => {
    const body = '{ "image": "alpine", "network": true, "dockerSocket": true }';
    const files = {
      'a/body.json': body,
      'a/Smolfile': OPEN,
      Smolfile: `${OPEN}docker_socket = true\n`,
      'b/body.json': body,
    };
    const concise = (...argv: string[]): string =>
      run(['--format', 'concise', '--api', ...argv], files).stdout;
    expect(concise('a/body.json')).toMatch(/^a\/body\.json:1:39: warning\[api-opens\]/);
    expect(concise('a/body.json', 'Smolfile')).toBe('');
    expect(concise('b/body.json')).toBe('');
  });

  test('has exit codes, formats, thresholds and selections as every lint', () => {
    const files = { 'body.json': '{ "imge": "x" }' };
    expect(run(['--api', 'body.json'], files)).toMatchObject({ code: 1 });
    expect(run(['--api', 'body.json', '--fail-on', 'never'], files)).toMatchObject({ code: 0 });
    expect(run(['--api', 'body.json', '--ignore', 'api-unknown-field'], files)).toMatchObject({ code: 0 });
    expect(run(['--api', 'body.json', '--severity', 'api-unknown-field=info'], files)).toMatchObject({
      code: 0,
    });
    expect(run(['--api', 'body.json', '--fix'], files)).toMatchObject({ code: 2 });
    expect(run(['--api', 'none.json'], files)).toMatchObject({ code: 3 });
    expect(run(['--api', 'body.json', '--format', 'sarif'], files).stdout).toContain('api-unknown-field');
    expect(smolfile(['lint', '--api', '-'], { stdin: '{}' })).toMatchObject({ code: 0 });
  });

  test('the release of the Smolfile counts', () => {
    const files = {
      'body.json': '{ "stopSignal": "SIGINT" }',
      Smolfile: '# smolfile: smolvm = "1.26.1"\ncpus = 1\n',
    };
    expect(run(['--api', 'body.json', '--format', 'concise'], files).stdout).toContain(
      'api-field-of-other-release',
    );
  });

  test('a Smolfile that smolvm refuses is no yardstick, and that is said', () => {
    const files = { 'body.json': '{ "network": true }', Smolfile: 'imge = 1\n' };
    expect(run(['--api', 'body.json'], files)).toMatchObject({
      code: 0,
      stderr: expect.stringContaining('not compared') as string,
    });
  });
});
