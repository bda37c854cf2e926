import { contentOf, itemKey, itemRange } from '../document/items.ts';
import type { TextRange } from '../text/range.ts';
import { parseToml, toPlain, type Item, type Table } from '../toml/index.ts';
import type { ConfigData, ConfigProblem } from './data.ts';

/** Reads a configuration written in TOML. */
export function readToml(text: string): ConfigData {
  const { root, errors } = parseToml(text);
  return {
    value: toPlain(root),
    problems: errors.map(({ start, end, message, help }): ConfigProblem => {
      return { range: { start, end }, message, ...(help !== undefined && { help }) };
    }),
    rangeOf: (path, part) => rangeIn(root, path, part),
  };
}

function rangeIn(root: Table, path: readonly string[], part: 'key' | 'value'): TextRange {
  let content: ReturnType<typeof contentOf> = root;
  let range: TextRange = { start: 0, end: 0 };
  for (const [index, name] of path.entries()) {
    const isLast = index === path.length - 1;
    if (content.type === 'table') {
      const item: Item | undefined = content.entries.get(name);
      if (!item) return range;
      range = isLast && part === 'key' ? itemKey(item) : itemRange(item);
      content = contentOf(item);
    } else if (content.type === 'array' || content.type === 'table-array') {
      const element: (typeof content.items)[number] | undefined = content.items[Number(name)];
      if (!element) return range;
      range = element.type === 'table' ? (element.header ?? range) : element;
      content = element.type === 'inline-table' ? element.table : element;
    }
  }
  return { start: range.start, end: range.end };
}
