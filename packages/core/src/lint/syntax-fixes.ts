import type { SmolfileDocument } from '../document/document.ts';
import {
  endsLine,
  insertion,
  lineBreakAt,
  lineEnd,
  lineStart,
  nextLine,
  replacement,
  skipBlanks,
  skipBlanksBack,
  startsLine,
} from '../edit/lines.ts';
import { tomlString, valueText } from '../edit/index.ts';
import type { Fix } from '../model/diagnostic.ts';
import type { KeySchema } from '../schema/index.ts';
import { applyEdits } from '../text/apply-edits.ts';
import type { TextEdit, TextRange } from '../text/range.ts';
import {
  parseToml,
  type HeaderNode,
  type KeyValueNode,
  type TomlDocument,
  type TomlError,
  type TomlErrorCode,
  type ValueNode,
} from '../toml/index.ts';
import { meantElement, meantValue } from './meant.ts';

/** Something that may mend an error; the first that does is taken. */
interface Candidate {
  readonly title: string;
  readonly edits: readonly TextEdit[];
  /** Whether nothing else can be meant. */
  readonly safe?: boolean;
  /** Whether what is left may have as many errors as before: what comes to light is mended next. */
  readonly uncovers?: boolean;
}

/**
 * Characters that are read again for the fixes of one document: each is tried before it is offered. Enough for every
 * error of an ordinary file, and for the first one of five thousand lines, at some milliseconds for each keystroke.
 */
const MOST_READ = 128 * 1024;

const known = new WeakMap<SmolfileDocument, ReadonlyMap<TomlError, Fix>>();

/** What mends the syntax errors of a document, for those where the text says what is meant. */
export function syntaxFixes(document: SmolfileDocument): ReadonlyMap<TomlError, Fix> {
  const before = known.get(document);
  if (before) return before;
  const fixes = new Map<TomlError, Fix>();
  const { text, errors } = document;
  let left = MOST_READ;
  for (const error of errors) {
    for (const { title, edits, safe = false, uncovers = false } of candidates(document, error)) {
      left -= text.length;
      if (left < 0) break;
      const after = parseToml(applyEdits(text, edits));
      const most = uncovers ? errors.length : errors.length - 1;
      if (after.errors.length > most || swallows(document, after, edits)) continue;
      fixes.set(error, { title, safe, edits });
      break;
    }
    if (left < 0) break;
  }
  known.set(document, fixes);
  return fixes;
}

/** Whether something that is not touched is no more: it has become part of a string, for instance. */
function swallows({ toml }: SmolfileDocument, after: TomlDocument, edits: readonly TextEdit[]): boolean {
  return partsOf(toml).some((parts, index) => {
    const kept = parts.filter(
      ({ start, end }) => !edits.some(({ range }) => range.start < end && range.end > start),
    );
    return partsOf(after)[index]!.length < kept.length;
  });
}

function partsOf({ body, headers, comments }: TomlDocument): (readonly TextRange[])[] {
  return [[body, ...headers.map(({ entries }) => entries)].flat(), headers, comments];
}

type Mender = (document: SmolfileDocument, error: TomlError) => Candidate[];

const MENDERS: Partial<Record<TomlErrorCode, Mender>> = {
  'unterminated-string': closeString,
  'invalid-escape': (_, { start }) => [
    { title: 'Write `\\\\` for the backslash', edits: [insertion(start, '\\')] },
  ],
  'misplaced-bom': (_, { start }) => [
    { title: 'Remove the invisible character', edits: [replacement(start, start + 1, '')], safe: true },
  ],
  'invalid-number': writeValue,
  'invalid-date-time': writeValue,
  'invalid-boolean': writeValue,
  'unquoted-string': writeValue,
  'invalid-value': removeNothing,
  'missing-equals': writeEquals,
  'unexpected-equals': (_, { start }) => [
    { title: 'Remove the second `=`', edits: [replacement(start, start + 1, '')], uncovers: true },
  ],
  'unclosed-header': closeHeader,
  'expected-newline': breakLine,
  'duplicate-key': removeDuplicate,
  'redefined-table': joinTables,
  'unterminated-array': (document, error) => closeList(document, error, 'array', ']'),
  'unterminated-inline-table': (document, error) => closeList(document, error, 'inline-table', ' }'),
  'trailing-comma': removeComma,
  'unexpected-comma': removeComma,
  'missing-comma': ({ text }, { start, related }) => [
    {
      title: 'Put a comma between the two',
      edits: [insertion(related?.[0]?.end ?? skipBlanksBack(text, start), ',')],
      safe: true,
    },
  ],
};

function candidates(document: SmolfileDocument, error: TomlError): Candidate[] {
  return MENDERS[error.code]?.(document, error) ?? [];
}

