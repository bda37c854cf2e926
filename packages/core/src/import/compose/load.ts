import { shellWord } from '../../text/shell.ts';
import { SourceError, SourceFile, type Place } from '../place.ts';
import type { VariableFile } from '../start.ts';
import { folderOf, joinPath, type SourceReader } from '../reader.ts';
import { isShellFile, readEnvFile } from '../env-file.ts';
import { interpolate, InterpolationError, type Variables } from './interpolate.ts';
import { merge } from './merge.ts';
import { itemsOf, textOf, valueAt, type Entry, type MapNode, type Node } from './node.ts';
import { rebase } from './rebase.ts';
import { readYaml } from './yaml.ts';

/** A compose file with everything that it brings along. */
export interface Project {
  /** The merged top level. */
  readonly root: MapNode;
  /** What `extends` means is merged in. */
  readonly services: ReadonlyMap<string, Entry & { readonly value: MapNode }>;
  /** The services as they stand in each of the files, before anything is merged. */
  readonly own: readonly (Node | undefined)[];
  /** What Compose calls it: images that are built are called `NAME-SERVICE`. */
  readonly name: string;
  /** `docker compose`, with the flags that make it read this file under this name. */
  readonly command: string;
  /** Values of the variables, `.env` included. */
  readonly variables: Variables;
  /** The `.env` file, where there is one. */
  readonly env: (VariableFile & { readonly path: string }) | undefined;
  /** Variables without a value, and the places that ask for them. */
  readonly unset: readonly { readonly name: string; readonly place: Place }[];
  /** Comments at the top of the file, apart from its first key. */
  readonly comments: readonly string[];
  /** Other files that were merged in unasked. */
  readonly overrides: readonly string[];
}

/** Files that Compose merges over its own without being asked, the first that is there (import 4). */
const OVERRIDES = [
  'compose.override.yml',
  'compose.override.yaml',
  'docker-compose.override.yml',
  'docker-compose.override.yaml',
];
const OWN_NAME = /^(?:docker-)?compose\.ya?ml$/;
/** `extends` and `include` that go round in circles end here. */
const DEEPEST = 20;

/**
 * Reads a compose file, or several of which a later one counts before an earlier one: the override file beside it, what it includes and extends, and puts in the variables.
 *
 * @throws SourceError for what Compose refuses.
 */
export function loadProject(files: readonly SourceFile[], reader: SourceReader, host: Variables): Project {
  const [file, ...others] = files;
  return new Loader(reader, host, folderOf(file!.path)).load(file!, others);
}

class Loader {
  readonly #reader: SourceReader;
  /** Of the compose file, relative to the source's. */
  readonly #folder: string;
  readonly #variables: Variables;
  readonly #env: Project['env'];
  readonly #unset: { name: string; place: Place }[] = [];
  /** By path: a file that is extended twice is read once. */
  readonly #files = new Map<string, MapNode>();

  constructor(reader: SourceReader, host: Variables, folder: string) {
    this.#folder = folder;
    this.#reader = reader;
    const env = new Map<string, string>();
    const path = joinPath(folder, '.env');
    const found = reader.read(path);
    if (found && 'text' in found) {
      const entries = readEnvFile(found.text, host);
      for (const { name, value } of entries) if (value !== undefined) env.set(name, value);
      this.#env = { path, names: new Set(env.keys()), exact: isShellFile(found.text, entries) };
    }
    this.#variables = (name) => host(name) ?? env.get(name);
  }

