import {
  allCodes,
  allKeys,
  CALL_PROBLEMS,
  COMMANDS,
  EVERY_KEY,
  flagsFor,
  foreignWord,
  keyByPath,
  NEWEST_RELEASE,
  type KeySchema,
} from '@smolfile/core';
import { UsageError } from '../failure.ts';
import { didYouMean } from '../nearest.ts';
import { apiCodes } from '../lint/api-codes.ts';
import { FILE_CODES } from '../read/file-findings.ts';

/** Something that can be explained. */
export type Topic =
  { readonly kind: 'code'; readonly code: string } | { readonly kind: 'key'; readonly key: KeySchema };

/** Every code that a finding can carry, in alphabetical order. */
export function everyCode(): string[] {
  return [
    ...new Set([...allCodes(), ...Object.keys(CALL_PROBLEMS), ...FILE_CODES, ...apiCodes()]),
  ].toSorted();
}

/** Every key, in the order of the schema. */
export function everyKey(): KeySchema[] {
  return [...allKeys(EVERY_KEY)].filter(({ path }) => !path.endsWith('[]'));
}

/**
 * What a word means: a code, the path of a key (`dev.ports`, `[dev]`, `secrets.NAME.from_env`), the last part of one,
 * where only one key ends so and does something, a flag (`--port`), or a word of another tool (`mem_limit`).
 *
 * @throws UsageError for anything else, with the nearest there is.
 */
export function topicOf(word: string): Topic {
  const codes = everyCode();
  if (codes.includes(word)) return { kind: 'code', code: word };
  const path = word.replace(/^\[+([^[\]]*)\]+$/, '$1');
  const key = keyByPath(path);
  if (key && key.path !== '') return { kind: 'key', key };
  const keys = everyKey();
  const ending = keys.filter(
    ({ name, aliasOf, path: whole }) => name === path && !aliasOf && !isAlias(whole, keys),
  );
  const [only, ...others] = ending;
  if (only && others.length === 0 && doesSomething(only)) return { kind: 'key', key: only };
  const meant = keyByPath(keyOfFlag(path) ?? '') ?? keyByPath(foreignWord('', path)?.key ?? '');
  if (meant && meant.path !== '') return { kind: 'key', key: meant };
  if (only && others.length === 0) return { kind: 'key', key: only };
  const paths = keys.map((each) => each.path);
  throw new UsageError(
    `there is no code and no key \`${word}\``,
    ending.length > 0
      ? `Keys of that name: ${ending.map((each) => `\`${each.path}\``).join(', ')}.`
      : didYouMean(path, [...codes, ...paths]),
    'Without an argument, `smolfile explain` lists all.',
  );
}

/** Whether any command does something with a key. */
function doesSomething({ effect }: KeySchema): boolean {
  return !effect || Object.values(effect).some((one) => one.effect !== 'ignored');
}

/** The key that a flag of any command is for, with or without its hyphens. */
function keyOfFlag(word: string): string | undefined {
  const long = word.replace(/^--/, '');
  return COMMANDS.flatMap((command) => flagsFor(command, NEWEST_RELEASE)).find((flag) => flag.long === long)
    ?.key;
}

/** Whether a key is in a section that only repeats another one. */
function isAlias(path: string, keys: readonly KeySchema[]): boolean {
  return keys.some(({ aliasOf, path: section }) => aliasOf !== undefined && path.startsWith(`${section}.`));
}
