import type { KeySchema } from '../schema/index.ts';
import type { TextRange } from '../text/range.ts';
import type { ArrayNode, Item, ScalarNode, Table, TableArray, ValueNode } from '../toml/index.ts';

/** A value and where it stands. */
export interface Located<T> {
  readonly value: T;
  readonly range: TextRange;
}

/** A string of the document, with its node for places inside it. */
export interface LocatedString extends Located<string> {
  readonly node: ScalarNode;
}

/** One key of the schema that the document sets, whichever of TOML's spellings it uses. */
export interface Setting {
  /** As in the schema: `dev.ports`. */
  readonly path: string;
  readonly schema: KeySchema;
  /** The key that names it: the last key of the header for a table. */
  readonly key: TextRange;
  readonly value: ValueNode | Table | TableArray;
  /** Of the value; of the header or the first dotted key for a table without braces. */
  readonly range: TextRange;
}

/** One entry of `[secrets]`. */
export interface SecretSetting {
  readonly name: string;
  readonly key: TextRange;
  readonly range: TextRange;
  readonly fromEnv?: LocatedString;
  readonly fromFile?: LocatedString;
  /** Whether it holds something that is neither source as a string: then nothing can be said of what is missing. */
  readonly sound: boolean;
}

/** A section written as an array of its fields, which smolvm takes (facts 1.3). */
export interface PositionalSection {
  readonly path: string;
  readonly schema: KeySchema;
  readonly array: ArrayNode;
}

/** The keys of a section in the order in which an array of their values has them: those that the release has. */
export function positionsOf({ children = [] }: KeySchema): readonly KeySchema[] {
  return children.some(({ absent }) => absent) ? children.filter(({ absent }) => !absent) : children;
}

/** Where the value of an item stands, as smolvm's own errors point: at the header for a table. */
export function itemRange(item: Item): TextRange {
  if (item.type === 'leaf') return item.value;
  if (item.type === 'table-array') return item.items[0]?.header ?? item.definition ?? EMPTY;
  return item.header ?? item.definition ?? EMPTY;
}

/** The key that first names an item. */
export function itemKey(item: Item): TextRange {
  return item.type === 'leaf' ? item.key : (item.definition ?? EMPTY);
}

const EMPTY: TextRange = { start: 0, end: 0 };

/** What an item holds, one level down: the table behind an inline table, or the node or table itself. */
export function contentOf(item: Item): ValueNode | Table | TableArray {
  if (item.type !== 'leaf') return item;
  return item.value.type === 'inline-table' ? item.value.table : item.value;
}

/**
 * What a document sets, by the schema's key paths: the reading of it that rules, resolve and hover share.
 * Values of the wrong type are left out of the typed readers (validation reports them), so that one bad key
 * never hides the rest.
 */
export class Settings {
  readonly secrets: SecretSetting[] = [];
  readonly positional: PositionalSection[] = [];
  readonly #byPath = new Map<string, Setting>();

  constructor(root: Table, schema: KeySchema) {
    this.#readTable(root, schema);
  }

  /** Every key set, in document order within its table. */
  all(): Iterable<Setting> {
    return this.#byPath.values();
  }

  get(path: string): Setting | undefined {
    return this.#byPath.get(path);
  }

  has(path: string): boolean {
    return this.#byPath.has(path);
  }

  string(path: string): LocatedString | undefined {
    return asString(this.get(path)?.value);
  }

  boolean(path: string): Located<boolean> | undefined {
    const node = this.get(path)?.value;
    if (node?.type !== 'scalar' || typeof node.value !== 'boolean') return undefined;
    return { value: node.value, range: node };
  }

  /** An integer of any size; beyond 2^53 it comes as a bigint. */
  integer(path: string): Located<number | bigint> | undefined {
    const node = this.get(path)?.value;
    if (node?.type !== 'scalar' || node.kind !== 'integer') return undefined;
    return { value: node.value as number | bigint, range: node };
  }

  /** The strings of an array; elements of another type are skipped. `undefined` when there is no such array. */
  strings(path: string): LocatedString[] | undefined {
    const node = this.get(path)?.value;
    if (node?.type !== 'array') return undefined;
    return node.items.map(asString).filter((item) => item !== undefined);
  }

  /** Whether the array at a path has at least one element, of whatever type. */
  isNonEmpty(path: string): boolean {
    const node = this.get(path)?.value;
    return node?.type === 'array' && node.items.length > 0;
  }

  /**
   * The list that smolvm takes where several keys compete: the first that is not empty (facts 2.2), so that
   * an empty `[dev]` list does not clear the top-level one.
   */
  firstNonEmpty(paths: readonly string[]): { path: string; items: LocatedString[] } | undefined {
    const path = paths.find((candidate) => this.isNonEmpty(candidate));
    return path === undefined ? undefined : { path, items: this.strings(path) ?? [] };
  }

  #readTable(table: Table, schema: KeySchema): void {
    for (const [name, item] of table.entries) {
      const child = schema.children?.find((candidate) => candidate.name === name);
      if (child) this.#read(child, itemKey(item), itemRange(item), contentOf(item));
    }
  }

  #read(schema: KeySchema, key: TextRange, range: TextRange, value: Setting['value']): void {
    const { path } = schema;
    this.#byPath.set(path, { path, schema, key, value, range });
    if (schema.type === 'map') {
      if (value.type === 'table')
        for (const [name, item] of value.entries) this.#readSecret(schema, name, item);
    } else if (schema.type === 'table') {
      if (value.type === 'table') this.#readTable(value, schema);
      else if (value.type === 'array') this.#readPositional(schema, value);
    }
  }

  #readPositional(schema: KeySchema, array: ArrayNode): void {
    this.positional.push({ path: schema.path, schema, array });
    positionsOf(schema).forEach((child, index) => {
      const node = array.items[index];
      if (node) this.#read(child, node, node, unwrap(node));
    });
  }

  #readSecret(map: KeySchema, name: string, item: Item): void {
    const content = contentOf(item);
    const base = { name, key: itemKey(item), range: itemRange(item) };
    let sources: (ValueNode | Table | TableArray | undefined)[] = [];
    if (content.type === 'table') {
      sources = ['from_env', 'from_file'].map((source) => {
        const found = content.entries.get(source);
        return found && contentOf(found);
      });
    } else if (content.type === 'array') {
      const schema = map.element;
      if (schema) this.positional.push({ path: `${map.path}.${name}`, schema, array: content });
      sources = content.items.slice(0, 2);
    }
    const [env, file] = sources;
    const fromEnv = asString(env);
    const fromFile = asString(file);
    const known =
      content.type === 'array' || (content.type === 'table' && [...content.entries.keys()].every(isSource));
    this.secrets.push({
      ...base,
      ...(fromEnv && { fromEnv }),
      ...(fromFile && { fromFile }),
      sound:
        known &&
        (env !== undefined) === (fromEnv !== undefined) &&
        (file !== undefined) === (fromFile !== undefined),
    });
  }
}

function isSource(name: string): boolean {
  return name === 'from_env' || name === 'from_file';
}

function unwrap(node: ValueNode): Setting['value'] {
  return node.type === 'inline-table' ? node.table : node;
}

function asString(node: ValueNode | Table | TableArray | undefined): LocatedString | undefined {
  if (node?.type !== 'scalar' || node.kind !== 'string' || typeof node.value !== 'string') return undefined;
  return { value: node.value, range: node, node };
}
