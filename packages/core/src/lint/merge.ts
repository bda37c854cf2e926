import { COMMAND_NAMES } from '../schema/index.ts';
import type { Command, Diagnostic, Refusing, Severity, Stage } from '../model/diagnostic.ts';

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info'];
const STAGES: readonly (Stage | null)[] = ['args', 'parse', 'config', 'launch', null];

/**
 * Makes one diagnostic of what a rule says about one place for several commands. Where they differ, the most
 * severe is kept, with the commands it holds for: two reports of one mistake would only be noise.
 */
export function mergeDiagnostics(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const merged = new Map<string, Diagnostic>();
  for (const diagnostic of diagnostics) {
    const id = `${diagnostic.source ?? ''}:${diagnostic.range.start}:${diagnostic.range.end}:${diagnostic.code}`;
    const other = merged.get(id);
    merged.set(id, other ? joined(other, diagnostic) : diagnostic);
  }
  return Array.from(merged.values()).toSorted(
    (a, b) =>
      a.range.start - b.range.start ||
      SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
      a.range.end - b.range.end ||
      (a.code < b.code ? -1 : 1),
  );
}

function joined(one: Diagnostic, other: Diagnostic): Diagnostic {
  const bySeverity = SEVERITIES.indexOf(one.severity) - SEVERITIES.indexOf(other.severity);
  if (bySeverity !== 0) return bySeverity < 0 ? one : other;
  const first = STAGES.indexOf(one.stage) <= STAGES.indexOf(other.stage) ? one : other;
  const refusing = [...(one.refusing ?? []), ...(other.refusing ?? [])].filter(
    (each, index, all) => all.findIndex((earlier) => isSame(earlier, each)) === index,
  );
  return {
    ...first,
    commands: inOrder([...one.commands, ...other.commands]),
    ...(refusing.length > 0 && { refusing }),
  };
}

/** Commands without repetition, in the order in which output lists them. */
export function inOrder(commands: readonly Command[]): Command[] {
  return COMMAND_NAMES.filter((command) => commands.includes(command));
}

function isSame(one: Refusing, other: Refusing): boolean {
  return one.check === other.check && String(one.rank) === String(other.rank);
}
