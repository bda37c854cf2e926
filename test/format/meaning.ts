import { parseSmolfile, type KeyNode, type ValueNode } from '@smolfile/core';
import type { SmolfileDocument } from '@smolfile/core';

/**
 * What a document says, statement by statement: paths, values and errors, without their places. Two texts of one
 * meaning differ in layout only.
 */
export function meaningOf(text: string): string[] {
  const { toml } = parseSmolfile(text);
  const entries = (nodes: typeof toml.body): string[] =>
    nodes.map(({ keys, value }) => `${path(keys)} = ${shown(value)}`);
  return [
    ...entries(toml.body),
    ...toml.headers.flatMap((header) => [
      `${header.array ? '[[' : '['}${path(header.keys)}${header.attached ? '' : ' refused'}`,
      ...entries(header.entries),
    ]),
    ...toml.errors.map(({ code }) => `error ${code}`),
  ];
}

/** The texts of all comments, in order. */
export function commentsOf(text: string): string[] {
  const { toml }: SmolfileDocument = parseSmolfile(text);
  return toml.comments.map(({ start, end }) => text.slice(start, end).trimEnd());
}

function path(keys: readonly KeyNode[]): string {
  return JSON.stringify(keys.map(({ name }) => name));
}

function shown(value: ValueNode): string {
  if (value.type === 'array') return `[${value.items.map(shown).join()}]`;
  if (value.type === 'inline-table') {
    return `{${value.entries.map((entry) => `${path(entry.keys)}=${shown(entry.value)}`).join()}}`;
  }
  const { kind, value: content } = value;
  return `${kind} ${typeof content === 'string' ? JSON.stringify(content) : Object.is(content, -0) ? '-0' : String(content)}`;
}
