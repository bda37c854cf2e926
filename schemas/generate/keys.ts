/** Writes the tables that core's `schema/` reads: keys, flags and commands, and apart from them the rich documentation. */
import type { Change } from '../../packages/core/src/release/types.ts';
import type {
  Command,
  FlagEntry,
  KeySchema,
  KeyType,
  Presence,
} from '../../packages/core/src/schema/types.ts';
import type { Generated } from './generated.ts';
import { jsonLines, jsonText } from './json-text.ts';
import {
  loadData,
  Order,
  resolve,
  stateAt,
  type Data,
  type FlagNode,
  type Historic,
  type ImplicationNode,
  type SchemaNode,
} from './schema.ts';

const FOLDER = 'packages/core/src/schema/generated/';
const BANNER = '// Generated from schemas/ by `pnpm generate`. Do not edit.\n';
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

/** @returns the table of the data: the source of everything the toolkit knows about keys and flags. */
export function derive(data: Data): Derived {
  const order = new Order(data.releases);
  const markdown: Record<string, string> = {};
  const all = order.versions.map(() => true);
  const root = keySchema(data.schema, '', '', all);
  const flags = data.flags.map((flag) => flagEntry(flag, order));
  const commands = Object.fromEntries(
    Object.entries(data.commands).map(([name, { 'x-changes': _written, ...command }]) => {
      const { changes } = historyOf(
        data.commands[name as Command],
        ({ 'x-changes': _, ...own }) => own,
        order,
      );
      return [name, defined({ name, ...command, changes })];
    }),
  );
  return { root, flags, commands, markdown };

  /** @param parents whether what holds the key is there, by release. */
  function keySchema(
    written: SchemaNode,
    name: string,
    path: string,
    parents: readonly boolean[],
  ): KeySchema {
    const node = withReference(data.schema, written);
    if (node.markdownDescription && path) markdown[path] = node.markdownDescription;
    const present = order.versions.map((version, place) => parents[place]! && isThere(node, version, order));
    const below = (key: string): string => (path ? `${path}.${key}` : key);
    const own = (state: SchemaNode): KeySchema => ownOf(state, written.$ref, name, path);
    const { changes, absent } = historyOf(node, own, order);
    const children = node.properties
      ? Object.entries(node.properties).map(([key, child]) => keySchema(child, key, below(key), present))
      : undefined;
    const type = typeOf(node);
    const element =
      type === 'map'
        ? keySchema(node.additionalProperties as SchemaNode, '*', below('*'), present)
        : type === 'table-array'
          ? keySchema(node.items!, '[]', `${path}[]`, present)
          : undefined;
    const presence = presenceOf(present, order);
    return defined({ ...own(node), ...presence, absent, changes, children, element }) as unknown as KeySchema;
  }
}

function withReference(root: SchemaNode, written: SchemaNode): SchemaNode {
  if (!written.$ref) return written;
  const { $ref: _reference, ...own } = written;
  return { ...resolve(root, written), ...own };
}

/** What is said of a key itself, without what is below it. */
function ownOf(node: SchemaNode, reference: string | undefined, name: string, path: string): KeySchema {
  const integer = node['x-integer'];
  return defined({
    name,
    path,
    type: typeOf(node),
    group: node['x-group'] ?? '',
    description: node.description ?? '',
    integer,
    minimum: integer && (node.minimum === undefined ? RANGES[integer][0] : decimal(node.minimum)),
    maximum: integer && (node.maximum === undefined ? RANGES[integer][1] : decimal(node.maximum)),
    default: node.default,
    examples: node.examples,
    unit: node['x-unit'],
    grammar: node['x-grammar'] ?? node.items?.['x-grammar'],
    nameGrammar: node['x-names'],
    values: node.enum ?? node.items?.enum,
    checked: node['x-checked'],
    required: node.required,
    deprecated: node.deprecated,
    positionalMinimum: node['x-positional']?.minimum,
    aliasOf: node['x-alias-of'],
    aliasConflict: node['x-alias-conflict'],
    // The keys of an alias section are layers of the keys that they repeat.
    feeds: node['x-feeds'] ?? (reference && pathOf(reference)),
    result: reference ? undefined : node['x-result'],
    merge: reference ? undefined : node['x-merge'],
    implies: node['x-implies']?.map(implication),
    effect: node['x-effect'] && effects(node['x-effect']),
  }) as unknown as KeySchema;
}

/** 2^63-1 as JSON.parse reads it is 2^63: the integer's own end is meant. */
function decimal(value: number): string {
  return Number.isSafeInteger(value) ? String(value) : RANGES.u64[1];
}

