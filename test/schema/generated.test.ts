/** What is committed is what the generator writes, and nothing is left over from an older generator. */
import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { jsonSchemaFor } from '../../schemas/generate/json-schema.ts';
import { read, repository } from '../../schemas/generate/generated.ts';
import { generateAll, GENERATED_FOLDERS } from '../../schemas/generate/main.ts';
import { loadData, loadSchema, Order } from '../../schemas/generate/schema.ts';

const files = await generateAll();
const { versions } = new Order(loadData().releases);

test.each([...files.keys()])('%s is fresh', (path) => {
  expect(read(path) === files.get(path), 'run `pnpm generate`').toBe(true);
});

test.each(GENERATED_FOLDERS)('%s holds generated files only', (folder) => {
  const expected = [...files.keys()].filter((path) => path.startsWith(`${folder}/`));
  const found = readdirSync(repository + folder).map((name) => `${folder}/${name}`);
  expect(found.toSorted()).toEqual(expected.toSorted());
});

test('the validator needs nothing at run time', () => {
  const code = read('packages/core/src/schema/generated/validate.ts');
  expect(code).not.toMatch(/\brequire\(/);
  expect(code.match(/^import .*$/gm)).toEqual(["import type { Validator } from '../validator.ts';"]);
});

interface Index {
  readonly newest: string;
  readonly schemas: readonly { readonly from: string; readonly to: string; readonly file: string }[];
}

const index = JSON.parse(read('schemas/versions/index.json')) as Index;

test('the ranges of the version index are the known versions without a gap', () => {
  const covered = index.schemas.flatMap(({ from, to }) =>
    versions.slice(versions.indexOf(from), versions.indexOf(to) + 1),
  );
  expect(covered).toEqual(versions);
  expect(index.newest).toBe(versions.at(-1));
  // These were published: whoever refers to one of them must find it for ever.
  expect(index.schemas.slice(0, PUBLISHED.length).map(({ from }) => from)).toEqual(PUBLISHED);
});

const PUBLISHED = ['1.2.0', '1.4.3', '1.5.0', '1.6.0', '1.7.2', '1.8.0'];

test.each(index.schemas)('$file has none of our keywords, and exact limits', ({ file }) => {
  const text = read(`schemas/versions/${file}`);
  expect(text.match(/"x-[a-z-]+"/g)).toEqual(['"x-tombi-toml-version"']);
  expect(text).toContain('"maximum": 9223372036854775807');
  expect(text).not.toContain('newer than');
});

test('the newest schema has every key that was not taken away again', () => {
  const { schema, releases } = loadData();
  const newest = jsonSchemaFor(schema, index.newest, new Order(releases));
  const names = Object.entries(loadSchema().properties!).filter(([, node]) => !node['x-absent']);
  expect(Object.keys(newest.properties!)).toEqual(names.map(([name]) => name));
});
