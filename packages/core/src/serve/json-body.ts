import { parseTree, type Node } from 'jsonc-parser';
import { readJson } from '../config/read-json.ts';
import type { ConfigProblem } from '../config/data.ts';
import type { TextRange } from '../text/range.ts';

/** A value in the text of a body. */
export interface BodyValue {
  /** `mounts[0].source`; `` for the whole. */
  readonly path: string;
  readonly kind: 'object' | 'array' | 'string' | 'number' | 'boolean' | 'null';
  readonly range: TextRange;
  /** As it stands there, of a number. */
  readonly text: string;
  /** Of a string, boolean or null. */
  readonly value: unknown;
  readonly items: readonly BodyValue[];
  readonly fields: ReadonlyMap<string, BodyField>;
}

export interface BodyField {
  /** Of the name. */
  readonly range: TextRange;
  readonly value: BodyValue;
}

/** Deeper than any body: what is beyond is looked at no more. */
const DEEPEST = 32;

/** A body as a tree with places, or what keeps it from being one. */
export function readBody(text: string): {
  readonly root?: BodyValue;
  readonly problems: readonly ConfigProblem[];
} {
  if (isDeep(text)) {
    const message = `The body is nested deeper than ${DEEPEST} levels`;
    return { problems: [{ range: { start: 0, end: 0 }, message }] };
  }
  const { problems } = readJson(text);
  if (problems.length > 0) return { problems };
  const tree = parseTree(text.startsWith('\uFEFF') ? ` ${text.slice(1)}` : text);
  return tree ? { root: valueOf(tree, '', text), problems } : { problems };
}

/** Brackets in strings count, too: no body has that many. */
function isDeep(text: string): boolean {
  let depth = 0;
  for (const character of text) {
    if (character === '[' || character === '{') depth += 1;
    else if (character === ']' || character === '}') depth -= 1;
    if (depth > DEEPEST) return true;
  }
  return false;
}

function valueOf(node: Node, path: string, text: string): BodyValue {
  const range = rangeOf(node);
  const children = node.children ?? [];
  const below = (name: string): string => (path === '' ? name : `${path}.${name}`);
  const fields = node.type === 'object' ? children : [];
  return {
    path,
    kind: node.type as BodyValue['kind'],
    range,
    text: text.slice(range.start, range.end),
    value: node.value as unknown,
    items:
      node.type === 'array' ? children.map((item, index) => valueOf(item, `${path}[${index}]`, text)) : [],
    fields: new Map(
      fields.flatMap(({ children: [name, value] = [] }) =>
        name && value
          ? [
              [
                String(name.value),
                { range: rangeOf(name), value: valueOf(value, below(String(name.value)), text) },
              ],
            ]
          : [],
      ),
    ),
  };
}

function rangeOf({ offset, length }: Node): TextRange {
  return { start: offset, end: offset + length };
}
