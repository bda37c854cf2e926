import type { SmolfileDocument } from '../document/document.ts';
import { contentOf, itemKey, itemRange, positionsOf } from '../document/items.ts';
import type { Settings } from '../document/settings.ts';
import type { Release } from '../release/index.ts';
import { treeAt, type KeySchema } from '../schema/index.ts';
import { VALIDATORS } from '../schema/generated/validate.js';
import type { TextRange } from '../text/range.ts';
import type { HeaderNode, KeyNode, Table, TableArray, ValueNode } from '../toml/index.ts';
import { childOf, toData } from './data.ts';

/** What is written at a key. */
export type Content = ValueNode | Table | TableArray;

/** Where a finding is, and of what key. */
export interface Place {
  /** The schema of the key, or of the list that an element belongs to. */
  readonly schema: KeySchema;
  /** Where smolvm's own error points. */
  readonly range: TextRange;
  /** The key as a person would write it: `dev.ports`, `env[1]`. */
  readonly label: string;
}

/** A value of another type than its key takes. */
export interface TypeFinding extends Place {
  readonly kind: 'type';
  readonly found: Content;
  /** Whether it is one element of a list. */
  readonly element: boolean;
}

/** An integer outside of what its key can hold. */
export interface RangeFinding extends Place {
  readonly kind: 'range';
  readonly found: Content;
}

/** A key that no version of smolvm knows at this place. */
export interface UnknownKeyFinding extends Place {
  readonly kind: 'unknown-key';
  readonly name: string;
  readonly found: Content;
  /** Where it stands, name by name; undefined where that goes through the items of a list. */
  readonly steps: readonly string[] | undefined;
  /** The keys beside it; `schema` is the table that it stands in. */
  readonly siblings: Pick<ReadonlyMap<string, unknown>, 'has'>;
}

/** A key that other releases of smolvm know, and this one does not. */
export interface AbsentKeyFinding extends Place {
  readonly kind: 'absent-key';
}

/** An entry without a key that it must have. */
export interface MissingKeyFinding extends Place {
  readonly kind: 'missing-key';
  readonly name: string;
}

/** A section written as an array with too few elements for smolvm to take it (facts 1.3). */
export interface ShortSectionFinding extends Place {
  readonly kind: 'short-section';
  readonly length: number;
}

/** What smolvm cannot read. */
export type Finding =
  TypeFinding | RangeFinding | UnknownKeyFinding | AbsentKeyFinding | MissingKeyFinding | ShortSectionFinding;

/**
 * Everything in a document that smolvm's deserializer refuses, for one release: unknown keys, keys of other releases, wrong
 * types, numbers out of range. All of them, where smolvm names the first only.
 */
export function findings(document: SmolfileDocument, release: Release): Finding[] {
  const tree = treeAt(release);
  const settings = document.settingsBy(tree);
  const newer = absentKeys(settings);
  const found: Finding[] = [...newer, ...shortSections(settings)];
  const { validate } = VALIDATORS.find(({ before }) => before === undefined || release.isBefore(before))!;
  const roots = [
    document.toml.root,
    ...document.toml.headers.filter(({ attached }) => !attached).map(rootOf),
  ];
  for (const root of roots) {
    if (validate(toData(root, tree))) continue;
    for (const error of validate.errors ?? []) {
      const finding = translate(error, root, tree);
      if (finding && !newer.some(({ label }) => isWithin(finding.label, label))) found.push(finding);
    }
  }
  return found;
}

/**
 * A document with nothing but the table of a refused header, such as a second `[dev]`: its syntax error must not
 * hide what is wrong with its keys.
 */
function rootOf({ keys, table }: HeaderNode): Table {
  const wrap = (inner: Table, { name }: KeyNode, index: number): Table => ({
    type: 'table',
    entries: new Map([[name, inner]]),
    // the key that names it, for what is found about it
    definition: keys[index - 1],
    origin: 'root',
    header: undefined,
  });
  return keys.reduceRight(wrap, table);
}

function isWithin(label: string, parent: string | undefined): boolean {
  if (parent === undefined) return false;
  return label === parent || (label.startsWith(parent) && '.['.includes(label.charAt(parent.length)));
}

