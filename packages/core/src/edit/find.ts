import type { SmolfileDocument } from '../document/document.ts';
import type {
  ArrayNode,
  HeaderNode,
  InlineTableNode,
  KeyValueNode,
  Leaf,
  Table,
  TableArray,
  ValueNode,
} from '../toml/index.ts';
import { EditError } from './edit-error.ts';
import { pathText, type PathStep } from './path.ts';

/** What statements stand in: the top of the file, a section, or braces. */
export interface Holder {
  readonly node: HeaderNode | InlineTableNode | undefined;
  readonly entries: readonly KeyValueNode[];
}

/** A table, and where its keys are written. */
export interface Place {
  readonly table: Table;
  /** None for a table that only headers below it mention: `dev` of `[dev.x]`. */
  readonly holder: Holder | undefined;
  /** The names between the holder and the table: `['dev']` for `dev.init = []` at the top of the file. */
  readonly below: readonly string[];
}

/** What is found at a path. */
export type Target =
  | { readonly kind: 'table'; readonly place: Place }
  | { readonly kind: 'tables'; readonly array: TableArray }
  | { readonly kind: 'entry'; readonly place: Place; readonly leaf: Leaf; readonly value: ValueNode }
  | {
      readonly kind: 'element';
      readonly array: ArrayNode;
      readonly index: number;
      readonly value: ValueNode;
    };

export interface Found {
  /** What the steps lead to; the deepest that is there, where some are left. */
  readonly target: Target;
  readonly taken: readonly PathStep[];
  /** The steps that lead to nothing yet. */
  readonly rest: readonly PathStep[];
}

/** @throws EditError if a step goes into what holds nothing of its kind. */
export function find(document: SmolfileDocument, steps: readonly PathStep[]): Found {
  let target: Target = { kind: 'table', place: rootPlace(document) };
  for (const [index, step] of steps.entries()) {
    const next = stepInto(target, step, steps.slice(0, index));
    if (!next) return { target, taken: steps.slice(0, index), rest: steps.slice(index) };
    target = next;
  }
  return { target, taken: steps, rest: [] };
}

function rootPlace({ toml }: SmolfileDocument): Place {
  return { table: toml.root, holder: { node: undefined, entries: toml.body }, below: [] };
}

function stepInto(target: Target, step: PathStep, taken: readonly PathStep[]): Target | undefined {
  const place = placeOf(target);
  if (place && typeof step === 'string') return entryOf(place, step);
  if (target.kind === 'tables' && typeof step === 'number') {
    const table = target.array.items[step];
    return table && { kind: 'table', place: sectionPlace(table) };
  }
  const value = valueOf(target);
  if (value?.type === 'array' && typeof step === 'number') {
    const item = value.items[step];
    return item && { kind: 'element', array: value, index: step, value: item };
  }
  const wanted = typeof step === 'string' ? 'a table' : 'a list';
  throw new EditError(`\`${pathText(taken)}\` is not ${wanted}`, value ?? rangeOf(target));
}

function entryOf(place: Place, name: string): Target | undefined {
  const item = place.table.entries.get(name);
  if (!item) return undefined;
  if (item.type === 'leaf') return { kind: 'entry', place, leaf: item, value: item.value };
  if (item.type === 'table-array') return { kind: 'tables', array: item };
  if (item.header) return { kind: 'table', place: sectionPlace(item) };
  // what is made by dotted keys is made among the keys of the table around it
  const holder = item.origin === 'dotted' ? place.holder : undefined;
  return { kind: 'table', place: { table: item, holder, below: [...place.below, name] } };
}

function sectionPlace(table: Table): Place {
  const { header } = table;
  return { table, holder: header && { node: header, entries: header.entries }, below: [] };
}

/** The value that is written at a target with its brackets, braces or quotes, if it is. */
export function valueOf(target: Target): ValueNode | undefined {
  return 'value' in target ? target.value : undefined;
}

/** The place of a target that is a table, in whatever spelling. */
export function placeOf(target: Target): Place | undefined {
  if (target.kind === 'table') return target.place;
  const node = valueOf(target);
  if (node?.type !== 'inline-table') return undefined;
  return { table: node.table, holder: { node, entries: node.entries }, below: [] };
}

function rangeOf(target: Target): { start: number; end: number } | undefined {
  return target.kind === 'tables' ? target.array.definition : undefined;
}

/** The statement that an offset is in, which may be an entry of braces or brackets in it. */
export function statementAt({ toml }: SmolfileDocument, offset: number): KeyValueNode | undefined {
  const holds = ({ start, end }: KeyValueNode): boolean => start <= offset && offset <= end;
  const header = toml.headers.findLast(({ start }) => start <= offset);
  return (header?.entries ?? toml.body).find(holds);
}
