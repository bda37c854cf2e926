import type { KeySchema } from '@smolfile/core';
import * as fc from 'fast-check';
import { INTEGERS, LARGE_INTEGERS, PLAIN_INTEGERS, WRONG } from './seeds.ts';
import { textFor, tomlString } from './texts.ts';
import { keysOf, NAMES } from './vocabulary.ts';

/** A value of a key as TOML, mostly of its type. */
export function valueOf(key: KeySchema): fc.Arbitrary<string> {
  return fc.oneof(
    { weight: 80, arbitrary: fittingValue(key) },
    { weight: 1, arbitrary: fc.constantFrom(...WRONG) },
  );
}

function fittingValue(key: KeySchema): fc.Arbitrary<string> {
  switch (key.type) {
    case 'boolean':
      return fc.constantFrom('true', 'true', 'false');
    case 'integer':
      return fc.oneof(
        { weight: 14, arbitrary: fc.constantFrom(...PLAIN_INTEGERS) },
        { weight: 5, arbitrary: fc.constantFrom(...INTEGERS) },
        { weight: 1, arbitrary: fc.constantFrom(...LARGE_INTEGERS) },
      );
    case 'string':
      return stringOf(key);
    case 'string-array':
      return listOf(stringOf(key));
    case 'table':
      return inlineTable(key);
    case 'map':
      return key.element ? entriesOf(key.element) : fc.constant('{}');
    case 'table-array':
      return key.element ? listOf(inlineTable(key.element)) : fc.constant('[]');
  }
}

function stringOf({ grammar, examples = [] }: KeySchema): fc.Arbitrary<string> {
  const texts = examples.flat().filter((one): one is string => typeof one === 'string');
  return fc.tuple(textFor(grammar, texts), fc.boolean()).map(([text, literal]) => tomlString(text, literal));
}

function listOf(item: fc.Arbitrary<string>): fc.Arbitrary<string> {
  return fc
    .tuple(fc.array(item, { maxLength: 3 }), fc.constantFrom(', ', ',', ',\n  '))
    .map(([items, comma]) => `[${items.join(comma)}]`);
}

/** Entries of a map by made-up names. */
function entriesOf(element: KeySchema): fc.Arbitrary<string> {
  return fc
    .uniqueArray(fc.tuple(fc.constantFrom('A', 'B', 'HOST_TOKEN', '"c d"'), valueOf(element)), {
      maxLength: 2,
      selector: ([name]) => name,
    })
    .map((entries) => `{ ${entries.map(([name, value]) => `${name} = ${value}`).join(', ')} }`);
}

function inlineTable(table: KeySchema): fc.Arbitrary<string> {
  return entriesIn(table).map(
    (entries) =>
      `{ ${entries.map(([name, value]) => `${name} = ${value.replaceAll('\n', '')}`).join(', ')} }`,
  );
}

/** Some keys of a section with values, each once; now and then one that belongs elsewhere. */
export function entriesIn(table: KeySchema, maxLength = 5): fc.Arbitrary<(readonly [string, string])[]> {
  const children = keysOf(table);
  if (children.length === 0) return fc.constant([]);
  const own = fc.constantFrom(...children).chain((key) => fc.tuple(fc.constant(key.name), valueOf(key)));
  const strange = fc.tuple(fc.constantFrom(...NAMES, 'typo'), fc.constantFrom(...WRONG));
  return fc.uniqueArray(fc.oneof({ weight: 60, arbitrary: own }, { weight: 1, arbitrary: strange }), {
    maxLength,
    selector: ([name]) => name,
  });
}
