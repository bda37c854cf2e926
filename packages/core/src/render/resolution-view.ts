import { ruleUrl } from '../lint/rule-url.ts';
import type { Command, Severity } from '../model/diagnostic.ts';
import type { Resolution } from '../resolve/index.ts';
import { mergeFor, mergeText, typeText, type KeySchema } from '../schema/index.ts';
import type { LineIndex } from '../text/line-index.ts';
import type { TextRange } from '../text/range.ts';
import { visible } from '../text/visible.ts';
import { callLine } from './call-line.ts';
import { unsaid } from './notes.ts';
import { rowsOf, type Mention, type Row, type Rows } from './rows.ts';
import type { Places } from './values.ts';
import { verdictText } from './verdict.ts';

/** A place in the file; `start` and `end` are UTF-16 offsets, lines count from 1. */
export interface ViewPlace {
  readonly line: number;
  readonly lastLine: number;
  readonly start: number;
  readonly end: number;
}

/** A few words, and the place in the file that they are about, if there is one. */
export interface ViewText {
  readonly text: string;
  readonly place?: ViewPlace;
}

/** One line of the table. */
export interface ViewRow {
  /** The value that it is of: a name in `keys`. */
  readonly of: string;
  /** Empty on the further lines of a list. */
  readonly name: string;
  /** Empty where what was given came to nothing. */
  readonly value: string;
  readonly origins: readonly ViewText[];
  readonly isDefault: boolean;
  /** What was given and has no effect. */
  readonly lost: readonly ViewText[];
  /** Only with something to compare with, and only where it differs: what it was there, empty for nothing. */
  readonly was?: readonly string[];
}

/** What is to be known about the key of a value. */
export interface ViewKey {
  readonly description: string;
  readonly type: string;
  /** How file, flags and defaults become one value; names in backticks. */
  readonly order?: string;
  /** What the command does with it, where that is not what one would think. */
  readonly effect?: string;
}

/** Something to say of a line of the file, or of the flags. */
export interface ViewFinding extends ViewText {
  readonly code: string;
  readonly url: string;
  readonly severity: Severity;
  readonly help?: string;
  readonly inFlags: boolean;
}

/** A resolution as a person looks at it: texts and places only, so that it can be sent anywhere and be drawn by anything. */
export interface ResolutionView {
  readonly smolvm: string;
  readonly command: Command;
  /** The call, as it would be typed. */
  readonly call: string;
  readonly accepted: boolean;
  /** As a sentence. */
  readonly verdict: string;
  /** Empty when it is refused. */
  readonly rows: readonly ViewRow[];
  /** What is not set, and the defaults of sections. */
  readonly unset: readonly {
    readonly name: string;
    readonly value?: string;
    readonly was?: readonly string[];
  }[];
  readonly keys: Readonly<Record<string, ViewKey>>;
  /** Keys of the file that the command does not act on. */
  readonly ignored: readonly (ViewText & { readonly key: string; readonly help: string })[];
  /** The reasons of a refusal first, then in the order of the file. */
  readonly findings: readonly ViewFinding[];
}

/** Something to compare with: the saved state of a file, for one. */
export interface Before {
  readonly resolution: Resolution;
  readonly places: Places;
}

/**
 * A resolution for people, for whatever draws it.
 *
 * @param cwd what host paths are shown relative to.
 * @param before what to mark the differences to.
 */
export function resolutionView(
  resolution: Resolution,
  places: Places,
  cwd: string,
  before?: Before,
): ResolutionView {
  const { smolvm, command, accepted, ignored, diagnostics } = resolution;
  const now: Rows = resolution.accepted ? rowsOf(resolution, places, cwd) : { rows: [], unset: [] };
  const then = before?.resolution.accepted ? rowsOf(before.resolution, before.places, cwd) : undefined;
  const compared = then && accepted ? valuesIn(then) : undefined;
  const present = valuesIn(now);
  const text = (mention: Mention): ViewText => textOf(mention, places.lines);
  return {
    smolvm,
    command,
    call: callLine(resolution, places, Number.POSITIVE_INFINITY),
    accepted,
    verdict: verdictText(resolution),
    rows: now.rows.map((row, index) => {
      const { of, name, value, isDefault } = row;
      const isFirst = now.rows[index - 1]?.of !== of;
      const was = compared && wasOf(row, isFirst, compared, present);
      return {
        of,
        name,
        value,
        isDefault,
        origins: row.origins.map(text),
        lost: row.lost.map(text),
        ...(was && { was }),
      };
    }),
    unset: now.unset.map(({ name, value }) => {
      const was = compared?.get(name);
      const differs = was !== undefined && was.join('\n') !== (value ?? '');
      return { name, ...(value !== undefined && { value }), ...(differs && { was }) };
    }),
    keys: Object.fromEntries(
      [
        ...now.rows.map(({ of, key }) => [of, key] as const),
        ...now.unset.map(({ name, key }) => [name, key] as const),
      ].map(([name, key]) => [name, aboutOf(key, resolution)]),
    ),
    ignored: ignored.map(({ key, range, reason, help }) => ({
      key: visible(key),
      help,
      ...text({ text: reason, range }),
    })),
    findings: unsaid(ignored, diagnostics)
      .map(({ code, severity, message, help, range, source }): ViewFinding => ({
        code,
        url: ruleUrl(code),
        severity,
        ...(help !== undefined && { help: visible(help) }),
        inFlags: source === 'flags',
        ...text({ text: message, range, ...(source && { source }) }),
      }))
      .toSorted((a, b) => Number(b.severity === 'error') - Number(a.severity === 'error')),
  };
}

/** The texts of values by name. */
function valuesIn({ rows, unset }: Rows): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const { of, value } of rows) {
    const texts = found.get(of) ?? [];
    if (value !== '') texts.push(value);
    found.set(of, texts);
  }
  for (const { name, value } of unset) found.set(name, value === undefined ? [] : [value]);
  return found;
}

/**
 * What a line was before, if it differs: an element of a list that is new was nothing, and what is gone from a list
 * is said at its first line.
 */
function wasOf(
  { of, value }: Row,
  isFirst: boolean,
  before: ReadonlyMap<string, readonly string[]>,
  after: ReadonlyMap<string, readonly string[]>,
): readonly string[] | undefined {
  const then = before.get(of) ?? [];
  const now = after.get(of) ?? [];
  const gone = isFirst ? then.filter((one) => !now.includes(one)) : [];
  const isNew = value !== '' && !then.includes(value);
  return isNew || gone.length > 0 ? gone : undefined;
}

function aboutOf(key: KeySchema, { command, release }: Resolution): ViewKey {
  const { description } = key;
  const rule = mergeFor(key, command, release);
  const note = key.effect?.[command].note;
  return {
    description,
    type: typeText(key),
    ...(rule && { order: mergeText(rule) }),
    ...(note !== undefined && { effect: note }),
  };
}

/** Places in the flags of a call are none to go to. */
function textOf({ text, range, source }: Mention, lines: LineIndex): ViewText {
  return { text: visible(text), ...(range && !source && { place: placeOf(range, lines) }) };
}

function placeOf({ start, end }: TextRange, lines: LineIndex): ViewPlace {
  return { line: lines.positionAt(start).line, lastLine: lines.positionAt(end).line, start, end };
}
