/** The hand-written data: of the shape that it says, about releases that there are, and with evidence that can be read. */
import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { GRAMMARS } from '../../packages/core/src/grammars/registry.ts';
import { read } from '../../schemas/generate/generated.ts';
import { DATA_FILES } from '../../schemas/generate/schema.ts';
import { strictAjv } from '../../schemas/generate/validator.ts';
import { vectors } from '../conformance/vectors.ts';
import { releaseVectors } from '../smolvm/release-vectors.ts';

const files = Object.values(DATA_FILES).map((path) => [path, JSON.parse(read(path)) as object] as const);
const others = files.filter(([path]) => path !== DATA_FILES.schema);

/** Every object in the data, with the place it stands at. */
function* objectsIn(node: unknown, place: string): Generator<readonly [string, Record<string, unknown>]> {
  if (typeof node !== 'object' || node === null) return;
  if (!Array.isArray(node)) yield [place, node as Record<string, unknown>];
  for (const [name, value] of Object.entries(node)) yield* objectsIn(value, `${place}/${name}`);
}

const objects = files.flatMap(([path, content]) => [...objectsIn(content, path)]);

test.each(others)('%s is as data.schema.json says', (_, content) => {
  const ajv = strictAjv({ strictTypes: false, strictRequired: false });
  ajv.addSchema(JSON.parse(read('schemas/smolfile.vocabulary.json')) as object);
  const validate = ajv.compile(JSON.parse(read('schemas/data.schema.json')) as object);
  validate(content);
  expect(validate.errors ?? []).toEqual([]);
});

const listed = (JSON.parse(read(DATA_FILES.releases)) as { releases: { version: string; date?: string }[] })
  .releases;

test('releases are listed once each, oldest first, and none was published before the one in front of it', () => {
  const versions = listed.map(({ version }) => version);
  expect(new Set(versions).size).toBe(versions.length);
  const sorted = versions.toSorted((one, other) => one.localeCompare(other, 'en', { numeric: true }));
  expect(versions).toEqual(sorted);
  const dates = listed.flatMap(({ date }) => date ?? []);
  expect(dates).toEqual(dates.toSorted());
});

test('every release that an entry names is a known one, and a history goes back in time', () => {
  const places = new Map(listed.map(({ version }, place) => [version, place]));
  const unknown: string[] = [];
  const disordered: string[] = [];
  let named = 0;
  for (const [place, object] of objects) {
    for (const name of ['before', 'since', 'until']) {
      const version = object[name];
      if (typeof version !== 'string') continue;
      named++;
      if (!places.has(version)) unknown.push(`${place}/${name}: ${version}`);
    }
    const { since, until, 'x-changes': changes } = object;
    const history = Array.isArray(changes)
      ? (changes as { before: string }[]).map(({ before }) => before)
      : [];
    const order = [until, since].every((one) => typeof one === 'string') ? [until, since] : history;
    const steps = order.map((version) => places.get(String(version)) ?? -1);
    if (steps.some((step, index) => index > 0 && step >= steps[index - 1]!)) disordered.push(place);
    // What nobody knows any more, and what nobody knew yet, is no news.
    if (steps.includes(0)) disordered.push(`${place}: the oldest`);
  }
  expect({ unknown, disordered }).toEqual({ unknown: [], disordered: [] });
  expect(named).toBeGreaterThan(80);
});

const BOOKS = { facts: 'smolvm-facts.md', values: 'values.md', releases: 'releases.md' } as const;
const SHELVES = ['../../../shared/spec/', '../../../../shared/spec/'].map(
  (path) => new URL(path, import.meta.url),
);
const shelf = SHELVES.find((url) => Object.values(BOOKS).every((name) => existsSync(new URL(name, url))));

const evidence = objects.flatMap(([place, { evidence: text }]) =>
  typeof text === 'string' ? [[place, text] as const] : [],
);

test('every change, behaviour and grammar that differs between releases has its evidence', () => {
  const bare = objects.filter(
    ([place, object]) => /\/x-changes\/\d+$/.test(place) && typeof object['evidence'] !== 'string',
  );
  expect(bare.map(([place]) => place)).toEqual([]);
  const wrong = evidence.filter(([, text]) =>
    text
      .split(/[,;] /)
      .some(
        (one) => !/^(?:(?:facts|values|releases) \d+[a-z]?(?:\.\d+)?|vector \S+|recorded \S+)$/.test(one),
      ),
  );
  expect(wrong).toEqual([]);
});

const skipped = shelf ? '' : ' (skipped: the texts about smolvm are not on this machine)';

test.skipIf(!shelf)(`every evidence is a section that can be read, or a vector${skipped}`, () => {
  const sections = new Set(
    Object.entries(BOOKS).flatMap(([book, name]) =>
      Array.from(
        readFileSync(new URL(name, shelf), 'utf8').matchAll(/^#+ (\d+[a-z]?(?:\.\d+)*)[. ]/gm),
        ([, section]) => `${book} ${section}`,
      ),
    ),
  );
  const ids = new Set([
    ...vectors.map(({ id }) => `vector ${id}`),
    ...releaseVectors().map(({ id }) => `recorded ${id}`),
  ]);
  const lost = evidence.filter(([, text]) =>
    text.split(/[,;] /).some((one) => !sections.has(one) && !ids.has(one)),
  );
  expect(lost).toEqual([]);
  expect(sections.size).toBeGreaterThan(50);
});

const declared = Object.entries(
  (JSON.parse(read(DATA_FILES.grammars)) as { grammars: Record<string, { options?: object }> }).grammars,
);

const used = new Set(
  objects
    .flatMap(([, object]) => [object['x-grammar'], object['grammar']])
    .filter((name) => typeof name === 'string'),
);

test('every grammar that a key or flag names is declared, and each that is declared is used or has options', () => {
  const names = new Set<unknown>(declared.map(([name]) => name));
  expect([...used].filter((name) => !names.has(name))).toEqual([]);
  expect(declared.filter(([name, { options }]) => !used.has(name) && !options)).toEqual([]);
});

test('every grammar that a key or flag names has an object that reads it, and the reverse', () => {
  expect([...GRAMMARS.keys()].toSorted()).toEqual([...used].toSorted());
  for (const [name, grammar] of GRAMMARS) expect(grammar.name).toBe(name);
});
