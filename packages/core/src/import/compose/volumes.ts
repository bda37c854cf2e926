import { mapMount, readMount, type Mount } from '../map/mounts.ts';
import { itemFor } from './item.ts';
import { textOf, valueAt, type Entry, type Node } from './node.ts';
import type { ServiceParts } from './service.ts';

/** Mounts, short and long. */
export function mapVolumes({ value }: Entry, { plan, context }: ServiceParts): void {
  if (value.kind !== 'list') return;
  for (const node of value.items) {
    const item = itemFor('volumes', node);
    const mount = node.kind === 'map' ? longMount(node) : readMount(textOf(node) ?? '');
    if (mount) mapMount(plan, item, mount, context.reader, context.variables('HOME'));
    else plan.drop(item, `\`${textOf(node) ?? ''}\` is no mount.`);
  }
}

const TYPES: Readonly<Record<string, Mount['type']>> = { bind: 'bind', volume: 'volume', tmpfs: 'tmpfs' };

function longMount(node: Node): Mount {
  return {
    type: TYPES[textOf(valueAt(node, 'type')) ?? 'volume'] ?? 'other',
    source: textOf(valueAt(node, 'source')) ?? '',
    target: textOf(valueAt(node, 'target')) ?? '',
    readOnly: textOf(valueAt(node, 'read_only')) === 'true',
  };
}
