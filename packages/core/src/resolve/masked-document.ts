import type { SmolfileDocument } from '../document/document.ts';
import { keyAt } from '../schema/index.ts';
import { firstAfter, type TextRange } from '../text/range.ts';
import {
  stringRange,
  tokens,
  type KeyNode,
  type KeyValueNode,
  type ScalarNode,
  type TomlDocument,
  type ValueNode,
} from '../toml/index.ts';
import {
  credentialsInEnvSpec,
  credentialsInEnvValue,
  credentialsInText,
  credentialsInWords,
  hasSpacedToken,
  tokensIn,
  united,
} from './credentials-in-text.ts';
import { isCredentialName, isNamedCredential } from './credentials.ts';

/** Where the credentials of a value are; all of it, or parts. */
type Reader = (value: string) => TextRange[];

/** More places than this in one string are masked as one: to find each would take its length again. */
const MAX_PLACES = 100;

/**
 * A document's text with every character of a credential as `*`: as long as it is and with the lines it has, so that
 * the ranges of findings hold in it. Nothing is too damaged for it.
 */
export function maskedDocumentText(document: SmolfileDocument): string {
  return masked(document.text, credentialRanges(document));
}

const known = new WeakMap<SmolfileDocument, readonly TextRange[]>();

/** Where a document holds what looks like a credential, in order; looked for once. */
export function credentialRanges(document: SmolfileDocument): readonly TextRange[] {
  const ranges = known.get(document) ?? rangesIn(document, ALL);
  known.set(document, ranges);
  return ranges;
}

/**
 * The same for the lines of some places only: what to look for in all of a document costs more than to check it.
 *
 * @returns of `credentialRanges`, all that touch those lines, and perhaps others.
 */
export function credentialRangesNear(
  document: SmolfileDocument,
  places: readonly TextRange[],
): readonly TextRange[] {
  if (places.length === 0) return [];
  const all = known.get(document);
  if (all) return all;
  const lines = linesOf(document, places);
  const ranges = rangesIn(document, lines);
  // What goes on in a further line may be part of more than what was looked for there.
  const isWhole = ranges.every((range) => {
    const line = lines[firstAfter(lines, range.start)];
    return line === undefined || line.start >= range.end || isWithin(range, lines);
  });
  return isWhole ? ranges : credentialRanges(document);
}

function isWithin({ start, end }: TextRange, lines: readonly TextRange[]): boolean {
  const line = lines[firstAfter(lines, start)];
  return line !== undefined && line.start <= start && end <= line.end;
}

/** Whole lines, in order, and none twice. */
function linesOf({ lines }: SmolfileDocument, places: readonly TextRange[]): TextRange[] {
  return united(
    places.map(({ start, end }) => ({
      start: lines.lineRange(lines.lineAt(start)).start,
      end: lines.lineRange(lines.lineAt(end)).end + 1,
    })),
  );
}

/** A document as one line, so to speak. */
const ALL: readonly TextRange[] = [{ start: 0, end: Number.POSITIVE_INFINITY }];

