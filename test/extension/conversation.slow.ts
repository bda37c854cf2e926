import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { converse, type Conversation } from '../../extension/src/smolvm/conversation.ts';
import { keptMachine, machineIn } from '../../extension/src/smolvm/started.ts';

let cwd: string;

beforeAll(async () => {
  cwd = await realpath(await mkdtemp(join(tmpdir(), 'smolfile-conversation-')));
});

afterAll(() => rm(cwd, { recursive: true, force: true }));

/** A program that is this script, and what it was heard saying. */
function talk(script: string): Conversation & { readonly heard: () => string } {
  let heard = '';
  const conversation = converse({ program: process.execPath, args: ['-e', script] }, cwd, (text) => {
    heard += text;
  });
  return { ...conversation, heard: () => heard };
}

test('what a program prints is heard, and what it says of its failure kept', async () => {
  const { ended, heard } = talk(
    'console.log("ä", process.cwd()); console.error("Error: no"); process.exitCode = 3',
  );
  expect(await ended).toEqual({ code: 3, said: 'Error: no\n' });
  expect(heard()).toContain(`ä ${cwd}\n`);
  expect(heard()).toContain('Error: no\n');
});

test('it has no keyboard, and ends by itself', async () => {
  const { ended } = talk('process.stdin.on("data", () => {}).on("end", () => process.exit(0))');
  expect(await ended).toMatchObject({ code: 0 });
});

test('one that is not there says so', async () => {
  let heard = '';
  const { ended } = converse({ program: join(cwd, 'none'), args: [] }, cwd, (text) => {
    heard += text;
  });
  expect(await ended).toMatchObject({ code: undefined, said: expect.stringContaining('ENOENT') as string });
  expect(heard).toContain('ENOENT');
});

test('Ctrl+C reaches it and what it started; whoever closes the terminal ends it', async () => {
  const child =
    'process.on("SIGINT", () => process.exit(0)); console.log("child"); setInterval(() => {}, 1000)';
  const polite = talk(
    `process.on("SIGINT", () => {});
     const child = require("child_process").spawn(process.execPath, ["-e", ${JSON.stringify(child)}], { stdio: "inherit" });
     child.on("exit", () => process.exit(7))`,
  );
  await expect.poll(polite.heard, { timeout: 30_000 }).toContain('child');
  polite.interrupt();
  expect(await polite.ended).toMatchObject({ code: 7 });
  const stubborn = talk('process.on("SIGHUP", () => {}); console.log("here"); setInterval(() => {}, 1000)');
  await expect.poll(stubborn.heard, { timeout: 30_000 }).toContain('here');
  stubborn.hangUp();
  expect(await stubborn.ended).toMatchObject({ code: undefined });
  // Nobody is there any more.
  stubborn.interrupt();
  stubborn.hangUp();
});

test('what it leaves running is not waited for, and not ended', async () => {
  const { ended, heard } = talk(
    `const child = require("child_process").spawn(process.execPath, ["-e", "setTimeout(() => {}, 60_000)"], { detached: true, stdio: "inherit" });
     console.log(child.pid); process.exit(0)`,
  );
  expect(await ended).toMatchObject({ code: 0 });
  const pid = Number(heard());
  expect(() => process.kill(pid, 0)).not.toThrow();
  process.kill(pid, 'SIGKILL');
});

test('a run’s machine is read from its first words, and a kept one from its flags', () => {
  expect(machineIn('Starting ephemeral machine (vm-12b0a15b)...\nPulling')).toBe('vm-12b0a15b');
  expect(machineIn('Pulling\nStarting ephemeral machine (vm-12b0a15b)...')).toBe('vm-12b0a15b');
  expect(machineIn('Starting ephemeral machine (vm-12')).toBeUndefined();
  expect(machineIn('it said: Starting ephemeral machine (vm-12b0a15b)')).toBeUndefined();
  expect(keptMachine([], undefined)).toBeUndefined();
  expect(keptMachine(['-d'], '1.9.1')).toBe('default');
  expect(keptMachine(['-d', '-n', 'b'], '1.9.1')).toBe('b');
  expect(keptMachine(['--', 'x', '-d'], undefined)).toBeUndefined();
  expect(keptMachine(['--detach', '--name=c', '--', 'x'], '999.0.0')).toBe('c');
});
