import { joinPath } from '../reader.ts';
import type { Entry, MapNode, Node } from './node.ts';

/** Keys of a service whose values are paths of the host, and how deep they stand. */
const PATHS: Readonly<Record<string, readonly string[]>> = {
  build: ['context'],
  volumes: ['source'],
  env_file: ['path'],
};

/**
 * Makes the relative paths of a file from another folder relative to the source's folder, as Compose takes them.
 *
 * @param folder of the file, relative to the source's; empty or `.` for the same.
 */
export function rebase(root: MapNode, folder: string): MapNode {
  if (folder === '' || folder === '.') return root;
  return mapEntry(root, 'services', (services) =>
    eachEntry(services, (service) => {
      let result = service;
      for (const [key, inside] of Object.entries(PATHS))
        result = mapEntry(result, key, (node) => rebased(node, folder, key, inside));
      return result;
    }),
  ) as MapNode;
}

function rebased(node: Node, folder: string, key: string, inside: readonly string[]): Node {
  if (node.kind === 'scalar')
    return node.type === 'null' ? node : { ...node, text: moved(node.text, folder, key) };
  if (node.kind === 'list')
    return { ...node, items: node.items.map((item) => rebased(item, folder, key, inside)) };
  let result: Node = node;
  for (const name of inside)
    result = mapEntry(result, name, (value) =>
      value.kind === 'scalar' && (key !== 'volumes' || value.text.startsWith('.'))
        ? { ...value, text: path(value.text, folder) }
        : value,
    );
  return result;
}

function moved(text: string, folder: string, key: string): string {
  if (key !== 'volumes') return path(text, folder);
  // a name of a volume is no path
  if (!text.startsWith('.')) return text;
  const [source = '', ...rest] = text.split(':');
  return [path(source, folder), ...rest].join(':');
}

function path(text: string, folder: string): string {
  if (text.startsWith('/') || text.startsWith('~') || /^\w+:\/\//.test(text)) return text;
  const joined = joinPath(folder, text);
  return joined === '.' || joined.startsWith('/') || joined.startsWith('..') ? joined : `./${joined}`;
}

function mapEntry(node: Node, key: string, change: (value: Node) => Node): Node {
  const entry = node.kind === 'map' ? node.entries.get(key) : undefined;
  if (node.kind !== 'map' || !entry) return node;
  return {
    ...node,
    entries: new Map<string, Entry>([...node.entries, [key, { ...entry, value: change(entry.value) }]]),
  };
}

function eachEntry(node: Node, change: (value: Node) => Node): Node {
  if (node.kind !== 'map') return node;
  return {
    ...node,
    entries: new Map(
      Array.from(node.entries, ([name, entry]) => [name, { ...entry, value: change(entry.value) }]),
    ),
  };
}
