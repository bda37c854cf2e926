import { mapPort, readPort } from '../map/ports.ts';
import { itemFor } from './item.ts';
import { textOf, valueAt, type Entry } from './node.ts';
import type { ServiceParts } from './parts.ts';

/** Published ports, short and long. */
export function mapPorts({ value }: Entry, { plan }: ServiceParts): void {
  if (value.kind !== 'list') return;
  for (const node of value.items) {
    const item = itemFor('ports', node);
    const text = textOf(node);
    const port =
      text === undefined
        ? {
            address: textOf(valueAt(node, 'host_ip')) ?? '',
            host: textOf(valueAt(node, 'published')) ?? '',
            guest: textOf(valueAt(node, 'target')) ?? '',
            protocol: textOf(valueAt(node, 'protocol')) ?? 'tcp',
          }
        : readPort(text);
    if (!port || !/^\d+(?:-\d+)?$/.test(port.guest) || !/^(?:\d+(?:-\d+)?)?$/.test(port.host))
      plan.drop(item, `\`${text ?? ''}\` is no port.`);
    else mapPort(plan, item, port);
  }
}