/** The closing quote comes before what closes a list around the string, if that is on its line. */
function closeString({ text }: SmolfileDocument, { start, end }: TomlError): Candidate[] {
  const quote = text.charAt(start);
  if (text.startsWith(quote.repeat(3), start)) return [];
  const content = text.slice(start + 1, end).trimEnd();
  const places = [/[\s,]*[\]}][\s\]},]*$/, /\s*,$/, /$/].flatMap((tail) => {
    const found = tail.exec(content);
    return found ? [start + 1 + found.index] : [];
  });
  return places.map((at) => ({ title: `Close the string with \`${quote}\``, edits: [insertion(at, quote)] }));
}

/** A word that stands where a value is due becomes the value that its key takes. */
function writeValue(document: SmolfileDocument, { code, start, end }: TomlError): Candidate[] {
  const word = document.text.slice(start, end);
  const inner = withoutQuotes(word);
  const { schema, element } = keyAt(document, start);
  const isNumber = code === 'invalid-number' && (!schema || schema.type === 'integer');
  const meant = isNumber ? inner.replace(/^([+-]?)0[0_]*(?=\d)/, '$1') : inner;
  const found = schema && (element ? meantElement(schema, meant) : meantValue(schema, meant));
  const text = found === undefined ? plainText(code, meant) : valueText(found);
  // A value of a variable may be a credential.
  const shown = schema?.grammar === 'env' ? text.replace(/=.*/s, '=…"') : text;
  const isCertain = /^(?:true|false)$/i.test(word) || (inner !== word && valueText(inner) === text);
  return [{ title: `Write \`${shown}\``, edits: [replacement(start, end, text)], safe: isCertain }];
}

/** As it would be for a key that nobody knows. */
function plainText(code: TomlErrorCode, word: string): string {
  if (code === 'invalid-boolean' && /^(?:true|false|yes|no|on|off)$/i.test(word))
    return String(/^(?:true|yes|on)$/i.test(word));
  return code === 'invalid-number' && /^[+-]?\d+$/.test(word) ? word : tomlString(word);
}

