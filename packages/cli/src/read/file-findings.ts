import { MAX_DOCUMENT_LENGTH, type Command, type Diagnostic, type TextRange } from '@smolfile/core';
import type { Decoded } from '@smolfile/host';

/** The largest file that is read, in bytes. A byte is at least a code unit, so core's own cap is never met. */
export const LARGEST_FILE = MAX_DOCUMENT_LENGTH;

/** Codes of findings about a file that never becomes a document. */
export const FILE_CODES = ['invalid-utf8', 'too-large'] as const;

/** What is known about such a code; core does not know it, since it never sees bytes. */
export function fileCodeInfo(code: string): { summary: string; why: string; help: string } | undefined {
  if (code !== 'invalid-utf8') return undefined;
  return { summary: 'A file that is not encoded in UTF-8', why: NOT_UTF8, help: 'Save the file as UTF-8.' };
}

const NOT_UTF8 =
  'smolvm reads a Smolfile as UTF-8 and refuses it as a whole when a single byte does not fit.';

/** The finding about bytes that are no text. */
export function invalidUtf8(
  { byte, offset, value }: NonNullable<Decoded['invalid']>,
  bytes: Buffer,
  commands: readonly Command[],
): Diagnostic {
  const found = `0x${value.toString(16).padStart(2, '0').toUpperCase()}`;
  return {
    ...fileError('invalid-utf8', commands, { start: offset, end: offset + 1 }),
    message: `The file is not valid UTF-8: byte ${found} at offset ${byte}`,
    why: NOT_UTF8,
    help: looksLikeUtf16(bytes)
      ? 'It looks like UTF-16. Save it as UTF-8.'
      : 'Save it as UTF-8; it was probably written as Latin-1 or Windows-1252.',
  };
}

function looksLikeUtf16(bytes: Buffer): boolean {
  const mark = bytes.length > 1 ? bytes.readUInt16LE(0) : 0;
  return mark === 0xfeff || mark === 0xfffe;
}

/** The finding about a file that is not read at all. */
export function tooLarge(commands: readonly Command[]): Diagnostic {
  return {
    ...fileError('too-large', commands, { start: 0, end: 0 }),
    message: `The file is larger than ${LARGEST_FILE / 1024 / 1024} MiB, the most that is read`,
    why: 'Nobody writes a Smolfile of this size; it is probably another file under this name.',
    help: 'Name the file you meant, or split what is in it.',
  };
}

function fileError(code: (typeof FILE_CODES)[number], commands: readonly Command[], range: TextRange) {
  return { code, severity: 'error', stage: 'parse', commands, range, related: [] } as const;
}
