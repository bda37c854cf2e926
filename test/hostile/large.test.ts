/** The editor's server gives up on a file that is too large, says so, and goes on with the others. */
import { expect, test } from 'vitest';
import { announced, REQUESTS, startServer } from '../fuzz/server.ts';

const wire = await startServer();
const { client } = wire;
const LARGE = `cpus = 0\n${'cpuz = 1\n'.repeat(40_000)}`;

async function open(uri: string, text: string): Promise<void> {
  await client.sendNotification('textDocument/didOpen', {
    textDocument: { uri, languageId: 'smolfile', version: 1, text },
  });
}

function found(uri: string): Promise<{ items: { message: string; code?: string }[] }> {
  return client.sendRequest('textDocument/diagnostic', { textDocument: { uri } });
}

test('one finding, and no other answer', async () => {
  const uri = 'file:///w/large/Smolfile';
  await open(uri, LARGE);
  await open('file:///w/small/Smolfile', 'cpus = 0\n');
  expect((await found(uri)).items.map(({ message }) => message)).toEqual([
    expect.stringMatching(/too large to be checked while you type .*`smolfile lint` checks it/),
  ]);
  const position = { line: 0, character: 2 };
  const range = { start: position, end: { line: 1, character: 0 } };
  for (const name of announced(wire.capabilities)) {
    if (/^(?:workspace|executeCommand|diagnostic)/.test(name)) continue;
    // oxlint-disable-next-line no-await-in-loop -- which of them it was
    const answer = await REQUESTS[name]!((method, params) => client.sendRequest(method, params), {
      uri,
      position,
      range,
      document: undefined as never,
    }).catch(() => undefined);
    const empty = answer as { items?: unknown[]; data?: unknown[] } | null | undefined;
    expect(empty?.items ?? empty?.data ?? empty ?? [], name).toHaveLength(0);
  }
  expect((await found('file:///w/small/Smolfile')).items.map(({ code }) => code)).toEqual([
    'resource-too-small',
  ]);
});

test('when it has shrunk it is checked again', async () => {
  const uri = 'file:///w/shrinks/Smolfile';
  await open(uri, LARGE);
  await client.sendNotification('textDocument/didChange', {
    textDocument: { uri, version: 2 },
    contentChanges: [{ text: 'cpus = 0\n' }],
  });
  expect((await found(uri)).items.map(({ code }) => code)).toEqual(['resource-too-small']);
});
