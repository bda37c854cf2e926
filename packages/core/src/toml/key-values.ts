import { CLOSE_BRACE, CLOSE_BRACKET, COLON, COMMA, EQUALS, HASH } from './characters.ts';
import { readKeys, readPlainKey } from './keys.ts';
import { missingValue, show } from './mistakes.ts';
import { KeyValue, missing } from './nodes.ts';
import { trimEnd } from './recovery.ts';
import type { Scope } from './scope.ts';
import type { Source } from './source.ts';
import { define, definePlain } from './tables.ts';
import type { KeyNode, KeyValueNode, ValueNode } from './tree.ts';

/**
 * Reads `key = value` and files it in the table of its scope. Where the key or the `=` is wrong that is
 * reported and nothing is filed: a damaged name must not claim a key that a sound line sets.
 * @returns undefined if not even a key could be read; the position has not moved beyond spaces then.
 */
export function readKeyValue(source: Source, scope: Scope): KeyValueNode | undefined {
  const { codes } = source;
  const start = source.position;
  const name = readPlainKey(source);
  if (name !== undefined) {
    const node = new KeyValue(start, name, readAssigned(source, scope));
    definePlain(source, scope, name, node);
    return node;
  }
  const errors = source.errors.length;
  const keys = readKeys(source);
  const first = keys[0];
  if (!first) return undefined;
  let sound = source.errors.length === errors;
  if (codes[source.position] !== EQUALS) {
    if (sound) reportMissingEquals(source, keys, scope.depth > 0);
    sound &&= codes[source.position] === COLON;
    if (!skipToAssignment(source, scope.depth > 0)) return withoutValue(source, keys);
  }
  const node = new KeyValue(first.start, keys, readAssigned(source, scope));
  if (sound) define(source, scope, node);
  return node;
}

/** At the `=` (or what stands for it): reads the value after it, or reports that there is none. */
function readAssigned(source: Source, { depth, readValue }: Scope): ValueNode {
  const { codes } = source;
  const after = ++source.position;
  source.skipSpaces();
  const twice = codes[source.position] === EQUALS;
  if (twice) skipEquals(source);
  const at = source.position;
  const code = codes[at]!;
  const closes = depth > 0 && (code === COMMA || code === CLOSE_BRACE || code === CLOSE_BRACKET);
  if (!closes && code !== HASH && !source.endsLine(at)) return readValue(source, depth);
  if (!twice) missingValue(source, at, after - 1, after);
  return missing(after);
}

function skipEquals(source: Source): void {
  const at = source.position;
  source.report('unexpected-equals', at, at + 1, 'Expected a value, found a second `=`');
  while (source.codes[source.position] === EQUALS) {
    source.position++;
    source.skipSpaces();
  }
}

function withoutValue(source: Source, keys: readonly KeyNode[]): KeyValueNode {
  const { end } = keys.at(-1)!;
  source.position = end;
  return new KeyValue(keys[0]!.start, keys, missing(end));
}

function reportMissingEquals(source: Source, keys: readonly KeyNode[], nested: boolean): void {
  const { codes, text, position } = source;
  const code = codes[position]!;
  const { start } = keys[0]!;
  const { end } = keys.at(-1)!;
  const name = text.slice(start, Math.min(end, start + 60));
  if (code === COLON) {
    source.report(
      'missing-equals',
      position,
      position + 1,
      `Expected \`=\` after the key \`${name}\`, found \`:\``,
      {
        help: 'TOML puts `=` between a key and its value',
      },
    );
    return;
  }
  const assignment = assignmentAt(source, nested);
  if (assignment > position) {
    const whole = text.slice(start, trimEnd(text, start, assignment));
    const culprit = /[ \t]/.test(text.charAt(end)) ? 'a space' : show(text, position);
    source.report(
      'invalid-key',
      start,
      start + whole.length,
      `A key without quotes cannot contain ${culprit}`,
      {
        help: /["'\\\p{C}]/u.test(whole) ? 'Put the key between quotes' : `Write \`"${whole}"\``,
      },
    );
    return;
  }
  const found = code === HASH ? 'a comment' : show(text, position);
  const ends = code === HASH || source.endsLine(position);
  source.report(
    'missing-equals',
    ends ? start : position,
    ends ? end : position + 1,
    `Expected \`=\` after the key \`${name}\`, found ${found}`,
  );
}

/**
 * The offset of the `=` (or of a `:` right here) that was most likely meant for the key before, or -1. The
 * search is short, so that a long line of words costs no more than its length.
 */
function assignmentAt(source: Source, nested: boolean): number {
  const { codes, text, position } = source;
  if (codes[position] === COLON) return position;
  const found = (nested ? /[\r\n#=,}"']/ : /[\r\n#="']/).exec(text.slice(position, position + 200));
  return found?.[0] === '=' ? position + found.index : -1;
}

function skipToAssignment(source: Source, nested: boolean): boolean {
  const at = assignmentAt(source, nested);
  if (at < 0) return false;
  source.position = source.text.startsWith(':=', at) ? at + 1 : at;
  return true;
}
