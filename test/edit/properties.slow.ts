import {
  addItem,
  applyEdits,
  ensureSection,
  ifPossible,
  moveKey,
  parseSmolfile,
  removeItem,
  removeKey,
  renameKey,
  setValue,
  writeAsSection,
  writeInline,
  EditError,
  type Change,
  type EditValue,
  type Item,
  type PathStep,
  type ValueNode,
} from '@smolfile/core';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { toPlain, type PlainValue } from '../../packages/core/src/toml/index.ts';
import { damagedDocument } from '../fuzz/documents.ts';
import { allTexts, ownCorpus, realSmolfiles } from '../toml/corpora.ts';
import { mutated } from '../toml/mutation.ts';
import { documents, plainValues } from './documents.ts';

const RUNS = { numRuns: 200, seed: 20_261_126 };

const corpus = [...realSmolfiles, ...ownCorpus.flatMap(({ text, valid }) => (valid && text ? [text] : []))];
const sources = fc.oneof(
  { weight: 4, arbitrary: documents },
  { weight: 1, arbitrary: fc.constantFrom(...corpus) },
);

type Data = PlainValue;

function dataOf(text: string): { [name: string]: Data } {
  const { toml, errors } = parseSmolfile(text);
  expect(errors, text).toEqual([]);
  return toPlain(toml.root);
}

/** Every path of a value, that of the value itself excluded. */
function pathsOf(value: Data): PathStep[][] {
  if (typeof value !== 'object') return [];
  const steps: [PathStep, Data][] = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  return steps.flatMap(([step, inner]) => [[step], ...pathsOf(inner).map((rest) => [step, ...rest])]);
}

function at(value: Data, path: readonly PathStep[]): Data {
  return path.reduce<Data>(
    (inner, step) =>
      typeof inner === 'object' && Object.hasOwn(inner, step) ? Reflect.get(inner, step) : undefined,
    value,
  );
}

/** The value with another in one place, tables made on the way; taken out where there is no other. */
function withValue(value: Data, [step, ...rest]: readonly PathStep[], other: Data): Data {
  if (step === undefined) return other;
  const copy: Data = Array.isArray(value) ? [...value] : { ...(value as object) };
  const inner = withValue(at(value, [step]) ?? {}, rest, other);
  if (inner === undefined && Array.isArray(copy)) copy.splice(step as number, 1);
  else if (inner === undefined) Reflect.deleteProperty(copy, step);
  else
    Object.defineProperty(copy, step, { value: inner, enumerable: true, configurable: true, writable: true });
  return copy;
}

/** Numbers as the parser gives them. */
function asRead(value: unknown): Data {
  if (typeof value === 'bigint' && Number.isSafeInteger(Number(value))) return Number(value);
  if (Array.isArray(value)) return value.map(asRead);
  if (typeof value !== 'object' || value === null) return Object.is(value, -0) ? 0 : (value as Data);
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, asRead(item)]));
}

function commentsOf(text: string): string[] {
  return parseSmolfile(text)
    .toml.comments.map(({ start, end }) => text.slice(start, end).trimEnd())
    .toSorted();
}

function blankLines(text: string): number {
  return text.split('\n').filter((line) => line.trim() === '').length;
}

function expectKept(before: string, { text, edits }: Change): void {
  expect(applyEdits(before, edits)).toBe(text);
  expect(edits.every(({ range }, index) => range.start >= (edits[index - 1]?.range.end ?? 0))).toBe(true);
  const after = commentsOf(text);
  for (const comment of commentsOf(before)) {
    const index = after.indexOf(comment);
    expect(index, `${comment} is lost in\n${text}\nfrom\n${before}`).toBeGreaterThanOrEqual(0);
    after.splice(index, 1);
  }
  expect(after).toEqual([]);
  // a carriage return may be a value's own
  if (/\r\n/.test(before) && !/(?<!\r)\n/.test(before)) expect(text).not.toMatch(/(?<!\r)\n/);
  if (!before.includes('\r')) expect(text).not.toContain('\r');
}

const picked = sources.chain((text) => {
  const paths = pathsOf(dataOf(text));
  const present = paths.length > 0 ? fc.constantFrom(...paths) : fc.constant(['cpus']);
  const name = fc.constantFrom('new', 'new one', 'cpus', 'dev');
  const below = fc
    .tuple(present, fc.array(name, { minLength: 1, maxLength: 2 }))
    .map((parts) => parts.flat());
  const absent = fc.oneof(below, fc.array(name, { minLength: 1, maxLength: 3 }));
  return fc.record({
    text: fc.constant(text),
    path: fc.oneof(
      present,
      absent.filter((path) => canHold(dataOf(text), path)),
    ),
  });
});

