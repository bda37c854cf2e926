import type { RuleContext } from './context.ts';
import { effectiveList, type TextContribution } from './effective.ts';

/** The words that a machine starts: `entrypoint`, then `cmd`. */
export interface Workload {
  readonly entrypoint: readonly TextContribution[];
  readonly cmd: readonly TextContribution[];
}

/** What the command starts, as far as file and flags say; the image may add to it. */
export function workloadOf(context: RuleContext): Workload {
  const cmd = artifactList(context, 'cmd');
  // arguments of the call replace the file's entrypoint too under `machine run`, and under it alone (facts 2.5)
  const replaced = context.command === 'run' && cmd[0]?.layer === 'COMMAND';
  return { entrypoint: replaced ? [] : artifactList(context, 'entrypoint'), cmd };
}

/**
 * A merged list of words; nothing for a value that is no array, which smolvm refuses. The one that `[artifact]` feeds is fed by
 * `[pack]` where there is no `[artifact]` (facts 2.7).
 */
function artifactList(context: RuleContext, name: 'entrypoint' | 'cmd'): TextContribution[] {
  const { settings, command } = context;
  const list = effectiveList(context, name).filter(
    ({ layer, source }) => source !== undefined || settings.get(layer)?.value.type === 'array',
  );
  if (command !== 'pack' || settings.has('artifact') || list[0]?.source) return list;
  const layer = `pack.${name}`;
  const own = settings.strings(layer) ?? [];
  return own.length > 0 ? own.map((item) => ({ ...item, layer })) : list;
}
