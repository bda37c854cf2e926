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
export { BEHAVIOUR_NAMES, type BehaviourName, type GrammarName } from './generated/tables.ts';
export type * from './types.ts';
