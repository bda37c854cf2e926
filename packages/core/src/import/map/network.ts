import { mapFlag } from './flag.ts';
import { imageName } from './image.ts';
import type { Item, Plan } from '../plan.ts';

/** The network of a container: none, the usual one, the host's, another container's, or one with a name. */
export function mapNetworkMode(plan: Plan, item: Item, mode: string): void {
  const [, other] = /^(?:service|container):(.+)$/.exec(mode) ?? [];
  if (mode === 'none') plan.offline = item;
  else if (mode === 'host')
    plan.drop(
      item,
      'A machine has a network of its own: publish the ports that the workload listens on under `[dev]`.',
    );
  else if (other !== undefined)
    plan.drop(item, `A machine has a network of its own, and cannot share that of ${other}.`);
  else if (/^(?:|bridge|default)$/.test(mode)) plan.report(item, 'kept', undefined, 'The usual network.');
  else mapFlag(plan, item, `--network ${imageName(mode)}`, ` ${item.row.why}`);
}
