import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { answerOf, type Occasion } from '../../extension/src/smolvm/answer.ts';

let cwd: string;

beforeAll(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'smolfile-answer-'));
});

afterAll(() => rm(cwd, { recursive: true, force: true }));

/** A program that is this script. */
function ask(script: string, occasion: Omit<Occasion, 'cwd'> = {}): Promise<string> {
  return answerOf({ program: process.execPath, args: ['-e', script] }, { cwd, ...occasion });
}

test('is what the program printed', async () => {
  expect(await ask('console.log("[]")')).toBe('[]\n');
  expect(await ask('process.stdout.write("ä".repeat(100_000))')).toBe('ä'.repeat(100_000));
});

test('of one that fails is what it said, without the word Error', async () => {
  await expect(ask('console.error("note\\nError: vm not found: web"); process.exit(1)')).rejects.toThrow(
    /^vm not found: web$/,
  );
  await expect(ask('console.error("no such thing"); process.exit(1)')).rejects.toThrow(/^no such thing$/);
  await expect(ask('process.exit(3)')).rejects.toThrow('ended with 3 and said nothing');
});

test('of one that is not there is an error, too', async () => {
  await expect(answerOf({ program: join(cwd, 'none'), args: [] }, { cwd })).rejects.toThrow('ENOENT');
});

test('of one that neither answers nor heeds a request to end is that it takes too long, and it is killed', async () => {
  const note = join(cwd, 'pid');
  const script = `process.on('SIGTERM', () => {}); require('fs').writeFileSync(${JSON.stringify(note)}, String(process.pid)); setInterval(() => {}, 1000)`;
  await writeFile(note, '');
  await expect(ask(script, { patience: 3000 })).rejects.toThrow('did not answer within 3 seconds');
  const pid = Number(await readFile(note, 'utf8'));
  await expect.poll(() => isAlive(pid), { timeout: 20_000 }).toBe(false);
});

test('comes when the program ends, though what it leaves running holds on to its output', async () => {
  const script = `const child = require('child_process').spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60_000)'], { detached: true, stdio: 'inherit' });
    console.log(child.pid); process.exit(0)`;
  const pid = Number(await ask(script));
  expect(isAlive(pid)).toBe(true);
  process.kill(pid, 'SIGKILL');
});

test('of one that is not wanted any more is that it was cancelled', async () => {
  const wanted = new AbortController();
  const asked = ask('setInterval(() => {}, 1000)', { signal: wanted.signal });
  wanted.abort();
  await expect(asked).rejects.toThrow('cancelled');
});

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
