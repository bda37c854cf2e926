import {
  classifyHost,
  hostFilter,
  patternEntry,
  type HostEntry,
  type HostFilter,
} from '../grammars/index.ts';
import type { RuleContext } from './context.ts';
import type { GivenText } from '../merge/index.ts';

/** One entry of the merged `allow_hosts`. */
export interface HostItem {
  readonly item: GivenText;
  readonly host: HostEntry;
}

/** The entries of `allow_hosts` and its flags, with what each is by its spelling. */
export function hostsOf(context: RuleContext): readonly HostItem[] {
  return context.once(hostsOf, () =>
    context.merged('network.allow_hosts').texts.map((item) => ({
      item,
      host: classifyHost(item.value, context.release),
    })),
  );
}

/** Both lists of names: each entry as it is in the filter, with where it was written (values 3). */
export function filterEntries(context: RuleContext): readonly { item: GivenText; entry: string }[] {
  return context.once(filterEntries, () => [
    ...context.merged('network.allow_hosts').texts.map((item) => ({ item, entry: item.value })),
    ...context.merged('network.allow_host_patterns').texts.map((item) => ({
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
