import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createContext, runInContext } from 'node:vm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildBrowserServer } from '../../packages/language-server/build.ts';

let folder: string;
let script: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'smolfile-browser-'));
  script = await readFile(await buildBrowserServer(folder), 'utf8');
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** What a message of the server may hold, as far as the test looks. */
interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly result?: unknown;
  readonly params?: unknown;
}

/** A worker's global scope with nothing of Node in it, and the server running there. */
function worker(): { ask: (method: string, params: object) => Promise<unknown>; received: Message[] } {
  const received: Message[] = [];
  const waiting = new Map<number, (result: unknown) => void>();
  const scope: Record<string, unknown> = {
    postMessage(message: Message) {
      received.push(message);
      if (message.id !== undefined) waiting.get(message.id)?.(message.result);
    },
    addEventListener() {},
    performance,
    setTimeout,
    clearTimeout,
    setInterval,
    clearInterval,
    queueMicrotask,
    setImmediate: undefined,
    TextEncoder,
    TextDecoder,
  };
  scope['self'] = scope;
  runInContext(script, createContext(scope));
  let id = 0;
  const send = (message: object): void => {
    (scope['onmessage'] as (event: object) => void)({ data: { jsonrpc: '2.0', ...message } });
  };
  return {
    received,
    ask(method, params) {
      if (/^(?:initialized|textDocument\/did)/.test(method)) {
        send({ method, params });
        return Promise.resolve();
      }
      const own = ++id;
      const answer = new Promise((resolve) => waiting.set(own, resolve));
      send({ id: own, method, params });
      return answer;
    },
  };
}

test('the server runs in a worker of a browser, and says nothing of a host there', async () => {
  const { ask, received } = worker();
  const uri = 'file:///Smolfile';
  const textDocument = { uri };
  expect(await ask('initialize', { processId: null, rootUri: null, capabilities: {} })).toMatchObject({
    serverInfo: { name: 'smolfile-language-server' },
  });
  await ask('initialized', {});
  const text = 'imge = 1\nenv = [""]\ndev.volumes = ["./none:/app"]\n';
  await ask('textDocument/didOpen', { textDocument: { uri, languageId: 'smolfile', version: 1, text } });
  const hover = await ask('textDocument/hover', { textDocument, position: { line: 1, character: 1 } });
  expect(hover).toMatchObject({ contents: { value: expect.stringContaining('env') } });
  const names = await ask('textDocument/completion', { textDocument, position: { line: 1, character: 8 } });
  expect(names).toMatchObject({ items: [{ label: 'KEY=value' }] });
  await expect
    .poll(() => received.some(({ method }) => method === 'textDocument/publishDiagnostics'))
    .toBe(true);
  const published = JSON.stringify(
    received.find(({ method }) => method === 'textDocument/publishDiagnostics'),
  );
  expect(published).toContain('unknown-key');
  expect(published).not.toContain('volume-source-missing');
});
