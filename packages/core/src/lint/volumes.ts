import { parseAnyVolume, type ValueProblem, type Volume } from '../grammars/index.ts';
import type { RuleContext } from './context.ts';
import type { GivenText } from '../merge/index.ts';

/** One volume of the list that smolvm takes. */
export interface VolumeItem {
  readonly item: GivenText;
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
  const { command, release } = context;
  return context.merged('volumes').texts.map((item) => {
    const parsed = parseAnyVolume(item.value, release, command);
    if (!parsed.ok) {
      return { item, remote: parsed.problem.reason.startsWith('remote-'), problem: parsed.problem };
    }
    const { value } = parsed;
    if (value.kind === 'disk') return { item, remote: false, disk: value.target };
    return { item, remote: value.kind === 'remote', volume: value.volume };
  });
}

/** The volumes that are directories of the host. */
export function hostVolumes(context: RuleContext): { item: GivenText; volume: Volume }[] {
  return volumesOf(context).flatMap(({ item, volume, remote }) =>
    volume && !remote ? [{ item, volume }] : [],
  );
}
