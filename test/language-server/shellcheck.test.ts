/** How shellcheck is started, with programs in its place that do whatever a program can do. */
import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { askShellcheck } from '../../packages/language-server/src/shellcheck.ts';
import type { ShellAnswer } from '../../packages/language-server/src/shell-checks.ts';
import { Stub } from './harness/shellcheck-stub.ts';

let stub: Stub;
afterEach(() => {
  stub.remove();
  vi.unstubAllEnvs();
});

function ask(
  text: string,
  { path = stub.path, outside = [] as string[], signal = new AbortController().signal } = {},
): Promise<ShellAnswer> {
  return askShellcheck({ dialect: 'sh', text, path, outside: [] }, outside, signal);
}

describe('a program that answers', () => {
  beforeEach(() => {
    stub = new Stub();
  });

  test('gives its findings', async () => {
    expect(await ask('echo $x')).toMatchObject({ kind: 'comments', comments: [{ code: 2086, column: 6 }] });
    expect(await ask('echo x')).toEqual({ kind: 'comments', comments: [] });
  });

  test.each([
    '--external-sources',
    '-x /etc/passwd',
    '$(id)',
    '`id`; id',
    '\'"\n--format=gcc',
    '-',
    '\0',
    '😀\uD800',
  ])('is given a script as what it reads, and no part of it as an argument: %j', async (text) => {
    vi.stubEnv('SHELLCHECK_OPTS', '--external-sources');
    await ask(text);
    expect(stub.calls()).toEqual([
      {
        argv: ['--format=json1', '--norc', '--shell=sh', '-'],
        input: text.replaceAll('\uD800', '\uFFFD'),
        cwd: homedir(),
        pid: expect.any(Number),
      },
    ]);
  });

  test('is looked for on the PATH, by its name or another one', async () => {
    vi.stubEnv('PATH', `.:${stub.folder}`);
    expect(await ask('echo $x', { path: '' })).toMatchObject({ kind: 'comments' });
    symlinkSync(stub.path, join(stub.folder, 'shellcheck-next'));
    expect(await ask('echo $x', { path: ' shellcheck-next ' })).toMatchObject({ kind: 'comments' });
    expect(stub.calls()).toHaveLength(2);
  });
});

describe('a program that is not there, or must not be started', () => {
  beforeEach(() => {
    stub = new Stub();
  });

  test('is missing', async () => {
    vi.stubEnv('PATH', '/nowhere');
    expect(await ask('x', { path: '' })).toEqual({ kind: 'missing', reason: 'shellcheck is not installed' });
    const path = join(stub.folder, 'no-shellcheck');
    expect(await ask('x', { path })).toEqual({ kind: 'missing', reason: `${path} is not there` });
    chmodSync(stub.path, 0o644);
    expect(await ask('x')).toMatchObject({ kind: 'missing' });
    expect(stub.calls()).toEqual([]);
  });

  test('nor is any other program taken for it', async () => {
    const paths = ['/bin/sh', 'python3', `${stub.folder}/shellcheck/sh`, String.raw`C:\shellcheck\cmd.exe`];
    const answers = await Promise.all(paths.map((path) => ask('x', { path })));
    expect(answers).toEqual(
      paths.map((path) => ({
        kind: 'missing',
        reason: `${path} is not used: its name is none of a shellcheck`,
      })),
    );
    expect(await ask('x', { path: './shellcheck' })).toMatchObject({ kind: 'missing' });
    expect(stub.calls()).toEqual([]);
  });

  test('nor one of the workspace, by whatever way it is there', async () => {
    vi.stubEnv('PATH', stub.folder);
    const reason = expect.stringContaining('it is a file of the workspace');
    expect(await ask('x', { outside: ['/other', stub.folder] })).toEqual({ kind: 'missing', reason });
    expect(await ask('x', { path: '', outside: [stub.folder] })).toEqual({ kind: 'missing', reason });
    // A folder that leads to it, and a link in the workspace that leads out of it.
    const link = join(stub.folder, 'linked');
    symlinkSync(stub.folder, link);
    expect(await ask('x', { outside: [link] })).toEqual({ kind: 'missing', reason });
    const inside = join(stub.folder, 'workspace');
    mkdirSync(inside);
    symlinkSync('/bin/true', join(inside, 'shellcheck'));
    expect(await ask('x', { path: join(inside, 'shellcheck'), outside: [inside] })).toEqual({
      kind: 'missing',
      reason,
    });
    expect(stub.calls()).toEqual([]);
  });
});

test('a folder beside it is none that it lies in', async () => {
  stub = new Stub();
  expect(await ask('x', { outside: [`${stub.folder}-beside`, join(stub.folder, 'below')] })).toMatchObject({
    kind: 'comments',
  });
});

describe('a program that does something else', () => {
  test.each([
    ['prints nothing', '', 'printed no findings'],
    ['prints nonsense', `console.log('{"comments": 1}')`, 'printed no findings'],
    [
      'ends with another code',
      `say([]); console.error('bad\\noption'); process.exit(3)`,
      'ended with 3: bad',
    ],
    ['ends with a code and says nothing', 'process.exit(4)', 'ended with 4'],
    ['is ended', `process.kill(process.pid, 'SIGTERM')`, 'was ended by SIGTERM'],
    ['prints without end', `for (;;) fs.writeSync(1, 'x'.repeat(65536))`, 'printed more than can be read'],
    ['complains without end', `for (;;) fs.writeSync(2, 'x'.repeat(65536))`, 'printed more than can be read'],
  ])('%s', async (_, behaviour, reason) => {
    stub = new Stub(behaviour);
    expect(await ask('x')).toEqual({ kind: 'failed', reason });
  });

  test('is no program', async () => {
    stub = new Stub();
    writeFileSync(stub.path, '\0\0');
    // How it fails is the system's business.
    expect(await ask('x')).toMatchObject({ kind: 'failed' });
  });

  test('does not read what it is given', async () => {
    stub = new Stub();
    writeFileSync(stub.path, `#!/bin/sh\nexec echo '{"comments":[]}'\n`);
    expect(await ask('x'.repeat(1_000_000))).toEqual({ kind: 'comments', comments: [] });
  });

  test('hangs, and heeds nothing: it is killed', async () => {
    stub = new Stub(`process.on('SIGTERM', () => {}); for (;;);`);
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    try {
      const answer = ask('x');
      await vi.waitFor(() => expect(stub.calls()).toHaveLength(1), { timeout: 60_000, interval: 50 });
      await vi.advanceTimersByTimeAsync(10_000);
      expect(await answer).toEqual({ kind: 'failed', reason: 'did not answer within 10 seconds' });
    } finally {
      vi.useRealTimers();
    }
    await isGone();
  });

  test('is not needed any more: it is killed', async () => {
    stub = new Stub('for (;;);');
    const ends = new AbortController();
    const answer = ask('x', { signal: ends.signal });
    await expect.poll(() => stub.calls(), { timeout: 60_000 }).toHaveLength(1);
    ends.abort();
    expect(await answer).toEqual({ kind: 'failed', reason: 'was cancelled' });
    await isGone();
    expect(await ask('x', { signal: ends.signal })).toEqual({ kind: 'failed', reason: 'was cancelled' });
    expect(stub.calls()).toHaveLength(1);
  });
});

/** Waits until the process of the stand-in is there no more. */
async function isGone(): Promise<void> {
  const { pid } = stub.calls()[0]!;
  const isThere = (): boolean => {
    try {
      return process.kill(pid, 0);
    } catch {
      return false;
    }
  };
  await expect.poll(isThere, { timeout: 60_000 }).toBe(false);
}