/** Whether every step but the last leads through tables, or through lists by their indices. */
function canHold(data: Data, path: readonly PathStep[]): boolean {
  return path.every((step, index) => {
    const around = at(data, path.slice(0, index));
    return (
      around === undefined ||
      (typeof around === 'object' && Array.isArray(around) === (typeof step === 'number'))
    );
  });
}

test('a value that is set is all that changes, and no comment or blank line is lost', () => {
  fc.assert(
    fc.property(picked, plainValues, ({ text, path }, value) => {
      if (isElementSection(text, path) && (typeof value !== 'object' || Array.isArray(value))) {
        expect(() => setValue(text, path, value)).toThrow(EditError);
        return;
      }
      const change = setValue(text, path, value);
      expect(dataOf(change.text), change.text).toEqual(withValue(dataOf(text), path, asRead(value)));
      expectKept(text, change);
      if (at(dataOf(text), path) === undefined)
        expect(blankLines(change.text)).toBeGreaterThanOrEqual(blankLines(text));
      expect(setValue(change.text, path, value).edits).toEqual([]);
    }),
    RUNS,
  );
});

/** Whether an element is a `[[section]]`, which cannot become anything but a table. */
function isElementSection(text: string, path: readonly PathStep[]): boolean {
  return (
    typeof path.at(-1) === 'number' &&
    at(dataOf(text), path) !== undefined &&
    isSections(text, path.slice(0, -1))
  );
}

test('a value that is there already needs no edit, whatever its spelling', () => {
  fc.assert(
    fc.property(picked, ({ text, path }) => {
      const { toml } = parseSmolfile(text);
      const value = at(toPlain(toml.root), path);
      fc.pre(value !== undefined && isPlain(toml.root));
      expect(setValue(text, path, value as EditValue).edits).toEqual([]);
    }),
    RUNS,
  );
});

/** Whether a value is told by its data: dates are text there, and some floats look whole. */
function isPlain(item: Item | ValueNode): boolean {
  switch (item.type) {
    case 'leaf':
      return isPlain(item.value);
    case 'table':
      return [...item.entries.values()].every(isPlain);
    case 'inline-table':
      return isPlain(item.table);
    case 'scalar':
      return !/date|time/.test(item.kind) && !(item.kind === 'float' && Number.isInteger(item.value));
    case 'array':
    case 'table-array':
      return item.items.every(isPlain);
  }
}

test('a key that is removed is gone, alone, and twice is once', () => {
  fc.assert(
    fc.property(picked, ({ text, path }) => {
      const before = dataOf(text);
      const change = removeKey(text, path);
      const wanted = withoutEmpty(withValue(before, path, undefined), path);
      expect(withoutEmpty(dataOf(change.text), path), change.text).toEqual(wanted);
      expectKept(text, change);
      if (typeof path.at(-1) === 'string') expect(removeKey(change.text, path).edits).toEqual([]);
      const bare = removeKey(text, path, { comments: 'remove' });
      expect(dataOf(bare.text)).toEqual(dataOf(change.text));
      expect(commentsOf(text)).toEqual(expect.arrayContaining(commentsOf(bare.text)));
    }),
    RUNS,
  );
});

/** Tables that dotted keys alone make go with the last of these, and arrays of tables with their last element. */
function withoutEmpty(data: Data, path: readonly PathStep[]): Data {
  return path.reduceRight<Data>((inner, _step, index) => {
    const parent = path.slice(0, index);
    const found = parent.length > 0 ? at(inner, parent) : undefined;
    const isEmpty = typeof found === 'object' && Object.keys(found).length === 0;
    return isEmpty ? withValue(inner, parent, undefined) : inner;
  }, data);
}

test('an element that is added is all that changes, and can be removed again', () => {
  const lists = sources.chain((text) => {
    const data = dataOf(text);
    const paths = pathsOf(data).filter((path) => Array.isArray(at(data, path)));
    const absent = [['new'], ['s', 'new'], ['new', 'list']].filter(
      (path) => canHold(data, path) && at(data, path) === undefined,
    );
    return fc.record({
      text: fc.constant(text),
      path: fc.constantFrom<PathStep[]>(...paths, ...absent),
      index: fc.nat(4),
    });
  });
  const marker = fc.constantFrom('marker', 'it is "this"', 'mar # ker');
  fc.assert(
    fc.property(lists, marker, ({ text, path, index }, value) => {
      const list = (at(dataOf(text), path) ?? []) as Data[];
      fc.pre(list.length === 0 || !isSections(text, path));
      for (const options of [{}, { index }]) {
        const change = addItem(text, path, value, options);
        const added = list.toSpliced(options.index ?? list.length, 0, value);
        expect(dataOf(change.text), change.text).toEqual(withValue(dataOf(text), path, added));
        expectKept(text, change);
        const back = removeItem(change.text, path, value);
        expect(dataOf(back.text), back.text).toEqual(withValue(dataOf(text), path, list));
        expectKept(change.text, back);
      }
    }),
    RUNS,
  );
});

