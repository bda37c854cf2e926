export {
  behaviour,
  dataTurns,
  NEWEST_RELEASE,
  OLDEST_RELEASE,
  Release,
  releaseAt,
  RELEASES,
} from './release.ts';
export { releasesIn, type RangeProblem, type ReleaseRange } from './range.ts';
export { mergePatch, patched } from './patch.ts';
export type { BehaviourName, GrammarName } from './generated/tables.ts';
export type * from './types.ts';
