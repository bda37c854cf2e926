/** Prints every measurement as one table; `--json FILE` also writes them to a file. */
import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { benchFiles } from './files.ts';
import { benchGrowth } from './growth.ts';
import { benchLanguageServer, benchMemory } from './language-server.ts';
import { benchManyFiles } from './many-files.ts';
import { benchMany } from './many.ts';
import { benchParser } from './parser.ts';
import { benchServer } from './server.ts';
import { benchStartup } from './startup.ts';

const { values } = parseArgs({ options: { json: { type: 'string' } } });

const startup = benchStartup();
const many = benchMany();
const manyFiles = benchManyFiles();
const parser = benchParser();
const growth = benchGrowth();
const files = benchFiles();
const keystrokes = await benchLanguageServer();
const memory = await benchMemory();
const server = await benchServer();

const rows = [
  ...startup.map(({ command, milliseconds, ratio }) => ({
    what: 'start to end',
    with: command,
    result: `${milliseconds.toFixed(1)} ms`,
    ratio: `${ratio.toFixed(2)} of bare Node`,
  })),
  ...many.map(({ linter, milliseconds, filesPerSecond, ratio }) => ({
    what: '1,000 files of 2 kB',
    with: linter,
    result: `${milliseconds.toFixed(0)} ms, ${filesPerSecond.toFixed(0)} files/s`,
    ratio: `${ratio.toFixed(2)} of ours`,
  })),
  ...manyFiles.map(({ what, milliseconds, ratio }) => ({
    what: 'lint, start to end',
    with: what,
    result: `${milliseconds.toFixed(0)} ms`,
    ratio: `${ratio.toFixed(1)} of one file`,
  })),
  ...parser.map(({ document, parser: name, megabytesPerSecond, ratio }) => ({
    what: `parse ${document}`,
    with: name,
    result: `${megabytesPerSecond.toFixed(1)} MB/s`,
    ratio: `${ratio.toFixed(2)} of smol-toml`,
  })),
  ...growth.map(({ operation, kilobytes, milliseconds, exponent }) => ({
    what: `a file of ${kilobytes.toLocaleString('en')} kB`,
    with: operation,
    result: `${milliseconds.toFixed(milliseconds < 10 ? 1 : 0)} ms`,
    ratio: exponent === undefined ? '' : `exponent ${exponent.toFixed(2)}`,
  })),
  ...files.map(({ program, files: count, milliseconds, exponent, megabytes }) => ({
    what: `${count.toLocaleString('en')} files`,
    with: program,
    result: `${milliseconds.toFixed(0)} ms, at most ${megabytes.toFixed(0)} MB of memory`,
    ratio: exponent === undefined ? '' : `exponent ${exponent.toFixed(2)}`,
  })),
  ...keystrokes.map(({ what, document, medianMilliseconds, p95Milliseconds, steadyMilliseconds, ratio }) => ({
    what: `language server: ${what}`,
    with: document,
    result: `${medianMilliseconds.toFixed(2)} ms, 95th percentile ${p95Milliseconds.toFixed(2)} ms, ${steadyMilliseconds.toFixed(2)} ms in the long run`,
    ratio: `${ratio.toFixed(2)} of reading it with smol-toml`,
  })),
  ...server.starts.map(({ command, milliseconds, ratio }) => ({
    what: 'language server: start to first diagnostics',
    with: command,
    result: `${milliseconds.toFixed(0)} ms`,
    ratio: `${ratio.toFixed(2)} of bare Node`,
  })),
  ...server.memory.map(({ documents, megabytes }) => ({
    what: `language server: memory with ${documents.toLocaleString('en')} open documents`,
    with: 'smolfile lsp',
    result: `${megabytes.toFixed(0)} MB`,
    ratio: `${(megabytes / server.memory[0]!.megabytes).toFixed(2)} of one`,
  })),
  {
    what: `language server: heap after ${memory.edits} edits`,
    with: '30 lines',
    result: `${(memory.after / 1e6).toFixed(1)} MB`,
    ratio: `${(memory.after / memory.before).toFixed(2)} of after 1,000`,
  },
];
const columns = ['what', 'with', 'result', 'ratio'] as const;
const widths = columns.map((column) => Math.max(column.length, ...rows.map((row) => row[column].length)));
const line = (cells: readonly string[]): string =>
  cells
    .map((cell, at) => (at > 1 ? cell.padStart(widths[at]!) : cell.padEnd(widths[at]!)))
    .join('  ')
    .trimEnd();
console.log(line(columns));
console.log(line(widths.map((width) => '-'.repeat(width))));
for (const row of rows) console.log(line(columns.map((column) => row[column])));

if (values.json !== undefined) {
  const machine = {
    node: process.version,
    platform: `${process.platform}-${process.arch}`,
    cpu: cpus()[0]?.model,
  };
  writeFileSync(
    values.json,
    `${JSON.stringify({ formatVersion: 1, machine, startup, many, manyFiles, parser, growth, files, keystrokes, memory, server }, undefined, 2)}\n`,
  );
}
// the server of the memory row would live on
process.exit();
