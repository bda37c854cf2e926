import {
  classifyHost,
  hostFilter,
  patternEntry,
  type HostEntry,
  type HostFilter,
} from '../grammars/index.ts';
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
    effectiveList(context, 'network.allow_hosts').map((item) => ({
      item,
      host: classifyHost(item.value, context.release),
    })),
  );
}

/** Both lists of names: each entry as it is in the filter, with where it was written (values 3). */
export function filterEntries(context: RuleContext): readonly { item: TextContribution; entry: string }[] {
  return context.once(filterEntries, () => [
    ...effectiveList(context, 'network.allow_hosts').map((item) => ({ item, entry: item.value })),
    ...effectiveList(context, 'network.allow_host_patterns').map((item) => ({
      item,
      entry: patternEntry(item.value),
    })),
  ]);
}

/** Which names the machine may ask for; undefined where no list has an entry, so that all pass. */
export function hostFilterOf(context: RuleContext): HostFilter | undefined {
  return context.once(hostFilterOf, () => {
    const entries = filterEntries(context).map(({ entry }) => entry);
    return entries.length === 0 ? undefined : hostFilter(entries, context.release);
  });
}
