/** Writes the tables that core reads: keys, flags and commands, and apart from them the rich documentation. */
import type {
  CommandName,
  FlagEntry,
  KeySchema,
  KeyType,
  Since,
} from '../../packages/core/src/schema/types.ts';
import { isAtLeast } from '../../packages/core/src/schema/version.ts';
import { allKeys } from '../../packages/core/src/schema/walk.ts';
import type { Generated } from './generated.ts';
import {
  loadSchema,
  resolve,
  type FlagNode,
  type ImplicationNode,
  type RootNode,
  type SchemaNode,
} from './schema.ts';

const FOLDER = 'packages/core/src/schema/generated/';
const BANNER = '// Generated from schemas/smolfile.schema.json by `pnpm generate`. Do not edit.\n';
const RANGES = {
  u8: ['0', '255'],
  u16: ['0', '65535'],
  u32: ['0', '4294967295'],
  // TOML integers are signed 64 bits, so a u64 ends at 2^63-1 (facts 1.1).
  u64: ['0', '9223372036854775807'],
} as const;

/** What `keys.ts` and `docs.ts` of core's schema folder hold. */
export interface Derived {
  readonly root: KeySchema;
  readonly flags: readonly FlagEntry[];
  readonly commands: Readonly<Record<string, unknown>>;
  /** Rich text by path. */
  readonly markdown: Readonly<Record<string, string>>;
}

/** @returns the table of the schema: the source of everything the toolkit knows about keys and flags. */
export function derive(schema: RootNode): Derived {
  const markdown: Record<string, string> = {};
  const flags = (schema['x-flags'] ?? []).map((flag) => flagEntry(flag, undefined));
  const root = keySchema({ ...schema, 'x-since': '0.0.0', 'x-flags': [] }, '', '', '0.0.0');
  const commands = Object.fromEntries(
    Object.entries(schema['x-commands'] ?? {}).map(([name, command]) => [name, { name, ...command }]),
  );
  const feeds = feedsByFlag(root);
  const complete = flags.map((flag) => ({ ...flag, feeds: feeds.get(flag.long) ?? {} }));
  return { root, flags: complete, commands, markdown };

  function keySchema(written: SchemaNode, name: string, path: string, parentSince: Since): KeySchema {
    const node = { ...resolve(schema, written) };
    // An alias section repeats the keys of another one, but cannot be older than itself.
    const since = laterOf(node['x-since'] ?? parentSince, parentSince);
    if (node.markdownDescription && path) markdown[path] = node.markdownDescription;
    if (!written.$ref) {
      for (const flag of node['x-flags'] ?? []) flags.push(flagEntry(flag, path));
    }
    const type = typeOf(node);
    const below = (key: string): string => (path ? `${path}.${key}` : key);
    const children = node.properties
      ? Object.entries(node.properties).map(([key, child]) => keySchema(child, key, below(key), since))
      : undefined;
    const element =
      type === 'map'
        ? keySchema(node.additionalProperties as SchemaNode, '*', below('*'), since)
        : type === 'table-array'
          ? keySchema(node.items!, '[]', `${path}[]`, since)
          : undefined;
    const integer = node['x-integer'];
    return defined({
      name,
      path,
      type,
      since,
      group: node['x-group'] ?? '',
      description: node.description ?? '',
      integer,
      minimum: integer && RANGES[integer][0],
      maximum: integer && RANGES[integer][1],
      default: node.default,
      examples: node.examples,
      unit: node['x-unit'],
      grammar: node['x-grammar'] ?? node.items?.['x-grammar'],
      deprecated: node.deprecated,
      positionalMinimum: node['x-positional']?.minimum,
      aliasOf: node['x-alias-of'],
      aliasConflict: node['x-alias-conflict'],
      // The keys of an alias section are layers of the keys that they repeat.
      feeds: node['x-feeds'] ?? (written.$ref && pathOf(written.$ref)),
      result: written.$ref ? undefined : node['x-result'],
      merge: written.$ref ? undefined : node['x-merge'],
      implies: node['x-implies']?.map(implication),
      effect: node['x-effect'] && effects(node['x-effect']),
      children,
      element,
    }) as unknown as KeySchema;
  }
}

/** @returns `artifact.cpus` for `#/properties/artifact/properties/cpus`. */
function pathOf(reference: string): string {
  return reference.replace('#/properties/', '').replaceAll('/properties/', '.');
}