const QUOTES = /^[“”„‟«»‘’‚‛`]([^“”„‟«»‘’‚‛`"]*)[“”„‟«»‘’‚‛`]?$/;

/** The text between quotes of another kind, before a lone one at its end or a semicolon. */
function withoutQuotes(word: string): string {
  const plain = word.replace(/;$/, '');
  return QUOTES.exec(plain)?.[1] ?? (/^[^"]*"$/.test(plain) ? plain.slice(0, -1) : plain);
}

/** The key whose value, or an element of it, begins at an offset. */
function keyAt(
  document: SmolfileDocument,
  start: number,
): { readonly schema?: KeySchema; readonly element?: boolean } {
  for (const { value, schema } of document.settings.all()) {
    if (value.type === 'table' || value.type === 'table-array') continue;
    if (value.start === start) return { schema };
    const isIn = value.type === 'array' && value.start < start && start < value.end;
    if (isIn && value.items.some((item) => item.start === start)) return { schema, element: true };
  }
  return {};
}

/** TOML has no word for nothing: the key is left out. */
function removeNothing(document: SmolfileDocument, error: TomlError): Candidate[] {
  const { text } = document;
  if (!/^(?:null|nil|none|undefined)$/i.test(text.slice(error.start, error.end))) return [];
  const entry = statements(document).find(({ value }) => value.start === error.start);
  const lines = entry && wholeLines(text, entry);
  return lines ? [{ title: 'Remove the line', edits: [replacement(lines.start, lines.end, '')] }] : [];
}

function writeEquals({ text }: SmolfileDocument, { start }: TomlError): Candidate[] {
  const from = skipBlanksBack(text, start);
  const to = text.charAt(start) === ':' ? skipBlanks(text, start + 1) : start;
  // A lone word may be anything, and what begins with a hyphen is an item of a list elsewhere.
  if (endsLine(text, to) || !/\w/.test(text.charAt(from - 1))) return [];
  const edits = [replacement(from, to, ' = ')];
  return [{ title: 'Write `=` between key and value', edits, uncovers: true }];
}

function closeHeader({ text }: SmolfileDocument, { start, end }: TomlError): Candidate[] {
  const isArray = text.startsWith('[[', lineStart(text, start) + indentOf(text, start));
  const missing = isArray && text.charAt(end - 1) !== ']' ? [']]', ']'] : [']'];
  return missing.map((brackets) => ({
    title: `Close the header with \`${brackets}\``,
    edits: [insertion(end, brackets)],
    safe: endsLine(text, skipBlanks(text, end)),
  }));
}

function indentOf(text: string, at: number): number {
  const start = lineStart(text, at);
  return skipBlanks(text, start) - start;
}

/** What stands behind a statement goes to a line of its own; a lone comma or semicolon goes. */
function breakLine({ text }: SmolfileDocument, { start, end }: TomlError): Candidate[] {
  const from = skipBlanksBack(text, start);
  const rest = /^[,;][ \t]*/.exec(text.slice(start, end))?.[0] ?? '';
  if (rest.length > 0 && endsLine(text, start + rest.length))
    return [
      { title: `Remove the \`${rest.charAt(0)}\``, edits: [replacement(from, start + 1, '')], safe: true },
    ];
  const edits = [replacement(from, start + rest.length, lineBreakAt(text, start))];
  return [{ title: 'Put it on a line of its own', edits }];
}

/** The second of two statements goes; whether it says the same decides how certain that is. */
function removeDuplicate(document: SmolfileDocument, { start, related }: TomlError): Candidate[] {
  const { text } = document;
  const second = entryOf(document, start);
  const lines = second && wholeLines(text, second);
  if (!lines) return [];
  const first = related?.[0] && entryOf(document, related[0].start);
  const said = ({ value }: KeyValueNode): string => text.slice(value.start, value.end);
  const isSame = first !== undefined && said(first) === said(second);
  const title = isSame ? 'Remove the second line, which says the same' : 'Remove this one, keep the first';
  return [{ title, edits: [replacement(lines.start, lines.end, '')], safe: isSame }];
}

/** What is below the second header goes below the first. */
function joinTables(document: SmolfileDocument, error: TomlError): Candidate[] {
  const { text, toml } = document;
  const second = toml.headers.find(({ start, end }) => start <= error.start && error.end <= end);
  const place = error.related?.[0];
  const first = place && toml.headers.find(({ start, end }) => start <= place.start && place.end <= end);
  if (!first || !second || first === second || first.array || second.array) return [];
  const [from, to] = [sectionEnd(text, first), sectionEnd(text, second)];
  const moved = text.slice(nextLine(text, second.end), to);
  const start = lineStart(text, second.start);
  if (!startsLine(text, second.start) || from > start) return [];
  const lineBreak = lineBreakAt(text, second.start);
  const added = moved === '' ? '' : lineBreak + moved.replace(/\r?\n$/, '');
  const last = from - (text.slice(0, from).match(/\r?\n$/)?.[0].length ?? 0);
  const edits = [...(added === '' ? [] : [insertion(last, added)]), replacement(start, to, '')];
  const title = `Put its keys below the first \`[${first.keys.map(({ name }) => name).join('.')}]\``;
  return [{ title, edits }];
}

/** After the line of the last entry below a header. */
function sectionEnd(text: string, { end, entries }: HeaderNode): number {
  return nextLine(text, entries.at(-1)?.end ?? end);
}

/** After the last of what is in it; on a line of its own, where those are. */
function closeList(
  document: SmolfileDocument,
  { related, start }: TomlError,
  type: 'array' | 'inline-table',
  close: string,
): Candidate[] {
  const { text } = document;
  const open = related?.[0]?.start;
  const node = open === undefined ? undefined : listAt(document, open, type);
  if (!node) return [];
  const last = (node.type === 'array' ? node.items : node.entries).at(-1);
  const at = last?.end ?? node.start + 1;
  if (at > start && at > node.end) return [];
  const onOwn = type === 'array' && last && startsLine(text, last.start);
  const bracket = onOwn ? `,${lineBreakAt(text, at)}${close}` : close;
  const title = `Close it with \`${close.trim()}\``;
  return [...new Set([bracket, close])].map((each) => ({ title, edits: [insertion(at, each)] }));
}

function listAt(
  document: SmolfileDocument,
  start: number,
  type: 'array' | 'inline-table',
): Extract<ValueNode, { type: 'array' | 'inline-table' }> | undefined {
  const find = (value: ValueNode): ReturnType<typeof listAt> => {
    if (value.type === 'scalar' || start < value.start || start > value.end) return undefined;
    if (value.start === start && value.type === type) return value;
    const inner = value.type === 'array' ? value.items : value.entries.map((entry) => entry.value);
    for (const one of inner) {
      const found = find(one);
      if (found) return found;
    }
    return undefined;
  };
  for (const { value } of statements(document)) {
    const found = find(value);
    if (found) return found;
  }
  return undefined;
}

function removeComma({ text }: SmolfileDocument, { start }: TomlError): Candidate[] {
  const isSecond = text.charAt(skipBlanksBack(text, start) - 1) === ',';
  const edits = [replacement(start, start + 1, '')];
  return [{ title: 'Remove the comma', edits, safe: isSecond || text.charAt(start - 1) !== '[' }];
}

function statements({ toml }: SmolfileDocument): KeyValueNode[] {
  return [toml.body, ...toml.headers.map(({ entries }) => entries)].flat();
}

function entryOf(document: SmolfileDocument, at: number): KeyValueNode | undefined {
  return statements(document).find((entry) => entry.start <= at && at < entry.value.start);
}

/** The lines of a statement, where it has them to itself. */
function wholeLines(text: string, { start, end }: TextRange): TextRange | undefined {
  if (!startsLine(text, start)) return undefined;
  const behind = skipBlanks(text, end);
  if (text.charAt(behind) !== '#' && !endsLine(text, behind)) return undefined;
  return { start: lineStart(text, start), end: nextLine(text, lineEnd(text, end)) };
}
