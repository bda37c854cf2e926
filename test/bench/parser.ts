import { argv } from 'node:process';
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import iarna from '@iarna/toml';
import { parse as parseSmolToml } from 'smol-toml';
import { parseToml } from '../../packages/core/src/toml/index.ts';
import { type BenchDocument, BENCH_DOCUMENTS } from './documents.ts';

/** How fast one parser reads one document. */
export interface ParserRow {
  readonly document: string;
  readonly parser: string;
  readonly megabytesPerSecond: number;
  /** Throughput relative to smol-toml in the same run; above 1 is faster. */
  readonly ratio: number;
}

const PARSERS: readonly { readonly name: string; readonly parse: (text: string) => unknown }[] = [
  { name: 'smol-toml', parse: parseSmolToml },
  { name: 'smolfile', parse: (text) => parseToml(text) },
  { name: '@iarna/toml', parse: iarna.parse },
];

const ROUNDS = 15;
/** Long enough for a round to hold its share of garbage collections. */
const ROUND_MILLISECONDS = 80;

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/**
 * Measures the parser against two that give values only: no positions, no recovery. Rounds of the three take
 * turns, so that what else the machine does falls on all of them; the median round counts.
 */
export function benchParser(documents: readonly BenchDocument[] = BENCH_DOCUMENTS): ParserRow[] {
  return documents.flatMap(({ name, text }) => {
    // A result of each is kept, as whoever parses does: V8 forgets what it learnt about objects that are all gone.
    const kept = PARSERS.map(({ parse }) => parse(text));
    for (const { parse } of PARSERS) round(parse, text);
    const speeds = PARSERS.map((): number[] => []);
    for (let index = 0; index < ROUNDS; index++) {
      for (const [at, { parse }] of PARSERS.entries()) speeds[at]!.push(round(parse, text));
    }
    const medians = speeds.map((values) => values.toSorted((a, b) => a - b)[Math.floor(ROUNDS / 2)]!);
    if (kept.includes(undefined)) throw new Error(`a parser gave nothing for ${name}`);
    return PARSERS.map((parser, at) => ({
      document: name,
      parser: parser.name,
      megabytesPerSecond: medians[at]!,
      ratio: medians[at]! / medians[0]!,
    }));
  });
}

/** @returns megabytes a second over at least one run and one round's time. */
function round(parse: (text: string) => unknown, text: string): number {
  // Each pays for its own garbage, not for what the one before left.
  collectGarbage();
  const start = performance.now();
  let runs = 0;
  let elapsed = 0;
  do {
    parse(text);
    runs++;
    elapsed = performance.now() - start;
  } while (elapsed < ROUND_MILLISECONDS);
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