function absentKeys(settings: Settings): AbsentKeyFinding[] {
  const result: AbsentKeyFinding[] = [];
  for (const { path, schema, key } of settings.all()) {
    // what is in a key comes right behind it
    if (!schema.absent || isWithin(path, result.at(-1)?.label)) continue;
    result.push({ kind: 'absent-key', schema, range: key, label: path });
  }
  return result;
}

function shortSections({ positional }: Settings): ShortSectionFinding[] {
  return positional.flatMap(({ path, schema, array }) => {
    const length = array.items.length;
    if (array.damaged || length >= (schema.positionalMinimum ?? 0)) return [];
    return [{ kind: 'short-section' as const, schema, range: array, label: path, length }];
  });
}

interface ValidationError {
  readonly keyword: string;
  readonly instancePath: string;
  readonly params: Record<string, unknown>;
}

function translate(error: ValidationError, root: Table, tree: KeySchema): Finding | undefined {
  const segments = error.instancePath
    .split('/')
    .slice(1)
    .map((segment) => segment.replaceAll('~1', '/').replaceAll('~0', '~'));
  const place = locate(root, segments, tree);
  if (!place) return undefined;
  const { schema, range, label, content } = place;
  if (error.keyword === 'additionalProperties') {
    const name = String(error.params['additionalProperty']);
    return unknownKey(place, name);
  }
  if (error.keyword === 'required') {
    // an array of the values is too short then, which is said of it as a whole
    if (place.content.type === 'array') return undefined;
    return { kind: 'missing-key', schema, range, label, name: String(error.params['missingProperty']) };
  }
  if (error.keyword === 'minimum' || error.keyword === 'maximum') {
    return { kind: 'range', schema, range, label, found: content };
  }
  return { kind: 'type', schema, range, label, found: content, element: place.element };
}

function unknownKey(place: Located, name: string): UnknownKeyFinding | undefined {
  const { schema, content } = place;
  const table = content.type === 'inline-table' ? content.table : content;
  if (table.type !== 'table') return undefined;
  const item = table.entries.get(name);
  if (!item) return undefined;
  const label = place.label === '' ? name : `${place.label}.${name}`;
  return {
    kind: 'unknown-key',
    schema,
    range: itemKey(item),
    label,
    name,
    found: contentOf(item),
    steps: stepsOf(place, name),
    siblings: table.entries,
  };
}

/** The label taken apart again, which names of entries with a dot in them do not allow. */
function stepsOf({ label, schema }: Place, name: string): string[] | undefined {
  if (label === '') return [name];
  const steps = label.split('.');
  if (label.includes('[') || steps.length !== schema.path.split('.').length) return undefined;
  return [...steps, name];
}

interface Located extends Place {
  readonly content: Content;
  readonly element: boolean;
}

/** Follows the path of a validation error through the document, positional sections included. */
function locate(root: Table, segments: readonly string[], tree: KeySchema): Located | undefined {
  let at: Located = { schema: tree, range: { start: 0, end: 0 }, label: '', content: root, element: false };
  for (const segment of segments) {
    const next = step(at, segment);
    if (!next) return undefined;
    at = next;
  }
  return at;
}

function step({ schema, content, label }: Located, segment: string): Located | undefined {
  const child = childOf(schema, segment);
  const table = content.type === 'inline-table' ? content.table : content;
  if (table.type === 'table') {
    const item = table.entries.get(segment);
    if (!item || !child) return undefined;
    const name = label === '' ? segment : `${label}.${segment}`;
    return { schema: child, range: itemRange(item), label: name, content: contentOf(item), element: false };
  }
  if (table.type === 'array' && schema.positionalMinimum !== undefined) {
    const item = table.items[positionsOf(schema).findIndex(({ name }) => name === segment)];
    return (
      item &&
      child && { schema: child, range: item, label: `${label}.${segment}`, content: item, element: false }
    );
  }
  if (table.type !== 'array' && table.type !== 'table-array') return undefined;
  const item = table.items[Number(segment)];
  if (!item) return undefined;
  const range = item.type === 'table' ? (item.header ?? { start: 0, end: 0 }) : item;
  // an item of a list of tables has keys of its own
  const { element } = schema;
  return {
    schema: element ?? schema,
    range,
    label: `${label}[${segment}]`,
    content: item,
    element: element === undefined,
  };
}
