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
  const epochs: { text: string; schema: object; before?: string }[] = [];
  for (const version of order.versions) {
    const shape = shared(constraints(schema, schema, (node) => shapeAt(node, version, order)));
    const text = JSON.stringify(shape);
    const last = epochs.at(-1);
    if (last?.text === text) continue;
    if (last) last.before = version;
    epochs.push({ text, schema: shape });
  }
  const functions = epochs.map(({ schema: shape, before }) => {
    const { code, name } = standaloneCode(shape);
    return `{ ${before === undefined ? '' : `before: '${before}', `}validate: (() => {\n${code}\nreturn ${name};\n})() as unknown as Validator }`;
  });
  const content = `// @ts-nocheck
// Generated from schemas/smolfile.schema.json by \`pnpm generate\`. Do not edit.
import type { Validator } from '../validator.ts';

/** Oldest first; the first that a release comes before is its own. */
export const VALIDATORS: readonly { readonly before?: string; readonly validate: Validator }[] = [${functions.join(', ')}];
`;
  return new Map([['packages/core/src/schema/generated/validate.ts', content]]);
}

/**
 * Compiles a schema into a module that needs nothing at run time.
 *
 * @param source where the schema comes from, for the module's first line.
 */
export function standaloneValidator(schema: object, source: string): string {
  const { code, name } = standaloneCode(schema);
  return `// @ts-nocheck
// Generated from ${source} by \`pnpm generate\`. Do not edit.
import type { Validator } from '../validator.ts';
${code}
export const validate = ${name} as unknown as Validator;
export default validate;
`;
}

/** The functions that validate, and the name of the one to call. */
function standaloneCode(schema: object): { code: string; name: string } {
  const ajv = new Ajv({
    strict: true,
    allErrors: true,
    messages: false,
    inlineRefs: false,
    code: { source: true, esm: true, lines: true, optimize: 2 },
  });
  const validate = ajv.compile(schema);
  const written = standalone(ajv, validate).replace(/^"use strict";/, '');
  const exported = /export const validate = (\w+);\s*export default \w+;/;
  const name = exported.exec(written)?.[1];
  const code = written.replace(exported, '');
  if (/\brequire\(|^import /m.test(code)) throw new Error('the validator is not self-contained');
  if (name === undefined || /export /.test(code))
    throw new Error('the shape of ajv standalone code has changed');
  return { code: code.trim(), name };
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
 * The schema with each kind of table and array as a definition, once. What is a definition becomes a function of its
 * own, so that a document compiles only those of what it has: in one piece it took as long as all of parsing.
 */
function shared(schema: SchemaNode): object {
  const names = new Map<string, string>();
  const definitions: Record<string, SchemaNode> = {};
  const refer = (node: SchemaNode): SchemaNode => {
    if (!node.properties && !node.items && typeof node.additionalProperties !== 'object') return node;
    const inside = within(node);
    const id = JSON.stringify(inside);
    const name = names.get(id) ?? `d${names.size}`;
    names.set(id, name);
    definitions[name] = inside;
    return { $ref: `#/definitions/${name}` };
  };
  const within = (node: SchemaNode): SchemaNode => {
    const { items, properties, additionalProperties } = node;
    const children = Object.entries(properties ?? {}).map(([name, child]) => [name, refer(child)]);
    return {
      ...node,
      ...(items && { items: refer(items) }),
      ...(properties && { properties: Object.fromEntries(children) as Record<string, SchemaNode> }),
      ...(typeof additionalProperties === 'object' && { additionalProperties: refer(additionalProperties) }),
    };
  };
  return { ...within(schema), definitions };
}
