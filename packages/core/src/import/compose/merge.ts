import type { Entry, ListNode, MapNode, Node } from './node.ts';
import { textOf, valueAt } from './node.ts';

/** Lists that are replaced as a whole. */
const REPLACED = new Set(['command', 'entrypoint', 'healthcheck.test']);
/** Maps that may be written as lists of `NAME=value`; they are merged by name. */
const BY_NAME = new Set([
  'environment',
  'labels',
  'annotations',
  'sysctls',
  'build.args',
  'build.labels',
  'extra_hosts',
  'depends_on',
  'networks',
  'deploy.labels',
]);

/**
 * Merges one service, or any part of one, over another by the rules of Compose (import 4): maps by key, lists one after
 * the other, commands replaced; ports, volumes, secrets and configs by what they stand for.
 *
 * @param path of the two in the service: `deploy.resources`; empty for the service itself.
 */
export function merge(base: Node, over: Node, path = ''): Node {
  if (over.tag === '!override' || REPLACED.has(path)) return over;
  if (BY_NAME.has(path)) return mergeMaps(asMap(base), asMap(over), path);
  if (base.kind === 'map' && over.kind === 'map') return mergeMaps(base, over, path);
  if (base.kind === 'list' && over.kind === 'list') return mergeLists(base, over, path);
  // one value and a list of them are the same thing
  if (base.kind === 'list' && over.kind === 'scalar' && over.type !== 'null')
    return mergeLists(base, listOf(over), path);
  if (base.kind === 'scalar' && base.type !== 'null' && over.kind === 'list')
    return mergeLists(listOf(base), over, path);
  if (over.kind === 'scalar' && over.type === 'null' && base.kind !== 'scalar') return base;
  return over;
}

function mergeMaps(base: MapNode, over: MapNode, path: string): MapNode {
  const entries = new Map(base.entries);
  for (const [key, entry] of over.entries) {
    const earlier = entries.get(key);
    if (entry.value.tag === '!reset') entries.delete(key);
    else if (earlier)
      entries.set(key, {
        ...entry,
        value: merge(earlier.value, entry.value, path === '' ? key : `${path}.${key}`),
      });
    else entries.set(key, entry);
  }
  return { ...over, entries };
}

function mergeLists(base: ListNode, over: ListNode, path: string): ListNode {
  const identity = IDENTITIES[path];
  if (!identity) return { ...over, items: [...base.items, ...over.items] };
  const items = new Map<string, Node>();
  for (const item of [...base.items, ...over.items]) items.set(identity(item), item);
  return { ...over, items: [...items.values()] };
}

/** What tells whether two elements are the same one; the later takes the place of the earlier. */
const IDENTITIES: Readonly<Record<string, (item: Node) => string>> = {
  volumes: targetOf,
  secrets: targetOf,
  configs: targetOf,
  ports: (item) =>
    item.kind === 'scalar'
      ? item.text
      : JSON.stringify(
          ['host_ip', 'published', 'target', 'protocol'].map((key) => textOf(valueAt(item, key)) ?? ''),
        ),
};

function targetOf(item: Node): string {
  if (item.kind === 'map') return textOf(valueAt(item, 'target')) ?? textOf(valueAt(item, 'source')) ?? '';
  const [first = '', second = first] = item.kind === 'scalar' ? item.text.split(':') : [];
  return second;
}

function listOf(node: Node): ListNode {
  return { kind: 'list', items: [node], place: node.place };
}

/** A list of `NAME=value` as the map that it stands for; a name without value is null. */
export function asMap(node: Node): MapNode {
  if (node.kind === 'map') return node;
  const items = node.kind === 'list' ? node.items : [];
  const entries = new Map<string, Entry>();
  for (const item of items) {
    if (item.kind !== 'scalar') continue;
    const separator =
      /[=:]/.exec(item.text.includes('=') ? item.text.replaceAll(':', ' ') : item.text)?.index ?? -1;
    const key = separator < 0 ? item.text : item.text.slice(0, separator);
    const { comments } = item;
    const raw = item.raw ?? item.text;
    const value: Node =
      separator < 0
        ? { kind: 'scalar', type: 'null', text: '', place: item.place, tag: 'bare' }
        : {
            kind: 'scalar',
            type: 'string',
            text: item.text.slice(separator + 1),
            place: item.place,
            raw: raw.slice(raw.search(item.text.includes('=') ? '=' : ':') + 1),
          };
    entries.set(key, { key, place: item.place, value, ...(comments && { comments }) });
  }
  return { kind: 'map', entries, place: node.place };
}
