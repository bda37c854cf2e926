import type { KeySchema } from '@smolfile/core';
import * as fc from 'fast-check';
import { damagedDocument } from '../../fuzz/documents.ts';
import { mutated } from '../../toml/mutation.ts';
import { releaseVectors } from '../release-vectors.ts';
import { entriesIn, valueOf } from './values.ts';
import { keysOf, NEWEST_ROOT, rootOf } from './vocabulary.ts';

const isSection = ({ type }: KeySchema): boolean => ['table', 'map', 'table-array'].includes(type);

/** What makes a file work, so that most are refused for one reason only. */
const base = fc.oneof(
  { weight: 6, arbitrary: fc.constant(['image = "alpine"', 'net = true', 'cmd = ["x"]']) },
  { weight: 2, arbitrary: fc.subarray(['image = "alpine"', 'net = true', 'cmd = ["x"]']) },
  { weight: 1, arbitrary: fc.constant<string[]>([]) },
);

const lines = (entries: readonly (readonly [string, string])[]): string[] =>
  entries.map(([name, value]) => `${name} = ${value}`);

/** A section in one of its spellings: below a header, inline, or with dotted keys. */
function section(key: KeySchema): fc.Arbitrary<{ readonly top: boolean; readonly lines: string[] }> {
  const body = key.type === 'table' ? key : key.element;
  const inline = valueOf(key).map((value) => ({ top: true, lines: [`${key.name} = ${value}`] }));
  if (!body) return inline;
  const name = key.type === 'map' ? `${key.name}.A` : key.name;
  const header = key.type === 'table-array' ? `[[${name}]]` : `[${name}]`;
  const below = entriesIn(body).map((entries) => ({ top: false, lines: [header, ...lines(entries)] }));
  const dotted = entriesIn(body, 2).map((entries) => ({
    top: true,
    lines: lines(entries).map((line) => `${name}.${line}`),
  }));
  return fc.oneof(
    { weight: 6, arbitrary: below },
    { weight: 2, arbitrary: inline },
    { weight: 1, arbitrary: key.type === 'table-array' ? inline : dotted },
  );
}

/** The tables in a section that are lists of tables, each below a header of its own. */
function nested(key: KeySchema): fc.Arbitrary<string[]> {
  const list = keysOf(key).find(({ type }) => type === 'table-array');
  if (!list?.element) return fc.constant([]);
  const one = entriesIn(list.element, 6).map((entries) => [
    `[[${key.name}.${list.name}]]`,
    ...lines(entries),
  ]);
  return fc.array(one, { maxLength: 2 }).map((tables) => tables.flat());
}

/** A Smolfile in a vocabulary, mostly one that works or is wrong in one place. */
function documentOf(root: KeySchema): fc.Arbitrary<string> {
  const keys = keysOf(root);
  const plain: KeySchema = { ...root, children: keys.filter((key) => !isSection(key)) };
  const sections = keys.filter(isSection);
  const nesting = sections.filter((key) => keysOf(key).some(({ type }) => type === 'table-array'));
  return fc
    .tuple(
      base,
      entriesIn(plain, 5),
      fc.uniqueArray(
        fc.constantFrom(...sections).chain((key) => fc.tuple(fc.constant(key.name), section(key))),
        { maxLength: 3, selector: ([name]) => name },
      ),
      nesting.length > 0
        ? fc.option(fc.constantFrom(...nesting).chain(nested), { freq: 4, nil: [] })
        : fc.constant<string[]>([]),
    )
    .map(([given, entries, chosen, tables]) => {
      const names = new Set(entries.map(([name]) => name));
      const written = chosen.map(([, one]) => one);
      const all = [
        ...given.filter((line) => !names.has(line.split(' ')[0]!)),
        ...lines(entries),
        ...written.filter((one) => one.top).flatMap((one) => one.lines),
        ...written.filter((one) => !one.top).flatMap((one) => one.lines),
        ...tables,
      ];
      return all.map((line) => `${line}\n`).join('');
    });
}

const recorded = releaseVectors().map(({ smolfile }) => smolfile);
const RECORDED = [...new Set(recorded)].filter((text) => text.length < 400);

/** Any text that may stand in a Smolfile: mostly what a release knows, some that only the newest one does. */
export function anyDocument(release: string): fc.Arbitrary<string> {
  return fc.oneof(
    { weight: 14, arbitrary: documentOf(rootOf(release)) },
    { weight: 3, arbitrary: documentOf(NEWEST_ROOT) },
    { weight: 3, arbitrary: fc.constantFrom(...RECORDED) },
    { weight: 1, arbitrary: mutated(RECORDED) },
    { weight: 1, arbitrary: damagedDocument },
  );
}
