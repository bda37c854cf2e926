import { dataTurns } from '../release/index.ts';
import { everyFlag } from './flags.ts';
import { EVERY_KEY } from './generated/keys.ts';
import { allKeys } from './walk.ts';

let turns: ReadonlySet<string> | undefined;

/** The releases at which a key, a flag, a grammar or a named behaviour changes, by version. */
export function vocabularyTurns(): ReadonlySet<string> {
  turns ??= new Set([
    ...dataTurns(),
    ...[...allKeys(EVERY_KEY), ...everyFlag()].flatMap(({ changes = [] }) =>
      changes.map(({ before }) => before),
    ),
  ]);
  return turns;
}
