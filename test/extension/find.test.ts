import { describe, expect, test, vi } from 'vitest';
import { findProgram, type Surroundings } from '../../packages/host/src/programs.ts';
import { versionIn, Versions } from '../../extension/src/smolvm/version.ts';

function around(
  path: string,
  programs: readonly string[],
  platform: NodeJS.Platform = 'linux',
): Surroundings {
  return { path, platform, isProgram: (each) => programs.includes(each) };
}

describe('finding a program', () => {
  test('the first on PATH', () => {
    const found = findProgram('smolvm', '', around('/a:/b:/c', ['/b/smolvm', '/c/smolvm']));
    expect(found).toBe('/b/smolvm');
  });

  test('never in the folder that one is in', () => {
    const everywhere: Surroundings = { path: '.:bin::./x:', platform: 'linux', isProgram: () => true };
    expect(findProgram('smolvm', '', everywhere)).toBeUndefined();
    expect(findProgram('smolvm', './smolvm', everywhere)).toBeUndefined();
    expect(findProgram('smolvm', 'bin/smolvm', everywhere)).toBeUndefined();
  });

  test('an absolute path is taken as it is, and nothing instead of it', () => {
    expect(findProgram('smolvm', ' /opt/smolvm ', around('/a', ['/a/smolvm', '/opt/smolvm']))).toBe(
      '/opt/smolvm',
    );
    expect(findProgram('smolvm', '/opt/none', around('/a', ['/a/smolvm']))).toBeUndefined();
  });

  test('another name', () => {
    expect(findProgram('smolvm', 'smolvm-1.6', around('/a', ['/a/smolvm-1.6']))).toBe('/a/smolvm-1.6');
  });

  test('on Windows', () => {
    const windows = around(String.raw`rel;C:\bin`, [String.raw`C:\bin\smolvm.exe`], 'win32');
    expect(findProgram('smolvm', '', windows)).toBe(String.raw`C:\bin\smolvm.exe`);
    expect(findProgram('smolvm', String.raw`C:\bin\smolvm.exe`, windows)).toBe(String.raw`C:\bin\smolvm.exe`);
  });

  test('without a PATH', () => {
    const nowhere: Surroundings = { path: undefined, platform: 'linux', isProgram: () => true };
    expect(findProgram('smolvm', '', nowhere)).toBeUndefined();
  });
});

test.each([
  ['smolvm 1.6.0\n', '1.6.0'],
  ['smolvm v1.9.3 (abc 2026-01-01)', '1.9.3'],
  ['libkrun 1.11.2\nsmolvm 1.2.0', '1.2.0'],
  ['{"version":"1.7.2"}', '1.7.2'],
  ['{"smolvm":"1.7.2"}', '1.7.2'],
  // As the Pilot app store wraps what a program prints.
  [String.raw`{"stdout":"smolvm 1.2.0\n","stderr":"","exit":0}`, '1.2.0'],
  ['1.21.0-rc.1', '1.21.0'],
  ['smolvm 1.2', undefined],
  ['10.0.0.1', undefined],
  ['', undefined],
])('the version in %j is %s', (output, version) => expect(versionIn(output)).toBe(version));

describe('asking a binary', () => {
  test('once, however often and at the same time it is wanted', async () => {
    const ask = vi.fn<() => Promise<string>>(() => Promise.resolve('smolvm 1.6.0'));
    const versions = new Versions();
    const both = await Promise.all([versions.of('a', ask), versions.of('a', ask)]);
    expect([...both, await versions.of('a', ask)]).toEqual(['1.6.0', '1.6.0', '1.6.0']);
    expect(ask).toHaveBeenCalledTimes(1);
    await versions.of('b', ask);
    expect(ask).toHaveBeenCalledTimes(2);
  });

  test('again after a failure', async () => {
    const versions = new Versions();
    expect(await versions.of('a', () => Promise.reject(new Error('busy')))).toBeUndefined();
    expect(await versions.of('a', () => Promise.resolve('smolvm 1.6.0'))).toBe('1.6.0');
  });
});
