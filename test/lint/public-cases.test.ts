/** Cases from public reports, rebuilt: each stands for its kind. */
import {
  COMMANDS,
  lint,
  parseSmolfile,
  readCall,
  resolve,
  type Command,
  type Diagnostic,
} from '@smolfile/core';
import { describe, expect, test } from 'vitest';
import { release } from '../harness/releases.ts';

interface Target {
  readonly smolvm?: string;
  readonly command?: Command;
  readonly flags?: readonly string[];
}

function found(text: string, { smolvm, command = 'create', flags }: Target = {}): readonly Diagnostic[] {
  return lint(parseSmolfile(text), {
    commands: [command],
    ...(smolvm !== undefined && { smolvm }),
    ...(flags && { call: readCall(command, release(smolvm ?? '1.32.2'), flags, { given: ['smolfile'] }) }),
  }).diagnostics;
}

const errors = (text: string, target?: Target): string[] =>
  found(text, target).flatMap(({ severity, code }) => (severity === 'error' ? [code] : []));

test('1: an image without a network, refused by create up to 1.22.2 and not from 1.23.0 on', () => {
  const text = 'image = "alpine:3"\ncmd = ["true"]\n';
  expect(errors(text, { smolvm: '1.22.2' })).toEqual(['image-without-network']);
  for (const smolvm of ['1.24.0', '1.33.0']) expect(errors(text, { smolvm })).toEqual([]);
  expect(errors(text, { smolvm: '1.23.0' })).toEqual([]);
});

describe('2: an image kept by --oci-cache is baked without `init`', () => {
  const said = (text: string, smolvm: string, ...flags: string[]): string[] =>
    found(`image = "alpine"\ncmd = ["x"]\n${text}`, { smolvm, command: 'run', flags }).map(
      ({ code }) => code,
    );
  const lists = '[network]\nallow_cidrs = ["10.0.0.0/8"]\n';
  const secrets = 'net = true\n[secrets]\nA = { from_env = "A" }\n';

  test('the list of what it may reach is dropped up to 1.8.3', () => {
    expect(said(lists, '1.8.3', '--oci-cache')).toContain('init-cache-drops');
    expect(said(lists, '1.9.1', '--oci-cache')).not.toContain('init-cache-drops');
    for (const flags of [[], ['--oci-cache', '-d'], ['--oci-cache', '--no-init-cache']])
      expect(said(lists, '1.8.3', ...flags)).not.toContain('init-cache-drops');
  });

  test('a secret of the call is dropped up to 1.15.0', () => {
    expect(said('net = true\n', '1.15.0', '--oci-cache', '--secret-env=A=A')).toContain('init-cache-drops');
    expect(said('net = true\n', '1.32.2', '--oci-cache', '--secret-env=A=A')).not.toContain(
      'init-cache-drops',
    );
  });

  test('secrets of the file make the run fail', () => {
    for (const smolvm of ['1.8.3', '1.32.2']) {
      expect(said(secrets, smolvm, '--oci-cache')).toContain('secrets-with-init-cache');
      expect(said(secrets, smolvm)).not.toContain('secrets-with-init-cache');
    }
  });
});

describe('3: flags of newer releases', () => {
  test.each([
    ['--user', 'app'],
    ['-u', 'app'],
    ['--nested'],
    ['--allow-host-pattern', '*.example.com'],
    ['--guest-subnet', '10.1.0.0/24'],
    ['--disk', '/data.img'],
    ['--block-io', 'sync'],
    ['--use-host-proxy'],
    ['--trust-host-certs'],
    ['--allow-system-mounts'],
    ['--credential', 'n=TOKEN@api.example.com'],
  ])('%s', (...args) => {
    for (const command of ['create', 'run'] as const) {
      const { problems } = readCall(command, release('1.32.2'), args, { given: ['smolfile'] });
      expect(problems).toEqual([]);
    }
  });

  test('run alone: --init since 1.14.1, --allow-host-loopback', () => {
    const said = (smolvm: string, args: string[]): string[] =>
      readCall('run', release(smolvm), args, { given: ['smolfile'] }).problems.map(({ code }) => code);
    expect(said('1.32.2', ['--allow-host-loopback', '--init', 'x'])).toEqual([]);
    expect(said('1.14.1', ['--init', 'x'])).toEqual([]);
    expect(said('1.14.0', ['--init', 'x'])).not.toEqual([]);
  });
});

test('4: a range of ports and a staged volume are no errors where nothing is pinned', () => {
  expect(errors('ports = ["5173-5180:5173-5180"]\n')).toEqual([]);
  expect(errors('volumes = ["./src:/app:staged"]\n')).toEqual([]);
});

