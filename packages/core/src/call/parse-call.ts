import type { Command } from '../schema/index.ts';
import type { Call, Word } from './call.ts';
import { CallReader, type CallOptions } from './call-reader.ts';
import { splitWords, wordsFromArgv } from './words.ts';
import type { Release } from '../release/index.ts';

/**
 * Reads the arguments of a smolvm command as its argument parser does (clap 4): first
 * problem first, and then on, so that one look shows them all.
 */
export function parseCall(
  command: Command,
  release: Release,
  words: readonly Word[],
  text: string,
  options: CallOptions = {},
): Call {
  return new CallReader(command, release, words, text, options).read();
}

/** {@link parseCall} for flags as one string, which is split like in a shell, or as a list of arguments. */
export function readCall(
  command: Command,
  release: Release,
  flags: string | readonly string[],
  options: CallOptions = {},
): Call {
  if (typeof flags !== 'string') {
    const { text, words } = wordsFromArgv(flags);
    return parseCall(command, release, words, text, options);
  }
  const { words, problem } = splitWords(flags);
  const call = parseCall(command, release, words, flags, options);
  return problem ? { ...call, problems: [problem, ...call.problems] } : call;
}
