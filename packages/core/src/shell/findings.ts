import type { SmolfileDocument } from '../document/document.ts';
import { editString } from '../edit/index.ts';
import { parseFileEnvSpec, shown } from '../grammars/index.ts';
import type { Diagnostic, Fix, Severity } from '../model/diagnostic.ts';
import { pathsOf } from '../schema/index.ts';
import { applyEdits } from '../text/apply-edits.ts';
import type { TextEdit, TextRange } from '../text/range.ts';
import { visible } from '../text/visible.ts';
import { stringOffsets } from '../toml/index.ts';
import { CODES_IN_STRINGS } from './codes.ts';
import type { ShellComment } from './comments.ts';
import { ScriptPlaces } from './places.ts';
import type { ShellScript } from './scripts.ts';

/** A finding of shellcheck in a Smolfile. */
export interface ShellFinding extends Diagnostic {
  /** A matter of style, which an editor need not even underline. */
  readonly isStyle: boolean;
}

/** The page about a code of shellcheck's. */
export function shellcheckUrl(code: string): string {
  return `https://www.shellcheck.net/wiki/${code}`;
}

/** A finding by places of its string, which hold wherever the string stands. */
interface Placed {
  readonly comment: ShellComment;
  readonly finding: ShellFinding;
}

/** What was made of comments the last time: while one types elsewhere, a string and what is said of it stay the same. */
const placed = new WeakMap<
  readonly ShellComment[],
  { readonly of: ShellScript; readonly all: readonly Placed[] }
>();

/**
 * What shellcheck says of a script, where the document has it. It says nothing of what smolvm refuses, so that none of
 * it is an error.
 *
 * @param comments what it says of `script.text`.
 * @returns findings in the order of the comments.
 */
export function shellFindings(
  document: SmolfileDocument,
  script: ShellScript,
  comments: readonly ShellComment[],
): readonly ShellFinding[] {
  if (comments.length === 0) return [];
  const known = placed.get(comments);
  const all = known && isSame(known.of, script) ? known.all : placedIn(script, comments);
  placed.set(comments, { of: script, all });
  const isGiven = ({ code, message }: ShellComment): boolean =>
    code === UNASSIGNED && givenBy(document).has(/^\w*/.exec(message)![0]);
  const inDocument = ({ start, end }: TextRange): TextRange => ({
    start: script.start + start,
    end: script.start + end,
  });
  return all
    .filter(({ comment }) => !isGiven(comment))
    .map(({ finding: { range, fix, ...rest } }) => ({
      ...rest,
      range: inDocument(range),
      ...(fix && {
        fix: { ...fix, edits: fix.edits.map((edit) => ({ range: inDocument(edit.range), text: edit.text })) },
      }),
    }));
}

function isSame(one: ShellScript, other: ShellScript): boolean {
  return one.written === other.written && one.dialect === other.dialect && one.errexit === other.errexit;
}

function placedIn(script: ShellScript, comments: readonly ShellComment[]): readonly Placed[] {
  const places = new ScriptPlaces(script.text);
  const { starts, ends } = stringOffsets(script.written, { start: 0, end: script.written.length });
  return comments.flatMap((comment): Placed[] => {
    const severity = severityOf(comment, script);
    if (severity === undefined) return [];
    const range = places.range(comment);
    const { start, end } = atLeastOne(range, script.text);
    const fix = fixOf(comment, { script, places, range });
    const finding: ShellFinding = {
      code: `SC${comment.code}`,
      severity,
      stage: null,
      message: visible(comment.message.replaceAll(/\s+/g, ' ').trim()),
      commands: [],
      range: { start: starts[start]!, end: start < end ? ends[end - 1]! : starts[start]! },
      related: [],
      ...(fix && { fix }),
      isStyle: comment.level === 'style',
    };
    return [{ comment, finding }];
  });
}

function severityOf({ code, level, message }: ShellComment, script: ShellScript): Severity | undefined {
  const other = CODES_IN_STRINGS.find(
    ({ from, to, where = () => true }) => code >= from && code <= to && where(script, message),
  );
  if (other?.most === 'nothing') return undefined;
  return other || level === 'info' || level === 'style' ? 'info' : 'warning';
}

/** That a variable is not assigned; its name is the first word of the message. */
const UNASSIGNED = 2154;

const given = new WeakMap<SmolfileDocument, ReadonlySet<string>>();

/** The variables that the file gives to scripts; looked for once. */
function givenBy(document: SmolfileDocument): ReadonlySet<string> {
  const names = given.get(document) ?? givenIn(document);
  given.set(document, names);
  return names;
}

function givenIn({ settings }: SmolfileDocument): ReadonlySet<string> {
  const entries = pathsOf('env').flatMap((path) => settings.strings(path) ?? []);
  const names = entries.map(({ value }) => parseFileEnvSpec(value));
  return new Set([
    ...names.flatMap((spec) => (spec.kind === 'dropped' ? [] : [spec.key])),
    ...settings.secrets.map(({ name }) => name),
  ]);
}

/** A place of nothing is drawn at the character that it is in front of, or behind. */
function atLeastOne({ start, end }: TextRange, script: string): TextRange {
  if (start < end) return { start, end };
  const next = /^[^\n]/u.exec(script.slice(start, start + 2))?.[0];
  if (next !== undefined) return { start, end: start + next.length };
  const before = /[^]$/u.exec(script.slice(Math.max(start - 2, 0), start))?.[0] ?? '';
  return { start: start - before.length, end };
}

/** More than this of a script is not shown in a title. */
const MOST_SHOWN = 50;

function fixOf(
  { code, replacements }: ShellComment,
  { script, places, range }: { script: ShellScript; places: ScriptPlaces; range: TextRange },
): Fix | undefined {
  const edits = replacements
    .map((one): TextEdit => ({ range: places.range(one), text: one.replacement }))
    .toSorted((one, other) => one.range.start - other.range.start || one.range.end - other.range.end);
  if (edits.length === 0 || !edits.every((edit, index) => isApart(edits[index - 1], edit))) return undefined;
  const own = editString(script.written, script.text, edits);
  if (!own) return undefined;
  const start = Math.min(range.start, edits[0]!.range.start);
  const end = Math.max(range.end, edits.at(-1)!.range.end);
  const inside = edits.map((edit) => ({
    range: { start: edit.range.start - start, end: edit.range.end - start },
    text: edit.text,
  }));
  const fixed = applyEdits(script.text.slice(start, end), inside);
  const isShort = fixed.length <= MOST_SHOWN && fixed.trim() !== '';
  return {
    title: isShort ? `Write ${shown(fixed)}` : `Apply ShellCheck's fix for SC${code}`,
    // It may well change what the script does.
    safe: false,
    edits: own,
  };
}

/** Whether it is plain which of two edits comes first. */
function isApart(before: TextEdit | undefined, { range }: TextEdit): boolean {
  if (!before) return true;
  const isSamePlace = before.range.start === range.start && before.range.end === range.end;
  return before.range.end <= range.start && !isSamePlace;
}
