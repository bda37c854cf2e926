import { execFile } from 'node:child_process';
import { parseArgs, promisify } from 'node:util';
import * as fc from 'fast-check';
import { compareApi } from '../api/equivalence.ts';
import { apiServer } from '../api/server.ts';
import { inputs } from '../generate/inputs.ts';
import type { Input } from '../outcome.ts';
import { programOf } from '../program/fetch.ts';
import { available } from './available.ts';
import { numberOf, releasesOf } from './options.ts';

/** The first releases with an API to the newest: before and after it refused what it does not know. */
const RELEASES = '1.9.1,1.22.2,1.32.2';

/** `serve`: machines by `machine create` and by the API of a real server, record against record. */
export async function serve(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: { releases: { type: 'string' }, cases: { type: 'string' }, seed: { type: 'string' } },
  });
  const seed = numberOf('seed', values.seed, Date.now() % 1_000_000_000);
  const cases = numberOf('cases', values.cases, 300);
  let wrong = 0;
  for (const release of await available(releasesOf(values.releases ?? RELEASES))) {
    // one server at a time
    // oxlint-disable-next-line no-await-in-loop
    wrong += await oneRelease(release, cases, seed);
  }
  console.log(`again with --seed ${seed}`);
  return wrong > 0 ? 1 : 0;
}

async function oneRelease(release: string, cases: number, seed: number): Promise<number> {
  const { stdout } = await promisify(execFile)(await programOf(release), ['serve', 'start', '--help']);
  const server = await apiServer(release, stdout);
  const tally = { made: 0, alike: 0, named: 0, wrong: 0, tried: 0 };
  const reported = new Map<string, number>();
  try {
    for (const input of stream(release, seed)) {
      if (tally.made + tally.wrong >= cases || tally.tried >= cases * 40) break;
      tally.tried += 1;
      // a server has one machine of the name at a time
      // oxlint-disable-next-line no-await-in-loop
      const result = await compareApi(release, input, server);
      if (result.kind === 'refused') continue;
      const unnamed = result.kind === 'made' ? result.unnamed : [`body refused: ${result.reply}`];
      if (result.kind !== 'made' && isHosts(result.reply)) continue;
      for (const { key } of result.request.notCarried) {
        const name = key.replace(/^((?:env|secrets|network\.credentials)\.).*/, '$1NAME');
        reported.set(name, (reported.get(name) ?? 0) + 1);
      }
      if (unnamed.length > 0) {
        tally.wrong += 1;
        console.log(
          `\n${release}: ${unnamed.join('\n  ')}\n  ${JSON.stringify(input.args)}\n${indented(input.smolfile)}`,
        );
      } else {
        tally.made += 1;
        if (result.kind === 'made' && result.named.length > 0) tally.named += 1;
        else tally.alike += 1;
      }
    }
  } finally {
    await server.end();
  }
  const { made, alike, named, wrong, tried } = tally;
  console.log(
    `smolvm ${release}: ${made} of ${made + wrong} machines alike (${alike} in everything, ${named} but for what the report names), of ${tried} inputs; seed ${seed}`,
  );
  const keys = [...reported].toSorted(([, a], [, b]) => b - a).map(([key, count]) => `${key} ${count}`);
  console.log(`  reported: ${keys.join(', ')}`);
  return wrong + Number(made < cases / 2);
}

/** Random calls of `machine create`, one after the other. */
function* stream(release: string, seed: number): Generator<Input> {
  for (let round = 0; ; round++)
    yield* fc.sample(inputs(['create'], release), { seed: seed + round, numRuns: 100 });
}

/** What is the host's: the API makes the disks at once, and a file of exbibytes is too large for it. */
function isHosts(reply: string): boolean {
  return reply.includes('seek to create disk');
}

function indented(text: string): string {
  return text
    .trimEnd()
    .split('\n')
    .map((line) => `  | ${line}`)
    .join('\n');
}