function typeOf(node: SchemaNode): KeyType {
  if (node.type === 'boolean' || node.type === 'integer' || node.type === 'string') return node.type;
  if (node.type === 'array') return node.items?.type === 'object' ? 'table-array' : 'string-array';
  return typeof node.additionalProperties === 'object' ? 'map' : 'table';
}

function effects(written: NonNullable<SchemaNode['x-effect']>): KeySchema['effect'] {
  const entries = Object.entries(written).map(([command, effect]) => [
    command,
    typeof effect === 'string' ? { effect } : effect,
  ]);
  return Object.fromEntries(entries) as KeySchema['effect'];
}

function implication(written: ImplicationNode): NonNullable<KeySchema['implies']>[number] {
  return { stage: 'merge', ...written };
}

function flagEntry(flag: FlagNode, key: string | undefined): FlagEntry {
  return defined({
    long: flag.long,
    short: flag.short,
    aliases: flag.aliases ?? [],
    value: flag.value,
    values: flag.values,
    grammar: flag.grammar,
    repeatable: flag.repeatable ?? false,
    required: flag.required ?? false,
    requiredUnless: flag.requiredUnless ?? [],
    default: flag.default,
    conflicts: flag.conflicts ?? [],
    requires: flag.requires ?? [],
    hidden: flag.hidden ?? false,
    commands: flag.commands,
    overrides: flag.overrides ?? [],
    help: flag.help,
    key,
    feeds: {},
    implies: (flag.implies ?? []).map(implication),
    adds: flag.adds,
  }) as unknown as FlagEntry;
}

/** Which keys each flag feeds, by command, read off the merge layers. */
function feedsByFlag(root: KeySchema): Map<string, Partial<Record<CommandName, string[]>>> {
  const feeds = new Map<string, Partial<Record<CommandName, string[]>>>();
  for (const key of allKeys(root)) {
    for (const [command, rule] of Object.entries(key.merge ?? {})) {
      for (const layer of rule.layers.flat().filter((each) => each.startsWith('--'))) {
        const entry = feeds.get(layer.slice(2)) ?? {};
        (entry[command as CommandName] ??= []).push(key.path);
        feeds.set(layer.slice(2), entry);
      }
    }
  }
  return feeds;
}

function laterOf(one: Since, other: Since): Since {
  if (one.startsWith('>')) return one;
  if (other.startsWith('>')) return other;
  return isAtLeast(one, other) ? one : other;
}

function defined(record: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined));
}

export function generateKeys(): Generated {
  const { root, flags, commands, markdown } = derive(loadSchema());
  // As text: V8 reads 60 kB of JSON twice as fast as the same object literal, and the flags only when asked for.
  const keys = `${BANNER}import type { CommandName, CommandSchema, FlagEntry, KeySchema } from '../types.ts';

export const ROOT = JSON.parse(${json(root)}) as KeySchema;

export const COMMANDS = JSON.parse(${json(commands)}) as Readonly<Record<CommandName, CommandSchema>>;

/** Parses anew at each call. */
export const readFlags = (): readonly FlagEntry[] =>
  JSON.parse(${json(flags)}) as readonly FlagEntry[];
`;
  const docs = `${BANNER}/** Rich text (Markdown) of each key, by path. */
export const MARKDOWN: Readonly<Record<string, string>> = ${lines(markdown)};
`;
  return new Map([
    [`${FOLDER}keys.ts`, keys],
    [`${FOLDER}docs.ts`, docs],
  ]);
}

/** A template literal that holds JSON. */
function json(value: unknown): string {
  const text = lines(value);
  if (/[`]|[$][{]/.test(text)) throw new Error('the key table cannot hold a backtick or ${');
  return `String.raw\`${text}\``;
}

/** JSON with one value a line where it is short, so that a change of one key is a change of few lines. */
function lines(value: unknown, indent = ''): string {
  const line = JSON.stringify(value);
  if (line.length + indent.length < 110 || typeof value !== 'object' || value === null) return line;
  const deeper = `${indent} `;
  const isArray = Array.isArray(value);
  const items = Object.entries(value).map(
    ([key, item]) => `${deeper}${isArray ? '' : `${JSON.stringify(key)}: `}${lines(item, deeper)}`,
  );
  const [open, close] = isArray ? '[]' : '{}';
  return `${open}\n${items.join(',\n')}\n${indent}${close}`;
}
