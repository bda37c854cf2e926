import type { SmolfileDocument, TextRange } from '@smolfile/core';
import type { Place } from './place.ts';
import { Scanner } from './scan.ts';

/** @param offset of the cursor; what it touches counts as under it. */
export function placeAt(document: SmolfileDocument, offset: number): Place {
  const { text, toml } = document;
  const header = toml.headers[lastBefore(toml.headers, offset)];
  const entries = header ? header.entries : toml.body;
  const index = lastBefore(entries, offset);
  const nextHeader = toml.headers[lastBefore(toml.headers, offset) + 1];
  const start = entries[index]?.start ?? header?.start ?? (text.startsWith('\uFEFF') ? 1 : 0);
  const end = entries[index + 1]?.start ?? nextHeader?.start ?? text.length;
  return new Scanner(text, offset, end).statements(start, header?.keys.map(({ name }) => name) ?? []);
}

/** Index of the last node that starts at or before an offset; -1 when there is none. */
export function lastBefore(nodes: readonly TextRange[], offset: number): number {
  let low = -1;
  let high = nodes.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (nodes[middle]!.start <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