  load(file: SourceFile, others: readonly SourceFile[]): Project {
    let root = this.#root(file, this.#folder, 0);
    for (const other of others) root = mergeFiles(root, this.#root(other, this.#folder, 0));
    const overrides: string[] = [];
    // nothing is merged in unasked where files are named
    if (others.length === 0 && OWN_NAME.test(file.path.slice(file.path.lastIndexOf('/') + 1))) {
      for (const name of OVERRIDES) {
        const path = joinPath(this.#folder, name);
        const found = this.#reader.read(path);
        if (!found || !('text' in found)) continue;
        root = mergeFiles(root, this.#root(new SourceFile(path, found.text), this.#folder, 0));
        overrides.push(path);
        break;
      }
    }
    const services = new Map<string, Entry & { value: MapNode }>();
    const named = valueAt(root, 'services');
    if (named?.kind !== 'map')
      throw new SourceError(
        named?.place ?? file.place(0, 0),
        'There are no services in this compose file',
        '`services:` is a map of names to services.',
      );
    for (const [name, entry] of named.entries) {
      const value = this.#extended(named, name, this.#folder, 0);
      services.set(name, { ...entry, value });
    }
    const { name, command } = this.#named([file, ...others], root);
    return {
      root,
      name,
      command,
      own: [file, ...others].map(({ path }) => valueAt(this.#files.get(path), 'services')),
      comments: [...(root.comments ?? []), ...aboutFile(root)],
      services,
      variables: this.#variables,
      env: this.#env,
      unset: this.#unset,
      overrides,
    };
  }

  /** By its key, a variable, or its folder, as Compose does; where none is known, the command says one. */
  #named(files: readonly SourceFile[], root: MapNode): Pick<Project, 'name' | 'command'> {
    const folder = this.#reader.folder === undefined ? '' : joinPath(this.#reader.folder, this.#folder);
    const given = textOf(valueAt(root, 'name')) ?? this.#variables('COMPOSE_PROJECT_NAME');
    const name = projectName(given ?? folder.slice(folder.lastIndexOf('/') + 1));
    const words = [
      'docker compose',
      ...(files.length === 1 && OWN_NAME.test(files[0]!.path)
        ? []
        : files.map(({ path }) => `-f ${shellWord(path)}`)),
      ...(name === '' ? ['-p app'] : []),
    ];
    return { name: name === '' ? 'app' : name, command: words.join(' ') };
  }

  /** A file, its documents merged, its includes read, variables put in; paths are seen from the source's folder. */
  #root(file: SourceFile, folder: string, depth: number): MapNode {
    const known = this.#files.get(file.path);
    if (known) return known;
    if (depth > DEEPEST) throw new SourceError(file.place(0, 0), 'Files include each other without an end');
    let root: MapNode | undefined;
    for (const document of readYaml(file)) {
      if (document.kind !== 'map')
        throw new SourceError(document.place, 'A compose file is a map of keys: `services:` and others');
      const filled = this.#filled(document) as MapNode;
      root = root ? mergeFiles(root, filled) : filled;
    }
    if (!root) throw new SourceError(file.place(0, 0), 'This compose file is empty');
    const rebased = rebase(root, folder);
    this.#files.set(file.path, rebased);
    return this.#included(rebased, folder, depth);
  }

  #included(root: MapNode, folder: string, depth: number): MapNode {
    let result = root;
    for (const item of itemsOf(valueAt(root, 'include'))) {
      const paths = item.kind === 'map' ? itemsOf(valueAt(item, 'path')) : [item];
      for (const node of paths) {
        const file = this.#read(joinPath(folder, textOf(node) ?? ''), node.place);
        const other = this.#root(file, folderOf(file.path), depth + 1);
        // what stands in the file itself counts
        result = mergeFiles(other, result);
      }
    }
    return result;
  }

  #read(path: string, place: Place): SourceFile {
    const found = this.#reader.read(path);
    if (!found) throw new SourceError(place, `There is no file ${path}`);
    if ('refused' in found) throw new SourceError(place, `${path} cannot be read: ${found.refused}`);
    return new SourceFile(path, found.text);
  }

  #extended(services: MapNode, name: string, folder: string, depth: number): MapNode {
    const entry = services.entries.get(name);
    if (entry?.value.kind !== 'map')
      throw new SourceError(entry?.place ?? services.place, `The service \`${name}\` is no map of keys`);
    const service = entry.value;
    const extending = valueAt(service, 'extends');
    if (!extending) return service;
    if (depth > DEEPEST) throw new SourceError(extending.place, 'Services extend each other without an end');
    const other = textOf(extending) ?? textOf(valueAt(extending, 'service')) ?? '';
    const path = textOf(valueAt(extending, 'file'));
    let from = services;
    let there = folder;
    if (path !== undefined) {
      const file = this.#read(joinPath(folder, path), extending.place);
      there = folderOf(file.path);
      const found = valueAt(this.#root(file, there, depth + 1), 'services');
      if (found?.kind !== 'map')
        throw new SourceError(extending.place, `There are no services in ${file.path}`);
      from = found;
    }
    if (!from.entries.has(other))
      throw new SourceError(extending.place, `There is no service \`${other}\` to extend`);
    return merge(this.#extended(from, other, there, depth + 1), service) as MapNode;
  }

  #filled(node: Node): Node {
    if (node.kind === 'scalar')
      return node.type === 'string' && node.text.includes('$') ? this.#interpolated(node) : node;
    if (node.kind === 'list') return { ...node, items: node.items.map((item) => this.#filled(item)) };
    const entries = Array.from(
      node.entries,
      ([key, entry]) => [key, { ...entry, value: this.#filled(entry.value) }] as const,
    );
    return { ...node, entries: new Map(entries) };
  }

  #interpolated(node: Node & { kind: 'scalar' }): Node {
    try {
      const text = interpolate(node.text, this.#variables, (name) =>
        this.#unset.push({ name, place: node.place }),
      );
      return { ...node, text, raw: node.text };
    } catch (error) {
      if (error instanceof InterpolationError)
        throw new SourceError(node.place, `This cannot be read: ${error.message}`);
      throw error;
    }
  }
}

/** Only small letters, digits, dashes and underscores, the first of them a letter or digit. */
function projectName(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[^a-z0-9_-]/g, '')
    .replace(/^[_-]+/, '');
}

/** Comments above the very first key, where that is none that anything becomes of. */
function aboutFile({ entries }: MapNode): readonly string[] {
  const [first] = entries.values();
  return first && /^(?:version|name|services)$/.test(first.key) ? (first.comments ?? []) : [];
}

/** Whole files, whose services are merged by their own rules. */
function mergeFiles(base: MapNode, over: MapNode): MapNode {
  const entries = new Map(base.entries);
  for (const [key, entry] of over.entries) {
    const earlier = entries.get(key);
    if (key === 'services' && earlier?.value.kind === 'map' && entry.value.kind === 'map')
      entries.set(key, { ...entry, value: mergeServices(earlier.value, entry.value) });
    else
      entries.set(key, earlier ? { ...entry, value: merge(earlier.value, entry.value, `/${key}`) } : entry);
  }
  return { ...over, entries };
}

function mergeServices(base: MapNode, over: MapNode): MapNode {
  const entries = new Map(base.entries);
  for (const [name, entry] of over.entries) {
    const earlier = entries.get(name);
    entries.set(name, earlier ? { ...entry, value: merge(earlier.value, entry.value) } : entry);
  }
  return { ...over, entries };
}
