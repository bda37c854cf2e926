import { argv } from 'node:process';
import { fileURLToPath } from 'node:url';
import { formatText, lint, parseSmolfile, resolve } from '@smolfile/core';
import { importSource } from '@smolfile/core/import';
import { median } from './median.ts';

/** How the work on a document grows with it. */
export interface GrowthRow {
  readonly operation: string;
  readonly kilobytes: number;
  /** Median, processor time. */
  readonly milliseconds: number;
  /** Power of the size with which the time grows from the size before: 1 is linear. Undefined for the smallest. */
  readonly exponent: number | undefined;
}

const SIZES = [10, 100, 1000];
/** For one size of one operation, in milliseconds. */
const PATIENCE = 2000;
const OPERATIONS: Readonly<Record<string, (text: string) => unknown>> = {
  lint: (text) => lint(parseSmolfile(text)),
  resolve: (text) => resolve(parseSmolfile(text), { command: 'create' }),
  format: formatText,
  import: (text) => importSource(text, { path: 'compose.yaml' }),
};

/** Measures everything that is done to a file, from its text on, up to sizes that nobody would write. */
export function benchGrowth(): GrowthRow[] {
  const inputs = SIZES.map((kilobytes) => ({
    Smolfile: smolfileOf(kilobytes / 1000),
    compose: composeOf(kilobytes / 1000),
  }));
  return Object.entries(OPERATIONS).flatMap(([operation, run]) => {
    const kind = operation === 'import' ? 'compose' : 'Smolfile';
    // Until the compiler knows all of it: what comes first would seem to grow less.
    for (const start = performance.now(); performance.now() - start < PATIENCE;) run(inputs[0]![kind]);
    const times = inputs.map((input) => median(rounds(run, input[kind])));
    return SIZES.map((kilobytes, at) => ({
      operation,
      kilobytes,
      milliseconds: times[at]!,
      exponent: at === 0 ? undefined : exponent(times, SIZES, at),
    }));
  });
}

/** With which power of the sizes the times grow, from one to the next. */
export function exponent(times: readonly number[], sizes: readonly number[], at: number): number {
  return Math.log(times[at]! / times[at - 1]!) / Math.log(sizes[at]! / sizes[at - 1]!);
}

/** One service with a long list of variables, ports and comments. */
function composeOf(megabytes: number): string {
  const count = Math.round((megabytes * 1_000_000) / 75);
  const lines = Array.from(
    { length: count },
    (_, at) => `      SETTING_${at}: value of ${at} # what service ${at} needs to know\n`,
  );
  return `services:\n  web:\n    image: alpine:3.20\n    environment:\n${lines.join('')}`;
}

/** Lists and secrets with comments, as real files have them, only more: accepted by smolvm, and hardly a finding. */
function smolfileOf(megabytes: number): string {
  const lists: readonly (readonly [string, (index: number) => string])[] = [
    ['allow_hosts', (index) => `  "api-${index}.example.com", # needed by service ${index}\n`],
    ['allow_cidrs', (index) => `  "10.${(index >> 8) & 255}.${index & 255}.${(index >> 16) & 255}/32",\n`],
  ];
  const secrets = (index: number): string =>
    `\n# Of service ${index}\n[secrets.SERVICE_${index}_TOKEN]\nfrom_env = "TOKEN_${index}"\n`;
  const count = Math.round((megabytes * 1_000_000) / 260);
  const times = (line: (index: number) => string): string =>
    Array.from({ length: count }, (_, at) => line(at)).join('');
  const text = `image = "alpine:3.20"
net = true
env = [
${times((index) => `  "SETTING_${index}=value of ${index}",\n`)}]
init = [
${times((index) => `  "mkdir -p /srv/${index}",\n`)}]

[network]
${lists.map(([key, line]) => `${key} = [\n${times(line)}]\n`).join('')}${times(secrets)}`;
  // Joined pieces are a rope inside V8; a file that was read is flat, which is what is to be measured.
  return Buffer.from(text).toString();
}

/** As many times as fit, once at least. */
function rounds(run: (text: string) => unknown, text: string): number[] {
  const start = performance.now();
  const times: number[] = [];
  do times.push(timed(run, text));
  while (times.length < 7 && performance.now() - start < PATIENCE);
  return times;
}

/** What takes less than the clock can tell is done until it takes more. */
function timed(run: (text: string) => unknown, text: string): number {
  const start = process.cpuUsage();
  let runs = 0;
  let user = 0;
  do {
    run(text);
    runs++;
    ({ user } = process.cpuUsage(start));
  } while (user < 20_000);
  return user / 1000 / runs;
}

if (argv[1] === fileURLToPath(import.meta.url)) console.table(benchGrowth());
