import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { inLanes } from '../lanes.ts';
import type { Input, Outcome } from '../outcome.ts';
import { runQuickly } from '../program/quick.ts';
import { runToTheEnd } from '../program/to-the-end.ts';
import { rangesOf } from '../ranges.ts';
import { readReleaseVectors } from '../release-vectors.ts';
import { available } from './available.ts';
import { releasesOf, UsageError } from './options.ts';

/** Where most changes lie between. */
const MARKS = '1.4.0,1.9.1,1.18.2,1.32.2';

/** `record INPUTS.jsonl OUT.jsonl`: what each release does with each input, as ranges. */
export async function record(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      releases: { type: 'string' },
      marks: { type: 'string' },
      'to-the-end': { type: 'boolean' },
    },
  });
  const [from, to] = positionals;
  if (from === undefined || to === undefined) throw new UsageError('record INPUTS.jsonl OUT.jsonl');
  const inputs = readFileSync(from, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Input);
  const releases = await available(releasesOf(values.releases ?? 'all'));
  const marks = releasesOf(values.marks ?? MARKS).filter((mark) => releases.includes(mark));
  if (marks.length === 0) throw new UsageError('none of the releases to start from can be had');
  const known = existsSync(to) ? readReleaseVectors(to) : [];
  const recorded = new Map(known.map((vector) => [vector.id, vector]));
  const left = inputs.filter(({ id }) => !recorded.has(id));
  const run = values['to-the-end'] ? toTheEnd : runQuickly;
  const save = (): void => {
    const all = inputs.flatMap(({ id }) => recorded.get(id) ?? []);
    writeFileSync(to, all.map((one) => `${lineOf(one)}\n`).join(''));
  };
  await inLanes(left, async (input, index) => {
    recorded.set(input.id, await rangesOf(input, releases, marks, run));
    if (index % SAVED_EVERY === SAVED_EVERY - 1) save();
  });
  save();
  console.log(`${left.length} inputs recorded, ${inputs.length - left.length} were there`);
  return 0;
}

/** A recording that is broken off goes on where it was. */
const SAVED_EVERY = 100;

async function toTheEnd(release: string, input: Input): Promise<Outcome> {
  return runToTheEnd(release, input, await runQuickly(release, input));
}

/** JSON with every whole number exact. */
function lineOf(value: unknown): string {
  return JSON.stringify(value, (_, one: unknown) =>
    typeof one === 'bigint' ? `bigint:${one}` : one,
  ).replaceAll(/"bigint:(\d+)"/g, '$1');
}
