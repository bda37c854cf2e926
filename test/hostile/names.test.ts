import { formatText, lint, parseSmolfile, resolve } from '@smolfile/core';
import { expect, test } from 'vitest';
import { smolfile } from '../cli/harness.ts';

/** Names that every object of JavaScript has. */
const NAMES = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf', '__defineGetter__'];

test.each(NAMES)('%s is an unknown key like any other', (name) => {
  for (const toml of [
    `${name} = 1\n`,
    `[${name}]\na = 1\n`,
    `dev.${name} = "x"\n`,
    `[[${name}]]\n`,
    `health = { ${name} = 1 }\n`,
  ]) {
    const found = lint(parseSmolfile(toml)).diagnostics.filter(({ code }) => code === 'unknown-key');
    expect(found, toml).toHaveLength(1);
    expect(found[0]?.message).toContain(name);
    expect(formatText(toml, { sortKeys: true })).toBe(toml);
  }
});

test.each(NAMES)('%s is the name of a secret like any other', (name) => {
  const toml = `[secrets.${name}]\nfrom_env = "HOST_VALUE"\n`;
  expect(lint(parseSmolfile(toml)).diagnostics).toEqual([]);
  const resolution = resolve(parseSmolfile(toml), { command: 'create' });
  expect(resolution.accepted && Object.keys(resolution.config['secrets'] ?? {})).toEqual([name]);
  const { code, stdout } = smolfile(['resolve', '--format', 'json', '-'], { stdin: toml });
  expect(code).toBe(0);
  const { config, provenance } = JSON.parse(stdout) as Record<
    'config' | 'provenance',
    Record<string, unknown>
  >;
  expect(Object.keys(config['secrets'] as object)).toEqual([name]);
  expect(Object.keys(provenance)).toContain(`secrets.${name}`);
});

test.each(NAMES)('%s as a variable is a variable', (name) => {
  const resolution = resolve(parseSmolfile(`env = ["${name}=1"]\n`), { command: 'create' });
  expect(resolution.accepted && resolution.config['env']).toEqual([[name, '1']]);
});

test('nothing gets into the prototype of everything', () => {
  const toml =
    '[__proto__]\npolluted = 1\n[constructor.prototype]\npolluted = 1\n[secrets.__proto__]\npolluted = "x"\n';
  const document = parseSmolfile(toml);
  lint(document);
  resolve(document, { command: 'run' });
  smolfile(['resolve', '--format', 'toml', '-'], { stdin: toml });
  expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
});

test('configurations and flags of such names are wrong usage', () => {
  for (const name of NAMES) {
    expect(smolfile(['lint', `--${name}`]).code, name).toBe(2);
    expect(smolfile([name]).code, name).toBe(2);
    expect(smolfile(['lint', '--ignore', name]).code, name).toBe(2);
    expect(smolfile(['lint', '--format', name]).code, name).toBe(2);
    const files = { Smolfile: '', 'smolfile.config.toml': `${name} = 1\n[severity]\n${name} = "error"\n` };
    expect(smolfile(['lint'], { files }).code, name).toBe(2);
  }
});
