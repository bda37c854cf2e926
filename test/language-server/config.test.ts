/** The configuration file in an editor: as first a file as those that it is about. */
import { applyEdits, rules } from '@smolfile/core';
import { describe, expect, test } from 'vitest';
import {
  completeConfig,
  configHover,
  configProblems,
} from '../../packages/language-server/src/features/config.ts';
import { marked } from './harness/marked.ts';

const NAME = 'smolfile.config.toml';

function labels(source: string): string[] {
  const { text, range } = marked(source);
  const items = completeConfig({ text, name: NAME }, range.start);
  return items.toSorted((a, b) => a.rank - b.rank).map(({ label }) => label);
}

function hoverOf(source: string, name = NAME): string | undefined {
  const { text, range } = marked(source);
  return configHover({ text, name }, range.start)?.markdown;
}

describe('problems', () => {
  test('are at their place', () => {
    const text = 'smolvm = "1.9.3"\nseverty = {}\n[[overrides]]\nfor = ["start"]\n';
    const found = configProblems({ text, name: NAME }).map(
      ({ range, message }) => `${text.slice(range.start, range.end)}: ${message}`,
    );
    expect(found).toEqual([
      expect.stringContaining('severty: `severty` is not a key of a configuration'),
      expect.stringMatching(/^\[\[overrides\]\]|overrides/),
      expect.stringContaining('start'),
    ]);
    expect(configProblems({ text: 'ignore = [\n', name: NAME })).toHaveLength(1);
    expect(configProblems({ text: '{ "smolvm": 1 }', name: 'smolfile.config.json' })).toHaveLength(1);
    expect(configProblems({ text: '', name: NAME })).toEqual([]);
  });
});

describe('completion', () => {
  test('has the keys that are not there yet', () => {
    expect(labels('|').slice(0, 5)).toEqual(['smolvm', 'for', 'fail-on', 'host-checks', 'ignore']);
    expect(labels('for = ["run"]\n|')).not.toContain('for');
    expect(labels('[|')).toEqual(['severity']);
    expect(labels('[[|')).toEqual(['overrides']);
    expect(labels('[[overrides]]\n|')).toContain('files');
  });

  test('has every code below severity, and what each may be', () => {
    expect(labels('[severity]\n|').filter((label) => rules.some(({ code }) => code === label))).toHaveLength(
      rules.length,
    );
    expect(labels('severity.image-not-pinned = "|"')).toEqual(['off', 'info', 'warning', 'error']);
    expect(labels('for = ["|"]')).toEqual(['create', 'run', 'pack']);
    expect(labels('host-checks = |')).toEqual(['true', 'false']);
    expect(labels('fail-on = |')).toContain('never');
  });

  test('writes what can be read', () => {
    const { text, range } = marked('[severity]\nlegacy|\n');
    const item = completeConfig({ text, name: NAME }, range.start).find(
      ({ label }) => label === 'legacy-list',
    );
    const after = applyEdits(text, [{ range: item!.range, text: item!.text }]).replace('""', '"off"');
    expect(configProblems({ text: after, name: NAME })).toEqual([]);
  });

  test('offers nothing of a Smolfile, and nothing in JSON', () => {
    expect(labels('|').filter((label) => /^Smolfile|image|cpus/.test(label))).toEqual([]);
    expect(labels('# smolfile|')).toEqual([]);
    expect(completeConfig({ text: '{  }', name: 'smolfile.config.json' }, 2)).toEqual([]);
  });
});

describe('hover', () => {
  test('says what a key is for, and what is wrong with it', () => {
    expect(hoverOf('fa|il-on = "error"')).toMatch(
      /^\*\*`fail-on`\*\* — The severity.*One of `error`.*Without it: `error`/s,
    );
    expect(hoverOf('[severity]\nimage-not-pi|nned = "off"')).toMatch(/\/rules\/image-not-pinned\)/);
    expect(hoverOf('severt|y = 1')).toMatch(/is not a key of a configuration.*severity/s);
    expect(hoverOf('{ "smolvm": |1 }', 'smolfile.config.json')).toBeTruthy();
    expect(hoverOf('| ')).toBeUndefined();
  });
});
