import type { TextRange } from '../text/range.ts';
import type { TomlError } from './problems.ts';

/** One name of a key or header path: `a` and `"b c"` in `a."b c" = 1`. */
export interface KeyNode {
  readonly type: 'key';
  readonly start: number;
  readonly end: number;
  /** The name that is meant: quotes removed, escapes decoded. */
  readonly name: string;
  readonly style: 'bare' | 'basic' | 'literal';
}

/** `invalid`: text that is no TOML value. `missing`: nothing where a value is due; `start` equals `end`. */
export type ScalarKind =
  | 'string'
  | 'integer'
  | 'float'
  | 'boolean'
  | 'offset-date-time'
  | 'local-date-time'
  | 'local-date'
  | 'local-time'
  | 'invalid'
  | 'missing';

/** Integers are bigint only beyond Number's safe range; date-times are their source text. */
export type ScalarValue = string | number | bigint | boolean | undefined;

/** A value that holds no other values. */
export interface ScalarNode {
  readonly type: 'scalar';
  readonly start: number;
  readonly end: number;
  readonly kind: ScalarKind;
  /** Undefined for `invalid` and `missing`. A damaged string holds what could be read of it. */
  readonly value: ScalarValue;
  /** An error lies in this text, so that the value is a guess or absent. */
  readonly damaged: boolean;
}

/** `[1, 2]`. */
export interface ArrayNode {
  readonly type: 'array';
  readonly start: number;
  readonly end: number;
  readonly items: readonly ValueNode[];
  /** An error lies in this text: items may be lacking. */
  readonly damaged: boolean;
}

/** `{ a = 1 }`. */
export interface InlineTableNode {
  readonly type: 'inline-table';
  readonly start: number;
  readonly end: number;
  readonly entries: readonly KeyValueNode[];
  /** What the entries mean together, dotted keys resolved. */
  readonly table: Table;
  /** An error lies in this text: entries may be lacking. */
  readonly damaged: boolean;
}

/** A value as it is written. */
export type ValueNode = ScalarNode | ArrayNode | InlineTableNode;

/** `a.b = 1`: a statement of its own or an entry of an inline table. */
export interface KeyValueNode {
  readonly type: 'key-value';
  readonly start: number;
  readonly end: number;
  /** Never empty. */
  readonly keys: readonly KeyNode[];
  readonly value: ValueNode;
}

/** `[a.b]` or `[[a.b]]` with the key-values up to the next header. */
export interface HeaderNode {
  readonly type: 'header';
  readonly start: number;
  /** End of the header itself, not of its entries. */
  readonly end: number;
  /** Written with two brackets: adds an element to an array of tables. */
  readonly array: boolean;
  /** Empty only when no name could be read, as in `[]`. */
  readonly keys: readonly KeyNode[];
  readonly entries: readonly KeyValueNode[];
  /** The table that the entries fill. */
  readonly table: Table;
  /**
   * False when the header was refused (a second `[dev]`, a broken name): its table then hangs nowhere below
   * the root and can be reached only from here.
   */
  readonly attached: boolean;
}

/**
 * How a table came to be, which decides what may still extend it: `implied` is `a` after `[a.b]`, `dotted` is
 * `a` after `a.b = 1`.
 */
export type TableOrigin = 'root' | 'header' | 'implied' | 'dotted' | 'inline';

/** What a table means, however it is spelt. */
export interface Table {
  readonly type: 'table';
  /** In order of first appearance. */
  readonly entries: ReadonlyMap<string, Item>;
  /** The key that defines the table, or first mentions it; undefined for the root and for inline tables. */
  readonly definition: KeyNode | undefined;
  readonly origin: TableOrigin;
  /** The `[header]` or `[[header]]` that opened this table, if one did. */
  readonly header: HeaderNode | undefined;
}

/** What `[[a]]` headers of one name mean together. */
export interface TableArray {
  readonly type: 'table-array';
  /** Never empty. */
  readonly items: readonly Table[];
  /** The key of the first header. */
  readonly definition: KeyNode;
}

/** A key with a written value. An inline table's own {@link Table} is at `value.table`. */
export interface Leaf {
  readonly type: 'leaf';
  /** The last name of the key: the one this leaf is filed under. */
  readonly key: KeyNode;
  readonly value: ValueNode;
  readonly node: KeyValueNode;
}

/** What an entry of a table means: a table, several, or a value. */
export type Item = Table | TableArray | Leaf;

/** A parsed text: its syntax, its meaning, and what is wrong with it. */
export interface TomlDocument {
  readonly text: string;
  /** The meaning, as far as the text is sound. */
  readonly root: Table;
  /** The key-values before the first header. */
  readonly body: readonly KeyValueNode[];
  readonly headers: readonly HeaderNode[];
  /** Sorted by start. */
  readonly errors: readonly TomlError[];
  /** Sorted by start; from the `#` to the end of the line's content. */
  readonly comments: readonly TextRange[];
}
