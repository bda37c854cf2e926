import { patched } from '../../packages/core/src/release/patch.ts';
import type {
  Command,
  CommandSchema,
  Effect,
  FlagShape,
  Implication,
  IntegerName,
  KeyEffect,
  MergeRule,
} from '../../packages/core/src/schema/types.ts';
import type { ForeignWords } from '../../packages/core/src/schema/foreign-types.ts';
import type { BehaviourEntry, Change, GrammarEntry } from '../../packages/core/src/release/types.ts';
import { read } from './generated.ts';

/** How a release is known: its source was read, its parser or its program was run. */
export type Observation = 'source' | 'parser' | 'program';

/** A release as `schemas/releases.json` lists it. */
export interface ReleaseEntry {
  readonly version: string;
  /** Day of its publication, `2026-06-23`, where it is known. */
  readonly date?: string;
  readonly observed: readonly Observation[];
}

/** History as the data files write it: the newest state stands there, `x-changes` leads back, newest first. */
export interface Historic {
  'x-absent'?: boolean;
  'x-changes'?: (Change<object> & { evidence: string })[];
}

/** A node of `smolfile.schema.json`: the parts of draft-07 that it uses, and our own keywords. */
export interface SchemaNode extends Historic {
  $ref?: string;
  type?: string;
  title?: string;
  description?: string;
  markdownDescription?: string;
  deprecated?: boolean;
  deprecationMessage?: string;
  pattern?: string;
  maxItems?: number;
  if?: SchemaNode;
  then?: SchemaNode;
  anyOf?: SchemaNode[];
  definitions?: Record<string, SchemaNode>;
  /** Of other editors: what must hold where a key is there. */
  dependencies?: Record<string, unknown>;
  default?: unknown;
  enum?: unknown[];
  examples?: unknown[];
  minimum?: number;
  maximum?: number;
  required?: string[];
  items?: SchemaNode;
  properties?: Record<string, SchemaNode>;
  additionalProperties?: boolean | SchemaNode;
  'x-integer'?: IntegerName;
  'x-unit'?: 'MiB' | 'GiB';
  'x-group'?: string;
  'x-grammar'?: string;
  'x-names'?: string;
  'x-checked'?: 'merged' | 'written';
  'x-positional'?: { minimum: number };
  'x-alias-of'?: string;
  'x-alias-conflict'?: 'hidden' | 'refused';
  'x-feeds'?: string;
  'x-result'?: string;
  'x-merge'?: Partial<Record<Command, MergeRule>>;
  'x-implies'?: ImplicationNode[];
  'x-effect'?: Record<Command, Effect | KeyEffect>;
  /** Keywords for other editors alone. */
  'x-json-schema'?: SchemaNode;
}

/** A flag as `commands.json` writes it: what is left out is empty or false. */
export interface FlagNode
  extends Partial<Omit<FlagShape, 'long' | 'grammar' | 'help' | 'implies'>>, Historic {
  long: string;
  grammar: string;
  help: string;
  implies?: ImplicationNode[];
  /** The commands that have it, each with what differs there; `null` for what it has not. */
  commands: Partial<Record<Command, Record<string, unknown>>>;
}

/** An implication as the schema writes it: `stage` defaults to `merge`. */
export type ImplicationNode = Omit<Implication, 'stage'> & { stage?: Implication['stage'] };

export interface RootNode extends SchemaNode {
  $schema: string;
  $id: string;
}

/** The hand-written data, parsed afresh, so that a caller may change it. */
export interface Data {
  schema: RootNode;
  commands: Record<Command, Omit<CommandSchema, 'name' | 'changes' | 'absent'> & Historic>;
  flags: FlagNode[];
  releases: ReleaseEntry[];
  behaviours: Record<string, BehaviourEntry & { summary: string; evidence: string }>;
  grammars: Record<
    string,
    Omit<GrammarEntry, 'changes'> &
      Historic & { summary: string; evidence: string; jsonSchema?: Pick<SchemaNode, 'pattern' | 'anyOf'> }
  >;
  foreign: ForeignWords[];
  /** Regular expressions by name, for the grammars' `jsonSchema`. */
  patterns: Readonly<Record<string, string>>;
}

/** The files that everything else is derived from. */
export const DATA_FILES = {
  schema: 'schemas/smolfile.schema.json',
  commands: 'schemas/commands.json',
  releases: 'schemas/releases.json',
  behaviours: 'schemas/behaviours.json',
  grammars: 'schemas/grammars.json',
  foreign: 'schemas/foreign.json',
} as const;

export function loadData(): Data {
  const parse = (path: string): Record<string, unknown> => JSON.parse(read(path)) as Record<string, unknown>;
  const { commands, flags } = parse(DATA_FILES.commands) as Pick<Data, 'commands' | 'flags'>;
  const { releases } = parse(DATA_FILES.releases) as Pick<Data, 'releases'>;
  const { behaviours } = parse(DATA_FILES.behaviours) as Pick<Data, 'behaviours'>;
  const { grammars, patterns } = parse(DATA_FILES.grammars) as Pick<Data, 'grammars' | 'patterns'>;
  const { foreign } = parse(DATA_FILES.foreign) as Pick<Data, 'foreign'>;
  return { schema: loadSchema(), commands, flags, releases, behaviours, grammars, patterns, foreign };
}

/** @returns the schema, parsed afresh, so that a caller may change it. */
export function loadSchema(): RootNode {
  return JSON.parse(read(DATA_FILES.schema)) as RootNode;
}

/** @returns the node that a local `$ref` points at, or the node itself. */
export function resolve(root: SchemaNode, node: SchemaNode): SchemaNode {
  if (!node.$ref) return node;
  let target: SchemaNode | undefined = root;
  for (const part of node.$ref.replace(/^#\//, '').split('/')) {
    target = (target as Record<string, SchemaNode | undefined> | undefined)?.[part];
  }
  if (!target) throw new Error(`${node.$ref} points at nothing`);
  return target;
}

/** The order of releases, for the generator: core's own is generated. */
export class Order {
  readonly versions: readonly string[];

  constructor(releases: readonly ReleaseEntry[]) {
    this.versions = releases.map(({ version }) => version);
  }

  place(version: string): number {
    const place = this.versions.indexOf(version);
    if (place < 0) throw new Error(`no release ${version} in ${DATA_FILES.releases}`);
    return place;
  }

  /** A release that knows what it comes before. */
  at(version: string): { isBefore: (other: string) => boolean } {
    return { isBefore: (other) => this.place(version) < this.place(other) };
  }
}

/** @returns a node or flag as it was at a release, without what is below it; undefined where it did not exist. */
export function stateAt<Node extends Historic>(node: Node, version: string, order: Order): Node | undefined {
  const { 'x-changes': changes, 'x-absent': absent, ...own } = node;
  return stateOf({ ...own, ...(changes && { changes }), ...(absent && { absent }) }, version, order) as
    Node | undefined;
}

/** @returns a node as it was at a release, or would have been, had the release had it. */
export function shapeAt<Node extends Historic>(node: Node, version: string, order: Order): Node {
  const { 'x-changes': written = [], 'x-absent': _absent, ...own } = node;
  const changes = written.map(({ absent: _, ...change }) => change);
  return stateOf({ ...own, changes }, version, order) as Node;
}

function stateOf(entry: object, version: string, order: Order): object | undefined {
  const state = patched(entry, order.at(version)) as
    (Record<string, unknown> & { absent?: boolean }) | undefined;
  if (!state) return undefined;
  const { changes: _changes, absent: _absent, ...rest } = state;
  return rest;
}
