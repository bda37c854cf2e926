import type { SmolfileDocument } from '../document/document.ts';
import type { HeaderNode, InlineTableNode } from '../toml/index.ts';
import { changeOf, documentOf, editSmolfile, type Change, type Source } from './change.ts';
import { EditError } from './edit-error.ts';
import { find, placeOf } from './find.ts';
import { endOf, headersBelow, insertKey, namesOf } from './insert-key.ts';
import { commentBehind, commentsAbove, commentsIn, lineStart } from './lines.ts';
import { pathText, stepsOf, type KeyPath } from './path.ts';
import { removeKey } from './remove-key.ts';
import { sound } from './sound.ts';
import { addSection, ownsLines, type NewKey } from './statements.ts';

/**
 * Writes an inline table as a `[section]`, with the comments above and behind it.
 *
 * @throws EditError if it is no inline table, or stands in another or in an array.
 * @throws TypeError if an argument is of the wrong kind.
 * @example
 * ```ts
 * writeAsSection('dev = { init = ["x"] } # work\nnet = true\n', 'dev').text;
 * // 'net = true\n\n[dev] # work\ninit = ["x"]\n'
 * ```
 */
export function writeAsSection(source: Source, path: KeyPath): Change {
  const steps = stepsOf(path);
  const document = documentOf(source);
  const { text } = document;
  const { target, rest } = find(document, steps);
  const name = pathText(steps);
  if (rest.length > 0 || target.kind !== 'entry' || target.value.type !== 'inline-table')
    throw new EditError(`\`${name}\` is no inline table`);
  const { leaf, value, place } = target;
  const outer = place.holder?.node;
  const isStatement = outer?.type !== 'inline-table' && namesOf(steps).length === steps.length;
  if (!isStatement || outer?.array || value.damaged || !ownsLines(document, leaf.node))
    throw new EditError(`\`${name}\` cannot be a section where it stands`, value);
  const keys = value.entries.map((entry): NewKey => ({
    names: entry.keys.map((key) => key.name),
    value: true,
    source: { above: '', value: text.slice(entry.value.start, entry.value.end) },
  }));
  const behind = commentBehind(document, value.end);
  const section = {
    path: namesOf(steps),
    keys,
    above: textAbove(document, leaf.node.start),
    behind: behind ? text.slice(value.end, behind.end).trimEnd() : '',
  };
  const add = (current: SmolfileDocument): Change => {
    const parent = find(current, steps.slice(0, -1)).target;
    const entries = placeOf(parent)?.holder?.entries ?? [];
    const position = {
      below: entries.at(-1)?.end,
      above: entries.length > 0 ? undefined : nextHeader(current, outer),
    };
    return changeOf(current, [addSection(current, section, position)]);
  };
  return sound(
    document,
    steps,
    () => true,
    () => editSmolfile(document, (current) => removeKey(current, steps, { comments: 'remove' }), add),
  );
}

/** The header after one, or the first after the top of the file. */
function nextHeader(
  { toml }: SmolfileDocument,
  outer: HeaderNode | InlineTableNode | undefined,
): number | undefined {
  const index = outer ? toml.headers.findIndex(({ start }) => start >= outer.start) + 1 : 0;
  return toml.headers[index]?.start;
}

/**
 * Writes a `[section]` as an inline table, with the comments right above it.
 *
 * @throws EditError if it is no section, or has what braces cannot hold: comments, line breaks, sections below it.
 * @throws TypeError if an argument is of the wrong kind.
 * @example
 * ```ts
 * writeInline('net = true\n\n[dev]\ninit = ["x"]\n', 'dev').text; // 'net = true\ndev = { init = ["x"] }\n'
 * ```
 */
export function writeInline(source: Source, path: KeyPath): Change {
  const steps = stepsOf(path);
  const document = documentOf(source);
  const { text } = document;
  const { target, rest } = find(document, steps);
  const header = rest.length === 0 && target.kind === 'table' ? target.place.table.header : undefined;
  const name = pathText(steps);
  if (!header || header.array || target.kind !== 'table') throw new EditError(`\`${name}\` is no section`);
  const inner = { start: header.start, end: lineBehind(document, endOf(header)) };
  const isFlat =
    header.entries.length > 0 &&
    commentsIn(document, inner).length === 0 &&
    header.entries.every(({ start, end }) => !text.slice(start, end).includes('\n')) &&
    headersBelow(target.place.table).length === 1;
  if (!isFlat) throw new EditError(`\`${name}\` has what braces cannot hold`, header);
  const entries = header.entries.map(({ start, end }) => text.slice(start, end)).join(', ');
  const moved = {
    value: true,
    source: { above: textAbove(document, header.start), value: `{ ${entries} }` },
  };
  return sound(
    document,
    steps,
    () => true,
    () =>
      editSmolfile(
        document,
        (current) => removeKey(current, steps, { comments: 'remove' }),
        (current) => changeOf(current, insertKey(current, find(current, steps), moved)),
      ),
  );
}

function lineBehind(document: SmolfileDocument, end: number): number {
  return commentBehind(document, end)?.end ?? end;
}

function textAbove({ text }: SmolfileDocument, at: number): string {
  const start = lineStart(text, at);
  return text.slice(commentsAbove(text, start), start);
}
