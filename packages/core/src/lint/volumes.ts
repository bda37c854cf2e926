import type { LocatedString } from '../document/settings.ts';
import { hasRemoteVolumes, parseRemoteVolume, parseVolume, type ValueProblem, type Volume } from '../values/index.ts';
import { effectiveList, type RuleContext } from './context.ts';

/** One volume of the list that smolvm takes. */
export interface VolumeItem {
  readonly item: LocatedString;
  /** Absent when it cannot be read. */
  readonly volume?: Volume;
  readonly problem?: ValueProblem;
  /** Whether this command of this version takes it for a remote store (facts 4.2, Δ v1.9.3). */
  readonly remote: boolean;
}

/** The volumes of a file, as the command and version of the context read them. */
export function volumesOf({ settings, command, smolvm }: RuleContext): VolumeItem[] {
  const readsRemote = command === 'create' && hasRemoteVolumes(smolvm);
  return (effectiveList(settings, 'volumes')?.items ?? []).map((item) => {
    const asRemote = readsRemote ? parseRemoteVolume(item.value) : undefined;
    const parsed = asRemote ?? parseVolume(item.value, smolvm);
    const remote = asRemote !== undefined;
    return parsed.ok ? { item, remote, volume: parsed.value } : { item, remote, problem: parsed.problem };
  });
}

/** The volumes that are directories of the host. */
export function hostVolumes(context: RuleContext): { item: LocatedString; volume: Volume }[] {
  return volumesOf(context).flatMap(({ item, volume, remote }) => (volume && !remote ? [{ item, volume }] : []));
}
