import { argv } from 'node:process';
import { fileURLToPath } from 'node:url';
import { formatText, lint, parseSmolfile, resolve } from '@smolfile/core';
import { median } from './median.ts';

/** How the work on a document grows with it. */
export interface GrowthRow {
  readonly operation: string;
  readonly megabytes: number;
  /** Median, processor time. */
  readonly milliseconds: number;
  /** Time for each megabyte relative to that of the smallest document: 1 is linear. */
  readonly ratio: number;
}

const SIZES = [1, 2, 4, 8];
const OPERATIONS: Readonly<Record<string, (text: string) => unknown>> = {
  lint: (text) => lint(parseSmolfile(text)),
  resolve: (text) => resolve(parseSmolfile(text), { command: 'create' }),
  format: formatText,
};

/** Measures everything that is done to a file, from its text on, for Smolfiles that nobody would write. */
export function benchGrowth(rounds: number = 3): GrowthRow[] {
  const texts = SIZES.map(smolfileOf);
  return Object.entries(OPERATIONS).flatMap(([operation, run]) => {
    run(smolfileOf(0.1));
    const times = texts.map((text) => median(Array.from({ length: rounds }, () => timed(run, text))));
    return SIZES.map((megabytes, at) => ({
      operation,
      megabytes,
      milliseconds: times[at]!,
      ratio: times[at]! / megabytes / (times[0]! / SIZES[0]!),
    }));
  });
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

function timed(run: (text: string) => unknown, text: string): number {
  const start = process.cpuUsage();
  run(text);
  return process.cpuUsage(start).user / 1000;
}

if (argv[1] === fileURLToPath(import.meta.url)) console.table(benchGrowth());
