import {
  hasRemoteVolumes,
  parseRemoteVolume,
  parseVolume,
  type ValueProblem,
  type Volume,
} from '../values/index.ts';
import type { RuleContext } from './context.ts';
import { effectiveList, type TextContribution } from './effective.ts';

/** One volume of the list that smolvm takes. */
export interface VolumeItem {
  readonly item: TextContribution;
  /** Absent when it cannot be read. */
  readonly volume?: Volume;
  readonly problem?: ValueProblem;
  /** Whether this command of this version takes it for a remote store (facts 4.2, Δ v1.9.3). */
  readonly remote: boolean;
}

/** The volumes of a file, as the command and version of the context read them. */
export function volumesOf(context: RuleContext): readonly VolumeItem[] {
  return context.once(volumesOf, () => readVolumes(context));
}

function readVolumes(context: RuleContext): VolumeItem[] {
  const { release } = context;
  return effectiveList(context, 'volumes').map((item) => {
    const readsRemote = hasRemoteVolumes(release, context.command);
    const asRemote = readsRemote ? parseRemoteVolume(item.value) : undefined;
    const parsed = asRemote ?? parseVolume(item.value, release);
    const remote = asRemote !== undefined;
    return parsed.ok ? { item, remote, volume: parsed.value } : { item, remote, problem: parsed.problem };
  });
}

/** The volumes that are directories of the host. */
export function hostVolumes(context: RuleContext): { item: TextContribution; volume: Volume }[] {
  return volumesOf(context).flatMap(({ item, volume, remote }) =>
    volume && !remote ? [{ item, volume }] : [],
  );
}
