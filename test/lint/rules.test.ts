import { readFileSync } from 'node:fs';
import {
  allCodes,
  behaviour,
  chooseTarget,
  lintExample,
  parseSmolfile,
  rules,
  TOOLKIT_VERSION,
  type Example,
  type Fix,
} from '@smolfile/core';
import { describe, expect, test } from 'vitest';
import { asserted, described } from '../harness/examples.ts';

describe.each(rules.map((rule) => [rule.code, rule] as const))('%s', (code, rule) => {
  test('is declared completely', () => {
    expect(code).toMatch(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/);
    expect(code.startsWith('no-')).toBe(false);
    expect(rule.summary).not.toMatch(/\.$/);
    for (const text of [rule.why, rule.help]) expect(text).toMatch(/^(?:[A-Z`]|smolvm ).*[.`]$/su);
    expect(rule.evidence).not.toBe('');
    expect(TOOLKIT_VERSION.localeCompare(rule.since, 'en', { numeric: true }) >= 0).toBe(true);
    if (rule.severity === 'error') expect(rule.stage).not.toBeNull();
    expect(rule.examples.invalid.length).toBeGreaterThan(0);
    expect(rule.examples.valid.length).toBeGreaterThan(0);
  });

  test('reports nothing that is more severe than it says', () => {
    const source = readFileSync(
      new URL(`../../packages/core/src/lint/rules/${code}.ts`, import.meta.url),
      'utf8',
    );
    const order: readonly string[] = ['info', 'warning', 'error'];
    const said = Array.from(source.matchAll(/\bseverity: ([^,;\n]*)/g), ([, value = '']) => value);
    const named = said.flatMap((value) => order.filter((severity) => value.includes(`'${severity}'`)));
    expect(named).toContain(rule.severity);
    // What a call lacks may be an error where the file alone is not wrong yet; `create` inside a run asks for none such.
    if (rule.commands?.includes('create') === false) return;
    expect(named.filter((each) => order.indexOf(each) > order.indexOf(rule.severity))).toEqual([]);
  });

  test.each(rule.examples.invalid.map((example) => [example.toml, example] as const))(
    'finds %j',
    (toml, example) => {
      const found = described(toml, lintExample(rule, example).diagnostics).filter(
        (line) => !isAside(line, code, example),
      );
      expect(found).toEqual(asserted(example));
      expect(found.some((line) => line.endsWith(`: ${code}`))).toBe(true);
    },
  );

  test.each(rule.examples.valid.map((example) => [example.toml, example] as const))(
    'accepts %j',
    (toml, example) => {
      const found = described(toml, lintExample(rule, example).diagnostics).filter(
        (line) => !isAside(line, code, example),
      );
      expect(found).toEqual(asserted(example));
    },
  );

  test('mends what it says it mends', () => {
    let safe = 0;
    let unsafe = 0;
    for (const example of rule.examples.invalid) {
      for (const { code: found, fix, severity, stage, range, source } of lintExample(rule, example)
        .diagnostics) {
        if (severity === 'error') expect(stage).not.toBeNull();
        expect(range.start).toBeLessThanOrEqual(range.end);
        expect(range.end).toBeLessThanOrEqual((source ? (example.flags ?? '') : example.toml).length);
        // flags are the caller's to change
        if (source) expect(fix).toBeUndefined();
        if (found !== code || !fix) continue;
        if (fix.safe) safe++;
        else unsafe++;
        const mended = applied(example.toml, fix);
        const before = lintExample(rule, example).diagnostics.filter((one) => one.code === code).length;
        expect(
          lintExample(rule, example, mended).diagnostics.filter((one) => one.code === code),
        ).toHaveLength(before - 1);
      }
    }
    expect(safe > 0 ? 'safe' : unsafe > 0 ? 'unsafe' : undefined).toBe(rule.fixable);
  });
});

/** Advice of other rules is no part of what an example asserts, unless it says so. */
function isAside(line: string, code: string, example: Example): boolean {
  const [, severity, found] = line.split(': ');
  return severity === 'info' && found !== code && !asserted(example).includes(line);
}

function applied(text: string, fix: Fix): string {
  return fix.edits
    .toSorted((a, b) => b.range.start - a.range.start)
    .reduce(
      (result, { range, text: inserted }) =>
        result.slice(0, range.start) + inserted + result.slice(range.end),
      text,
    );
}

test('codes are unique, and no rule takes one of TOML’s', () => {
  expect(new Set(allCodes()).size).toBe(allCodes().length);
  expect(rules.map(({ code }) => code)).toEqual(rules.map(({ code }) => code).toSorted());
});

test('a rule for some releases says by which behaviour of smolvm, and shows one that has it and one that has not', () => {
  const conditional = rules.filter(({ during }) => during !== undefined);
  expect(conditional.length).toBeGreaterThan(0);
  for (const { code, during, examples } of conditional) {
    const { since, until } = behaviour(during!);
    expect([since, until].some(Boolean), code).toBe(true);
    for (const { smolvm } of examples.invalid) {
      const { release } = chooseTarget(parseSmolfile(''), { asked: { smolvm } });
      expect(release.has(during!), `${code}: ${smolvm}`).toBe(true);
    }
  }
});

test('every package carries the version of the toolkit', () => {
  for (const folder of ['packages/core', 'packages/cli', 'packages/language-server', 'extension']) {
    const manifest = JSON.parse(
      readFileSync(new URL(`../../${folder}/package.json`, import.meta.url), 'utf8'),
    ) as { version: string };
    expect(manifest.version, folder).toBe(TOOLKIT_VERSION);
  }
});
