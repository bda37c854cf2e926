import { keyAt, EVERY_KEY, type KeySchema } from '../schema/index.ts';
import { isHeader, type Placed } from './layout.ts';
import type { Piece, StatementPiece } from './pieces.ts';

/** A statement with the comments above it. */
interface Unit {
  readonly placed: readonly Placed[];
  readonly names: readonly string[];
}

/** A header, or none at the top, with its statements and the comments after the last of them. */
interface Section {
  readonly header: Unit | undefined;
  readonly units: Unit[];
  rest: readonly Placed[];
}

/**
 * Puts keys and tables in the order of the schema, which is smolvm's own; what it does not know comes last, and
 * headers that begin with the same name stay in their order. Comments go with the statement below them, but those
 * about the whole file stay at its top.
 *
 * @param all of a document without errors.
 */
export function inSchemaOrder(all: readonly Placed[], text: string): Placed[] {
  const top = topComments(all, text);
  // What now counts for nothing must not come to the top, where it would.
  if (all.slice(top).some(({ piece }) => isDirection(piece, text))) return [...all];
  const [body, ...tables] = sectionsOf(all.slice(top), text);
  const last = tables.at(-1) ?? body!;
  if (last.rest.some(({ piece }) => isSuppression(piece, text))) return [...all];
  const sorted = [body!, ...sortedBy(tables, ({ header }) => [rank(EVERY_KEY, header!.names[0]!)])];
  const sections = sorted.flatMap(({ header, units, rest }) => {
    const base = header ? keyAt(header.names) : EVERY_KEY;
    const entries = withFirstPlace(
      units,
      sortedBy(units, ({ names }) => ranks(base, names)),
    );
    return [...apart(header?.placed ?? []), ...entries.flatMap(({ placed }) => placed), ...rest];
  });
  return [...all.slice(0, top), ...sections];
}

function apart(lines: readonly Placed[]): Placed[] {
  return lines.map((line, index) => (index === 0 ? { ...line, isApart: true } : line));
}

/** The statement that is first now is as far from what is above as the one that was. */
function withFirstPlace(before: readonly Unit[], after: readonly Unit[]): readonly Unit[] {
  const [was] = before;
  const [is] = after;
  if (!was || !is || was === is) return after;
  const moved = (unit: Unit, isApart: boolean): Unit => ({
    ...unit,
    placed: unit.placed.map((placed, index) => (index === 0 ? { ...placed, isApart } : placed)),
  });
  return after.map((unit) => {
    if (unit === is) return moved(unit, was.placed[0]!.isApart);
    return unit === was ? moved(unit, false) : unit;
  });
}

/** How many comments at the top are about the file: set apart by a blank line, or directions to this toolkit. */
function topComments(all: readonly Placed[], text: string): number {
  // A comment that silences findings belongs to what is below it, however far away.
  const first = all.findIndex(({ piece }) => piece.kind !== 'comment' || isSuppression(piece, text));
  for (let index = first < 0 ? all.length : first; index > 0; index--) {
    if (all[index]?.isApart !== false || isDirection(all[index - 1]!.piece, text)) return index;
  }
  return 0;
}

/** A comment about the whole file, such as the version it is for. */
function isDirection(piece: Piece, text: string): boolean {
  if (piece.kind !== 'comment') return false;
  return /^#\s*smolfile(?::|-ignore-file)/.test(text.slice(piece.comment.start, piece.comment.end));
}

/** A comment about the statement below it. */
function isSuppression(piece: Piece, text: string): boolean {
  if (piece.kind !== 'comment') return false;
  return /^#\s*smolfile-ignore\s/.test(text.slice(piece.comment.start, piece.comment.end));
}

function sectionsOf(all: readonly Placed[], text: string): Section[] {
  let section: Section = { header: undefined, units: [], rest: [] };
  const sections = [section];
  let pending: Placed[] = [];
  for (const placed of all) {
    pending.push(placed);
    const { piece } = placed;
    if (piece.kind !== 'statement') continue;
    if (isHeader(piece)) {
      // Comments that a blank line separates from the header end the section before it.
      const lastApart = pending.findLastIndex(({ isApart }) => isApart);
      const silencing = pending.findIndex((each) => isSuppression(each.piece, text));
      const own = Math.max(silencing < 0 ? lastApart : Math.min(silencing, lastApart), 0);
      section.rest = pending.slice(0, own);
      section = { header: { placed: pending.slice(own), names: namesOf(piece) }, units: [], rest: [] };
      sections.push(section);
    } else {
      section.units.push({ placed: pending, names: namesOf(piece) });
    }
    pending = [];
  }
  section.rest = pending;
  return sections;
}

function namesOf({ node }: StatementPiece): string[] {
  return node.keys.map(({ name }) => name);
}

function ranks(base: KeySchema | undefined, names: readonly string[]): number[] {
  return names.map((name, index) => rank(index === 0 ? base : keyAt(names.slice(0, index)), name));
}

function rank(parent: KeySchema | undefined, name: string): number {
  const index = parent?.children?.findIndex((child) => child.name === name) ?? -1;
  return index < 0 ? Number.MAX_SAFE_INTEGER : index;
}

function sortedBy<T>(values: readonly T[], ranksOf: (value: T) => readonly number[]): T[] {
  return values
    .map((value) => ({ value, ranks: ranksOf(value) }))
    .toSorted((a, b) => compare(a.ranks, b.ranks))
    .map(({ value }) => value);
}

function compare(a: readonly number[], b: readonly number[]): number {
  for (const [index, rankOfA] of a.entries()) {
    const rankOfB = b[index];
    if (rankOfB !== undefined && rankOfA !== rankOfB) return rankOfA - rankOfB;
  }
  return 0;
}
