import type { KeySchema, TextEdit, TextRange } from '@smolfile/core';
import type { ValuePlace } from '../place.ts';

/** What an item is, for its icon. */
export type CompletionKind =
  'key' | 'section' | 'value' | 'number' | 'snippet' | 'variable' | 'folder' | 'file' | 'reference';

/** One thing that may be written where the cursor is. */
export interface CompletionItem {
  readonly label: string;
  readonly kind: CompletionKind;
  /** What it means, in a few words. */
  readonly detail?: string;
  /** The key whose documentation goes with it. */
  readonly documents?: KeySchema;
  /** What is replaced; within one line, the cursor in it. */
  readonly range: TextRange;
  /** What is put there. */
  readonly text: string;
  /** The same with tab stops, for editors that have them. */
  readonly snippet?: string;
  /** What typed text is compared with, where it is not the label. */
  readonly filter?: string;
  /** Lower comes first. */
  readonly rank: number;
  readonly deprecated?: boolean;
  /** Changes elsewhere that go with it. */
  readonly also?: readonly TextEdit[];
  /** There is more to complete in what was put in. */
  readonly again?: boolean;
  /** Whoever has typed all of it needs it no more; nothing else that is typed makes it unwelcome. */
  readonly isWord?: boolean;
}

/** A value, before it is known whether quotes or brackets have to go around it. */
export interface Suggestion {
  /** As the value is: without quotes and escapes. For values that are no strings, as TOML writes them. */
  readonly text: string;
  /** With tab stops written `‹1:default›`; without it, `text`. */
  readonly stops?: string;
  readonly label?: string;
  readonly detail?: string;
  readonly kind?: CompletionKind;
  readonly again?: boolean;
  /** The value is all of a list, and has its brackets and quotes. */
  readonly whole?: boolean;
}

/** What a grammar suggests, and which part of the value that replaces. */
export interface Suggestions {
  /** Within the value, UTF-16 units; the whole value when left out. */
  readonly part?: { readonly from: number; readonly to: number };
  readonly suggestions: readonly Suggestion[];
}

/** Text of a snippet that stands for itself. */
export function literal(text: string): string {
  return text.replaceAll(/[\\$}]/g, String.raw`\$&`);
}

/** A snippet from a text whose tab stops are written `‹1:default›`. */
export function snippetOf(text: string): string {
  return text
    .split(/(‹\d+:[^›]*›)/)
    .map((part) => {
      const stop = /^‹(\d+):([^›]*)›$/.exec(part);
      return stop ? `\${${stop[1]}:${literal(stop[2]!)}}` : literal(part);
    })
    .join('');
}

/** The same without tab stops: their defaults. */
export function plainOf(text: string): string {
  return text.replaceAll(/‹\d+:([^›]*)›/g, '$1');
}

/** A string as TOML writes it, by the quotes that are there or double ones. */
export function quoted(text: string, quote: string): string {
  return quote.startsWith("'") ? text : text.replaceAll(/[\\"]/g, String.raw`\$&`);
}

/** An item for a value that goes to a place, with the quotes and brackets that it lacks there. */
export function valueItem(
  suggestion: Suggestion,
  rank: number,
  place: ValuePlace,
  key: KeySchema,
  part: Suggestions['part'],
  text: string,
): CompletionItem {
  const { label, detail, kind = 'value', again, stops = suggestion.text } = suggestion;
  const { string } = place;
  const isText = !suggestion.whole && (key.type === 'string' || key.type === 'string-array');
  const range = string ? partOf(string.content, part) : place.range;
  const close = string && !string.closed && range.end === string.content.end ? string.quote : '';
  const [before, after] = string
    ? ['', close]
    : around(key.type === 'string-array' && !suggestion.whole, place, isText, text);
  const written = isText ? quoted(stops, string?.quote ?? '"') : stops;
  const whole = before + written + after;
  return {
    label: label ?? suggestion.text,
    kind,
    ...(detail !== undefined && { detail }),
    range,
    text: plainOf(whole),
    ...(stops !== suggestion.text && { snippet: snippetOf(whole) }),
    filter: string ? suggestion.text : plainOf((isText ? '"' : '') + written).replace(OPENING, ''),
    rank,
    ...(again && string && { again }),
    ...(key.type === 'boolean' && { isWord: plainOf(whole) === suggestion.text }),
  };
}

/**
 * What one types to open a list or a table oneself. An editor must not find it in a list of values that is still there:
 * the Enter that comes next would take one of them.
 */
const OPENING = /^[[{]\s*/;

function partOf(content: TextRange, part: Suggestions['part']): TextRange {
  return part ? { start: content.start + part.from, end: content.start + part.to } : content;
}

/** What has to stand around a value that is not inside a string yet. */
function around(isList: boolean, place: ValuePlace, isText: boolean, text: string): [string, string] {
  // whoever types on behind `=` wants none there
  const isBegun = place.range.start < place.range.end && text.charAt(place.range.start) !== ' ';
  const space = !isBegun && /[=,]/.test(text.charAt(place.range.start - 1)) ? ' ' : '';
  const list = isList && !place.element;
  const quote = isText ? '"' : '';
  return [`${space}${list ? '[' : ''}${quote}`, `${quote}${list ? ']' : ''}`];
}
