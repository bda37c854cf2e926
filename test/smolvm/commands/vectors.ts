import { parseArgs } from 'node:util';
import { replay } from '../replay.ts';
import { countsTable, groupLines } from '../table.ts';
import { numberOf, releasesOf } from './options.ts';

/** `vectors`: what was recorded, replayed on the toolkit at both ends of every range. */
export function vectors(args: readonly string[]): number {
  const { values } = parseArgs({
    args: [...args],
    options: { releases: { type: 'string' }, show: { type: 'string' } },
  });
  const wanted = values.releases === undefined ? undefined : new Set(releasesOf(values.releases));
  const { tally, known } = replay((release) => wanted?.has(release) ?? true);
  console.log(countsTable(tally));
  const groups = tally.ordered;
  const shown = groups.slice(0, numberOf('show', values.show, 40));
  if (shown.length > 0) console.log(`\n${groupLines(shown)}`);
  if (groups.length > shown.length) console.log(`\n${groups.length - shown.length} further kinds: --show N`);
  console.log(`\n${groups.length} kinds of disagreement; ${known} cases under a known difference`);
  return groups.length > 0 ? 1 : 0;
}
