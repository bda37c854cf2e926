import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { argv, execPath } from 'node:process';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { createConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver/node';
import { median } from './median.ts';
import { bundle, plainEnvironment, SMOLFILE } from './startup.ts';

/** What the server takes as an editor starts it. */
export interface ServerRow {
  /** From its start to the findings of the first document; median, wall clock. */
  readonly milliseconds: number;
  /** Relative to starting Node, in the same run. */
  readonly ratio: number;
  /** What memory its process has with so many documents open; empty where the system does not say. */
  readonly memory: readonly { readonly documents: number; readonly megabytes: number }[];
}

/** A mistake, so that there is something to wait for. */
const MISTAKEN = `${SMOLFILE}\nimge = "a"\n`;

/** Starts `smolfile lsp` as an editor does, opens documents in it, and waits for what it says. */
export async function benchServer(rounds: number = 11): Promise<ServerRow> {
  const times: number[] = [];
  const bare: number[] = [];
  for (let round = -1; round < rounds; round++) {
    const before = performance.now();
    spawnSync(execPath, ['-e', '0'], { env: plainEnvironment });
    const start = performance.now();
    // oxlint-disable-next-line no-await-in-loop -- they would only slow each other down
    const server = await started(1);
    if (round >= 0) {
      bare.push(start - before);
      times.push(performance.now() - start);
    }
    server.kill();
  }
  const memory = [];
  if (process.platform === 'linux') {
    for (const documents of [1, 200, 1000]) {
      // oxlint-disable-next-line no-await-in-loop -- one process at a time
      const server = await started(documents);
      // oxlint-disable-next-line no-await-in-loop -- what it does when it has nothing else to do
      await wait(2000);
      const status = readFileSync(`/proc/${server.pid}/status`, 'utf8');
      memory.push({ documents, megabytes: Number(/^VmRSS:\s+(\d+)/m.exec(status)![1]) / 1024 });
      server.kill();
    }
  }
  return { milliseconds: median(times), ratio: median(times) / median(bare), memory };
}

/** A server that has said what it finds in so many documents. */
async function started(documents: number): Promise<ChildProcess> {
  const server = spawn(execPath, [bundle, 'lsp', '--stdio'], { env: plainEnvironment });
  const connection = createConnection(
    new StreamMessageReader(server.stdout),
    new StreamMessageWriter(server.stdin),
  );
  const open = new Set(Array.from({ length: documents }, (_, index) => `untitled:bench-${index}/Smolfile`));
  const all = new Promise<void>((done) => {
    connection.onNotification('textDocument/publishDiagnostics', ({ uri }: { readonly uri: string }) => {
      if (open.delete(uri) && open.size === 0) done();
    });
  });
  connection.listen();
  await connection.sendRequest('initialize', { processId: null, rootUri: null, capabilities: {} });
  await connection.sendNotification('initialized', {});
  await Promise.all(
    Array.from(open, async (uri) =>
      connection.sendNotification('textDocument/didOpen', {
        textDocument: { uri, languageId: 'smolfile', version: 0, text: MISTAKEN },
      }),
    ),
  );
  await all;
  return server;
}

if (argv[1] === fileURLToPath(import.meta.url)) {
  const { memory, ...rest } = await benchServer();
  console.table([rest]);
  console.table(memory);
  process.exit();
}
