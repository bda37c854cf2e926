import { stateAt, type Data, type Order, type SchemaNode } from './schema.ts';

/** Keywords of ours that other editors understand. */
const FOREIGN: ReadonlySet<string> = new Set(['x-tombi-toml-version']);

/** Where each key is explained. */
const REFERENCE = 'https://github.com/smolfile/toolkit/blob/main/schemas/REFERENCE.md';

/** What a schema for other editors is made with. */
interface Making {
  readonly version: string;
  readonly order: Order;
  readonly grammars: Data['grammars'];
  /** By the path of a legacy key, the one to write instead. */
  readonly modern: ReadonlyMap<string, string>;
}

/**
 * `smolfile.schema.json` as one release of smolvm knows it, for any editor that reads JSON Schema: keys that came later
 * are gone, what changed is as it was, the keywords that only this toolkit reads are left out, and what other editors
 * can show or check is said in theirs: since when a key exists, what to write instead, how a value looks.
 *
 * @param schema the parsed `smolfile.schema.json`; stays as it is.
 */
export function jsonSchemaFor<Schema extends SchemaNode>(
  schema: Schema,
  version: string,
  order: Order,
  grammars: Data['grammars'] = {},
): Schema {
  const modern = new Map(
    Object.entries(schema.properties ?? {}).flatMap(([section, { properties = {} }]) =>
      Object.entries(properties).flatMap(([name, key]) =>
        key['x-feeds'] ? [[key['x-feeds'], `${section}.${name}`] as const] : [],
      ),
    ),
  );
  return lean(schema, '', { version, order, grammars, modern }) as Schema;
}

function lean(written: SchemaNode, path: string, making: Making): SchemaNode | undefined {
  const { version, order } = making;
  const node = stateAt(written, version, order);
  if (!node) return undefined;
  const entries = Object.entries(node).filter(([key]) => !key.startsWith('x-') || FOREIGN.has(key));
  const result: SchemaNode = { ...Object.fromEntries(entries), ...annotations(written, node, path, making) };
  const { properties, items, additionalProperties } = node;
  if (properties) {
    const known = Object.entries(properties).flatMap(([name, key]) => {
      const found = lean(key, path === '' ? name : `${path}.${name}`, making);
      return found ? [[name, found] as const] : [];
    });
    result.properties = Object.fromEntries(known);
  }
  if (items) result.items = { ...lean(items, `${path}[]`, making)!, ...itemExamples(node) };
  if (typeof additionalProperties === 'object')
    result.additionalProperties = lean(additionalProperties, `${path}.*`, making)!;
  return result;
}

function annotations(written: SchemaNode, node: SchemaNode, path: string, making: Making): SchemaNode {
  const { grammars, modern, version, order } = making;
  const grammar = grammars[node['x-grammar'] ?? ''];
  const values = grammar && stateAt(grammar, version, order)?.jsonSchema;
  const instead = modern.get(path);
  return {
    ...(node.description !== undefined && { description: describe(written, node.description, path, making) }),
    ...(node.deprecated && instead !== undefined && { deprecationMessage: `Write ${instead} instead.` }),
    ...values,
  };
}

/** Since when a key exists, where that is not always, and where to read on. */
function describe(
  written: SchemaNode,
  description: string,
  path: string,
  { version, order }: Making,
): string {
  if (path === '') return `${description}\n${REFERENCE}`;
  const { versions } = order;
  let first = order.place(version);
  while (first > 0 && stateAt(written, versions[first - 1]!, order)) first--;
  const since = first > 0 && !path.endsWith('[]') ? ` Since smolvm ${versions[first]}.` : '';
  const anchor = path.toLowerCase().replaceAll(/[^a-z0-9_-]/g, '');
  return `${description}${since}\n${REFERENCE}#${anchor}`;
}

/** What an editor offers inside of the brackets: the examples of the list, one by one. */
function itemExamples({ examples = [] }: SchemaNode): SchemaNode {
  const items = examples.flat().filter((item) => typeof item === 'string');
  return items.length > 0 ? { examples: [...new Set(items)] } : {};
}
