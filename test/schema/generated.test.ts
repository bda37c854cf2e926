/** What is committed is what the generator writes, and nothing is left over from an older generator. */
import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { jsonSchemaFor } from '../../schemas/generate/json-schema.ts';
import { generateVersions } from '../../schemas/generate/versions.ts';
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
});

test('a file that was published once stays, whatever the data say later', () => {
  const names = index.schemas.map(({ file }) => file);
  for (const from of PUBLISHED) expect(names).toContain(`smolfile-${from}.schema.json`);
  for (const file of names) {
    const { $id } = JSON.parse(read(`schemas/versions/${file}`)) as { $id: string };
    expect($id).toBe(`https://raw.githubusercontent.com/smolfile/toolkit/main/schemas/versions/${file}`);
  }
  const data = loadData();
  const forgetful = JSON.parse(
    JSON.stringify(data, (name, value: unknown) => (name === 'x-changes' ? undefined : value)),
  ) as typeof data;
  const made = [...generateVersions(forgetful, index).keys()];
  for (const file of names) expect(made).toContain(`schemas/versions/${file}`);
  expect([...generateVersions(forgetful, { schemas: [] }).keys()].length).toBe(3);
});

const PUBLISHED =
  '1.2.0 1.4.3 1.5.0 1.6.0 1.7.2 1.8.0 1.13.1 1.14.0 1.14.3 1.18.0 1.20.0 1.22.0 1.24.1 1.26.0 1.27.0 1.28.0 1.28.1 1.31.0 1.31.3'.split(
    ' ',
  );

test.each(index.schemas)('$file has none of our keywords, and exact limits', ({ file }) => {
  const text = read(`schemas/versions/${file}`);
  expect(text.match(/"x-[a-z-]+"/g)).toEqual(['"x-tombi-toml-version"']);
  expect(text).toContain('"maximum": 9223372036854775807');
  expect(text).not.toContain('newer than');
});

interface Node {
  readonly description?: string;
  readonly deprecated?: boolean;
  readonly deprecationMessage?: string;
  readonly properties?: Readonly<Record<string, Node>>;
  readonly items?: Node;
  readonly additionalProperties?: Node | boolean;
  readonly examples?: readonly unknown[];
  readonly pattern?: string;
  readonly anyOf?: readonly Node[];
}

function* nodesOf(node: Node): Generator<Node> {
  yield node;
  for (const child of Object.values(node.properties ?? {})) yield* nodesOf(child);
  if (node.items) yield* nodesOf(node.items);
  if (typeof node.additionalProperties === 'object') yield* nodesOf(node.additionalProperties);
}

const newestFile = JSON.parse(read('schemas/versions/newest.schema.json')) as Node & { $id: string };

test('the file that editors are told of is the newest, under a name that stays', () => {
  const { file } = index.schemas.at(-1)!;
  const dated = JSON.parse(read(`schemas/versions/${file}`)) as Node;
  expect(newestFile).toEqual({ ...dated, $id: newestFile.$id, title: 'Smolfile (smolvm newest)' });
  const { contributes } = JSON.parse(read('extension/package.json')) as {
    contributes: { tomlValidation: { url: string }[] };
  };
  for (const { url } of contributes.tomlValidation) expect(url).toBe(newestFile.$id);
  expect(read('README.md')).toContain('schemas/versions/newest.schema.json');
});

test.each(index.schemas)('$file has patterns that ECMAScript, Rust and Python read alike', ({ file }) => {
  const patterns = Array.from(
    read(`schemas/versions/${file}`).matchAll(/"pattern": ("(?:[^"\\]|\\.)*")/g),
    ([, text]) => JSON.parse(text!) as string,
  );
  expect(patterns.length).toBeGreaterThan(3);
  for (const pattern of patterns) {
    expect(() => new RegExp(pattern, 'u')).not.toThrow();
    // no looking around, no classes that are wider elsewhere, no classes within classes
    expect(pattern).not.toMatch(/\(\?[^:]|\\[dwbDWBpP]|(?<!\\)\[(?:[^\]\\]|\\.)*(?:\[|&&|--|~~)/);
    expect(pattern.replaceAll(String.raw`[\s\S]`, '')).not.toMatch(/\\[sS]/);
  }
});

test('every description says where to read on, at a heading that exists', () => {
  const headings = new Set(
    Array.from(read('schemas/REFERENCE.md').matchAll(/^#+ (.*)$/gm), ([, heading = '']) =>
      heading
        .toLowerCase()
        .replaceAll(' ', '-')
        .replaceAll(/[^a-z0-9_-]/g, ''),
    ),
  );
  const links = [...nodesOf(newestFile)].flatMap(({ description }) => description?.split('\n').at(-1) ?? []);
  expect(links.length).toBeGreaterThan(70);
  for (const link of links) {
    const [page, anchor] = link.split('#');
    expect(page).toMatch(/^https:\/\/github\.com\/.*\/schemas\/REFERENCE\.md$/);
    if (anchor !== undefined) expect(headings).toContain(anchor);
  }
});

test('what is legacy says what to write instead, what is new since when, lists what goes into them', () => {
  const nodes = [...nodesOf(newestFile)];
  for (const { deprecated, deprecationMessage } of nodes)
    expect(deprecationMessage !== undefined).toBe(deprecated === true);
  expect(newestFile.properties!['user']!.description).toContain(' Since smolvm 1.14.0.');
  expect(newestFile.properties!['cpus']!.description).not.toContain('Since');
  const ports = newestFile.properties!['dev']!.properties!['ports']!.items!;
  expect(ports.examples).toContain('8080:80');
  expect(newestFile.properties!['restart']!.properties!['policy']!.anyOf).toHaveLength(2);
});

test('the newest schema has every key that was not taken away again', () => {
  const newest = jsonSchemaFor(loadData(), index.newest);
  const names = Object.entries(loadSchema().properties!).filter(([, node]) => !node['x-absent']);
  expect(Object.keys(newest.properties!)).toEqual(names.map(([name]) => name));
});
