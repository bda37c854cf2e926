/** The preset for Renovate, as Renovate reads it. */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { lint, parseSmolfile } from '@smolfile/core';
import { isSmolfileName } from '@smolfile/host';
import { describe, expect, test } from 'vitest';
import { PATHS } from '../harness/file-names.ts';

describe('the preset for Renovate', () => {
  const { customManagers } = JSON.parse(
    readFileSync(new URL('../../.github/renovate/smolfile.json', import.meta.url), 'utf8'),
  ) as {
    customManagers: { managerFilePatterns: string[]; matchStrings: string[]; datasourceTemplate: string }[];
  };
  const [manager] = customManagers as [(typeof customManagers)[0]];

  test('reads the files that a search takes', () => {
    const patterns = manager.managerFilePatterns.map(
      (text) => new RegExp(/^\/(.*)\/$/.exec(text)?.[1] ?? '$^'),
    );
    for (const path of PATHS)
      expect([path, patterns.some((pattern) => pattern.test(path))]).toEqual([
        path,
        isSmolfileName(basename(path)),
      ]);
  });

  /** What Renovate does: each pattern over the whole text, again and again, by a library without lookaround. */
  function found(text: string) {
    return manager.matchStrings.flatMap((pattern) => {
      expect(pattern).not.toMatch(/\(\?(?:=|!|<=|<!)|\\[1-9]|\\k</);
      return Array.from(text.matchAll(new RegExp(pattern, 'g')), ({ groups }) => ({ ...groups }));
    });
  }

  test.each([
    ['image = "alpine:3.20"', { depName: 'alpine', currentValue: '3.20' }],
    ["  image='ghcr.io/a/b:v1.2-slim' # x", { depName: 'ghcr.io/a/b', currentValue: 'v1.2-slim' }],
    ['"image" = "localhost:5000/a:1"', { depName: 'localhost:5000/a', currentValue: '1' }],
    [
      `image = "python:3.12-slim@sha256:${'a'.repeat(64)}"`,
      { depName: 'python', currentValue: '3.12-slim', currentDigest: `sha256:${'a'.repeat(64)}` },
    ],
    ['image = "alpine"', { depName: 'alpine' }],
  ])('finds %s', (line, groups) => {
    const text = `# image = "old:1"\ncpus = 1\n${line}\n[dev]\nport_image = "x:1"\n`;
    const [match, ...more] = found(text);
    expect(more).toEqual([]);
    expect(JSON.parse(JSON.stringify(match))).toEqual(groups);
    // and it is what smolvm reads
    const { depName, currentValue, currentDigest } = match as Record<string, string | undefined>;
    const image = `${depName}${currentValue ? `:${currentValue}` : ''}${currentDigest ? `@${currentDigest}` : ''}`;
    expect(
      lint(parseSmolfile(text)).diagnostics.filter(
        ({ severity, code }) => severity === 'error' && code !== 'unknown-key',
      ),
    ).toEqual([]);
    expect(line).toContain(image);
  });

  test('leaves alone what is no image of a registry', () => {
    expect(found('image = "./root.tar"\n#image = "a:1"\nmyimage = "b:1"\nimage = "a b:1"\n')).toEqual([]);
    expect(manager.datasourceTemplate).toBe('docker');
  });
});
