/**
 * Writes what SchemaStore is asked to take: the newest schema under its own address, the entry of its catalogue, and
 * files that are right and wrong, in the folders of its repository.
 */
import { format } from 'prettier';
import { read, type Generated } from './generated.ts';
import { jsonSchemaFor } from './json-schema.ts';
import { loadData, Order, type RootNode } from './schema.ts';
import { print } from './versions.ts';

const FOLDER = 'schemas/schemastore/';
const URL = 'https://www.schemastore.org/smolfile.json';

/** Names of Smolfiles as the globs of the catalogue, which knows no alternatives. */
const FILE_MATCH = [
  'Smolfile',
  'Smolfile.*',
  '.Smolfile',
  '*.Smolfile',
  '*-Smolfile',
  '*_Smolfile',
  '*.Smolfile.*',
  '*-Smolfile.*',
  '*_Smolfile.*',
  '*.smolfile',
];

/** `examples.json`: texts by name. */
export interface Examples {
  readonly good: Readonly<Record<string, string>>;
  /** No TOML. */
  readonly syntax: Readonly<Record<string, string>>;
  /** What smolvm's reader of Smolfiles refuses. */
  readonly parse: Readonly<Record<string, string>>;
  /** What smolvm refuses after reading. */
  readonly config: Readonly<Record<string, string>>;
}

export function loadExamples(): Examples {
  return JSON.parse(read('schemas/examples.json')) as Examples;
}

export async function generateSchemaStore(): Promise<Generated> {
  const data = loadData();
  const newest = new Order(data.releases).versions.at(-1)!;
  const { good, parse, config } = loadExamples();
  const { schemas } = JSON.parse(read('schemas/versions/index.json')) as {
    schemas: readonly { from: string; file: string }[];
  };
  const at = (file: string): string => data.schema.$id.replace(/[^/]*$/, `versions/${file}`);
  const entry = {
    name: 'Smolfile',
    description: 'Smolfile, the declaration of a smolvm microVM workload',
    fileMatch: FILE_MATCH,
    url: URL,
    versions: Object.fromEntries(schemas.toReversed().map(({ from, file }) => [from, at(file)])),
  };
  const json = async (value: unknown): Promise<string> =>
    format(print(value), { parser: 'json', semi: false, singleQuote: true, trailingComma: 'all' });
  const test = (folder: string, texts: Readonly<Record<string, string>>): (readonly [string, string])[] =>
    Object.entries(texts).map(([name, text]) => [
      `${FOLDER}src/${folder}/smolfile/${name}.toml`,
      `#:schema ../../schemas/json/smolfile.json\n${text}`,
    ]);
  return new Map([
    [`${FOLDER}catalog-entry.json`, await json(entry)],
    [`${FOLDER}src/schemas/json/smolfile.json`, await json(forStore(jsonSchemaFor(data, newest)))],
    ...test('test', good),
    ...test('negative_test', { ...parse, ...config }),
  ]);
}

/** Under their address, without the one keyword that SchemaStore does not know: what it says stands in the description. */
function forStore({ $schema, ...schema }: RootNode): object {
  const plain = JSON.parse(JSON.stringify(schema), (_, value: unknown) => {
    if (typeof value !== 'object' || value === null || !('deprecationMessage' in value)) return value;
    const { deprecationMessage, description, ...rest } = value as Record<string, string>;
    return { ...rest, description: description!.replace('\n', ` ${deprecationMessage}\n`) };
  }) as object;
  return { $schema, ...plain, $id: URL, title: 'Smolfile' };
}
