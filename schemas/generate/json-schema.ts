import { stateAt, type Order, type SchemaNode } from './schema.ts';

/** Keywords of ours that other editors understand. */
const FOREIGN: ReadonlySet<string> = new Set(['x-tombi-toml-version']);

/**
 * `smolfile.schema.json` as one release of smolvm knows it, for any editor that reads JSON Schema: keys that came later
 * are gone, what changed is as it was, and the keywords that only this toolkit reads are left out.
 *
 * @param schema the parsed `smolfile.schema.json`; stays as it is.
 */
export function jsonSchemaFor<Schema extends SchemaNode>(
  schema: Schema,
  version: string,
  order: Order,
): Schema {
  return lean(schema, version, order) as Schema;
}

function lean(written: SchemaNode, version: string, order: Order): SchemaNode | undefined {
  const node = stateAt(written, version, order);
  if (!node) return undefined;
  const entries = Object.entries(node).filter(([key]) => !key.startsWith('x-') || FOREIGN.has(key));
  const result: SchemaNode = Object.fromEntries(entries);
  const { properties, items, additionalProperties } = node;
  if (properties) {
    const known = Object.entries(properties).flatMap(([name, key]) => {
      const found = lean(key, version, order);
      return found ? [[name, found] as const] : [];
    });
    result.properties = Object.fromEntries(known);
  }
  if (items) result.items = lean(items, version, order)!;
  if (typeof additionalProperties === 'object')
    result.additionalProperties = lean(additionalProperties, version, order)!;
  return result;
}
