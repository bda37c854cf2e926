import type { SmolfileDocument } from '../document/document.ts';
import type { TextEdit, TextRange } from '../text/range.ts';
import type { ArrayNode, ValueNode } from '../toml/index.ts';
import { statementAt } from './find.ts';
import { insertItems, removeItems } from './items.ts';
import { commentLines, commentsIn, indentAt, insertion, lineBreakAt, replacement } from './lines.ts';
import { isList, isSame, statementText, textLike, valueText, type EditValue } from './write.ts';

/** Puts a value in the place of another; of lists, only what differs changes. */
export function replaceValue(document: SmolfileDocument, node: ValueNode, value: EditValue): TextEdit[] {
  const { text } = document;
  if (isSame(node, value)) return [];
  if (node.type === 'array' && !node.damaged && isList(value)) return replaceItems(document, node, value);
  const statement = statementAt(document, node.start);
  const written =
    statement?.value === node
      ? statementText(
          value,
          node.start - statement.start,
          indentAt(text, statement.start),
          lineBreakAt(text, node.start),
        )
      : valueText(value);
  const like = typeof value === 'string' ? textLike(value, text.slice(node.start, node.end)) : written;
  const space = node.start === node.end && text.charAt(node.start - 1) === '=' ? ' ' : '';
  return [...rescueComments(document, node), replacement(node.start, node.end, space + like)];
}

/** What comments a text loses are put above the statement that they were in. */
export function rescueComments(document: SmolfileDocument, lost: TextRange): TextEdit[] {
  const comments = commentsIn(document, lost);
  if (comments.length === 0) return [];
  const { start } = statementAt(document, lost.start) ?? lost;
  const { text } = document;
  const lines = commentLines(document, comments, start);
  return [insertion(start, lines + lineBreakAt(text, start) + indentAt(text, start))];
}

function replaceItems(document: SmolfileDocument, node: ArrayNode, values: readonly EditValue[]): TextEdit[] {
  const edits: TextEdit[] = [];
  let [from, at] = [0, 0];
  for (const [item, value] of [...commonOf(node, values), [node.items.length, values.length] as const]) {
    const added = values.slice(at, value);
    const kept = Math.min(added.length, item - from);
    const old = node.items.slice(from, from + kept);
    edits.push(
      ...old.flatMap((one, index) => replaceValue(document, one, added[index]!)),
      ...removeItems(document, node, from + kept, item),
      ...insertItems(document, node, item, added.slice(kept).map(valueText)),
    );
    [from, at] = [item + 1, value + 1];
  }
  return edits;
}

/** More comparisons than this for one list are not made. */
const MOST_COMPARED = 1_000_000;

/** The longest row of elements that stay, by their indices before and after. */
function commonOf({ items }: ArrayNode, values: readonly EditValue[]): (readonly [number, number])[] {
  const pairs: (readonly [number, number])[] = [];
  let head = 0;
  while (head < items.length && head < values.length && isSame(items[head]!, values[head]!)) head++;
  for (let index = 0; index < head; index++) pairs.push([index, index]);
  const [rows, columns] = [items.length - head, values.length - head];
  if (rows * columns > MOST_COMPARED) return pairs;
  const same = (row: number, column: number): boolean => isSame(items[head + row]!, values[head + column]!);
  const lengths = Array.from({ length: rows + 1 }, () => new Uint32Array(columns + 1));
  for (let row = rows - 1; row >= 0; row--) {
    for (let column = columns - 1; column >= 0; column--) {
      const longest = Math.max(lengths[row + 1]![column]!, lengths[row]![column + 1]!);
      lengths[row]![column] = same(row, column) ? lengths[row + 1]![column + 1]! + 1 : longest;
    }
  }
  let [row, column] = [0, 0];
  while (row < rows && column < columns) {
    if (same(row, column)) pairs.push([head + row++, head + column++]);
    else if (lengths[row + 1]![column]! >= lengths[row]![column + 1]!) row++;
    else column++;
  }
  return pairs;
}