/** @param wanted whole lines, in order: what touches none of them is not looked at. */
function rangesIn({ text, toml, settings }: SmolfileDocument, wanted: readonly TextRange[]): TextRange[] {
  const isWanted = ({ start, end }: TextRange): boolean => {
    const line = wanted[firstAfter(wanted, start)];
    return line !== undefined && line.start <= end;
  };
  const envArrays = new Set<unknown>();
  for (const { schema, value } of settings.all()) if (schema.grammar === 'env') envArrays.add(value);
  const found = [...tokensInLines(text, wanted), ...inLines(toml, isWanted)];
  const visitAll = (entries: readonly KeyValueNode[], path: readonly string[], given?: Reader): void => {
    let naming: { readonly value: ValueNode | undefined } | undefined;
    for (const entry of entries) {
      if (!isWanted(entry)) continue;
      const { keys, value } = entry;
      visit(value, [...path, ...namesOf(keys)], given);
      if (keys.at(-1)?.name === 'value')
        visitVariable((naming ??= { value: namingOf(entries) }).value, value);
    }
  };
  const visitVariable = (name: ValueNode | undefined, value: ValueNode | undefined): void => {
    if (name?.type !== 'scalar' || value?.type !== 'scalar') return;
    const ranges = credentialsInEnvValue(contentOf(toml, name), contentOf(toml, value));
    found.push(...placesOf(toml, value, ranges));
  };
  const visit = (value: ValueNode, path: readonly string[], given?: Reader): void => {
    const reader = given ?? readerFor(path, value);
    if (value.type === 'inline-table') visitAll(value.entries, path, given);
    else if (value.type === 'scalar') found.push(...placesOf(toml, value, reader(contentOf(toml, value))));
    else visitItems(value.items, path, envArrays.has(value) ? credentialsInEnvSpec : reader);
  };
  const visitItems = (items: readonly ValueNode[], path: readonly string[], reader: Reader): void => {
    const words = items.map((item) => (item.type === 'scalar' ? contentOf(toml, item) : ''));
    const after = credentialsInWords(words);
    for (const [index, item] of items.entries()) {
      if (item.type === 'scalar') {
        found.push(...placesOf(toml, item, [...after[index]!, ...reader(words[index]!)]));
      } else if (reader === credentialsInEnvSpec) {
        visit(item, path, whole);
      } else {
        visit(item, path, item.type === 'array' ? reader : undefined);
        if (item.type === 'array' && item.items.length === 2) visitVariable(...pairOf(item.items));
      }
    }
  };
  visitAll(toml.body, []);
  for (const { keys, entries, array } of toml.headers) {
    const path = namesOf(keys);
    visitAll(entries, path, isVariableAsTable(path, array) ? whole : undefined);
  }
  return united(found);
}

/** The value that says what a variable is called, in a table that is one. */
function namingOf(entries: readonly KeyValueNode[]): ValueNode | undefined {
  return entries.find(({ keys }) => keys.length === 1 && NAMING.has(keys[0]!.name))?.value;
}

/** Tokens end with their line, but for those that have a blank in them. */
function tokensInLines(text: string, wanted: readonly TextRange[]): TextRange[] {
  if (wanted === ALL || hasSpacedToken(text)) return tokensIn(text);
  return wanted.flatMap(({ start, end }) =>
    tokensIn(text.slice(start, end)).map((range) => ({
      start: start + range.start,
      end: start + range.end,
    })),
  );
}

function namesOf(keys: readonly KeyNode[]): string[] {
  return keys.map(({ name }) => name);
}

/** What people call the name of a variable where they write it as a table: `{ name = "TOKEN", value = "…" }`. */
const NAMING = new Set(['name', 'key']);

function pairOf(items: readonly ValueNode[]): [ValueNode | undefined, ValueNode | undefined] {
  return [items[0], items[1]];
}

/** Whether a table stands where smolvm wants `KEY=VALUE`: which of its strings is the value, nobody knows. */
function isVariableAsTable(path: readonly string[], array: boolean): boolean {
  // a path of any length leaves the schema after a few names
  for (let count = 1; count <= path.length; count++) {
    const key = keyAt(path.slice(0, count));
    if (!key) return false;
    if (key.grammar === 'env') return array || count < path.length;
  }
  return false;
}

/** A string's value; what else there is, as it is written. */
function contentOf({ text }: TomlDocument, { kind, value, start, end }: ScalarNode): string {
  return kind === 'string' ? String(value) : text.slice(start, end);
}

/** Keys that smolvm does not know are read as variables: `[env]` with `TOKEN = "…"` is a mistake that people make. */
function readerFor(path: readonly string[], { type }: ValueNode): Reader {
  const schema = keyAt(path);
  if (schema?.grammar === 'env') return credentialsInEnvSpec;
  if (schema?.type === 'string' || schema?.type === 'string-array') return credentialsInText;
  // where a reference to a secret belongs, people write the secret; an array is a reference too (facts 1.3)
  if (isInMapOfTables(path)) return type === 'array' ? credentialsInText : whole;
  // of a table that is called so, everything is
  const name =
    path.find((each, at) => isCredentialName(each) && !keyAt(path.slice(0, at + 1))) ?? path.at(-1);
  return (value) => credentialsInEnvValue(name ?? '', value);
}

/** Whether a path is that of an entry of a map, or below one, where the entries are tables: of `[secrets]`. */
function isInMapOfTables(path: readonly string[]): boolean {
  for (let count = 1; count < path.length; count++) {
    const parent = keyAt(path.slice(0, count));
    if (!parent) return false;
    if (parent.type === 'map') return parent.element?.type === 'table';
  }
  return false;
}

