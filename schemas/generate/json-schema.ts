import { Order, stateAt, type Data, type RootNode, type SchemaNode } from './schema.ts';

/** Keywords of ours that other editors understand. */
const FOREIGN: ReadonlySet<string> = new Set(['x-tombi-toml-version']);

/** Where each key is explained. */
const REFERENCE = 'https://github.com/smolfile/toolkit/blob/main/schemas/REFERENCE.md';

/**
 * `smolfile.schema.json` as one release of smolvm knows it, for any editor that reads JSON Schema: keys that came later
 * are gone, what changed is as it was, the keywords that only this toolkit reads are left out, and what other editors
 * can show or check is said in theirs: since when a key exists, what to write instead, how a value looks, and what
 * smolvm checks once it has read the file.
 */
export function jsonSchemaFor(data: Data, version: string): RootNode {
  return new Maker(data, version).root();
}

class Maker {
  readonly #data: Data;
  readonly #version: string;
  readonly #order: Order;
  /** By the path of a key, the one of a section that takes its place. */
  readonly #modern: ReadonlyMap<string, string>;

  constructor(data: Data, version: string) {
    this.#data = data;
    this.#version = version;
    this.#order = new Order(data.releases);
    this.#modern = new Map(
      Object.entries(data.schema.properties ?? {}).flatMap(([section, { properties = {} }]) =>
        Object.entries(properties).flatMap(([name, key]) =>
          key['x-feeds'] ? [[key['x-feeds'], `${section}.${name}`] as const] : [],
        ),
      ),
    );
  }

  root(): RootNode {
    const { schema } = this.#data;
    const { dependencies = {}, ...rest } = this.#key(schema, '')!;
    const { properties = {} } = rest;
    const legacy = Object.entries(schema.properties ?? {}).flatMap(([name, written]) => {
      const key = this.#stateOf(written);
      const checks = key && this.#unlessReplaced(key, name);
      return checks ? [[name, checks] as const] : [];
    });
    const known = Object.entries(dependencies).filter(([name]) => properties[name]);
    const all = [...legacy, ...known];
    const names = [...new Set(all.map(([name]) => name))].toSorted();
    const joined = names.map((name) => {
      const found = all.filter(([other]) => other === name).map(([, dependency]) => dependency);
      return [name, found.length === 1 ? found[0] : { allOf: found }] as const;
    });
    return { ...rest, ...(names.length > 0 && { dependencies: Object.fromEntries(joined) }) } as RootNode;
  }

  #stateOf(written: SchemaNode): SchemaNode | undefined {
    return stateAt(written, this.#version, this.#order);
  }

  /** @returns the key with all below it; undefined where the release does not have it. */
  #key(written: SchemaNode, path: string, isChecked = true): SchemaNode | undefined {
    const node = this.#stateOf(written);
    if (!node) return undefined;
    const entries = Object.entries(node).filter(([key]) => !key.startsWith('x-') || FOREIGN.has(key));
    const { properties, items, additionalProperties, description } = node;
    const modern = this.#replacement(node, path);
    const areChecked = isChecked && modern === undefined;
    const result: SchemaNode = { ...Object.fromEntries(entries), ...(areChecked && this.#checksOf(node)) };
    if (description !== undefined) result.description = this.#describe(written, description, path);
    if (modern !== undefined) result.deprecationMessage = `Write ${modern} instead.`;
    if (properties) {
      const known = Object.entries(properties).flatMap(([name, key]) => {
        const found = this.#key(key, path === '' ? name : `${path}.${name}`);
        return found ? [[name, found] as const] : [];
      });
      result.properties = Object.fromEntries(known);
    }
    if (items) result.items = { ...this.#key(items, `${path}[]`, areChecked)!, ...itemExamples(node) };
    if (typeof additionalProperties === 'object')
      result.additionalProperties = this.#key(additionalProperties, `${path}.*`)!;
    return result;
  }

  /** The key to write instead of a legacy one, which counts only where that one is absent or empty. */
  #replacement({ deprecated }: SchemaNode, path: string): string | undefined {
    return deprecated ? this.#modern.get(path) : undefined;
  }

  /** The checks of a legacy list: nobody looks at one that another takes the place of. */
  #unlessReplaced(node: SchemaNode, name: string): SchemaNode | undefined {
    const [section = '', key = ''] = this.#replacement(node, name)?.split('.') ?? [];
    const items = node.items && this.#checksOf(this.#stateOf(node.items)!);
    const checks = {
      ...this.#checksOf(node),
      ...(items && Object.keys(items).length > 0 && { items: { type: 'string', ...items } }),
    };
    if (section === '' || Object.keys(checks).length === 0) return undefined;
    const empty = { type: 'array', maxItems: 0 };
    return {
      if: { properties: { [section]: { type: 'object', properties: { [key]: empty } } } },
      // oxlint-disable-next-line unicorn/no-thenable -- a keyword of JSON Schema
      then: { properties: { [name]: { type: 'array', ...checks } } },
    };
  }

  /** What smolvm checks of a value once it has read the file. */
  #checksOf(node: SchemaNode): SchemaNode {
    const { grammars, patterns } = this.#data;
    const grammar = grammars[node['x-grammar'] ?? ''];
    const values = grammar && stateAt(grammar, this.#version, this.#order)?.jsonSchema;
    return { ...(values && (withPatterns(values, patterns) as SchemaNode)), ...node['x-json-schema'] };
  }

  /** Since when a key exists, where that is not always, and where to read on. */
  #describe(written: SchemaNode, description: string, path: string): string {
    if (path === '') return `${description}\n${REFERENCE}`;
    const { versions } = this.#order;
    let first = this.#order.place(this.#version);
    while (first > 0 && stateAt(written, versions[first - 1]!, this.#order)) first--;
    const since = first > 0 && !path.endsWith('[]') ? ` Since smolvm ${versions[first]}.` : '';
    const anchor = path.toLowerCase().replaceAll(/[^a-z0-9_-]/g, '');
    return `${description}${since}\n${REFERENCE}#${anchor}`;
  }
}

/** What an editor offers inside of the brackets: the examples of the list, one by one. */
function itemExamples({ examples = [] }: SchemaNode): SchemaNode {
  const items = examples.flat().filter((item) => typeof item === 'string');
  return items.length > 0 ? { examples: [...new Set(items)] } : {};
}

type Patterns = Data['patterns'];

function withPatterns(value: unknown, patterns: Patterns): unknown {
  if (Array.isArray(value)) return value.map((each) => withPatterns(each, patterns));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([name, inner]) => [
    name,
    name === 'pattern' ? expanded(inner as string, patterns) : withPatterns(inner, patterns),
  ]);
  return Object.fromEntries(entries) as object;
}

/** A regular expression with what it names put in: `<port>`, and `<i:tcp>`, which is `tcp` in any case. */
function expanded(pattern: string, patterns: Patterns): string {
  return pattern.replaceAll(/<([a-z0-9-]+)>|<i:([^>]*)>/g, (_, name?: string, anyCase?: string) => {
    if (name === undefined)
      return anyCase!.replaceAll(/[a-z]/gi, (letter) => `[${letter.toUpperCase()}${letter.toLowerCase()}]`);
    const part = patterns[name];
    if (part === undefined) throw new Error(`no pattern ${name} in grammars.json`);
    return expanded(part, patterns);
  });
}
