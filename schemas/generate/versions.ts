/** Writes one JSON Schema for each range of smolvm versions that know the same keys, for other editors. */
import { jsonSchemaFor } from '../../packages/core/src/schema/json-schema.ts';
import { KNOWN_VERSIONS, NEWEST } from '../../packages/core/src/schema/version.ts';
import type { Generated } from './generated.ts';
import { loadSchema, type RootNode } from './schema.ts';

const FOLDER = 'schemas/versions/';

interface Range {
  /** First known version of the range. */
  from: string;
  /** Last known version of the range; releases between two ranges belong to the lower one. */
  to: string;
  file: string;
}

export function generateVersions(): Generated {
  const schema = loadSchema();
  const files = new Map<string, string>();
  const ranges: Range[] = [];
  let previous = '';
  for (const version of KNOWN_VERSIONS) {
    const lean = jsonSchemaFor(schema, version);
    const keys = JSON.stringify(lean);
    const last = ranges.at(-1);
    // The newest version has a file of its own, whatever it shares with older ones: it is the one people ask for.
    if (keys === previous && last && version !== NEWEST) {
      last.to = version;
      continue;
    }
    previous = keys;
    const file = `smolfile-${version}.schema.json`;
    ranges.push({ from: version, to: version, file });
    files.set(FOLDER + file, print(named(lean, version, file)));
  }
  files.set(`${FOLDER}index.json`, print({ formatVersion: 1, newest: NEWEST, schemas: ranges }));
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
