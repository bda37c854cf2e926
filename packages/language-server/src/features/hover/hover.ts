import type { TextRange } from '@smolfile/core';

/** What there is to know about a place. */
export interface Hover {
  /** What it is about. */
  readonly range: TextRange;
  readonly markdown: string;
}