test('5: an init line needs more hosts than the index of packages', () => {
  const text = (hosts: string, line: string): string =>
    `image = "python:3.12"\n\n[network]\nallow_hosts = [${hosts}]\n\n[dev]\ninit = ["${line}"]\n`;
  const codes = (one: string): string[] => found(one).map(({ code }) => code);
  expect(codes(text('"pypi.org"', 'pip install httpie'))).toContain('init-needs-hosts');
  expect(codes(text('"pypi.org", "files.pythonhosted.org"', 'pip install httpie'))).not.toContain(
    'init-needs-hosts',
  );
  expect(codes(text('"index.crates.io"', 'cargo install ripgrep'))).toContain('init-needs-hosts');
});

test('6: a key is refused by every release before its first', () => {
  expect(errors('image = "alpine"\nnet = true\nuser = "app"\n', { smolvm: '1.13.1' })).not.toEqual([]);
  expect(errors('image = "alpine"\nnet = true\nuser = "app"\n', { smolvm: '1.14.0' })).toEqual([]);
});

test('7: deny_cidrs', () => {
  const text = (cidr: string): string => `net = true\n\n[network]\ndeny_cidrs = ["${cidr}"]\n`;
  expect(errors(text('10.0.0.0/8'), { smolvm: '1.29.1' })).not.toEqual([]);
  expect(errors(text('10.0.0.0/8'), { smolvm: '1.31.0' })).toEqual([]);
  expect(errors(text('nonsense'), { smolvm: '1.31.0' })).toEqual(['cidr-invalid']);
});

describe('8: credentials', () => {
  const entry = (name: string, variable: string, hosts: string): string =>
    `[[network.credentials]]\nname = "${name}"\nenvironment_variable = "${variable}"\nallowed_hosts = [${hosts}]\n`;
  const HOST = '"api.example.com"';

  test.each([
    ['a wildcard', entry('n', 'A', '"*"')],
    ['no host', entry('n', 'A', '')],
    ['a name twice', entry('n', 'A', HOST) + entry('n', 'B', HOST)],
    ['a variable twice', entry('n', 'A', HOST) + entry('m', 'A', HOST)],
    ['a host that is not let through', `[network]\nallow_hosts = ["b.example"]\n${entry('n', 'A', HOST)}`],
  ])('%s', (_, text) => {
    expect(errors(`net = true\n${text}`).filter((code) => code.startsWith('credential-'))).not.toEqual([]);
  });

  test('a wildcard of subdomains, up to 1.25.2', () => {
    const text = `net = true\n${entry('n', 'A', '"*.example.com"')}`;
    expect(errors(text, { smolvm: '1.25.2' })).toEqual(['credential-invalid']);
    expect(errors(text, { smolvm: '1.26.1' })).toEqual([]);
  });

  test('are fine otherwise', () => {
    expect(errors(`net = true\n${entry('n', 'A', HOST)}${entry('m', 'B', HOST)}`)).toEqual([]);
  });
});

test('9: 64 mappings, and ranges of one length', () => {
  const ports = (one: string): string => `net = true\n\n[dev]\nports = ["${one}"]\n`;
  expect(errors(ports('3000-3063:3000-3063'))).toEqual([]);
  expect(errors(ports('3000-3064:3000-3064'))).toEqual(['port-limit']);
  const [unequal] = found(ports('8000-9000:5000-5001'));
  expect(unequal?.message).toContain('not of the same length');
});

test('10: local images from 1.14.2 on', () => {
  const local = found('image = "./x.tar"\n', { smolvm: '1.14.2' });
  expect(local.map(({ message }) => message).join('\n')).not.toContain('Only `machine run` opens it');
  expect(errors('image = "file:///x.tar"\n', { smolvm: '1.32.2' })).not.toEqual([]);
  // a path to smolvm, on every host
  for (const { message } of found('image = "D:/x.tar"\n', { smolvm: '1.32.2' }))
    expect(message).not.toMatch(/pull|registry/);
});

test('11: a newer run mounts remote volumes', () => {
  const text = 'image = "rclone/rclone"\nnet = true\ncmd = ["x"]\nvolumes = ["s3://b/p:/d:ro"]\n';
  expect(errors(text, { smolvm: '1.23.0', command: 'run' })).toEqual([]);
  expect(errors(text, { smolvm: '1.9.3', command: 'run' })).not.toEqual([]);
});

test('12: disk_durability', () => {
  for (const value of ['full', 'deferred'])
    expect(errors(`disk_durability = "${value}"\n`, { smolvm: '1.32.2' })).toEqual([]);
  expect(errors('disk_durability = "sometimes"\n', { smolvm: '1.32.2' })).not.toEqual([]);
});

test('what a flag alone brings is refused of a call by the code that says why', () => {
  for (const command of COMMANDS.filter((one) => one !== 'pack')) {
    const flags = ['--trust-host-certs', '--credential=n=TOKEN@api.example.com'];
    const given = ['smolfile', 'name'];
    const answer = resolve(parseSmolfile('cpus = "x"\n'), { command, flags, given, smolvm: '1.32.2' });
    // even before the file is read
    expect(answer.accepted ? undefined : answer.error.code).toBe('flag-refused');
  }
});