/** How what is derived of an entry changed: the way back in its own terms, without what changed for others alone. */
function historyOf<Node extends Historic, Own extends object>(
  node: Node,
  own: (state: Node) => Own,
  order: Order,
): { changes: readonly Change<Own>[] | undefined; absent: true | undefined } {
  const absent = node['x-absent'] || undefined;
  let later = own(node) as Record<string, unknown>;
  let wasAbsent = absent === true;
  const changes = (node['x-changes'] ?? []).flatMap(({ before }): Change<Own>[] => {
    const version = order.versions[order.place(before) - 1];
    const state = version === undefined ? node : stateAt(node, version, order);
    if (!state) {
      wasAbsent = true;
      return [{ before, absent: true }];
    }
    const earlier = own(state) as Record<string, unknown>;
    const patch = difference(later, earlier);
    later = earlier;
    const back = {
      ...(wasAbsent && { absent: false }),
      ...(Object.keys(patch).length > 0 && { patch }),
    };
    wasAbsent = false;
    return Object.keys(back).length > 0 ? [{ before, ...back }] : [];
  });
  return { changes: changes.length > 0 ? changes : undefined, absent };
}

/** JSON Merge Patch of the members that differ; objects are replaced member by member. */
function difference(from: Record<string, unknown>, to: Record<string, unknown>): Record<string, unknown> {
  const patch: Record<string, unknown> = {};
  for (const name of new Set([...Object.keys(from), ...Object.keys(to)])) {
    const [one, other] = [from[name], to[name]];
    if (JSON.stringify(one) === JSON.stringify(other)) continue;
    if (isRecord(one) && isRecord(other)) patch[name] = difference(one, other);
    else patch[name] = other === undefined ? null : other;
  }
  return patch;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isThere(node: Historic, version: string, order: Order): boolean {
  return stateAt(node, version, order) !== undefined;
}

/** Since when, and until when, something is there; a gap in between is not told. */
function presenceOf(present: readonly boolean[], order: Order): Presence {
  const first = present.indexOf(true);
  const last = present.lastIndexOf(true);
  return {
    ...(first > 0 && { since: order.versions[first]! }),
    ...(last < present.length - 1 && { until: order.versions[last + 1]! }),
  };
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

const COMMANDS: readonly Command[] = ['create', 'run', 'pack'];

function flagEntry(flag: FlagNode, order: Order): FlagEntry {
  const presence = Object.fromEntries(
    COMMANDS.flatMap((command) => {
      const there = order.versions.map(
        (version) => stateAt(flag, version, order)?.commands[command] !== undefined,
      );
      return there.includes(true) ? [[command, presenceOf(there, order)] as const] : [];
    }),
  );
  const { changes, absent } = historyOf(flag, ownOfFlag, order);
  return defined({ ...ownOfFlag(flag), presence, absent, changes }) as unknown as FlagEntry;
}

function ownOfFlag(flag: FlagNode): Record<string, unknown> {
  return defined({
    long: flag.long,
    short: flag.short,
    aliases: flag.aliases ?? [],
    value: flag.value,
    values: flag.values,
    maximum: flag.maximum,
    grammar: flag.grammar,
    repeatable: flag.repeatable ?? false,
    required: flag.required ?? false,
    requiredUnless: flag.requiredUnless ?? [],
    default: flag.default,
    conflicts: flag.conflicts ?? [],
    requires: flag.requires ?? [],
    hidden: flag.hidden ?? false,
    commands: flag.commands,
    help: flag.help,
    key: flag.key,
    implies: (flag.implies ?? []).map(implication),
    adds: flag.adds,
    result: flag.result,
  });
}

function defined(record: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined));
}

export function generateKeys(): Generated {
  const { root, flags, commands, markdown } = derive(loadData());
  const keys = `${BANNER}import type { Command, CommandSchema, FlagEntry, KeySchema } from '../types.ts';

/** Every key that any known release has, as the newest has it. */
export const EVERY_KEY = JSON.parse(${jsonText(root)}) as KeySchema;

export const COMMANDS = JSON.parse(${jsonText(commands)}) as Readonly<Record<Command, CommandSchema>>;

/** Parses anew at each call. */
export const readFlags = (): readonly FlagEntry[] =>
  JSON.parse(${jsonText(flags)}) as readonly FlagEntry[];
`;
  const docs = `${BANNER}/** Rich text (Markdown) of each key, by path. */
export const MARKDOWN: Readonly<Record<string, string>> = ${jsonLines(markdown)};
`;
  return new Map([
    [`${FOLDER}keys.ts`, keys],
    [`${FOLDER}docs.ts`, docs],
  ]);
}
