import { argv } from 'node:process';
import { fileURLToPath } from 'node:url';
import iarna from '@iarna/toml';
import { parse as parseSmolToml } from 'smol-toml';
import { parseToml } from '../../packages/core/src/toml/index.ts';
import { type BenchDocument, benchDocuments } from './documents.ts';

/** How fast one parser reads one document. */
export interface ParserRow {
  readonly document: string;
  readonly parser: string;
  readonly megabytesPerSecond: number;
  /** Throughput relative to smol-toml in the same run; above 1 is faster. */
  readonly ratio: number;
}

const parsers: readonly { readonly name: string; readonly parse: (text: string) => unknown }[] = [
  { name: 'smol-toml', parse: parseSmolToml },
  { name: 'smolfile', parse: (text) => parseToml(text) },
  { name: '@iarna/toml', parse: iarna.parse },
];

const rounds = 15;
/** Long enough for a round to hold its share of garbage collections. */
const roundMilliseconds = 60;

/**
 * Measures the parser against two that give values only: no positions, no recovery. Rounds of the three take
 * turns, so that what else the machine does falls on all of them; the median round counts.
 */
export function benchParser(documents: readonly BenchDocument[] = benchDocuments): ParserRow[] {
  return documents.flatMap(({ name, text }) => {
    for (const { parse } of parsers) round(parse, text);
    const speeds = parsers.map((): number[] => []);
    for (let index = 0; index < rounds; index++) {
      for (const [at, { parse }] of parsers.entries()) speeds[at]!.push(round(parse, text));
    }
    const medians = speeds.map((values) => values.toSorted((a, b) => a - b)[Math.floor(rounds / 2)]!);
    return parsers.map((parser, at) => ({
      document: name,
      parser: parser.name,
      megabytesPerSecond: medians[at]!,
      ratio: medians[at]! / medians[0]!,
    }));
  });
}

/** @returns megabytes a second over at least one run and one round's time. */
function round(parse: (text: string) => unknown, text: string): number {
  const start = performance.now();
  let runs = 0;
  let elapsed = 0;
  do {
    parse(text);
    runs++;
    elapsed = performance.now() - start;
  } while (elapsed < roundMilliseconds);
  return (runs * text.length) / 1000 / elapsed;
}

if (argv[1] === fileURLToPath(import.meta.url)) {
  const rows = benchParser().map((row) => ({
    document: row.document,
    parser: row.parser,
    'MB/s': Number(row.megabytesPerSecond.toFixed(1)),
    'of smol-toml': Number(row.ratio.toFixed(2)),
  }));
  console.table(rows);
}
