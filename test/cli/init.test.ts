import { existsSync, mkdirSync, readFileSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { COMMANDS } from '@smolfile/core';
import { expect, test } from 'vitest';
import { folderWith, lintJson, smolfile, systemError } from './harness.ts';

test('what it writes lints clean, for every command', async () => {
  const { code, stdout, stderr, cwd } = smolfile(['init']);
  expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
  expect(stderr).toBe('smolfile: wrote Smolfile; `smolfile lint` checks it\n');
  for (const command of [[], ...COMMANDS.slice(0, 2).map((each) => ['--for', each])]) {
    expect(lintJson(command, { cwd }).json.files[0]?.diagnostics).toEqual([]);
  }
  expect(smolfile(['resolve', '--format', 'flags'], { cwd }).code).toBe(0);
  await expect(readFileSync(join(cwd, 'Smolfile'), 'utf8')).toMatchFileSnapshot('golden/init.smolfile');
});

test('what it has in comments is right, each by itself', () => {
  const { cwd } = smolfile(['init']);
  const text = readFileSync(join(cwd, 'Smolfile'), 'utf8');
  const settings = Array.from(text.matchAll(/^#[\w[].*(?:\n#[\w[].*)*/gm), (match) => match[0]);
  expect(settings).toHaveLength(4);
  for (const setting of settings) {
    const Smolfile = text.replace(setting, setting.replaceAll(/^#/gm, ''));
    const { json } = lintJson([], { files: { Smolfile }, env: { API_TOKEN: 'x' } });
    expect(json.files[0]?.diagnostics.filter(({ severity }) => severity !== 'info')).toEqual([]);
  }
});

test('--image and DIR', () => {
  const cwd = folderWith({ 'a/': '' });
  expect(smolfile(['init', '--image', 'ghcr.io/owner/app:1', 'a'], { cwd }).stderr).toContain(
    'wrote a/Smolfile',
  );
  expect(readFileSync(join(cwd, 'a/Smolfile'), 'utf8')).toContain('\nimage = "ghcr.io/owner/app:1"\n');
  expect(smolfile(['init', '--image', 'a"b\\\n', 'a'], { cwd }).code).toBe(2);
  const { code, stderr } = smolfile(['init', '--image', 'not an image'], { cwd });
  expect(code).toBe(2);
  expect(stderr).toMatch(/^smolfile: `--image`: /);
  expect(readdirSync(cwd)).toEqual(['a']);
});

test('nothing is ever overwritten', () => {
  const cwd = folderWith({ Smolfile: 'mine' });
  const { code, stderr } = smolfile(['init'], { cwd });
  expect(code).toBe(2);
  expect(stderr).toBe(
    'smolfile: Smolfile exists already, and stays as it is\n  To begin anew, remove or rename it first; `--stdout` prints.\n',
  );
  expect(readFileSync(join(cwd, 'Smolfile'), 'utf8')).toBe('mine');

  const links = folderWith({ 'target/': '' });
  symlinkSync(join(links, 'target/file'), join(links, 'Smolfile'));
  expect(smolfile(['init'], { cwd: links }).code).toBe(2);
  expect(existsSync(join(links, 'target/file'))).toBe(false);
  const folders = folderWith({});
  mkdirSync(join(folders, 'Smolfile'));
  expect(smolfile(['init'], { cwd: folders }).code).toBe(2);
});

test('not even a file that appears at the last moment', () => {
  const { code, cwd } = smolfile(['init'], {
    fs: ({ openSync: open }) => ({
      openSync: (path, flags) => {
        writeFileSync(path, 'theirs');
        return open(path, flags);
      },
    }),
  });
  expect(code).toBe(2);
  expect(readFileSync(join(cwd, 'Smolfile'), 'utf8')).toBe('theirs');
});

test('of a starter that could not be written whole nothing is left', () => {
  const { code, stderr, cwd } = smolfile(['init'], {
    fs: ({ writeFileSync: write }) => ({
      writeFileSync: (file, text) => {
        write(file, (text as string).slice(0, 10));
        throw systemError('ENOSPC', 28);
      },
    }),
  });
  expect({ code, stderr }).toEqual({
    code: 3,
    stderr: 'smolfile: cannot write Smolfile: no space is left on the device\n',
  });
  expect(existsSync(join(cwd, 'Smolfile'))).toBe(false);
});

test('a folder that is not there is a failure with a reason', () => {
  const { code, stderr } = smolfile(['init', 'gone']);
  expect({ code, stderr }).toEqual({
    code: 3,
    stderr: 'smolfile: cannot write gone/Smolfile: no such file or directory\n',
  });
});
