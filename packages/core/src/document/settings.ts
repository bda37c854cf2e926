import { childNamed, type KeySchema } from '../schema/index.ts';
import type { TextRange } from '../text/range.ts';
import type { ArrayNode, Table } from '../toml/index.ts';
import { contentOf, contentOfNode, itemKey, itemRange, positionsOf, tableRange } from './items.ts';
import { pathBelow } from './path.ts';
import { secretsIn, type SecretSetting } from './secrets.ts';
import {
  asString,
  type Content,
  type Located,
  type LocatedString,
  type PositionalSection,
  type Setting,
} from './setting.ts';

/**
 * What a document sets, by the schema's key paths: the reading of it that rules, resolve and hover share.
 * Values of the wrong type are left out of the typed readers (validation reports them), so that one bad key
 * never hides the rest.
 */
export class Settings {
  readonly positional: PositionalSection[] = [];
  readonly #byPath = new Map<string, Setting>();
  /** By the path of a map or list of tables. */
  readonly #entries = new Map<string, Setting[]>();
  #secrets: readonly SecretSetting[] | undefined;

  constructor(root: Table, schema: KeySchema) {
    this.#readTable(root, schema, '');
  }

  /** Everything set, each key before what is in it, in document order within its table. */
  all(): Iterable<Setting> {
    return this.#byPath.values();
  }

  /** What is written for a key; undefined where nothing is. */
  get(path: string): Setting | undefined {
    return this.#byPath.get(path);
  }

  /** Whether anything is written for a key, of whatever type. */
  has(path: string): boolean {
    return this.#byPath.has(path);
  }

  /** The entries of a map or the items of a list of tables, in order. */
  entries(path: string): readonly Setting[] {
    return this.#entries.get(path) ?? [];
  }

  /** The entries of `[secrets]`. */
  get secrets(): readonly SecretSetting[] {
    return (this.#secrets ??= secretsIn(this.entries('secrets'), (path) => this.get(path)));
  }

  /** The text of a key; undefined for a value of another type. */
  string(path: string): LocatedString | undefined {
    return asString(this.get(path)?.value);
  }

  /** The switch that a key is; undefined for a value of another type. */
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

  /** Whether the array at a path, `[[tables]]` included, has at least one element, of whatever type. */
  isNonEmpty(path: string): boolean {
    const node = this.get(path)?.value;
    return (node?.type === 'array' || node?.type === 'table-array') && node.items.length > 0;
  }

  /**
   * The list that smolvm takes where several keys compete: the first that is not empty (facts 2.2), so that
   * an empty `[dev]` list does not clear the top-level one.
   */
  firstNonEmpty(paths: readonly string[]): { path: string; items: LocatedString[] } | undefined {
    const path = paths.find((candidate) => this.isNonEmpty(candidate));
    return path === undefined ? undefined : { path, items: this.strings(path) ?? [] };
  }

  #readTable(table: Table, schema: KeySchema, path: string): void {
    for (const [name, item] of table.entries) {
      const child = childNamed(schema, name);
      if (!child) continue;
      const below = path === '' ? name : `${path}.${name}`;
      this.#read({
        path: below,
        name,
        schema: child,
        key: itemKey(item),
        value: contentOf(item),
        range: itemRange(item),
      });
    }
  }

  #read(setting: Setting): void {
    const { path, schema, value } = setting;
    this.#byPath.set(path, setting);
    if (schema.type === 'map') this.#readMap(setting);
    else if (schema.type === 'table-array') this.#readItems(setting);
    else if (schema.type !== 'table') return;
    else if (value.type === 'table') this.#readTable(value, schema, path);
    else if (value.type === 'array') this.#readPositional(path, schema, value);
  }

  #readPositional(path: string, schema: KeySchema, array: ArrayNode): void {
    this.positional.push({ path, schema, array });
    positionsOf(schema).forEach((child, index) => {
      const node = array.items[index];
      const { name } = child;
      if (node)
        this.#read({
          path: `${path}.${name}`,
          name,
          schema: child,
          key: node,
          value: contentOfNode(node),
          range: node,
        });
    });
  }

  #readMap({ schema: { element }, value, path }: Setting): void {
    if (!element || value.type !== 'table') return;
    for (const [name, item] of value.entries)
      this.#readEntry(path, {
        path: pathBelow(path, name),
        name,
        schema: element,
        key: itemKey(item),
        value: contentOf(item),
        range: itemRange(item),
      });
  }

  #readItems({ schema: { element }, value, path }: Setting): void {
    if (!element || (value.type !== 'table-array' && value.type !== 'array')) return;
    const items: readonly (readonly [Content, TextRange])[] =
      value.type === 'array'
        ? value.items.map((node) => [contentOfNode(node), node])
        : value.items.map((table) => [table, tableRange(table)]);
    for (const [name, [content, range]] of items.entries())
      this.#readEntry(path, {
        path: pathBelow(path, name),
        name,
        schema: element,
        key: range,
        value: content,
        range,
      });
  }

  #readEntry(parent: string, setting: Setting): void {
    const known = this.#entries.get(parent);
    if (known) known.push(setting);
    else this.#entries.set(parent, [setting]);
    this.#read(setting);
  }
}
