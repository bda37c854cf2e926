import { mapMount, readMount, type Mount } from '../map/mounts.ts';
import { isSshAgent, mapSshAgent } from '../map/ssh-agent.ts';
import { itemFor } from './item.ts';
import type { Project } from './load.ts';
import { itemsOf, textOf, valueAt, type Entry, type Node } from './node.ts';
import type { ServiceParts } from './parts.ts';

/** Mounts, short and long. */
export function mapVolumes({ value }: Entry, { plan, project, name, context }: ServiceParts): void {
  if (value.kind !== 'list') return;
  for (const node of value.items) {
    const item = itemFor('volumes', node);
    const mount = mountOf(node);
    const sharers = mount?.type === 'volume' ? sharersOf(mount.source, name, project) : [];
    if (sharers.length > 0)
      plan.notes.push(
        `The volume \`${mount?.source}\` is that of ${sharers.join(', ')}, too, but machines share no disk: a folder of the host, mounted in both, is what they can share.`,
      );
    if (mount) mapMount(plan, item, mount, context.reader, context.variables('HOME'));
    // the host's variables are not read, so nothing may be left of its source
    else if (isSshAgent(item, '')) mapSshAgent(plan, item);
    else plan.drop(item, `\`${textOf(node) ?? ''}\` is no mount.`);
  }
}

function mountOf(node: Node): Mount | undefined {
  return node.kind === 'map' ? longMount(node) : readMount(textOf(node) ?? '');
}

/** Other services that mount a volume. */
function sharersOf(volume: string, own: string, { services }: Project): string[] {
  if (volume === '') return [];
  return Array.from(services)
    .filter(
      ([name, { value }]) =>
        name !== own &&
        itemsOf(valueAt(value, 'volumes')).some((node) => {
          const mount = mountOf(node);
          return mount?.type === 'volume' && mount.source === volume;
        }),
    )
    .map(([name]) => name);
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
