/** The schema against what smolvm was seen to do: names and their order, types, ranges, positional sections. */
import { parse } from 'smol-toml';
import { expect, test } from 'vitest';
import { NEWEST_RELEASE } from '@smolfile/core';
import { keyAt, schemaFor, type KeySchema } from '../../packages/core/src/schema/index.ts';
import { read } from '../../schemas/generate/generated.ts';
import { strictAjv } from '../../schemas/generate/validator.ts';
import { cases } from '../conformance/vectors.ts';
import { PINNED, release } from '../harness/releases.ts';
import { validatorFor } from './validator-for.ts';

const parseErrors = cases.flatMap(({ vector, version }) => {
  if (vector.error?.stage !== 'parse') return [];
  return [
    {
      id: `${vector.id}@${version}`,
      version,
      text: vector.smolfile,
      message: vector.error.message.split('\n').at(-1)!,
    },
  ];
});

test('the names that smolvm expects are the keys of the version, in the same order', () => {
  const lists = new Map<string, Set<string>>();
  for (const { version, message } of parseErrors) {
    const found = /^unknown field `.*?`, expected (?:one of )?(.*)$/.exec(message);
    if (!found) continue;
    const names = [...found[1]!.matchAll(/`([a-z_]+)`/g)].map(([, name]) => name!);
    lists.set(version, (lists.get(version) ?? new Set()).add(names.join(', ')));
  }
  for (const [version, seen] of lists) {
    const root = schemaFor(release(version));
    const tables = [root, ...root.children!, keyAt(['secrets', '*'], release(version))!].filter(
      (key) => key.children,
    );
    const namesOf = ({ children = [] }: KeySchema): string =>
      children
        .filter(({ absent }) => !absent)
        .map(({ name }) => name)
        .join(', ');
    const ours = new Set(tables.map(namesOf));
    expect([...seen].filter((names) => !ours.has(names))).toEqual([]);
    // No recorded message lists the one key of [auth].
    expect([...ours].filter((names) => !seen.has(names))).toEqual(['ssh_agent']);
  }
  expect([...lists.keys()]).toEqual(['1.2.0', '1.9.3']);
});

test('a positional section needs as many elements as smolvm says', () => {
  const seen = new Set<string>();
  for (const { version, text, message } of parseErrors) {
    const found = /^invalid length (\d+), expected struct \w+ with (\d+) elements?$/.exec(message);
    if (!found) continue;
    const [name, value] = Object.entries(parse(text))[0]!;
    const key = schemaFor(release(version)).children!.find((child) => child.name === name)!;
    expect(Number(found[2]), name).toBe(key.children!.length);
    expect((value as unknown[]).length, name).toBeLessThan(key.positionalMinimum!);
    expect(Number(found[1]), name).toBeLessThan(key.positionalMinimum!);
    seen.add(name);
  }
  expect([...seen].toSorted()).toEqual([
    'artifact',
    'auth',
    'dev',
    'fork',
    'health',
    'pack',
    'restart',
    'service',
  ]);
});

const DUE: Readonly<Record<string, (key: KeySchema) => boolean>> = {
  'a boolean': (key) => key.type === 'boolean',
  'a string': (key) => key.type === 'string' || key.type === 'string-array',
  'path string': (key) => key.path === 'secrets.*.from_file',
  'a sequence': (key) => key.type === 'string-array',
  'a map': (key) => key.type === 'map',
  'struct SecretRef': (key) => key.path === 'secrets.*',
};

test('the validator refuses what smolvm refuses for its type or range, at a key of the type that smolvm names', () => {
  let compared = 0;
  const wrong: string[] = [];
  for (const { id, version, text, message } of parseErrors) {
    const validate = validatorFor(release(version));
    const due = /^invalid (?:type|value): .*, expected (.+)$/.exec(message)?.[1];
    if (due === undefined) continue;
    compared++;
    const matches =
      DUE[due] ??
      ((key: KeySchema) => (due.startsWith('struct ') ? key.type === 'table' : key.integer === due));
    const found = validate(data(text)) ? [] : validate.errors!;
    const keys = found.map(({ instancePath }) => keyOf(instancePath)).filter((key) => key !== undefined);
    if (!keys.some((key) => matches(key))) wrong.push(`${id}: ${message}`);
  }
  expect(wrong).toEqual([]);
  expect(compared).toBeGreaterThan(400);
});

/** The key of an error, or of the list whose element it is about. */
function keyOf(pointer: string): KeySchema | undefined {
  const parts = pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
  return keyAt(parts) ?? keyAt(parts.slice(0, -1));
}

const index = JSON.parse(read('schemas/versions/index.json')) as {
  schemas: { from: string; file: string }[];
};

test.each(['1.2.0', '1.9.3'])('the schema of %s refuses what its parser does', (version) => {
  const file = index.schemas.findLast(({ from }) => !release(version).isBefore(from))!.file;
  const accepts = strictAjv().compile(JSON.parse(read(`schemas/versions/${file}`)) as object);
  const refused = cases.filter(
    (each) =>
      each.version === version &&
      each.vector.error?.stage === 'parse' &&
      /^(?:invalid (?:type|value): |unknown field )/m.test(each.vector.error.message),
  );
  const wrong = refused.filter(({ vector }) => accepts(data(vector.smolfile)));
  expect(wrong.map(({ vector }) => `${vector.id}: ${vector.error!.message}`)).toEqual([]);
  expect(refused.length).toBeGreaterThan(200);
});

/** A document as the validator takes it. */
function data(text: string): unknown {
  return section(schemaFor(NEWEST_RELEASE), plain(parse(text, { integersAsBigInt: true })));
}

/** Integers as numbers; floats and dates as NaN, so that they fit no type. */
function plain(value: unknown): unknown {
  if (typeof value === 'bigint') return Number(value);
  if (typeof value === 'number' || value instanceof Date) return Number.NaN;
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, plain(item)]));
}

/** Sections written as arrays become tables; what is missing or too much is another test's matter. */
function section(key: KeySchema, value: unknown): unknown {
  if (Array.isArray(value) && key.positionalMinimum !== undefined) {
    const names = keyAt(key.path.split('.'), PINNED)!.children!.filter(({ absent }) => !absent);
    return Object.fromEntries(value.slice(0, names.length).map((item, at) => [names[at]!.name, item]));
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => {
      const child = key.element ?? key.children?.find((each) => each.name === name);
      return [name, child ? section(child, item) : item];
    }),
  );
}
