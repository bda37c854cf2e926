/** Which releases of smolvm accept a document, and what changes for it from one to the next. */
import type { SmolfileDocument } from '../document/document.ts';
import { lint } from '../lint/lint.ts';
import type { Command, Diagnostic } from '../model/diagnostic.ts';
import { RELEASES, type Release } from '../release/index.ts';
import { chooseTarget, turningPoints } from '../target/index.ts';

/** One thing that is otherwise than in the releases before. */
export interface CompatChange {
  /** The key of the document that it is about, where it is about one: `dev.ports`, `user`. */
  readonly key?: string;
  /** The code of the finding that comes or goes. */
  readonly code: string;
  /** Whether smolvm refuses the file for it. */
  readonly refused: boolean;
  /** Whether it holds from here on, or no longer does. */
  readonly begins: boolean;
  /** In one sentence without a full stop. */
  readonly what: string;
}

/** Releases that do the same with a document. */
export interface CompatSpan {
  /** The first and the last of them. */
  readonly from: Release;
  readonly to: Release;
  readonly accepted: boolean;
  /** Against the span before; for the first one, what it refuses and warns of. */
  readonly changes: readonly CompatChange[];
}

/** What to ask about. */
export interface CompatOptions {
  /** The commands of smolvm; those that the file may be meant for when left out. */
  readonly commands?: readonly Command[];
}

/**
 * Looks at a document with every known release of smolvm.
 *
 * @returns for each command the spans of releases that do the same with it, oldest first, without gaps.
 */
export function compat(
  document: SmolfileDocument,
  { commands }: CompatOptions = {},
): ReadonlyMap<Command, readonly CompatSpan[]> {
  const target = chooseTarget(document, { asked: { commands } });
  const points = turningPoints(RELEASES).map((release) => ({
    release,
    found: findingsAt(document, release, target.commands),
  }));
  return new Map(
    target.commands.map((command) => {
      const own = points.map(({ release, found }) => ({
        release,
        found: found.filter((each) => each.commands.includes(command)),
      }));
      return [command, spansOf(document, own)] as const;
    }),
  );
}

/** The lowest release from which on every known one accepts the document; undefined where the newest refuses it. */
export function lowestRelease(spans: readonly CompatSpan[]): Release | undefined {
  const refused = spans.findLastIndex(({ accepted }) => !accepted);
  return spans[refused + 1]?.from;
}

interface Point {
  readonly release: Release;
  readonly found: readonly Diagnostic[];
}

function findingsAt(
  document: SmolfileDocument,
  release: Release,
  commands: readonly Command[],
): readonly Diagnostic[] {
  const { diagnostics, suppressed } = lint(document, { smolvm: release.version, commands });
  // what a comment silences smolvm refuses all the same
  const refusals = suppressed.filter(isRefusal);
  return [...diagnostics, ...refusals].filter(
    ({ severity, code }) => severity !== 'info' && code !== 'unused-suppression',
  );
}

function isRefusal({ severity, stage }: Diagnostic): boolean {
  return severity === 'error' && (stage === 'parse' || stage === 'config');
}

function spansOf(document: SmolfileDocument, points: readonly Point[]): CompatSpan[] {
  const spans: { from: Release; found: readonly Diagnostic[]; changes: readonly CompatChange[] }[] = [];
  for (const { release, found } of points) {
    const before = spans.at(-1);
    const changes = changesBetween(document, before?.found ?? [], found);
    if (!before || changes.length > 0) spans.push({ from: release, found, changes });
  }
  return spans.map(({ from, found, changes }, index) => ({
    from,
    to: spans[index + 1]?.from.previous ?? RELEASES.at(-1)!,
    accepted: !found.some(isRefusal),
    changes,
  }));
}

function changesBetween(
  document: SmolfileDocument,
  before: readonly Diagnostic[],
  after: readonly Diagnostic[],
): CompatChange[] {
  const older = new Map(before.map((one) => [idOf(one), one]));
  const newer = new Map(after.map((one) => [idOf(one), one]));
  const come = after.filter((one) => !older.has(idOf(one)));
  // what is only said otherwise now is not gone
  const isSaid = ({ code, range }: Diagnostic): boolean =>
    come.some((other) => other.code === code && other.range.start === range.start);
  const gone = before.filter((one) => !newer.has(idOf(one)) && !isSaid(one));
  return [
    ...gone.map((one) => changeOf(document, one, false)),
    ...come.map((one) => changeOf(document, one, true)),
  ];
}

/** Two releases say the same in other words where they name themselves. */
function idOf({ code, severity, stage, range, message }: Diagnostic): string {
  return JSON.stringify([
    code,
    severity,
    stage,
    range.start,
    range.end,
    message.replaceAll(/\d+\.\d+\.\d+/g, ''),
  ]);
}

function changeOf(document: SmolfileDocument, diagnostic: Diagnostic, begins: boolean): CompatChange {
  const { code, message, range } = diagnostic;
  const settings = Array.from(document.settings.all());
  const key = settings.findLast(
    (setting) => within(range.start, setting.key) || within(range.start, setting.range),
  )?.path;
  return {
    ...(key !== undefined && { key }),
    code,
    refused: isRefusal(diagnostic),
    begins,
    // each release names itself
    what: message.replace(/; smolvm \d+\.\d+\.\d+ refuses it$/, ''),
  };
}

function within(offset: number, { start, end }: { readonly start: number; readonly end: number }): boolean {
  return start <= offset && offset < Math.max(end, start + 1);
}