/** Whether a list is written as `[[sections]]`. */
function isSections(text: string, path: readonly PathStep[]): boolean {
  let item: Item | undefined = parseSmolfile(text).toml.root;
  for (const step of path) {
    if (item?.type === 'table') item = item.entries.get(String(step));
    else if (item?.type === 'table-array') item = item.items[Number(step)];
    else return false;
  }
  return item?.type === 'table-array';
}

test('a key that is renamed keeps its value and all else', () => {
  fc.assert(
    fc.property(picked, fc.constantFrom('renamed', 'new name'), ({ text, path }, name) => {
      const before = dataOf(text);
      const value = at(before, path);
      fc.pre(value !== undefined && typeof path.at(-1) === 'string');
      const change = renameKey(text, path, name);
      const without = withValue(before, path, undefined);
      expect(dataOf(change.text), change.text).toEqual(
        withValue(without, [...path.slice(0, -1), name], value),
      );
      expectKept(text, change);
      expect(blankLines(change.text)).toBe(blankLines(text));
    }),
    RUNS,
  );
});

test('a statement that is moved keeps its value and comments, and all else', () => {
  const targets = fc.constantFrom(['moved'], ['new', 'moved'], ['s', 'moved'], ['t', 'below', 'moved']);
  let moves = 0;
  fc.assert(
    fc.property(picked, targets, ({ text, path }, to) => {
      const before = dataOf(text);
      const change = ifPossible(() => moveKey(text, path, to));
      if (!change) return;
      moves++;
      const value = at(before, path)!;
      const moved = withValue(withValue(before, path, undefined), to, value);
      expect(withoutEmpty(dataOf(change.text), path), change.text).toEqual(withoutEmpty(moved, path));
      expectKept(text, change);
    }),
    RUNS,
  );
  expect(moves).toBeGreaterThan(20);
});

test.each([['writeAsSection', writeAsSection] as const, ['writeInline', writeInline] as const])(
  '%s changes the spelling alone',
  (_name, write) => {
    let written = 0;
    fc.assert(
      fc.property(documents, (text) => {
        const before = dataOf(text);
        for (const path of pathsOf(before)) {
          const change = ifPossible(() => write(text, path));
          if (!change) continue;
          written++;
          expect(dataOf(change.text), change.text).toEqual(before);
          expectKept(text, change);
        }
      }),
      RUNS,
    );
    expect(written).toBeGreaterThan(3);
  },
);

test('what is damaged elsewhere is changed where it is sound, or not at all', () => {
  const damaged = fc.oneof(mutated(allTexts), damagedDocument);
  const outcomes = { changed: 0, refused: 0 };
  fc.assert(
    fc.property(damaged, fc.nat(), plainValues, (text, pick, value) => {
      const before = parseSmolfile(text);
      const data = toPlain(before.toml.root);
      const paths = [...pathsOf(data), ['cpus'], ['dev', 'ports'], ['new', 'x']];
      const path = paths[pick % paths.length]!;
      for (const make of [() => setValue(text, path, value), () => removeKey(text, path)]) {
        const change = ifPossible(make);
        outcomes[change ? 'changed' : 'refused']++;
        if (!change || !before.damaged) continue;
        const after = parseSmolfile(change.text);
        expect(after.errors.length).toBeLessThanOrEqual(before.errors.length);
        const rest = (whole: Data): Data => withoutEmpty(withValue(whole, path, undefined), path);
        expect(rest(toPlain(after.toml.root))).toEqual(rest(data));
      }
    }),
    RUNS,
  );
  expect(outcomes.changed).toBeGreaterThan(RUNS.numRuns);
  expect(outcomes.refused).toBeGreaterThan(0);
});

test('a section that is ensured is there, and nothing else changes', () => {
  fc.assert(
    fc.property(documents, fc.constantFrom(['s'], ['new'], ['s', 'below'], ['new', 'x']), (text, path) => {
      const before = dataOf(text);
      fc.pre(canHold(before, [...path, 'x']));
      const change = ensureSection(text, path);
      expect(dataOf(change.text)).toEqual(withValue(before, path, at(before, path) ?? {}));
      expectKept(text, change);
      expect(ensureSection(change.text, path).edits).toEqual([]);
      expect(dataOf(setValue(change.text, [...path, 'x'], 1).text)).toEqual(
        withValue(before, [...path, 'x'], 1),
      );
    }),
    RUNS,
  );
});
