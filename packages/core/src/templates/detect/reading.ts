import type { SourceReader } from '../../import/reader.ts';
import {
  MAX_DOCUMENT_LENGTH,
  parseToml,
  toPlain,
  type PlainTable,
  type PlainValue,
} from '../../toml/index.ts';

/** A larger file is no manifest that somebody wrote. */
const LONGEST = 1 << 20;

/** The text of a file of the folder; undefined where it is missing, unreadable, or too large. */
export function textOf(reader: SourceReader, name: string): string | undefined {
  if (reader.kind(name) !== 'file') return undefined;
  const found = reader.read(name);
  return found && 'text' in found && found.text.length <= LONGEST ? found.text : undefined;
}

/** Whether the folder has a file. */
export function has(reader: SourceReader, name: string): boolean {
  return reader.kind(name) === 'file';
}

/** An object of a JSON text; undefined where there is none. */
export function jsonObject(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    return asRecord(JSON.parse(text.replace(/^\uFEFF/, '')));
  } catch {
    return undefined;
  }
}

/** A TOML text, as far as it can be read. */
export function tomlTable(text: string): PlainTable | undefined {
  return text.length <= MAX_DOCUMENT_LENGTH ? toPlain(parseToml(text).root) : undefined;
}

/** A table of a table. */
export function tableIn(table: PlainTable | undefined, name: string): PlainTable | undefined {
  const value = table && Object.hasOwn(table, name) ? table[name] : undefined;
  return typeof value === 'object' && !Array.isArray(value) ? value : undefined;
}

/** A string of a table. */
export function stringIn(table: PlainTable | undefined, name: string): string | undefined {
  const value: PlainValue = table && Object.hasOwn(table, name) ? table[name] : undefined;
  return typeof value === 'string' ? value : undefined;
}

/** What is an object, as such. */
export function asRecord(value: unknown): Readonly<Record<string, unknown>> | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Readonly<Record<string, unknown>>)
    : undefined;
}

/** Whether a text from a file may stand as a path below the folder: it is one, and no more than that. */
export function isPlainPath(text: string): boolean {
  return text.length <= 200 && /^(?:\.\/)?[\w@][\w@.+/-]*$/.test(text) && !text.split('/').includes('..');
}

/** Whether a text from a file may stand as the name of a program or a package. */
export function isPlainName(text: string): boolean {
  return text.length <= 100 && /^[A-Za-z0-9][\w.-]*$/.test(text);
}
