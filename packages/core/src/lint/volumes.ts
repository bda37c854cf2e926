import { mayBeRemote, parseAnyVolume, type ValueProblem, type Volume } from '../grammars/index.ts';
import type { RuleContext } from './context.ts';
import type { Rank } from '../model/diagnostic.ts';
import type { GivenText } from '../merge/index.ts';

/** One volume of the list that smolvm takes. */
export interface VolumeItem {
  readonly item: GivenText;
  /** Its place in the list. */
  readonly place: number;
  /** Absent when it cannot be read, and for a disk of the machine. */
  readonly volume?: Volume;
  /** Where a disk of the machine is mounted (values 22). */
  readonly disk?: string;
  readonly problem?: ValueProblem;
  /** Whether this command of this release takes it for a remote store (facts 4.2, values 22). */
  readonly remote: boolean;
}

/** The volumes of a file, as the command and release of the context read them. */
export function volumesOf(context: RuleContext): readonly VolumeItem[] {
  return context.once(volumesOf, () => readVolumes(context));
}

function readVolumes(context: RuleContext): VolumeItem[] {
  const { release } = context;
  const { texts } = context.merged('volumes');
  // asked for only where it matters: what does not depend on the command holds for all of them
  const command = texts.some(({ value }) => mayBeRemote(value)) ? context.command : 'create';
  return texts.map((item, place) => {
    const parsed = parseAnyVolume(item.value, release, command);
    if (!parsed.ok) {
      return { item, place, remote: parsed.problem.reason.startsWith('remote-'), problem: parsed.problem };
    }
    const { value } = parsed;
    if (value.kind === 'disk') return { item, place, remote: false, disk: value.target };
    return { item, place, remote: value.kind === 'remote', volume: value.volume };
  });
}

/** One volume that is a directory of the host. */
export interface HostVolume {
  readonly item: GivenText;
  readonly place: number;
  readonly volume: Volume;
}

/** The volumes that are directories of the host. */
export function hostVolumes(context: RuleContext): readonly HostVolume[] {
  return context.once(hostVolumes, () =>
    volumesOf(context).flatMap(({ item, place, volume, remote }) =>
      volume && !remote ? [{ item, place, volume }] : [],
    ),
  );
}

/** What smolvm asks of one directory of the host, in its order. */
const STEPS = ['format', 'source', 'protected', 'target'] as const;

/** What a shell would expand in a source, and smolvm takes as it is. */
export function unexpandedIn(source: string): string | undefined {
  return /^~[^/]*|\$(?:\w+|\{[^}]*\})/.exec(source)?.[0];
}

/** Where in its check of all volumes smolvm comes to this one: disks of the machine before directories of the host. */
export function rankOfVolume(
  { place, disk, problem }: Pick<VolumeItem, 'place' | 'disk' | 'problem'>,
  step: (typeof STEPS)[number],
): Rank {
  const isDisk = disk !== undefined || problem?.reason.startsWith('disk-');
  return [isDisk ? 0 : 1, place, STEPS.indexOf(step)];
}
