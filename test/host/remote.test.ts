import { FILE_SYSTEM, hostFileSystem, isRemote } from '@smolfile/host';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';

const SERVERS = [
  String.raw`\\evil\share`,
  '//evil/share/x',
  String.raw`\/evil\share`,
  String.raw`\\?\UNC\evil\share`,
  String.raw`\\.\pipe\evil`,
  String.raw`\\evil@SSL\DavWWWRoot`,
];

test.each(SERVERS)('on Windows %s is not looked at because a file names it', (path) => {
  expect(isRemote(path, String.raw`C:\work`, 'win32')).toBe(true);
  const touched: unknown[] = [];
  const refuse = (...args: unknown[]): never => {
    touched.push(args);
    throw new Error('touched');
  };
  const fs = { ...FILE_SYSTEM, lstatSync: refuse, statSync: refuse, realpathSync: refuse } as never;
  expect(hostFileSystem(String.raw`C:\work`, { fs, platform: 'win32' }).inspect(path)).toEqual({
    kind: 'unknown',
  });
  expect(touched).toEqual([]);
});

test('the machine that a Smolfile itself lies on may be asked', () => {
  expect(isRemote('data', String.raw`\\files\team\app`, 'win32')).toBe(false);
  expect(isRemote(String.raw`\\FILES\team\other`, String.raw`\\files\team\app`, 'win32')).toBe(false);
  expect(isRemote(String.raw`\\files\other`, String.raw`\\files\team\app`, 'win32')).toBe(true);
  expect(isRemote('../b', '/net/files/home/a', 'linux')).toBe(false);
});

test('elsewhere automounted machines are not asked, however the path is written', () => {
  for (const path of ['/net/evil/x', '//net//evil', '/./net/evil', '../../net/evil', '/afs/evil'])
    expect(isRemote(path, '/home/me', 'linux'), path).toBe(true);
});

test('local paths are local', () => {
  const local = fc.array(fc.stringMatching(/^[a-z. ]{1,5}$/), { minLength: 1 });
  fc.assert(
    fc.property(local, (parts) => {
      expect(isRemote(`./${parts.join('/')}`, '/home/me/deep/er/and/deep/er/than/dots', 'linux')).toBe(false);
      expect(isRemote(String.raw`C:\\${parts.join('\\')}`, String.raw`D:\work`, 'win32')).toBe(false);
    }),
  );
  expect(isRemote('/network', '/', 'linux')).toBe(false);
  expect(isRemote(String.raw`\data`, String.raw`C:\work`, 'win32')).toBe(false);
});
