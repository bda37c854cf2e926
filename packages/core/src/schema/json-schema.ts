import type { Since } from './types.ts';
import { isAtLeast } from './version.ts';

/** The parts of a JSON Schema node that a version changes. */
interface Node {
  readonly properties?: Readonly<Record<string, Node>>;
  readonly additionalProperties?: boolean | Node;
  readonly items?: Node;
  readonly 'x-since'?: Since;
}

/** Keywords of ours that other editors understand. */
const FOREIGN: ReadonlySet<string> = new Set(['x-tombi-toml-version']);

/**
 * `smolfile.schema.json` as one version of smolvm knows it, for any editor that reads JSON Schema: keys that came
 * later are gone, and so are the keywords that only this toolkit reads.
 *
 * @param schema the parsed `smolfile.schema.json`; stays as it is.
 * @param version a target; above 1.9.3 every key counts as known.
 */
export function jsonSchemaFor<Schema extends object>(schema: Schema, version: string): Schema {
  return lean(schema, version) as Schema;
}

function lean(node: Node, version: string): Node {
  const entries = Object.entries(node).filter(([key]) => !key.startsWith('x-') || FOREIGN.has(key));
  const result: Record<string, unknown> = Object.fromEntries(entries);
  const { properties, items, additionalProperties } = node;
  if (properties) {
    const known = Object.entries(properties).filter(([, key]) =>
      isAtLeast(version, key['x-since'] ?? '0.0.0'),
    );
    result['properties'] = Object.fromEntries(known.map(([name, key]) => [name, lean(key, version)]));
  }
  if (items) result['items'] = lean(items, version);
  if (typeof additionalProperties === 'object')
    result['additionalProperties'] = lean(additionalProperties, version);
  return result;
}
