import { findNodeAtLocation, getNodeValue, parseTree, type Node, type ParseError } from 'jsonc-parser';
import type { TextRange } from '../text/range.ts';
import type { ConfigData, ConfigProblem } from './data.ts';

/** Reads a configuration written in JSON, which takes neither comments nor a comma at the end. */
export function readJson(text: string): ConfigData {
  const errors: ParseError[] = [];
  const mark = text.startsWith('\uFEFF') ? 1 : 0;
  // One blank in place of a byte order mark keeps the offsets.
  const source = mark ? ` ${text.slice(1)}` : text;
  const root = parseTree(source, errors, { disallowComments: true, allowTrailingComma: false });
  const problems = errors.map(({ error, offset, length }): ConfigProblem => {
    const [message, help] = MESSAGES[error] ?? ['This is not JSON'];
    return { range: { start: offset, end: offset + length }, message, ...(help !== undefined && { help }) };
  });
  if (!root && problems.length === 0)
    problems.push({ range: { start: 0, end: 0 }, message: 'The file is empty' });
  if (root) problems.push(...repeatedKeys(root));
  return {
    value: root && problems.length === 0 ? (getNodeValue(root) as unknown) : undefined,
    problems,
    rangeOf(path, part) {
      const location = path.map((name) => (/^\d+$/.test(name) ? Number(name) : name));
      const node = root && (findNodeAtLocation(root, path.slice()) ?? findNodeAtLocation(root, location));
      if (!node) return path.length > 0 ? this.rangeOf(path.slice(0, -1), 'value') : { start: 0, end: 0 };
      const key = part === 'key' && node.parent?.type === 'property' ? node.parent.children?.[0] : undefined;
      return placeOf(key ?? node);
    },
  };
}

/** By jsonc-parser's `ParseErrorCode`, which is a const enum and not there at run time in every build. */
const MESSAGES: Readonly<Record<number, readonly [message: string, help?: string]>> = {
  1: ['This is no JSON value', 'Strings and keys stand between `"`.'],
  2: ['This is not a number as JSON writes them'],
  3: ['A key is missing here', 'Keys stand between `"`; after the last value there is no comma.'],
  4: ['A value is missing here', 'After the last value there is no comma.'],
  5: ['A `:` is missing here'],
  6: ['A `,` is missing here'],
  7: ['A `}` is missing here'],
  8: ['A `]` is missing here'],
  9: ['Something follows the end of the object'],
  10: ['JSON has no comments', 'Use `smolfile.config.toml` for a configuration with comments.'],
  11: ['This comment is not closed'],
  12: ['This string is not closed'],
  13: ['This number is not complete'],
  14: ['`\\u` needs four hexadecimal digits'],
  15: ['This is no escape sequence of JSON'],
  16: ['This character must not stand here', 'In a string, write it as an escape sequence.'],
};

/** JSON itself lets the last of two win, which is never what their author sees. */
function repeatedKeys(node: Node): ConfigProblem[] {
  const below = (node.children ?? []).flatMap(repeatedKeys);
  if (node.type !== 'object') return below;
  const seen = new Set<string>();
  const own = (node.children ?? []).flatMap((property): ConfigProblem[] => {
    const key = property.children?.[0];
    if (!key) return [];
    const name = String(key.value);
    const repeated = seen.has(name);
    seen.add(name);
    return repeated ? [{ range: placeOf(key), message: `\`${name}\` is there twice` }] : [];
  });
  return [...own, ...below];
}

function placeOf({ offset, length }: Node): TextRange {
  return { start: offset, end: offset + length };
}
