/** What SchemaStore is asked to take, by the rules of its own `cli.js check`. */
import addFormats from 'ajv-formats';
import { Ajv } from 'ajv';
import { readdirSync } from 'node:fs';
import picomatch from 'picomatch';
import { parse } from 'smol-toml';
import { describe, expect, test } from 'vitest';
import { isSmolfileName } from '@smolfile/host';
import { read, repository } from '../../schemas/generate/generated.ts';
import { loadExamples } from '../../schemas/generate/schemastore.ts';

const FOLDER = 'schemas/schemastore/';

interface Entry {
  readonly name: string;
  readonly description: string;
  readonly fileMatch: readonly string[];
  readonly url: string;
  readonly versions: Readonly<Record<string, string>>;
}

const entry = JSON.parse(read(`${FOLDER}catalog-entry.json`)) as Entry;
const schema = JSON.parse(read(`${FOLDER}src/schemas/json/smolfile.json`)) as {
  $id: string;
  $schema: string;
};

/** Keywords that SchemaStore adds to those of the standard. */
const KNOWN = ['markdownDescription', 'x-tombi-toml-version'];

function strict(): Ajv {
  const ajv = new Ajv({ strict: true });
  addFormats.default(ajv);
  for (const keyword of KNOWN) ajv.addKeyword(keyword);
  return ajv;
}

test('the schema compiles in strict mode, under its address in the store', () => {
  expect(() => strict().compile(schema)).not.toThrow();
  expect(schema.$id).toBe(entry.url);
  expect(schema.$id).toBe('https://www.schemastore.org/smolfile.json');
  expect(schema.$schema).toBe('http://json-schema.org/draft-07/schema#');
});

describe.each([
  ['test', true],
  ['negative_test', false],
] as const)('%s', (folder, isRight) => {
  const path = `${FOLDER}src/${folder}/smolfile/`;
  const names = readdirSync(repository + path);
  const accepts = strict().compile(schema);

  test('there are some', () => expect(names.length).toBeGreaterThan(isRight ? 8 : 50));

  test.each(names)('%s', (name) => {
    const text = read(path + name);
    expect(text.split('\n')[0]).toBe('#:schema ../../schemas/json/smolfile.json');
    expect(accepts(parse(text))).toBe(isRight);
  });
});

test('the entry of the catalogue keeps its rules', () => {
  for (const text of [entry.name, entry.description]) {
    expect(text).not.toMatch(/[,. \t-]$/);
    expect(text).not.toMatch(/schema|\n/i);
  }
  const index = JSON.parse(read('schemas/versions/index.json')) as { schemas: { from: string }[] };
  expect(Object.keys(entry.versions).toSorted()).toEqual(index.schemas.map(({ from }) => from).toSorted());
  for (const url of Object.values(entry.versions)) {
    const { $id } = JSON.parse(read(url.slice(url.indexOf('/schemas/') + 1))) as { $id: string };
    expect($id).toBe(url);
  }
});

test('its globs match the names of Smolfiles, and no others', () => {
  expect(new Set(entry.fileMatch).size).toBe(entry.fileMatch.length);
  const matches = picomatch([...entry.fileMatch], { dot: true });
  const names =
    'Smolfile,.Smolfile,Smolfile.dev,web-Smolfile,a_Smolfile,a.Smolfile,owner__Smolfile.kotlin,a.smolfile,smolfile,Smolfiles,aSmolfile,smolfile.toml,Cargo.toml,a.smolfile.toml'.split(
      ',',
    );
  for (const name of names) expect([name, matches(name)]).toEqual([name, isSmolfileName(name)]);
});

test('the examples are of each kind', () => {
  const { good, syntax, parse: unread, config } = loadExamples();
  for (const text of Object.values(syntax)) expect(() => parse(text)).toThrow(/Invalid TOML/);
  for (const text of Object.values({ ...good, ...unread, ...config }))
    expect(parse(text)).toBeTypeOf('object');
});
