import type { KeySchema } from '../schema/index.ts';
import type { TextRange } from '../text/range.ts';
import type { ArrayNode, ScalarNode, Table, TableArray, ValueNode } from '../toml/index.ts';

/** What a key holds. */
export type Content = ValueNode | Table | TableArray;

/** A value and where it stands. */
export interface Located<T> {
  readonly value: T;
  readonly range: TextRange;
}

/** A string of the document, with its node for places inside it. */
export interface LocatedString extends Located<string> {
  readonly node: ScalarNode;
}

/**
 * One thing of the schema that the document sets, whichever of TOML's spellings it uses: a key, an entry of a map, or
 * an item of a list of tables.
 */
export interface Setting {
  /** Where it stands: `dev.ports`, `secrets.TOKEN.from_env`, `network.credentials[0].name`. */
  readonly path: string;
  /** Its own name: that of the entry for one of a map, the index for an item. */
  readonly name: string | number;
  /** Has the path for all entries and items: `secrets.*.from_env`. */
  readonly schema: KeySchema;
  /** The key that names it: the last key of the header for a table. */
  readonly key: TextRange;
  readonly value: Content;
  /** Of the value; of the header or the first dotted key for a table without braces. */
  readonly range: TextRange;
}

/** A section written as an array of its fields, which smolvm takes (facts 1.3). */
export interface PositionalSection {
  readonly path: string;
  readonly schema: KeySchema;
  readonly array: ArrayNode;
}

/** The text of a node, where it is a string. */
export function asString(node: Content | undefined): LocatedString | undefined {
  if (node?.type !== 'scalar' || node.kind !== 'string' || typeof node.value !== 'string') return undefined;
  return { value: node.value, range: node, node };
}
