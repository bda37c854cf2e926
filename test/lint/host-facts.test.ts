import { lint, parseSmolfile, type HostFileSystem, type HostPath } from '@smolfile/core';
import { expect, test } from 'vitest';

function hostWhere(platform: HostFileSystem['platform'], found: HostPath): HostFileSystem {
  return { platform, inspect: () => found };
}

const SECRET = parseSmolfile('cmd = ["true"]\n\n[secrets]\nTOKEN = { from_file = "/run/token" }\n');

test.each([
  [
    'a link',
    { kind: 'file', symlink: true, canonical: '/run/v1/token' },
    'is a symbolic link to `/run/v1/token`',
  ],
  ['a link to nothing', { kind: 'missing', symlink: true }, 'is a symbolic link'],
  ['a large file', { kind: 'file', size: 1_048_577 }, 'is 1048577 bytes long'],
  ['the largest file', { kind: 'file', size: 1_048_576 }, undefined],
  ['no file', { kind: 'missing' }, undefined],
  ['who knows', { kind: 'unknown' }, undefined],
] as const)('a secret from %s', (_name, found, said) => {
  for (const command of ['create', 'run'] as const) {
    const { diagnostics } = lint(SECRET, { commands: [command], host: hostWhere('linux', found) });
    const finding = diagnostics.find(({ code }) => code === 'secret-file-unreadable');
    if (said === undefined) expect(finding).toBeUndefined();
    else expect(finding?.message).toContain(said);
  }
});

test('Rosetta is nothing to speak of on a Mac', () => {
  const document = parseSmolfile('rosetta = true\n');
  const on = (platform: HostFileSystem['platform']) =>
    lint(document, { host: hostWhere(platform, { kind: 'missing' }) }).diagnostics.map(({ code }) => code);
  expect(on('macos')).not.toContain('rosetta-needs-mac');
  expect(on('linux')).toContain('rosetta-needs-mac');
});

test('no message holds the value of a credential', () => {
  const value = 'glpat-0123456789abcdefghij';
  const document = parseSmolfile(
    `env = ["TOKEN=${value}", "TOKEN=${value}", "TOK EN=${value}", "TOKEN =${value}", "=${value}", "T: ${value}"]\nimage = "a:1"\nnet = true\n\n[secrets]\nTOKEN = { from_env = "T" }\n`,
  );
  for (const { message, help, why, related, fix } of lint(document, { commands: ['create', 'run', 'pack'] })
    .diagnostics) {
    expect(JSON.stringify([message, help, why, related, fix?.title])).not.toContain(value);
  }
});
