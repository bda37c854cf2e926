import type { TextRange } from '../text/range.ts';

/**
 * A change that the text does not allow: a key below something that is no table, a name that is taken, a list that
 * is damaged. Nothing has been changed.
 */
export class EditError extends Error {
  override readonly name = 'EditError';
  /** What stands in the way, where it is one place. */
  readonly range: TextRange | undefined;

  constructor(message: string, range?: TextRange) {
    super(message);
    this.range = range && { start: range.start, end: range.end };
  }
}

/** @returns undefined where the text does not allow the change. */
export function ifPossible<T>(change: () => T): T | undefined {
  try {
    return change();
  } catch (error) {
    if (error instanceof EditError) return undefined;
    throw error;
  }
}
