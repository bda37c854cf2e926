import {
  parseFileEnvSpec,
  stringRange,
  type LocatedString,
  type SmolfileDocument,
  type TextRange,
} from '@smolfile/core';
import { pathsOf } from './schema-paths.ts';

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
function secretPlaces({ toml, text }: SmolfileDocument): NamedPlace[] {
  const places = new Map<number, NamedPlace>();
  const add = (keys: readonly { name: string; start: number; end: number }[], depth: number): void => {
    const key = keys[depth];
    if (!key) return;
    const { name, start, end } = key;
    const quoted = /["']/.test(text.charAt(start));
    places.set(start, { name, range: { start, end }, role: 'set', from: 'secrets', quoted });
  };
  for (const { keys, value } of toml.body) {
    if (keys[0]?.name !== 'secrets') continue;
    add(keys, 1);
    if (keys.length === 1 && value.type === 'inline-table') for (const one of value.entries) add(one.keys, 0);
  }
  for (const { keys, entries } of toml.headers) {
    if (keys[0]?.name !== 'secrets') continue;
    add(keys, 1);
    if (keys.length === 1) for (const entry of entries) add(entry.keys, 0);
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
