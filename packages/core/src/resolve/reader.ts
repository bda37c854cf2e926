import { Merge, UNGIVEN, type MergeSources } from '../merge/index.ts';
import type { RuleContext } from '../lint/context.ts';
import { keyByPath, mergeFor } from '../schema/index.ts';

/** As much of a rule's context as there is without a linter's run. */
export function readerOf(
  sources: MergeSources,
): Pick<RuleContext, 'call' | 'release' | 'settings' | 'merged'> {
  const { call, release, settings, command } = sources;
  const merge = new Merge(sources);
  return {
    call,
    release,
    settings,
    merged: (path) => {
      const key = keyByPath(path, release);
      const rule = key && mergeFor(key, command, release);
      return key && rule ? merge.merged(key, rule) : UNGIVEN;
    },
  };
}
