import { childNamed, type KeySchema } from '../schema/index.ts';
import { contentOf, positionsOf } from '../document/items.ts';
import type { ArrayNode, Table, TableArray, ValueNode } from '../toml/index.ts';

type Content = ValueNode | Table | TableArray;

/** A value that satisfies no type of the schema: floats and date-times have no JSON counterpart of their own. */
const FITS_NOTHING = Number.NaN;

/**
 * The document as the data that the compiled JSON Schema reads. Three things differ from a plain conversion:
 * floats and date-times become a value of no type (a float never coerces to an integer in smolvm, facts 1.3);
 * a section written as an array of its fields becomes the table that smolvm makes of it; and what is broken
 * becomes a value that fits, since its syntax error is reported already.
 */
export function toData(table: Table, schema: KeySchema | undefined): Record<string, unknown> {
  const data = Object.create(null) as Record<string, unknown>;
  for (const [name, item] of table.entries) {
    const child = childOf(schema, name);
    const content = contentOf(item);
    // ajv reports an unknown key by its name alone
    if (!child) data[name] = null;
    else if (!isDamaged(content)) data[name] = contentToData(content, child);
  }
  return data;
}

/** The schema of one key inside a table or map. */
export function childOf(schema: KeySchema | undefined, name: string): KeySchema | undefined {
  if (schema?.type === 'map') return schema.element;
  return schema && childNamed(schema, name);
}

function contentToData(content: Content, schema: KeySchema): unknown {
  switch (content.type) {
    case 'table':
      return toData(content, schema);
    case 'table-array':
      return content.items.map((item) => toData(item, schema.element));
    case 'inline-table':
      return toData(content.table, schema);
    case 'array':
      return schema.positionalMinimum === undefined
        ? arrayToData(content, schema)
        : positionalToData(content, schema);
    case 'scalar':
      if (content.kind === 'integer') return Number(content.value);
      if (content.kind === 'string' || content.kind === 'boolean') return content.value;
      return FITS_NOTHING;
  }
}

function arrayToData(array: ArrayNode, schema: KeySchema): unknown[] {
  const elementThatFits = schema.type === 'table-array' ? {} : '';
  const item = schema.element ?? schema;
  return array.items.map((each) => (isDamaged(each) ? elementThatFits : contentToData(each, item)));
}

function positionalToData(array: ArrayNode, schema: KeySchema): Record<string, unknown> {
  const data = Object.create(null) as Record<string, unknown>;
  positionsOf(schema).forEach((child, index) => {
    const item = array.items[index];
    if (item && !isDamaged(item)) data[child.name] = contentToData(item, child);
  });
  return data;
}

function isDamaged(content: Content): boolean {
  if (content.type !== 'scalar') return false;
  return content.damaged || content.kind === 'invalid' || content.kind === 'missing';
}
