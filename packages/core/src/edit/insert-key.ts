import type { SmolfileDocument } from '../document/document.ts';
import type { TextEdit } from '../text/range.ts';
import type { HeaderNode, Table } from '../toml/index.ts';
import { EditError } from './edit-error.ts';
import { placeOf, type Found, type Place } from './find.ts';
import { pathText, type PathStep } from './path.ts';
import {
  addEntry,
  addSection,
  addStatement,
  type NewKey,
  type NewSection,
  type NewValue,
} from './statements.ts';
import { isTable, type EditValue } from './write.ts';

/** The edits that write a key which is not there yet, in the way its neighbours are written. */
export function insertKey(document: SmolfileDocument, found: Found, added: NewValue): TextEdit[] {
  const { target, taken } = found;
  const place = placeOf(target);
  const names = namesLeft(found);
  if (!place) throw new EditError(`\`${pathText(taken)}\` is no table`);
  const { holder, below } = place;
  if (!holder) return [impliedSection(document, place, namesOf(taken), { ...added, names })];
  const { node } = holder;
  const isPlain = below.length === 0 && !usesDots(place);
  const key: NewKey = { ...added, names: [...below, ...names] };
  if (node?.type === 'inline-table') {
    if (node.damaged) throw new EditError(`The braces of \`${pathText(taken)}\` are damaged`, node);
    const { names: path, value } = isPlain ? nested(key) : key;
    return [addEntry(document.text, holder, path, value)];
  }
  if (below.length === 0 && (names.length > 1 || isTable(added.value))) {
    const section = sectionOf(document, place, taken, key);
    if (section) return [section];
  }
  return [addStatement(document, holder, node && isPlain ? nested(key) : key)];
}

/** A table that only headers below it mention gets one of its own, or one more below it. */
function impliedSection(
  document: SmolfileDocument,
  { table }: Place,
  path: readonly string[],
  key: NewKey,
): TextEdit {
  const headers = headersBelow(table);
  if (key.names.length === 1 && !isTable(key.value))
    return addSection(document, { path, keys: [key] }, { above: headers[0]?.start });
  return addSection(document, sectionWith(path, key), { below: endOf(headers.at(-1)!) });
}

function namesLeft({ taken, rest }: Found): string[] {
  const index = rest.find((step) => typeof step === 'number');
  if (index !== undefined) throw new EditError(`\`${pathText(taken)}\` has no element ${index}`);
  return namesOf(rest);
}

/** The names of a path; headers know no indices: they mean the last element. */
export function namesOf(steps: readonly PathStep[]): string[] {
  return steps.filter((step) => typeof step === 'string');
}

/** Whether a table's keys are written with dots. */
function usesDots({ holder }: Place): boolean {
  return holder!.entries.some(({ keys }) => keys.length > 1);
}

/** `a = { b = 1 }` for `a.b = 1`; what is spelt already stays so. */
function nested(key: NewKey): NewKey {
  if (key.source) return key;
  const { names, value, ...rest } = key;
  const inner = names.slice(1).reduceRight<EditValue>((content, name) => ({ [name]: content }), value);
  return { ...rest, names: names.slice(0, 1), value: inner };
}

/** The section to write a table as, where its neighbours are sections. */
function sectionOf(
  document: SmolfileDocument,
  place: Place,
  taken: readonly PathStep[],
  key: NewKey,
): TextEdit | undefined {
  const { headers } = document.toml;
  const node = place.holder!.node as HeaderNode | undefined;
  const beside = node ? headers.filter((one) => one.attached && isBelow(one, node)) : headers;
  const { names } = key;
  const isWanted = node ? beside.length > 0 && !node.array : headers.length > 0 || !usesDots(place);
  if (!isWanted || namesOf(taken).length < taken.length) return undefined;
  if (!node && names.length > 1) {
    const inner = nested({ ...key, names: names.slice(1) });
    return addSection(document, { path: names.slice(0, 1), keys: [inner] });
  }
  const last = beside.at(-1);
  return addSection(document, sectionWith(namesOf(taken), key), { below: node && last && endOf(last) });
}

/** The section of a table, or the one that a key is the first of. */
function sectionWith(parents: readonly string[], { names, value, ...rest }: NewKey): NewSection {
  const path = [...parents, ...names];
  if (!isTable(value)) return { path: path.slice(0, -1), keys: [{ ...rest, names: path.slice(-1), value }] };
  const keys = Object.entries(value).map(([name, item]) => ({ names: [name], value: item }));
  return { path, keys, comment: rest.comment };
}

/** The end of the last statement of a section. */
export function endOf(header: HeaderNode): number {
  return header.entries.at(-1)?.end ?? header.end;
}

function isBelow(one: HeaderNode, other: HeaderNode): boolean {
  return (
    one.keys.length > other.keys.length && other.keys.every(({ name }, at) => name === one.keys[at]?.name)
  );
}

/** The headers that write parts of a table, its own included, in the order of the text. */
export function headersBelow({ header, entries }: Table): HeaderNode[] {
  const inner = [...entries.values()].flatMap((item) => {
    if (item.type === 'leaf') return [];
    return item.type === 'table' ? headersBelow(item) : item.items.flatMap(headersBelow);
  });
  return [...(header ? [header] : []), ...inner].toSorted((one, other) => one.start - other.start);
}
