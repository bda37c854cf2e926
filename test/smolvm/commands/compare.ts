import { parseArgs } from 'node:util';
import { differenceFor } from '../differences.ts';
import { runQuickly } from '../program/quick.ts';
import { runToTheEnd } from '../program/to-the-end.ts';
import { search, type Finding, type SearchOptions } from '../search.ts';
import { countsTable, groupLines } from '../table.ts';
import { available } from './available.ts';
import { commandsOf, numberOf, releasesOf } from './options.ts';

/** `compare`: toolkit against program on random inputs. */
export async function compare(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      releases: { type: 'string' },
      cases: { type: 'string' },
      seed: { type: 'string' },
      commands: { type: 'string' },
      'to-the-end': { type: 'string' },
      tolerate: { type: 'string' },
    },
  });
  const seed = numberOf('seed', values.seed, Date.now() % 1_000_000_000);
  const cases = numberOf('cases', values.cases, 500);
  const ends = numberOf('to-the-end', values['to-the-end'], 0);
  const commands = commandsOf(values.commands);
  const releases = await available(releasesOf(values.releases));
  if (releases.length === 0) return 0;
  console.log(
    `seed ${seed}, ${cases} cases of ${commands.join(', ')} for each of ${releases.join(', ')}; ${ends} of them to the end`,
  );
  const start = performance.now();
  const tally = await search({
    releases,
    cases,
    seed,
    commands,
    run: runner(releases, ends),
    isKnown: (one, release) => differenceFor(one, release) !== undefined,
    onFinding: report,
  });
  const { cases: total, differing } = tally.count();
  console.log(`\n${countsTable(tally)}\n`);
  if (differing > 0) console.log(`${groupLines(tally.ordered)}\n`);
  const seconds = ((performance.now() - start) / 1000).toFixed(0);
  console.log(`${total} cases in ${seconds} s, ${differing} disagree; again with --seed ${seed}`);
  // so many of a hundred cases may still disagree
  return differing * 100 > total * numberOf('tolerate', values.tolerate, 0) ? 1 : 0;
}

/** Runs the first so many accepted cases of each release to their end, and what is made smaller if it must be. */
function runner(releases: readonly string[], ends: number): SearchOptions['run'] {
  const left = new Map(releases.map((release) => [release, ends]));
  return async (release, input, shrinking) => {
    const quick = await runQuickly(release, input);
    const more = shrinking === undefined ? (left.get(release) ?? 0) : 0;
    if (quick.accept !== true || (more === 0 && !/^value: (?:runs|manifest)\./.test(shrinking ?? '')))
      return quick;
    if (shrinking === undefined) left.set(release, more - 1);
    return runToTheEnd(release, input, quick);
  };
}

function report({ kind, release, seed, input, smolvm, toolkit }: Finding): void {
  console.log(
    `\n${kind} (${release}, seed ${seed})\n  ${input.command} ${JSON.stringify(input.args)}\n${indented(input.smolfile)}\n  smolvm:  ${smolvm.replaceAll('\n', '\n           ')}\n  toolkit: ${toolkit}`,
  );
}

function indented(text: string): string {
  return text
    .trimEnd()
    .split('\n')
    .map((line) => `  | ${line}`)
    .join('\n');
}
