import { spawn } from 'node:child_process';
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { connected } from '../harness/connected.ts';
import { builtCli } from './built.ts';
import { folderWith, smolfile } from './harness.ts';

test.each([
  ['smolfile.js', 'lsp'],
  ['start.js', 'lsp'],
  ['start.js', 'lsp', '--stdio'],
])('%s %s is the language server', async (name, ...argv) => {
  const bundle = join(await builtCli(), name);
  const child = spawn(process.execPath, [bundle, ...argv], { stdio: ['pipe', 'pipe', 'inherit'] });
  const { connection, end } = connected(child);
  const answer = await connection.sendRequest<{ serverInfo: { name: string } }>('initialize', {
    processId: null,
    rootUri: null,
    capabilities: {},
  });
  expect(answer.serverInfo.name).toMatch(/smolfile/i);
  expect(await end()).toBe(0);
});

test('where only the program was copied, it says what is missing', async () => {
  const alone = join(folderWith(), 'smolfile.js');
  copyFileSync(join(await builtCli(), 'smolfile.js'), alone);
  const outcome = spawn(process.execPath, [alone, 'lsp']);
  let said = '';
  outcome.stderr.on('data', (chunk: Buffer) => void (said += chunk.toString()));
  expect(await new Promise((resolve) => outcome.once('exit', resolve))).toBe(3);
  expect(said).toContain('smolfile-language-server.js');
});

test('it takes no files', () => {
  expect(smolfile(['lsp', 'Smolfile']).code).toBe(2);
});
