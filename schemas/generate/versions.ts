/**
 * Writes one JSON Schema for each range of releases that read the same keys alike, for other editors. A file that was
 * written once stays, even where later data draw no line there: people refer to it by its name.
 */
import { jsonSchemaFor } from './json-schema.ts';
import { read, type Generated } from './generated.ts';
import { loadData, Order, type Data, type RootNode } from './schema.ts';

const FOLDER = 'schemas/versions/';
const NEWEST = 'newest.schema.json';

interface Range {
  /** First known release of the range. */
  from: string;
  /** Last known release of the range; what lies between two ranges belongs to the lower one. */
  to: string;
  file: string;
}

interface Index {
  schemas: Range[];
}

export function generateVersions(
  data: Data = loadData(),
  { schemas }: { schemas: readonly Range[] } = JSON.parse(read(`${FOLDER}index.json`)) as Index,
): Generated {
  const stays = new Set(schemas.map(({ from }) => from));
  const { versions } = new Order(data.releases);
  const files = new Map<string, string>();
  const ranges: Range[] = [];
  let previous = '';
  for (const version of versions) {
    const lean = jsonSchemaFor(data, version);
    const keys = JSON.stringify(lean);
    const last = ranges.at(-1);
    if (keys === previous && last && !stays.has(version)) {
      last.to = version;
      continue;
    }
    previous = keys;
    const file = `smolfile-${version}.schema.json`;
    ranges.push({ from: version, to: version, file });
    files.set(FOLDER + file, print(named(lean, version, file)));
  }
  const newest = versions.at(-1)!;
  // the file that editors are told of: its name stays, its content is that of the newest release
  files.set(`${FOLDER}${NEWEST}`, print(named(jsonSchemaFor(data, newest), 'newest', NEWEST)));
  files.set(`${FOLDER}index.json`, print({ formatVersion: 1, newest, schemas: ranges }));
  return files;
}

function named(schema: RootNode, version: string, file: string): RootNode {
  const $id = schema.$id.replace(/[^/]*$/, `versions/${file}`);
  return { ...schema, $id, title: `Smolfile (smolvm ${version})` };
}

/** JSON.parse has rounded 2^63-1 to 2^63; the file says what is meant. */
export function print(value: unknown): string {
  return `${JSON.stringify(value, undefined, 2).replaceAll('9223372036854776000', '9223372036854775807')}\n`;
}
