import { redactionFor } from '@smolfile/core';
import { compareSmolfiles, type ImportedFile } from '@smolfile/core/import';
import { decode, readRegularFile } from '@smolfile/host';
import { FileError, isSystemError, reasonOf } from '../failure.ts';
import type { Io } from '../io.ts';
import { visible } from '../reporters/visible.ts';

/** Bytes; a Smolfile that was imported is small. */
const LARGEST = 4 << 20;

/**
 * Says in what a Smolfile differs from what would be written.
 *
 * @param path absolute.
 * @returns lines for people; none when it says the same.
 */
export function differencesOf(file: ImportedFile, path: string, shown: string, { fs }: Io): string[] {
  let found: string;
  try {
    if (!fs.statSync(path, { throwIfNoEntry: false })) return [`${shown}: it is missing`];
    const bytes = readRegularFile(fs, path, LARGEST);
    if (!bytes) throw new FileError('it is too large');
    found = decode(bytes).text;
  } catch (error) {
    if (!(error instanceof FileError) && !isSystemError(error)) throw error;
    throw new FileError(`cannot read ${shown}: ${reasonOf(error)}`);
  }
  return compareSmolfiles(file.text, found).map(({ key, expected, found: there }) => {
    if (there === undefined) return `${shown}: \`${key}\` is missing: ${shownValue(key, expected)}`;
    if (expected === undefined) return `${shown}: \`${key}\` comes from nowhere: ${shownValue(key, there)}`;
    return `${shown}: \`${key}\` is ${shownValue(key, there)}, the source says ${shownValue(key, expected)}`;
  });
}

/** A value as JSON, what looks like a credential masked: the file may have some. */
function shownValue(key: string, value: unknown): string {
  const redaction = redactionFor({ masked: true });
  const isEnv = key === 'env' || key === 'dev.env';
  const masked = JSON.stringify(value, (_, each: unknown) => {
    if (typeof each !== 'string') return each;
    return isEnv ? redaction.envSpec(each) : redaction.text(each);
  });
  return visible(masked);
}
