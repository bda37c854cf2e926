import { classifyHost, type HostEntry } from '../grammars/index.ts';
import type { RuleContext } from './context.ts';
import { effectiveList, type TextContribution } from './effective.ts';

/** One entry of the merged `allow_hosts`. */
export interface HostItem {
  readonly item: TextContribution;
  readonly host: HostEntry;
}

/** The entries of `allow_hosts` and its flags, with what each is by its spelling. */
export function hostsOf(context: RuleContext): readonly HostItem[] {
  return context.once(hostsOf, () =>
    effectiveList(context, 'network.allow_hosts').map((item) => ({ item, host: classifyHost(item.value) })),
  );
}
