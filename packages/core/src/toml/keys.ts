import { APOSTROPHE, CR, DOT, EQUALS, isBare, QUOTE, SPACE, TAB } from './characters.ts';
import { show } from './mistakes.ts';
import { Key } from './nodes.ts';
import type { Source } from './source.ts';
import { readBasicString, readLiteralString } from './strings.ts';
import type { KeyNode } from './tree.ts';

/**
 * Reads a single bare key up to the `=` behind it, which is how nearly every key is written.
 * @returns undefined, and has read nothing, for any other key.
 */
export function readPlainKey(source: Source): string | undefined {
  const { codes, position: start } = source;
  let end = start;
  let code = codes[start]!;
  while (isBare(code)) code = codes[++end]!;
  if (end === start) return undefined;
  let at = end;
  while (code === SPACE || code === TAB) code = codes[++at]!;
  if (code !== EQUALS) return undefined;
  source.position = at;
  return source.name(start, end);
}

/**
 * Reads `a`, `"a"."b c"`, … and the spaces after it. Where a name is absent that is reported, and the path
 * ends before it; it may be empty then.
 */
export function readKeys(source: Source): KeyNode[] {
  const first = readKey(source, 'Expected a key');
  if (!first) return [];
  if (source.codes[source.position] !== DOT) return [first];
  const keys = [first];
  while (source.codes[source.position] === DOT) {
    if (keys.length === source.maxDepth) {
      const end = source.position;
      source.report(
        'too-deep',
        first.start,
        end,
        `The key has more than the ${source.maxDepth} parts allowed`,
      );
      break;
    }
    source.position++;
    const key = readKey(source, 'Expected a key after `.`');
    if (!key) break;
    keys.push(key);
  }
  // The copy has no spare room, which every grown array has.
  return keys.slice();
}

function readKey(source: Source, expected: string): KeyNode | undefined {
  source.skipSpaces();
  const { codes, text } = source;
  const start = source.position;
  const code = codes[start]!;
  let style: KeyNode['style'] = 'bare';
  let name: string;
  if (isBare(code)) {
    let at = start + 1;
    while (isBare(codes[at]!)) at++;
    source.position = at;
    name = text.slice(start, at);
  } else if (code === QUOTE) {
    style = 'basic';
    name = readBasicString(source);
  } else if (code === APOSTROPHE) {
    style = 'literal';
    name = readLiteralString(source);
  } else if (code === CR && !source.endsLine(start)) {
    source.reportStray(start);
    return undefined;
  } else {
    const end = unkeyableEnd(source, start);
    source.report(
      'expected-key',
      start,
      end,
      `${expected}, found ${show(text, start)}`,
      keyHelp(text, start, end),
    );
    return undefined;
  }
  const end = source.position;
  source.skipSpaces();
  return new Key(start, end, name, style);
}

/** Where the run of characters ends that cannot begin a key. */
function unkeyableEnd(source: Source, start: number): number {
  if (source.endsLine(start)) return start;
  const run = /^[^\s=.,#"'[\]{}]{1,100}/.exec(source.text.slice(start, start + 100));
  return start + Math.max(run?.[0].length ?? 0, 1);
}

function keyHelp(text: string, start: number, end: number): { help?: string } {
  const word = text.slice(start, end);
  if (!/^[\p{L}\p{N}\p{S}\p{P}]/u.test(word) || /^[=.,:;()[\]{}<>]/.test(word)) return {};
  return { help: `A key with characters other than A-Z, a-z, 0-9, \`_\` and \`-\` needs quotes: "${word}"` };
}
