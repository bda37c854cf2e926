import type { HeaderNode, KeyValueNode, SmolfileDocument, ValueNode } from '@smolfile/core';

/** Lines that an editor can fold away; 0-based, the last one included. */
export interface FoldingRange {
  readonly first: number;
  readonly last: number;
  readonly kind?: 'comment';
}

/** Sections, values of several lines, and blocks of comments. */
export function folding({ toml, lines, text }: SmolfileDocument): FoldingRange[] {
  const ranges: FoldingRange[] = [];
  const add = (start: number, end: number, kind?: 'comment'): void => {
    const first = lines.lineAt(start);
    // What was never closed ends with the text, empty lines and all.
    let stop = end;
    while (stop > start && /\s/.test(text.charAt(stop - 1))) stop--;
    const last = lines.lineAt(stop);
    if (last > first) ranges.push({ first, last, ...(kind && { kind }) });
  };
  const addValue = (value: ValueNode): void => {
    if (value.start < value.end) add(value.start, value.end);
    if (value.type === 'array') value.items.forEach(addValue);
    else if (value.type === 'inline-table') value.entries.forEach(addEntry);
  };
  const addEntry = ({ value }: KeyValueNode): void => addValue(value);
  toml.body.forEach(addEntry);
  toml.headers.forEach((header: HeaderNode) => {
    add(header.start, header.entries.at(-1)?.end ?? header.end);
    header.entries.forEach(addEntry);
  });
  for (const { start, end } of commentBlocks()) add(start, end, 'comment');
  return ranges
    .toSorted((a, b) => a.first - b.first || b.last - a.last)
    .filter(
      ({ first, last }, index, all) => all[index - 1]?.first !== first || all[index - 1]?.last !== last,
    );

  /** Comments on lines of their own, one below the other. */
  function commentBlocks(): { start: number; end: number }[] {
    const blocks: { start: number; end: number; line: number }[] = [];
    for (const { start, end } of toml.comments) {
      const line = lines.lineAt(start);
      if (text.slice(lines.lineRange(line).start, start).trim() !== '') continue;
      const block = blocks.at(-1);
      if (block?.line === line - 1) Object.assign(block, { end, line });
      else blocks.push({ start, end, line });
    }
    return blocks;
  }
}
