import type { Diagnostic } from '../model/diagnostic.ts';
import { inOrder } from './merge.ts';

/** How many findings of one code a document has at most; nobody reads more, and a text can have millions. */
export const MOST_FINDINGS = 10_000;

/** Findings of one code that are too many. */
interface Excess {
  /** The first of them. */
  readonly first: Diagnostic;
  count: number;
}

/**
 * Takes findings until there are too many of one code; then it only counts, and says how many there are. It does so for
 * each code, severity and set of commands by itself: no finding ever hides one of another kind, so that whoever silences a
 * code, or asks for errors only, gets the answer that all findings would have given.
 */
export class Limit {
  readonly kept: Diagnostic[] = [];
  readonly #most: number;
  /** By code, severity and commands. Counted only once it matters. */
  #counts: Map<string, number> | undefined;
  readonly #excess = new Map<string, Excess>();

  constructor(most: number) {
    this.#most = most;
  }

  add(diagnostic: Diagnostic): void {
    if (this.kept.length < this.#most) {
      this.kept.push(diagnostic);
      return;
    }
    const counts = (this.#counts ??= countsOf(this.kept));
    const id = idOf(diagnostic);
    const count = counts.get(id) ?? 0;
    counts.set(id, count + 1);
    if (count < this.#most) {
      this.kept.push(diagnostic);
      return;
    }
    const excess = this.#excess.get(id);
    if (excess) excess.count++;
    else this.#excess.set(id, { first: diagnostic, count: 1 });
  }

  /** A finding for each kind of which there are too many: where they begin, and how many they are. */
  rest(): Diagnostic[] {
    const kinds = new Map<string, Excess>();
    for (const { first, count } of this.#excess.values()) {
      const id = `${first.code} ${first.severity}`;
      const other = kinds.get(id);
      // what holds for two commands is said of both, and is one
      const commands = inOrder([...(other?.first.commands ?? []), ...first.commands]);
      kinds.set(id, {
        first: { ...(other?.first ?? first), commands },
        count: Math.max(count, other?.count ?? 0),
      });
    }
    return Array.from(kinds.values(), ({ first, count }) => closing(first, count));
  }
}

function countsOf(diagnostics: readonly Diagnostic[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const diagnostic of diagnostics) {
    const id = idOf(diagnostic);
    counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return counts;
}

function idOf({ code, severity, commands }: Diagnostic): string {
  return `${code} ${severity} ${commands.join(' ')}`;
}

function closing(
  { code, severity, stage, why, commands, range, source }: Diagnostic,
  count: number,
): Diagnostic {
  return {
    code,
    severity,
    stage,
    message: `${count} more of this kind ${count === 1 ? 'is' : 'are'} not shown`,
    ...(why !== undefined && { why }),
    help: 'Correct those that are shown first.',
    commands,
    // no other finding is here: it would be taken for the same
    range: { start: range.start, end: range.start },
    ...(source && { source }),
    related: [],
  };
}