function whole(value: string): TextRange[] {
  return [{ start: 0, end: value.length }];
}

/** Places in a value as places in the text. */
function placesOf(toml: TomlDocument, node: ScalarNode, ranges: readonly TextRange[]): TextRange[] {
  const { start, end, kind, value, damaged } = node;
  if (kind !== 'string')
    return ranges.map((range) => ({ start: start + range.start, end: start + range.end }));
  const { length } = String(value);
  const places = united(ranges);
  return (places.length > MAX_PLACES ? [{ start: 0, end: length }] : places).map((range) => {
    const place = stringRange(toml, node, range.start, range.end);
    // of a damaged string, something of its end may be lacking in its value
    const closed = toml.text.charAt(end - 1) === toml.text.charAt(start);
    return damaged && range.end === length ? { start: place.start, end: closed ? end - 1 : end } : place;
  });
}

/** What is no value, line by line: comments, which often hold statements, and what could not be read. */
function inLines(toml: TomlDocument, isWanted: (line: TextRange) => boolean): TextRange[] {
  const damaged = toml.errors.length > 0 ? damagedLines(toml).filter(isWanted) : [];
  const found = (lines: readonly TextRange[], look: (line: string) => TextRange[]): TextRange[] =>
    lines.flatMap(({ start, end }) =>
      look(toml.text.slice(start, end)).map((range) => ({
        start: start + range.start,
        end: start + range.end,
      })),
    );
  return [...found([...toml.comments.filter(isWanted), ...damaged], inLine), ...found(damaged, withoutSign)];
}

/** `NAME VALUE`, and nothing else in the line. */
const PAIR = /^\s*([A-Za-z_][\w-]{0,64})[ \t]+(\S+)\s*$/d;

/** A statement that lacks its sign. */
function withoutSign(line: string): TextRange[] {
  const found = PAIR.exec(line);
  const [, name = '', value = ''] = found ?? [];
  const place = found?.indices?.[2];
  return place && isNamedCredential(name, value) ? [{ start: place[0], end: place[1] }] : [];
}

function damagedLines(toml: TomlDocument): TextRange[] {
  const { text, errors } = toml;
  const places = [...errors, ...tokens(toml).filter(({ kind }) => kind === 'error')];
  const lines = new Map<number, TextRange>();
  let line: TextRange = { start: -1, end: -1 };
  for (const place of places) {
    for (let at = place.start; at <= place.end; at = line.end + 1) {
      // a line may have as many such places as characters: it is looked for once
      if (at >= line.start && at <= line.end) continue;
      const next = text.indexOf('\n', at);
      line = { start: text.lastIndexOf('\n', at - 1) + 1, end: next === -1 ? text.length : next };
      lines.set(line.start, line);
    }
  }
  return Array.from(lines.values());
}

/** `A=b`; nothing shorter holds a credential. */
const SHORTEST_SPEC = 3;
const QUOTED = /"((?:[^"\\]|\\.)*)|'([^']*)/dg;
/** Up to the value of a statement that is neither a list nor a table. */
const STATEMENT = /^[#\s]*(?=[\w.-]{1,64}\s*=\s*[^\s[{])/;

function inLine(line: string): TextRange[] {
  const quoted = Array.from(line.matchAll(QUOTED), ({ indices }) => (indices![1] ?? indices![2])!).filter(
    ([from, to]) => to - from >= SHORTEST_SPEC,
  );
  const statement = STATEMENT.exec(line);
  const specs = statement ? [...quoted, [statement[0].length, line.length] as const] : quoted;
  const inSpecs = specs.flatMap(([from, to]) =>
    credentialsInEnvSpec(line.slice(from, to)).map(({ start, end }) => ({
      start: from + start,
      end: from + end,
    })),
  );
  return [...credentialsInText(line), ...inSpecs];
}

/** Line breaks stay: lines must remain the same. */
function masked(text: string, ranges: readonly TextRange[]): string {
  let result = '';
  let from = 0;
  for (const { start, end } of ranges) {
    result += text.slice(from, start) + text.slice(start, end).replaceAll(/[^\r\n]/g, '*');
    from = end;
  }
  return result + text.slice(from);
}
