import {
  parseFileEnvSpec,
  stringRange,
  type KeyValueNode,
  type LocatedString,
  type SmolfileDocument,
  type TextRange,
} from '@smolfile/core';
import { mapsOfVariables, pathsOf } from './schema-paths.ts';

/** One place where a variable of the guest is named. */
export interface NamedPlace {
  readonly name: string;
  readonly range: TextRange;
  /** `set`: an entry of `env` or `[secrets]`. `read`: `$NAME` in a command. */
  readonly role: 'set' | 'read';
  readonly from: 'env' | 'secrets' | 'command';
  /** How the name is written there: bare, or in quotes that belong to the range. */
  readonly quoted: boolean;
  /** The entry is the name alone, which is also that of the host's variable. */
  readonly bare?: boolean;
}

/** Grammars of what a shell may read. */
const COMMANDS = ['argv', 'shell-command'];

/** Every place of the file that names a variable of the guest, in document order. */
export function namedPlaces(document: SmolfileDocument): NamedPlace[] {
  const { settings } = document;
  return [
    ...pathsOf('env')
      .flatMap((path) => settings.strings(path) ?? [])
      .flatMap((item) => entryPlaces(document, item)),
    ...secretPlaces(document),
    ...COMMANDS.flatMap(pathsOf)
      .flatMap((path) => settings.strings(path) ?? [])
      .flatMap((item) => readPlaces(document, item)),
  ].toSorted((a, b) => a.range.start - b.range.start);
}

function entryPlaces({ toml }: SmolfileDocument, { value, node }: LocatedString): NamedPlace[] {
  const spec = parseFileEnvSpec(value);
  if (spec.kind === 'dropped') return [];
  const from = value.indexOf(spec.key);
  const range = stringRange(toml, node, from, from + spec.key.length);
  const bare = spec.kind === 'from-host' && { bare: true };
  return [{ name: spec.key, range, role: 'set', from: 'env', quoted: false, ...bare }];
}

/** Every spelling: `[secrets.X]`, `X = {…}` and `X.from_env = …`, which may name one secret twice. */
function secretPlaces(document: SmolfileDocument): NamedPlace[] {
  return mapsOfVariables().flatMap(({ path }) => entryPlacesOf(document, path.split('.')));
}

type Named = { readonly name: string; readonly start: number; readonly end: number };

/** The names of the entries of a map, wherever they are written. */
function entryPlacesOf({ toml, text }: SmolfileDocument, map: readonly string[]): NamedPlace[] {
  const places = new Map<number, NamedPlace>();
  const add = ({ name, start, end }: Named): void => {
    const quoted = /["']/.test(text.charAt(start));
    places.set(start, { name, range: { start, end }, role: 'set', from: 'secrets', quoted });
  };
  const visit = ({ keys, value }: KeyValueNode, table: readonly Named[]): void => {
    const path = [...table, ...keys];
    if (!map.every((name, depth) => depth >= path.length || path[depth]!.name === name)) return;
    const entry = path[map.length];
    if (entry) add(entry);
    else if (value.type === 'inline-table') for (const one of value.entries) visit(one, path);
  };
  for (const entry of toml.body) visit(entry, []);
  for (const { keys, entries } of toml.headers) {
    if (!map.every((name, depth) => depth >= keys.length || keys[depth]!.name === name)) continue;
    const entry = keys[map.length];
    if (entry) add(entry);
    else for (const one of entries) visit(one, keys);
  }
  return Array.from(places.values());
}

/** `$NAME` and `${NAME}`, `${NAME:-…}`: what a shell would take for a variable. */
function readPlaces({ toml }: SmolfileDocument, { value, node }: LocatedString): NamedPlace[] {
  return Array.from(value.matchAll(/(?<!\\)\$(?:\{([A-Za-z_]\w*)|([A-Za-z_]\w*))/g), (match) => {
    const name = match[1] ?? match[2]!;
    const from = match.index + match[0].length - name.length;
    const range = stringRange(toml, node, from, from + name.length);
    return { name, range, role: 'read', from: 'command', quoted: false };
  });
}
