/** Writes one JSON Schema for each range of releases that read the same keys alike, for other editors. */
import { jsonSchemaFor } from './json-schema.ts';
import type { Generated } from './generated.ts';
import { loadData, Order, type RootNode } from './schema.ts';

const FOLDER = 'schemas/versions/';
const NEWEST = 'newest.schema.json';

interface Range {
  /** First known release of the range. */
  from: string;
  /** Last known release of the range; what lies between two ranges belongs to the lower one. */
  to: string;
  file: string;
}

export function generateVersions(): Generated {
  const { schema, releases, grammars } = loadData();
  const order = new Order(releases);
  const files = new Map<string, string>();
  const ranges: Range[] = [];
  let previous = '';
  for (const version of order.versions) {
    const lean = jsonSchemaFor(schema, version, order, grammars);
    const keys = JSON.stringify(lean);
    const last = ranges.at(-1);
    if (keys === previous && last) {
      last.to = version;
      continue;
    }
    previous = keys;
    const file = `smolfile-${version}.schema.json`;
    ranges.push({ from: version, to: version, file });
    files.set(FOLDER + file, print(named(lean, version, file)));
  }
  const newest = order.versions.at(-1)!;
  // the file that editors are told of: its name stays, its content is that of the newest release
  files.set(
    `${FOLDER}${NEWEST}`,
    print(named(jsonSchemaFor(schema, newest, order, grammars), 'newest', NEWEST)),
  );
  files.set(`${FOLDER}index.json`, print({ formatVersion: 1, newest, schemas: ranges }));
  return files;
}

function named(schema: RootNode, version: string, file: string): RootNode {
  const $id = schema.$id.replace(/[^/]*$/, `versions/${file}`);
  return { ...schema, $id, title: `Smolfile (smolvm ${version})` };
}

/** JSON.parse has rounded 2^63-1 to 2^63; the file says what is meant. */
function print(value: unknown): string {
  return `${JSON.stringify(value, undefined, 2).replaceAll('9223372036854776000', '9223372036854775807')}\n`;
}
