/** Compiles the schema with ajv ahead of time, so that neither start-up nor a browser pays for compilation. */
import { Ajv, type Options } from 'ajv';
import standalone from 'ajv/dist/standalone/index.js';
import { read, type Generated } from './generated.ts';
import { loadData, Order, resolve, shapeAt, type RootNode, type SchemaNode } from './schema.ts';

/** Keywords of draft-07 and of editors that annotate and never refuse. */
const ANNOTATIONS = ['markdownDescription', 'deprecationMessage'];

/** Our own keywords, as the vocabulary defines them. */
export function keywordNames(): string[] {
  const vocabulary = JSON.parse(read('schemas/smolfile.vocabulary.json')) as { properties: object };
  return Object.keys(vocabulary.properties);
}

/** An ajv that refuses every keyword it does not know, so that a misspelt one fails the build. */
export function strictAjv(options: Options = {}): Ajv {
  const ajv = new Ajv({ strict: true, allErrors: true, ...options });
  for (const keyword of [...ANNOTATIONS, ...keywordNames()]) ajv.addKeyword({ keyword, valid: true });
  return ajv;
}

/**
 * One validator for all releases between which no type, range or duty of a key changes. It knows every key that any
 * release has: which of them a release lacks, the table of keys says.
 */
export async function generateValidator(): Promise<Generated> {
  const { schema, releases } = loadData();
  // The whole schema first: it must be valid in ajv's strict mode, annotations included.
  strictAjv().compile(schema);
  const order = new Order(releases);
  const definitions = new Definitions();
  const epochs: { name: string; before?: string }[] = [];
  for (const version of order.versions) {
    const shape = constraints(schema, schema, (node) => shapeAt(node, version, order));
    const name = definitions.nameOf(shape);
    const last = epochs.at(-1);
    if (last?.name === name) continue;
    if (last) last.before = version;
    epochs.push({ name });
  }
  const { code, names } = standaloneCode(
    definitions.all(),
    epochs.map(({ name }) => name),
  );
  const table = epochs.map(
    ({ name, before }) =>
      `{ ${before === undefined ? '' : `before: '${before}', `}validate: ${names.get(name)} as unknown as Validator }`,
  );
  const content = `// @ts-nocheck
// Generated from schemas/smolfile.schema.json by \`pnpm generate\`. Do not edit.
import type { Validator } from '../validator.ts';
${code}
/** Oldest first; the first that a release comes before is its own. */
export const VALIDATORS: readonly { readonly before?: string; readonly validate: Validator }[] = [${table.join(', ')}];
`;
  return new Map([['packages/core/src/schema/generated/validate.ts', content]]);
}

/**
 * Compiles a schema into a module that needs nothing at run time.
 *
 * @param source where the schema comes from, for the module's first line.
 */
export function standaloneValidator(schema: object, source: string): string {
  const { code, names } = standaloneCode({ root: schema }, ['root']);
  return `// @ts-nocheck
// Generated from ${source} by \`pnpm generate\`. Do not edit.
import type { Validator } from '../validator.ts';
${code}
export const validate = ${names.get('root')} as unknown as Validator;
export default validate;
`;
}

/** The functions that validate, those of definitions once, and what the ones that are asked for are called. */
function standaloneCode(
  definitions: Readonly<Record<string, object>>,
  wanted: readonly string[],
): { code: string; names: ReadonlyMap<string, string> } {
  const ajv = new Ajv({
    strict: true,
    allErrors: true,
    messages: false,
    inlineRefs: false,
    code: { source: true, esm: true, lines: true, optimize: 2 },
  });
  ajv.addSchema({ $id: 'all', definitions });
  const written = standalone(
    ajv,
    Object.fromEntries(wanted.map((name) => [name, `all#/definitions/${name}`])),
  ).replace(/^"use strict";/, '');
  const names = new Map<string, string>();
  const code = written.replaceAll(/export const (\w+) = (\w+);/g, (_, name: string, called: string) => {
    names.set(name, called);
    return '';
  });
  if (/\brequire\(|^import /m.test(code)) throw new Error('the validator is not self-contained');
  if (wanted.some((name) => !names.has(name)) || /export /.test(code))
    throw new Error('the shape of ajv standalone code has changed');
  return { code: code.trim(), names };
}

/** The schema without annotations and references: what a value is measured by, and nothing else. */
function constraints(
  root: RootNode,
  written: SchemaNode,
  shape: (node: SchemaNode) => SchemaNode,
): SchemaNode {
  const node = shape(resolve(root, written));
  const { type, minimum, maximum, items, properties, additionalProperties, required } = node;
  const result: SchemaNode = {};
  if (type !== undefined) result.type = type;
  if (minimum !== undefined) result.minimum = minimum;
  if (maximum !== undefined) result.maximum = maximum;
  if (required) result.required = required;
  if (items) result.items = constraints(root, items, shape);
  if (properties) {
    const entries = Object.entries(properties).map(([name, child]) => [
      name,
      constraints(root, child, shape),
    ]);
    result.properties = Object.fromEntries(entries) as Record<string, SchemaNode>;
  }
  if (additionalProperties !== undefined) {
    result.additionalProperties =
      typeof additionalProperties === 'object'
        ? constraints(root, additionalProperties, shape)
        : additionalProperties;
  }
  return result;
}

/**
 * Schemas with what they hold as definitions, each kind once. What is a definition becomes a function of its own, so
 * that a document compiles only those of what it has: in one piece it took as long as all of parsing.
 */
class Definitions {
  readonly #names = new Map<string, string>();

  all(): Record<string, object> {
    return Object.fromEntries(
      Array.from(this.#names, ([text, name]) => [name, JSON.parse(text) as object] as const),
    );
  }

  nameOf(schema: SchemaNode): string {
    const { items, properties, additionalProperties } = schema;
    const children = Object.entries(properties ?? {}).map(([name, child]) => [name, this.#refer(child)]);
    const text = JSON.stringify({
      ...schema,
      // of a list of texts, a function for each element would be slow
      ...(items && { items: isLeaf(items) ? items : this.#refer(items) }),
      ...(properties && { properties: Object.fromEntries(children) as Record<string, SchemaNode> }),
      ...(typeof additionalProperties === 'object' && {
        additionalProperties: this.#refer(additionalProperties),
      }),
    });
    const name = this.#names.get(text) ?? `d${this.#names.size}`;
    this.#names.set(text, name);
    return name;
  }

  #refer(schema: SchemaNode): SchemaNode {
    return { $ref: `#/definitions/${this.nameOf(schema)}` };
  }
}

function isLeaf({ properties, items, additionalProperties }: SchemaNode): boolean {
  return !properties && !items && typeof additionalProperties !== 'object';
}
