/** What is committed is what the generator writes, and nothing is left over from an older generator. */
import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { KNOWN_VERSIONS } from '../../packages/core/src/schema/index.ts';
import { jsonSchemaFor } from '../../packages/core/src/schema/json-schema.ts';
import { read, repository } from '../../schemas/generate/generated.ts';
import { generateAll } from '../../schemas/generate/main.ts';
import { loadSchema } from '../../schemas/generate/schema.ts';

const files = await generateAll();

test.each([...files.keys()])('%s is fresh', (path) => {
  expect(read(path) === files.get(path), 'run `pnpm generate`').toBe(true);
});

test.each(['schemas/versions', 'packages/core/src/schema/generated'])(
  '%s holds generated files only',
  (folder) => {
    const expected = [...files.keys()].filter((path) => path.startsWith(`${folder}/`));
    const found = readdirSync(repository + folder).map((name) => `${folder}/${name}`);
    expect(found.toSorted()).toEqual(expected.toSorted());
  },
);

test('the validator needs nothing at run time', () => {
  const code = read('packages/core/src/schema/generated/validate.ts');
  expect(code).not.toMatch(/\brequire\(/);
  expect(code.match(/^import .*$/gm)).toEqual(["import type { Validator } from '../validator.ts';"]);
});

test('the ranges of the version index are the known versions without a gap', () => {
  const index = JSON.parse(read('schemas/versions/index.json')) as {
    schemas: { from: string; to: string }[];
  };
  const covered = index.schemas.flatMap(({ from, to }) =>
    KNOWN_VERSIONS.slice(KNOWN_VERSIONS.indexOf(from as '1.2.0'), KNOWN_VERSIONS.indexOf(to as '1.2.0') + 1),
  );
  expect(covered).toEqual(KNOWN_VERSIONS);
  expect(index.schemas.map(({ from }) => from)).toEqual([
    '1.2.0',
    '1.4.3',
    '1.5.0',
    '1.6.0',
    '1.7.2',
    '1.8.0',
    '1.9.3',
  ]);
});

test('a schema for other editors has none of our keywords, and exact limits', () => {
  const text = read('schemas/versions/smolfile-1.9.3.schema.json');
  expect(text.match(/"x-[a-z-]+"/g)).toEqual(['"x-tombi-toml-version"']);
  expect(text).toContain('"maximum": 9223372036854775807');
  expect(text).not.toContain('newer than');
});

test('a target above every known version has every key', () => {
  const newest = jsonSchemaFor(loadSchema(), '2.0.0');
  expect(Object.keys(newest.properties!)).toEqual(Object.keys(loadSchema().properties!));
});
