import { parsePort, type Parsed, type PublishedPorts } from '../grammars/index.ts';
import type { GivenText } from '../merge/index.ts';
import type { RuleContext } from './context.ts';

/** One entry of the merged `ports`. */
export interface PortItem {
  readonly item: GivenText;
  readonly port: Parsed<PublishedPorts>;
}

/** The entries of `ports` and its flags, as the release reads them. */
export function portsOf(context: RuleContext): readonly PortItem[] {
  return context.once(portsOf, () =>
    context.merged('ports').texts.map((item) => ({ item, port: parsePort(item.value, context.release) })),
  );
}
