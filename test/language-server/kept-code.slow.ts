/** What V8 made of the server is kept in the user's cache folder for the next start. */
import { spawn } from 'node:child_process';
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildServer } from '../../packages/language-server/build.ts';
import { connected } from '../harness/connected.ts';

let folder: string;
let server: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'smolfile-kept-'));
  server = await buildServer(folder);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/**
 * What it finds in a document that is opened; then it is ended.
 *
 * @param until what it is to do before.
 */
async function codesOf(
  cache: string,
  until: () => boolean = () => true,
  env: NodeJS.ProcessEnv = {},
): Promise<readonly unknown[]> {
  const child = spawn(process.execPath, [server, '--stdio'], {
    env: { PATH: process.env['PATH'], HOME: cache, XDG_CACHE_HOME: cache, LOCALAPPDATA: cache, ...env },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const { connection, end } = connected(child);
  const found = new Promise<readonly { readonly code: unknown }[]>((resolve) => {
    connection.onNotification(
      'textDocument/publishDiagnostics',
      ({ diagnostics }: { readonly diagnostics: readonly { readonly code: unknown }[] }) =>
        resolve(diagnostics),
    );
  });
  await connection.sendRequest('initialize', { processId: null, rootUri: null, capabilities: {} });
  await connection.sendNotification('initialized', {});
  await connection.sendNotification('textDocument/didOpen', {
    textDocument: { uri: 'untitled:Smolfile', languageId: 'smolfile', version: 1, text: 'imge = "a"\n' },
  });
  const codes = (await found).map(({ code }) => code);
  // oxlint-disable-next-line no-await-in-loop -- it does so when it has nothing else to do
  while (!until()) await wait(50);
  expect(await end()).toBe(0);
  return codes;
}

const FOUND = ['unknown-key'];

const emptyCache = (): string => mkdtempSync(join(folder, 'cache-'));

/** The one file that is kept, if it is there. */
function kept(cache: string): string | undefined {
  const found = readdirSync(cache, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.bin'),
  );
  expect(found.length).toBeLessThan(2);
  return found[0] && join(cache, found[0]);
}

describe.concurrent('the next start', () => {
  test('takes it and leaves it as it is', async () => {
    const cache = emptyCache();
    expect(await codesOf(cache, () => kept(cache) !== undefined)).toEqual(FOUND);
    const path = kept(cache)!;
    const { ino, mode } = statSync(path);
    if (process.platform !== 'win32') expect(mode & 0o777).toBe(0o600);
    expect(path).toContain(process.version);
    const later = performance.now() + 7000;
    expect(await codesOf(cache, () => performance.now() > later)).toEqual(FOUND);
    expect(statSync(kept(cache)!).ino).toBe(ino);
  });

  test.each<readonly [string, (path: string) => void]>([
    ['is cut off', (path) => truncateSync(path, 100_000)],
    ['is something else', (path) => writeFileSync(path, 'abab')],
    [
      'has another byte somewhere',
      (path) => {
        const whole = readFileSync(path);
        whole[40_000]! ^= 0x55;
        writeFileSync(path, whole);
      },
    ],
  ])('writes it anew where it %s', async (_, damage) => {
    const cache = emptyCache();
    await codesOf(cache, () => kept(cache) !== undefined);
    const path = kept(cache)!;
    damage(path);
    const damaged = readFileSync(path);
    expect(await codesOf(cache, () => !readFileSync(path).equals(damaged))).toEqual(FOUND);
    const now = readFileSync(path);
    expect(now.subarray(0, now.length / 2).equals(now.subarray(now.length / 2))).toBe(true);
  });

  test('is no other where nothing is to be kept, or can be, or it was over too soon', async () => {
    const cache = emptyCache();
    expect(await codesOf(cache)).toEqual(FOUND);
    const later = performance.now() + 7000;
    const env = { NODE_DISABLE_COMPILE_CACHE: '1' };
    expect(await codesOf(cache, () => performance.now() > later, env)).toEqual(FOUND);
    expect(readdirSync(cache)).toEqual([]);
    const there = join(cache, 'file');
    writeFileSync(there, '');
    const much = performance.now() + 7000;
    expect(await codesOf(there, () => performance.now() > much)).toEqual(FOUND);
    expect(readdirSync(cache)).toEqual(['file']);
  });
});

test('the file is plain ASCII, so that it is read at one byte a character, and two builds are the same', async () => {
  expect(readFileSync(server, 'latin1')).not.toMatch(/[\u0080-\u00FF]/);
  const again = await buildServer(mkdtempSync(join(folder, 'again-')));
  expect(readFileSync(again).equals(readFileSync(server))).toBe(true);
  expect(existsSync(join(folder, 'package.json'))).toBe(true);
});
