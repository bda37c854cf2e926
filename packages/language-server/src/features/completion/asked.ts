import type { KeySchema, Release, SmolfileDocument } from '@smolfile/core';
import type { Target } from '../target.ts';

/** What completion sees besides the cursor. */
export interface Asked {
  readonly document: SmolfileDocument;
  readonly target: Target;
  readonly release: Release;
  readonly offset: number;
  /** Keys as the release has them. */
  readonly keyAt: (path: readonly string[]) => KeySchema | undefined;
}

/** What a grammar goes by: the value as far as it is written, and where in it the cursor is. */
export interface Typed extends Asked {
  readonly key: KeySchema;
  /** Between the quotes; empty where there are none yet. */
  readonly content: string;
  /** In `content`. */
  readonly cursor: number;
}
