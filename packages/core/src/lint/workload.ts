import type { RuleContext } from './context.ts';
import type { GivenText } from '../merge/index.ts';

/** The words that a machine starts: `entrypoint`, then `cmd`. */
export interface Workload {
  readonly entrypoint: readonly GivenText[];
  readonly cmd: readonly GivenText[];
}

/** What the command starts, as far as file and flags say; the image may add to it. */
export function workloadOf(context: RuleContext): Workload {
  return context.once(workloadOf, () => readWorkload(context));
}

function readWorkload(context: RuleContext): Workload {
  const cmd = wordsOf(context, 'cmd');
  // arguments of the call replace the file's entrypoint too under `machine run`, and under it alone (facts 2.5)
  const replaced = cmd[0]?.layer === 'COMMAND' && context.command === 'run';
  return { entrypoint: replaced ? [] : wordsOf(context, 'entrypoint'), cmd };
}

/** A merged list of words; nothing for a value that is no array, which smolvm refuses. */
function wordsOf(context: RuleContext, name: 'entrypoint' | 'cmd'): GivenText[] {
  return context
    .merged(name)
    .texts.filter(({ source, setting }) => source !== undefined || setting?.value.type === 'array');
}
