import type { ValueProblem } from '../grammars/index.ts';
import type { Fix } from '../model/diagnostic.ts';
import type { TextContribution } from './effective.ts';
import { tomlString } from './wording.ts';

/** The fix that puts a value grammar's own suggestion in place of a string; nothing when it has none. */
export function fixString(
  item: Pick<TextContribution, 'range' | 'source'>,
  problem: ValueProblem,
): { fix?: Fix } {
  const { suggestion, certain } = problem;
  // a flag is the caller's to change
  return suggestion === undefined || item.source
    ? {}
    : { fix: replaceString(item, suggestion, certain ?? false) };
}

/** The fix that replaces a whole string. */
export function replaceString(item: Pick<TextContribution, 'range'>, text: string, safe: boolean): Fix {
  const written = tomlString(text);
  const range = { start: item.range.start, end: item.range.end };
  return { title: `Replace with \`${written}\``, safe, edits: [{ range, text: written }] };
}
