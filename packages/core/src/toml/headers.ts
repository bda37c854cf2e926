import { CLOSE_BRACKET, HASH, OPEN_BRACKET } from './characters.ts';
import { readKeys } from './keys.ts';
import { show } from './mistakes.ts';
import type { Source } from './source.ts';
import { attachHeader, newTable, openHeader } from './tables.ts';
import type { HeaderNode, KeyNode, KeyValueNode, Table } from './tree.ts';

/**
 * At a `[` that starts a statement: reads the header and opens the table that its `entries` are to fill. After
 * an error the rest of the line is skipped, so that there is one error only.
 */
export function readHeader(source: Source, root: Table, entries: KeyValueNode[]): HeaderNode {
  const { codes, text } = source;
  const start = source.position;
  const array = codes[start + 1] === OPEN_BRACKET;
  const closing = array ? ']]' : ']';
  source.position += closing.length;
  const errors = source.errors.length;
  const keys = readKeys(source);
  const sound = source.errors.length === errors;
  const closed = sound && text.startsWith(closing, source.position);
  if (closed) source.position += closing.length;
  else if (sound) reportUnclosed(source, keys, closing);
  const end = closed ? source.position : brokenEnd(source, keys, start + closing.length);
  if (!closed) skipRest(source);
  const opened = sound ? openHeader(source, root, { array, keys }) : undefined;
  const table = opened ?? newTable('header', keys.at(-1));
  const attached = opened !== undefined;
  const header: HeaderNode = { type: 'header', start, end, array, keys, entries, table, attached };
  attachHeader(header);
  return header;
}

function reportUnclosed(source: Source, keys: readonly KeyNode[], closing: string): void {
  const { codes, text, position } = source;
  const ends = source.endsLine(position) || codes[position] === HASH;
  const found = ends ? 'the end of the line' : show(text, position);
  const start = ends ? keys[0]!.start : position;
  const end = ends ? keys.at(-1)!.end : position + 1;
  const message = `Expected \`${closing}\` after the name of the table, found ${found}`;
  const bracket = codes[position] === CLOSE_BRACKET;
  const name = text.slice(keys[0]!.start, Math.min(keys.at(-1)!.end, keys[0]!.start + 60));
  const written = closing === ']' ? `[${name}]` : `[[${name}]]`;
  const more = ends || bracket ? { help: `Write \`${written}\`` } : {};
  source.report('unclosed-header', start, end, message, more);
}

/** Where a header without its brackets ends: after a lone bracket, or after its last name. */
function brokenEnd(source: Source, keys: readonly KeyNode[], opened: number): number {
  if (source.codes[source.position] === CLOSE_BRACKET) return source.position + 1;
  return keys.at(-1)?.end ?? opened;
}

function skipRest(source: Source): void {
  if (source.codes[source.position] !== HASH) source.position = source.lineEnd(source.position);
}
