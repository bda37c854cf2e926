import type { Diagnostic, ReleaseSpan } from '../model/diagnostic.ts';
import type { Release } from '../release/index.ts';
import type { Target } from '../target/index.ts';
import { mergeDiagnostics } from './merge.ts';

/** What one release says of a document. */
export interface ReleaseResult {
  readonly diagnostics: readonly Diagnostic[];
  readonly suppressed: readonly Diagnostic[];
}

/** What is not worth a word unless every release of a range says it. */
const ONLY_IN_ALL: ReadonlySet<string> = new Set(['unused-suppression']);

/**
 * One result of those of the releases of a target, in its order: a finding is reported once, as the newest release
 * that has it says it, with the releases that it holds for where they are not all.
 */
export function joined(results: readonly ReleaseResult[], target: Target): ReleaseResult {
  const [only] = results;
  if (only && results.length === 1) return only;
  return {
    diagnostics: join(
      results.map(({ diagnostics }) => diagnostics),
      target,
    ),
    suppressed: join(
      results.map(({ suppressed }) => suppressed),
      target,
    ),
  };
}

function join(
  lists: readonly (readonly Diagnostic[])[],
  { releases, release }: Target,
): readonly Diagnostic[] {
  const found = new Map<string, { diagnostic: Diagnostic; at: number[] }>();
  for (const [index, list] of lists.entries()) {
    for (const diagnostic of list) {
      const id = idOf(diagnostic);
      found.set(id, { diagnostic, at: [...(found.get(id)?.at ?? []), index] });
    }
  }
  const all = Array.from(found.values()).flatMap(({ diagnostic, at }) => {
    if (at.length === lists.length) return [diagnostic];
    if (ONLY_IN_ALL.has(diagnostic.code)) return [];
    return [{ ...diagnostic, releases: spansOf(at, releases, release) }];
  });
  return mergeDiagnostics(all);
}

function idOf({ code, severity, source, range, message, stage }: Diagnostic): string {
  // Two releases say the same in other words where they name themselves.
  const words = message.replaceAll(/\d+\.\d+\.\d+/g, '');
  return JSON.stringify([code, severity, stage, source, range.start, range.end, words]);
}

/** Runs of releases, by their places among those that were looked at: each stands for those before the next one. */
function spansOf(at: readonly number[], releases: readonly Release[], newest: Release): ReleaseSpan[] {
  const spans: { from: number; to: number }[] = [];
  for (const index of at) {
    const last = spans.at(-1);
    if (last && last.to === index - 1) last.to = index;
    else spans.push({ from: index, to: index });
  }
  return spans.map(({ from, to }) => ({
    from: releases[from]!.version,
    to: (releases[to + 1]?.previous ?? newest).version,
  }));
}
