import { readFileSync } from 'node:fs';
import { encode } from 'gpt-tokenizer';
import {
  allKeys,
  lint,
  NEWEST_RELEASE,
  OLDEST_RELEASE,
  parseSmolfile,
  RELEASES,
  schemaFor,
} from '@smolfile/core';
import { describe, expect, test } from 'vitest';
import { GRAMMARS } from '../../packages/core/src/grammars/registry.ts';
import { PINNED_VERSION, release } from '../harness/releases.ts';
import { smolfile } from './harness.ts';

const page = (...argv: string[]): string => smolfile(['reference', ...argv]).stdout;
const json = (path: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../schemas/${path}`, import.meta.url), 'utf8'));

interface Written {
  readonly examples: Readonly<Record<string, string>>;
  readonly mistakes: readonly { readonly code: string; readonly wrong: string; readonly right: string }[];
}
const written = json('reference.json') as Written;
const { grammars } = json('grammars.json') as {
  readonly grammars: Readonly<Record<string, { summary: string }>>;
};

describe('smolfile reference', () => {
  test.each([OLDEST_RELEASE.version, PINNED_VERSION, NEWEST_RELEASE.version])(
    '%s: has every key that the release has',
    (version) => {
      const text = page('--smolvm-version', version);
      const keys = [...allKeys(schemaFor(release(version)))].map(({ path }) => path);
      const missing = keys.filter(
        (path) =>
          path !== '' &&
          !path.endsWith('[]') &&
          !text.includes(`\`${path}\``) &&
          !text.includes(`## [${path}]`),
      );
      expect(missing).toEqual([]);
      expect(keys.length).toBeGreaterThan(40);
    },
  );

  test('has none that another release has', () => {
    expect(page('--smolvm-version', '1.9.3')).not.toMatch(/`user`|\[branch\]|stop_signal`/);
  });

  test('has every grammar with its summary and an example', () => {
    const text = page();
    const missing = Object.entries(grammars).filter(
      ([name, { summary }]) =>
        !new RegExp(`^- ${name}: .*: \`.+\`$`, 'm').test(text) || !text.includes(summary),
    );
    expect(missing).toEqual([]);
  });

  test('takes fewer than 6,000 tokens at every release', () => {
    const sizes = RELEASES.map(({ version }) => encode(page('--smolvm-version', version)).length);
    expect(Math.max(...sizes)).toBeLessThan(6000);
    expect(Math.min(...sizes)).toBeGreaterThan(1000);
  });

  test('is the page of the skill', () => {
    const skill = (name: string): string =>
      readFileSync(new URL(`../../packages/cli/skill/${name}`, import.meta.url), 'utf8');
    expect(skill('reference.md')).toBe(page());
    expect(skill('SKILL.md')).toMatch(/^---\nname: smolfile\ndescription: .{40,1024}\n---\n/);
  });

  test('takes a range as its newest release, and no argument', () => {
    expect(page('--smolvm-version', '>=1.4 <1.9')).toMatch(/^# Smolfile reference \(smolvm 1\.8\.\d+\)/);
    expect(smolfile(['reference', 'x']).code).toBe(2);
    expect(smolfile(['reference', '--smolvm-version', 'banana']).code).toBe(2);
  });
});

describe('what it is made of', () => {
  test.each(Object.entries(written.examples))('%s: the example %s is one', (name, example) => {
    const at = {
      command: 'create',
      release: NEWEST_RELEASE,
      flag: name === 'socket' ? 'expose-socket' : name,
    } as const;
    const grammar = GRAMMARS.get(name);
    // some are no forms of a value of their own
    expect(grammar?.parse(example, at).ok ?? Object.hasOwn(grammars, name)).toBe(true);
  });

  test('there are ten mistakes', () => expect(written.mistakes).toHaveLength(10));

  test.each(written.mistakes)('$code: $wrong is it, $right is not', ({ code, wrong, right }) => {
    const found = (text: string) => lint(parseSmolfile(text), { smolvm: NEWEST_RELEASE.version }).diagnostics;
    expect(found(wrong).map((one) => one.code)).toContain(code);
    expect(found(right).filter(({ severity }) => severity !== 'info')).toEqual([]);
  });
});
