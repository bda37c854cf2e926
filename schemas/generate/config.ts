/** Writes the JSON Schema of the configuration file, with every code in it, and its validator. */
import { COMMANDS, explainCode, rules } from '@smolfile/core';
import { format } from 'prettier';
import type { Generated } from './generated.ts';
import { standaloneValidator } from './validator.ts';

const PATH = 'schemas/config.schema.json';
const LEVELS = ['off', 'info', 'warning', 'error'];

type Schema = Record<string, unknown>;

/** @returns the schema for editors, which names every code, and the validator, which leaves codes to core. */
export async function generateConfig(): Promise<Generated> {
  const codes = Object.fromEntries(
    rules.map(({ code }) => {
      const { severity, summary } = explainCode(code)!;
      return [code, { enum: LEVELS, default: severity, description: `${summary}.` }];
    }),
  );
  const forEditors = configSchema({ properties: codes, additionalProperties: false });
  const text = await format(JSON.stringify(forEditors), { parser: 'json', printWidth: 110 });
  const validator = standaloneValidator(
    constraints(configSchema({ additionalProperties: { enum: LEVELS } })),
    'schemas/generate/config.ts',
  );
  return new Map([
    [PATH, text],
    ['packages/core/src/schema/generated/validate-config.ts', validator],
    ['packages/core/src/schema/generated/config-keys.ts', keysModule(configSchema({ properties: {} }))],
  ]);
}

/** The keys as completion and hover read those of Smolfiles; the codes below `severity` are added where they are used. */
function keysModule(schema: Schema): string {
  const root = keyOf('', '', schema);
  return `// Generated from schemas/generate/config.ts by \`pnpm generate\`. Do not edit.
import type { KeySchema } from '../types.ts';

/** The keys of a configuration. */
export const CONFIG_KEYS: KeySchema = ${JSON.stringify(root, undefined, 1)};
`;
}

function keyOf(name: string, path: string, schema: Schema): Schema {
  const { description = '', properties, items, examples } = schema;
  const type =
    schema['type'] === 'object'
      ? 'table'
      : schema['type'] === 'boolean'
        ? 'boolean'
        : schema['type'] !== 'array'
          ? 'string'
          : isSchema(items) && items['type'] === 'object'
            ? 'table-array'
            : 'string-array';
  const values = schema['enum'] ?? (isSchema(items) ? items['enum'] : undefined);
  const below = (child: string): string => (path === '' ? child : `${path}.${child}`);
  const children = Object.entries((properties ?? {}) as Record<string, Schema>)
    .filter(([child]) => child !== '$schema')
    .map(([child, one]) => keyOf(child, below(child), one));
  return {
    name,
    path,
    type,
    group: '',
    description,
    ...(schema['default'] !== undefined && { default: schema['default'] }),
    ...(values === undefined
      ? { ...(examples !== undefined && { examples }) }
      : { examples: [values].flat(), values }),
    ...(type === 'table' && { children }),
    ...(type === 'table-array' && { element: keyOf('[]', `${path}[]`, items as Schema) }),
  };
}

const ANNOTATIONS = new Set(['$schema', '$id', 'title', 'description', 'default', 'examples']);

/** A schema without what only people and editors read. */
function constraints(schema: Schema): Schema {
  const entries = Object.entries(schema).filter(([keyword]) => !ANNOTATIONS.has(keyword));
  return Object.fromEntries(
    entries.map(([keyword, value]) => {
      if (keyword === 'properties') {
        const properties = Object.entries(value as Record<string, Schema>);
        return [keyword, Object.fromEntries(properties.map(([name, each]) => [name, constraints(each)]))];
      }
      return [keyword, isSchema(value) ? constraints(value) : value];
    }),
  );
}

function isSchema(value: unknown): value is Schema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** @param codes what the tables of severities hold. */
function configSchema(codes: Schema): Schema {
  const globs = { type: 'array', items: { type: 'string' } };
  const settings = {
    smolvm: {
      type: 'string',
      description:
        'The version of smolvm to check for, or a range of versions, where a file has no comment `# smolfile: smolvm = "…"` of its own.',
      examples: ['1.9.3', '>=1.14 <1.30'],
    },
    for: {
      type: 'array',
      minItems: 1,
      items: { enum: [...COMMANDS] },
      description:
        'The commands of smolvm to check for. Without it: create and run, and pack where a file has [artifact] or [pack].',
      examples: [['create', 'run']],
    },
    severity: {
      type: 'object',
      description:
        'Other severities than the codes’ own. `off` silences a code. The errors of TOML itself stay as they are.',
      ...codes,
    },
    'fail-on': {
      enum: ['error', 'warning', 'info', 'never'],
      description: 'The severity from which on a finding makes `smolfile lint` exit with 1.',
      default: 'error',
    },
    'host-checks': {
      type: 'boolean',
      description:
        'Whether rules look at this host: at the folders of volumes, local images, files of secrets. `false` where a check runs on another host than the machines do, as in CI.',
      default: true,
    },
  };
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    $id: 'https://raw.githubusercontent.com/smolfile/toolkit/main/schemas/config.schema.json',
    title: 'Configuration of the Smolfile toolkit (smolfile.config.toml or smolfile.config.json)',
    description:
      'Holds for the Smolfiles of its folder and of those below, down to the next configuration. Flags of the command line beat it.',
    type: 'object',
    properties: {
      $schema: { type: 'string', description: 'Where this schema is, for editors.' },
      ...settings,
      ignore: {
        ...globs,
        description:
          'Files and folders that a search leaves out, as globs relative to this file. A pattern without `/` matches names at any depth. Files that are named on the command line are checked all the same.',
        examples: [['fixtures', 'vendor/**/*.smolfile']],
      },
      overrides: {
        type: 'array',
        description: 'Other settings for some files. Later ones beat earlier ones.',
        items: {
          type: 'object',
          required: ['files'],
          properties: {
            files: {
              ...globs,
              minItems: 1,
              description: 'The files and folders, as globs relative to this file.',
              examples: [['examples/**']],
            },
            ...settings,
          },
          additionalProperties: false,
        },
      },
    },
    additionalProperties: false,
  };
}
