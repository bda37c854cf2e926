import type { TextRange } from '@smolfile/core';

/**
 * Where a cursor is, by the syntax around it: what completion goes by. Read from the text and not from the tree,
 * since half a statement has little of a tree; the tree says where statements start, so that what is broken
 * elsewhere does not matter.
 */
export type Place = KeyPlace | HeaderPlace | ValuePlace | CommentPlace | NoPlace;

/** At a name of a key, or where one may be written. */
export interface KeyPlace {
  readonly kind: 'key';
  /** Names of the tables that it is in, dotted names before it in the same key included. */
  readonly table: readonly string[];
  /** How many of these names stand before it in the same key. */
  readonly dotted: number;
  /** The name with its quotes; empty where there is none yet. */
  readonly range: TextRange;
  /** Whether it starts a statement, or is in an inline table. */
  readonly where: 'statement' | 'inline';
  /** What follows it. */
  readonly followedBy: 'equals' | 'dot' | 'nothing';
}

/** At a name in `[a.b]`, or where one may be written. */
export interface HeaderPlace {
  readonly kind: 'header';
  /** Names before it in the same header. */
  readonly table: readonly string[];
  readonly range: TextRange;
  /** Whether it has two brackets. */
  readonly array: boolean;
  readonly closed: boolean;
  readonly followedBy: 'dot' | 'nothing';
}

/** At a value, or where one may be written. */
export interface ValuePlace {
  readonly kind: 'value';
  /** Names of the key that gets it, from the root on. */
  readonly path: readonly string[];
  /** Whether it is an element of the key's list. */
  readonly element: boolean;
  /** What is written there, quotes included; empty where nothing is. */
  readonly range: TextRange;
  /** Set when the cursor is between the quotes of a string. */
  readonly string?: StringPlace;
}

export interface StringPlace {
  readonly quote: '"' | "'" | '"""' | "'''";
  /** Between the quotes. */
  readonly content: TextRange;
  readonly closed: boolean;
}

export interface CommentPlace {
  readonly kind: 'comment';
  /** From the `#` on. */
  readonly range: TextRange;
}

/** Where nothing but punctuation can be written. */
export interface NoPlace {
  readonly kind: 'none';
}
