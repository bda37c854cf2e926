import type {
  CommandName,
  CommandSchema,
  Effect,
  FlagOverride,
  Implication,
  IntegerName,
  KeyEffect,
  MergeRule,
  Since,
} from '../../packages/core/src/schema/types.ts';
import { read } from './generated.ts';

/** A node of `smolfile.schema.json`: the parts of draft-07 that it uses, and our own keywords. */
export interface SchemaNode {
  $ref?: string;
  type?: string;
  title?: string;
  description?: string;
  markdownDescription?: string;
  deprecated?: boolean;
  default?: unknown;
  examples?: unknown[];
  minimum?: number;
  maximum?: number;
  items?: SchemaNode;
  properties?: Record<string, SchemaNode>;
  additionalProperties?: boolean | SchemaNode;
  'x-integer'?: IntegerName;
  'x-unit'?: 'MiB' | 'GiB';
  'x-since'?: Since;
  'x-group'?: string;
  'x-grammar'?: string;
  'x-positional'?: { minimum: number };
  'x-alias-of'?: string;
  'x-alias-conflict'?: 'hidden' | 'refused';
  'x-feeds'?: string;
  'x-result'?: string;
  'x-flags'?: FlagNode[];
  'x-merge'?: Partial<Record<CommandName, MergeRule>>;
  'x-implies'?: ImplicationNode[];
  'x-effect'?: Record<CommandName, Effect | KeyEffect>;
}

/** A flag as the schema writes it: what is left out is empty or false. */
export interface FlagNode {
  long: string;
  short?: string;
  aliases?: string[];
  value?: string;
  values?: string[];
  grammar: string;
  repeatable?: boolean;
  required?: boolean;
  requiredUnless?: string[];
  default?: unknown;
  conflicts?: string[];
  requires?: string[];
  hidden?: boolean;
  commands: Partial<Record<CommandName, Since>>;
  overrides?: FlagOverride[];
  implies?: ImplicationNode[];
  adds?: string[];
  help: string;
}

/** An implication as the schema writes it: `stage` defaults to `merge`. */
export type ImplicationNode = Omit<Implication, 'stage'> & { stage?: Implication['stage'] };

export interface RootNode extends SchemaNode {
  $schema: string;
  $id: string;
  'x-commands': Record<CommandName, Omit<CommandSchema, 'name'>>;
  'x-flags': FlagNode[];
}

export const schemaPath = 'schemas/smolfile.schema.json';

/** @returns the schema, parsed afresh, so that a caller may change it. */
export function loadSchema(): RootNode {
  return JSON.parse(read(schemaPath)) as RootNode;
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
