import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { argv, execPath } from 'node:process';
import { setTimeout as wait } from 'node:timers/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver/node';
import { median } from './median.ts';
import { bundle, ourPrograms, plainEnvironment, SMOLFILE } from './startup.ts';

/** What the server takes as an editor starts it. */
export interface ServerRow {
  readonly starts: readonly ServerStart[];
  /** What memory its process has with so many documents open; empty where the system does not say. */
  readonly memory: readonly { readonly documents: number; readonly megabytes: number }[];
}

/** A start that is not the first, so that what V8 made of the server is kept. */
export interface ServerStart {
  readonly command: string;
  /** From the start to the findings of the first document; median, wall clock. */
  readonly milliseconds: number;
  /** Relative to starting Node, in the same run. */
  readonly ratio: number;
}

/** Longer than the server waits before it keeps what V8 made of it. */
const KEPT_BY_THEN = 6000;

type Program = ReturnType<typeof ourPrograms>[0];

/** The server by itself, which the build puts beside the command. */
const languageServer = join(dirname(bundle), 'smolfile-language-server.js');

/** A mistake, so that there is something to wait for. */
const MISTAKEN = `${SMOLFILE}\nimge = "a"\n`;

/** Starts servers as an editor does, opens documents in them, and waits for what they say. */
export async function benchServer(rounds: number = 11): Promise<ServerRow> {
  const servers: readonly Program[] = [
    ...ourPrograms().map(({ name, program, args }) => ({
      name: `${name} lsp`,
      program,
      args: [...args, 'lsp', '--stdio'],
    })),
    { name: 'smolfile-language-server', program: execPath, args: [languageServer, '--stdio'] },
  ];
  const times = servers.map((): number[] => []);
  const bare: number[] = [];
  for (let round = -1; round < rounds; round++) {
    const before = performance.now();
    spawnSync(execPath, ['-e', '0'], { env: plainEnvironment });
    if (round >= 0) bare.push(performance.now() - before);
    for (const [at, program] of servers.entries()) {
      const start = performance.now();
      // oxlint-disable-next-line no-await-in-loop -- they would only slow each other down
      const server = await started(program, 1);
      if (round >= 0) times[at]!.push(performance.now() - start);
      // oxlint-disable-next-line no-await-in-loop -- it keeps what the next ones take
      else await wait(KEPT_BY_THEN);
      server.kill();
    }
  }
  const memory = [];
  if (process.platform === 'linux') {
    for (const documents of [1, 200, 1000]) {
      // oxlint-disable-next-line no-await-in-loop -- one process at a time
      const server = await started(servers[0]!, documents);
      // oxlint-disable-next-line no-await-in-loop -- what it does when it has nothing else to do
      await wait(2000);
      const status = readFileSync(`/proc/${server.pid}/status`, 'utf8');
      memory.push({ documents, megabytes: Number(/^VmRSS:\s+(\d+)/m.exec(status)![1]) / 1024 });
      server.kill();
    }
  }
  const starts = servers.map(({ name }, at) => {
    const milliseconds = median(times[at]!);
    return { command: name, milliseconds, ratio: milliseconds / median(bare) };
  });
  return { starts, memory };
}

/** A server that has said what it finds in so many documents. */
async function started({ program, args }: Program, documents: number): Promise<ChildProcess> {
  const server = spawn(program, args, { env: plainEnvironment });
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
  const { memory, starts } = await benchServer();
  console.table(starts);
  console.table(memory);
  process.exit();
}
