import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { argv } from 'node:process';
import { PassThrough } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { BUNDLE } from '@smolfile/language-server/build';
import { build } from 'esbuild';
import { parse as parseSmolToml } from 'smol-toml';
import { createConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { serve } from '../../packages/language-server/src/server.ts';
import { BENCH_DOCUMENTS } from './documents.ts';
import { median } from './median.ts';

/** How long the server works for one keystroke. */
export interface KeystrokeRow {
  readonly what: 'change to diagnostics' | 'change to completion' | 'change to hover';
  readonly document: string;
  /** Of the first keys in a document: most of the server is not compiled yet. */
  readonly medianMilliseconds: number;
  readonly p95Milliseconds: number;
  /** Of keys after thousands of others, as most of a session's are. */
  readonly steadyMilliseconds: number;
  /** Of them to what smol-toml takes to read the document in the same run. */
  readonly ratio: number;
}

/** What a long session leaves behind. */
export interface MemoryRow {
  readonly edits: number;
  /** Bytes of heap after a thousand edits, garbage collected. */
  readonly before: number;
  /** After all of them. */
  readonly after: number;
}

/** A Smolfile of about 5,000 lines: lists that somebody generated, which nothing is wrong with. */
function longSmolfile(): string {
  const lines = (count: number, line: (index: number) => string) =>
    Array.from({ length: count }, (_, index) => line(index)).join('\n');
  return `image = "alpine:3.20"
cpus = 2
net = true
env = [
${lines(2000, (index) => `  "VARIABLE_${index}=value ${index}", # number ${index}`)}
]

[network]
allow_hosts = [
${lines(1500, (index) => `  "host-${index}.example.com",`)}
]
allow_cidrs = [
${lines(1000, (index) => `  "10.${index >> 8}.${index & 255}.0/24",`)}
]

[dev]
ports = [
${lines(450, (index) => `  "${10_000 + index}:${20_000 + index}",`)}
]

[secrets]
TOKEN = { from_env = "TOKEN" }
`;
}

type Served = typeof import('./served.ts');

/** The parts of the server, bundled as they are shipped: sources that run as they are take a tenth longer. */
async function bundled(): Promise<Served> {
  const folder = mkdtempSync(join(tmpdir(), 'smolfile-bench-'));
  try {
    const outfile = join(folder, 'served.cjs');
    const entry = fileURLToPath(new URL('served.ts', import.meta.url));
    await build({ ...BUNDLE, entryPoints: [entry], outfile });
    return createRequire(import.meta.url)(outfile) as Served;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/**
 * Measures what one keystroke costs, from the change to what the client is sent: the text's own update, parsing,
 * rules or completion, conversion. What the streams take is not in it. What is measured is a bundle made as that of
 * the server is, not the sources.
 */
export async function benchLanguageServer(rounds: number = 200): Promise<KeystrokeRow[]> {
  const server = await bundled();
  const { complete, diagnose, hover, smolfileOf, toCompletionItem, toDiagnostic, toHover, toOffset } = server;
  const client = server.clientOf({});
  const documents = [
    { document: '30 lines', text: BENCH_DOCUMENTS[0]!.text, keys: 3000 },
    { document: '5,000 lines', text: longSmolfile(), keys: 300 },
  ];
  return documents.flatMap(({ document, text, keys }) => {
    const row = (what: KeystrokeRow['what'], work: (shown: TextDocument) => object): KeystrokeRow => ({
      what,
      document,
      ...typed(server, text, { rounds, keys }, work),
    });
    return [
      row('change to diagnostics', (shown) =>
        diagnose(smolfileOf(shown), {}).map((one) => toDiagnostic(shown, one, client)),
      ),
      row('change to completion', (shown) => {
        const offset = toOffset(shown, { line: 1, character: 1 }, client.encoding);
        return complete(smolfileOf(shown), offset, {}).map((one) => toCompletionItem(shown, one, client));
      }),
      row('change to hover', (shown) => {
        const offset = toOffset(shown, { line: 2, character: 1 }, client.encoding);
        return toHover(shown, hover(smolfileOf(shown), offset, {})!, client);
      }),
    ];
  });
}

/**
 * Types a key that many times, and `keys` times more before what is taken for the rest of a session.
 */
function typed(
  { TextDocument }: Served,
  text: string,
  { rounds, keys }: { readonly rounds: number; readonly keys: number },
  work: (shown: TextDocument) => object,
): Omit<KeystrokeRow, 'what' | 'document'> {
  // A key that is being typed on the second line: `c`, then nothing, and so on.
  const first = text.indexOf('\n') + 1;
  const shown = TextDocument.create(
    'untitled:bench',
    'smolfile',
    0,
    `${text.slice(0, first)}\n${text.slice(first)}`,
  );
  let version = 0;
  const key = (): number => {
    const written = ++version % 2 === 0 ? '' : 'c';
    const range = { start: { line: 1, character: 0 }, end: { line: 1, character: written === '' ? 1 : 0 } };
    const start = performance.now();
    TextDocument.update(shown, [{ range, text: written }], version);
    work(shown);
    return performance.now() - start;
  };
  const times = (count: number): number[] => Array.from({ length: count }, key).toSorted((a, b) => a - b);
  const at = (sorted: readonly number[], share: number): number => sorted[Math.floor(sorted.length * share)]!;
  times(40); // warms the compiler
  const early = times(rounds);
  times(keys);
  const taken: number[] = [];
  const read: number[] = [];
  for (let round = 0; round < rounds; round++) {
    taken.push(key());
    read.push(reading(text));
  }
  return {
    medianMilliseconds: at(early, 0.5),
    p95Milliseconds: at(early, 0.95),
    steadyMilliseconds: median(taken),
    ratio: median(taken) / median(read),
  };
}

/** Milliseconds that smol-toml takes to read a text. */
function reading(text: string): number {
  const start = performance.now();
  parseSmolToml(text);
  return performance.now() - start;
}

/**
 * Types into a document of a whole server, with a hover and a completion now and then, and looks at the heap after a
 * thousand edits and at the end: what is kept for each edit would show.
 */
export async function benchMemory(edits: number = 10_000): Promise<MemoryRow> {
  const [up, down] = [new PassThrough(), new PassThrough()];
  serve(createConnection(new StreamMessageReader(up), new StreamMessageWriter(down)));
  const client = createConnection(new StreamMessageReader(down), new StreamMessageWriter(up));
  client.listen();
  const uri = 'untitled:bench';
  const textDocument = { uri };
  await client.sendRequest('initialize', { processId: null, rootUri: null, capabilities: {} });
  await client.sendNotification('initialized', {});
  const text = BENCH_DOCUMENTS[0]!.text;
  await client.sendNotification('textDocument/didOpen', {
    textDocument: { uri, languageId: 'smolfile', version: 0, text },
  });
  let before = 0;
  for (let edit = 1; edit <= edits; edit++) {
    const position = { line: 0, character: 0 };
    const range = { start: position, end: { line: 0, character: edit % 2 === 0 ? 1 : 0 } };
    const contentChanges = [{ range, text: edit % 2 === 0 ? '' : '#' }];
    // One after the other, as they are typed.
    /* oxlint-disable no-await-in-loop */
    await client.sendNotification('textDocument/didChange', {
      textDocument: { uri, version: edit },
      contentChanges,
    });
    if (edit % 10 === 0)
      await client.sendRequest('textDocument/hover', { textDocument, position: { line: 2, character: 1 } });
    if (edit % 10 === 5) await client.sendRequest('textDocument/completion', { textDocument, position });
    if (edit % 50 === 0) await client.sendRequest('textDocument/semanticTokens/full', { textDocument });
    /* oxlint-enable no-await-in-loop */
    if (edit === 1000) before = heap();
  }
  const after = heap();
  await client.sendRequest('shutdown');
  client.dispose();
  return { edits, before, after };
}

/** Bytes in use once everything that can go is gone. */
function heap(): number {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  for (let round = 0; round < 3; round++) collect();
  return process.memoryUsage().heapUsed;
}

if (argv[1] === fileURLToPath(import.meta.url)) {
  console.table(await benchLanguageServer());
  const { edits, before, after } = await benchMemory();
  const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;
  console.log(`Heap after 1,000 edits: ${megabytes(before)}; after ${edits}: ${megabytes(after)}`);
  process.exit();
}
