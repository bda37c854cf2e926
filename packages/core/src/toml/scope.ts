import type { Source } from './source.ts';
import type { Table, ValueNode } from './tree.ts';

/**
 * Reads the value that starts here. Values hold values: what reads those with others inside is given it.
 *
 * @param depth how many arrays and inline tables are open around it.
 */
export type ReadValue = (source: Source, depth: number) => ValueNode;

/** Where a key-value belongs: a table below a header, or an inline table. */
export interface Scope {
  readonly table: Table;
  /** How many arrays and inline tables are open; 0 for a statement. */
  readonly depth: number;
  /** Offset of the inline table's brace. */
  readonly open: number;
  /** Reads the value of a key. */
  readonly readValue: ReadValue;
  /** A value before the place reached goes over several lines. */
  multiline: boolean;
}
