/**
 * The schemas for other editors against what smolvm does: never narrower, whatever the release, and of what it refuses
 * they say all that JSON Schema can.
 */
import type { ErrorObject, ValidateFunction } from 'ajv';
import * as fc from 'fast-check';
import { parse } from 'smol-toml';
import { describe, expect, test } from 'vitest';
import { allKeys, lint, parseSmolfile, setValue, type Diagnostic, type KeySchema } from '@smolfile/core';
import { rules } from '../../packages/core/src/lint/rules/index.ts';
import { schemaFor } from '../../packages/core/src/schema/index.ts';
import { read } from '../../schemas/generate/generated.ts';
import { loadData } from '../../schemas/generate/schema.ts';
import { strictAjv } from '../../schemas/generate/validator.ts';
import { cases } from '../conformance/vectors.ts';
import { release } from '../harness/releases.ts';
import { anyDocument } from '../smolvm/generate/documents.ts';
import { textFor } from '../smolvm/generate/texts.ts';
import { releaseVectors } from '../smolvm/release-vectors.ts';

const index = JSON.parse(read('schemas/versions/index.json')) as {
  newest: string;
  schemas: { file: string; from: string; to: string }[];
};

const compiled = new Map<string, ValidateFunction>();

function schemaOf(version: string): ValidateFunction {
  const { file } = index.schemas.findLast(({ from }) => !release(version).isBefore(from))!;
  const known = compiled.get(file);
  if (known) return known;
  const made = strictAjv().compile(JSON.parse(read(`schemas/versions/${file}`)) as object);
  compiled.set(file, made);
  return made;
}

/** What the schema of a release says of a text; nothing of one that is no TOML. */
function problems(text: string, version: string): ErrorObject[] {
  let data: unknown;
  try {
    data = parse(text, { integersAsBigInt: 'asNeeded' });
  } catch {
    return [];
  }
  const validate = schemaOf(version);
  return validate(exact(data)) ? [] : validate.errors!;
}

/** Whole numbers that a number cannot hold are beyond every limit, but for the very last. */
function exact(value: unknown): unknown {
  if (typeof value === 'bigint') return Number(value);
  if (Array.isArray(value)) return value.map(exact);
  if (value instanceof Date || typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, exact(inner)]));
}

/** smolvm takes the values of a section in a list as well, which the schemas do not tell anybody of. */
function isPositional({ keyword, params }: ErrorObject): boolean {
  return keyword === 'type' && (params as { type: string }).type === 'object';
}

function refusals(text: string, smolvm: string): Diagnostic[] {
  const { diagnostics } = lint(parseSmolfile(text), { commands: ['create'], smolvm });
  return diagnostics.filter(
    ({ severity, stage }) => severity === 'error' && (stage === 'parse' || stage === 'config'),
  );
}

const isSuppressed = (text: string): boolean => text.includes('smolfile-ignore');

describe('never narrower', () => {
  test('what smolvm was seen to create a machine of is right for the schema of the release', () => {
    const seen = [
      ...cases
        .filter(({ vector }) => vector.command === 'create' && vector.args.length === 0 && !vector.error)
        .map(({ vector, version }) => [vector.smolfile, version] as const),
      ...releaseVectors()
        .filter(({ command, args }) => command === 'create' && args.length === 0)
        .flatMap(({ smolfile, ranges }) =>
          ranges
            .filter(({ accept }) => accept)
            .flatMap(({ from, to }) => [[smolfile, from] as const, [smolfile, to] as const]),
        ),
    ];
    const narrow = seen.flatMap(([text, version]) => {
      const found = problems(text, version).filter((problem) => !isPositional(problem));
      return found.length > 0 ? [{ text, version, found }] : [];
    });
    expect(narrow).toEqual([]);
    expect(seen.length).toBeGreaterThan(3000);
  });

  test.each(index.schemas)('$file, from $from to $to, refuses only what is an error', ({ from, to }) => {
    let refused = 0;
    fc.assert(
      fc.property(fc.constantFrom(from, to), anyDocument(from), (version, text) => {
        fc.pre(!isSuppressed(text));
        const found = problems(text, version).filter((problem) => !isPositional(problem));
        if (found.length === 0) return;
        refused++;
        expect(refusals(text, version), JSON.stringify({ text, version, found })).not.toEqual([]);
      }),
      { numRuns: 100, seed: 20_261_127 },
    );
    expect(refused).toBeGreaterThan(10);
  });
});

const { grammars } = loadData();
const lookedAt = Array.from(allKeys(schemaFor(release(index.newest)))).filter(
  ({ grammar = '' }) => grammars[grammar]?.jsonSchema,
);

/** Texts that few keys take. */
const ODD = ['file:///images/app.tar', '', '/', '~/x', '0', 'a b', ':', '../x', 'é'];

/** A file whose one doubt is a value. */
function fileWith({ path, type }: KeySchema, text: string): string {
  const base = `image = "alpine"\nnet = true\n${
    path.includes('credentials')
      ? '[[network.credentials]]\nname = "n"\nenvironment_variable = "N"\nallowed_hosts = ["a.example"]\n'
      : ''
  }`;
  const steps = path.replace('*', 'A').replace('[]', '.0').split('.');
  return setValue(
    base,
    steps.map((step) => (step === '0' ? 0 : step)),
    type === 'string-array' ? [text] : text,
  ).text;
}

test.each(lookedAt)('a value of $path that its schema refuses is an error', (key) => {
  const { grammar, examples = [] } = key;
  const known = examples.flat().filter((one): one is string => typeof one === 'string');
  const text = fc.oneof({ weight: 9, arbitrary: textFor(grammar, known) }, fc.constantFrom(...ODD));
  // a slip of the hand, or two
  const slip = fc
    .tuple(text, text, fc.nat(20), fc.nat(20))
    .map(([one, other, start, end]) => one.slice(0, start) + other.slice(end));
  const counts = { fits: 0, refused: 0 };
  fc.assert(
    fc.property(fc.oneof(text, slip), fc.constantFrom(...index.schemas), (value, { from }) => {
      const file = fileWith(key, value);
      const found = problems(file, from);
      counts[found.length > 0 ? 'refused' : 'fits']++;
      if (found.length > 0)
        expect(refusals(file, from), JSON.stringify({ file, from, found })).not.toEqual([]);
    }),
    { numRuns: 200, seed: 20_261_127 },
  );
  expect(counts.fits).toBeGreaterThan(0);
  expect(counts.refused).toBeGreaterThan(0);
});

/**
 * What JSON Schema cannot say, by code, with the messages that are meant where it can say the rest. Each must be
 * needed.
 */
const BEYOND: Readonly<Record<string, readonly [reason: string, messages: RegExp]>> = {
  'type-mismatch': ['2.0 is a whole number to JSON Schema', /with a fraction or exponent/],
  'port-invalid': ['numbers in a text are not compared', /not of the same length|ends before it starts/],
  'udp-allow-invalid': ['numbers in a text are not compared', /ends before it starts/],
  'port-limit': ['ranges are not added up', /too many ports/],
  'port-duplicate-host': ['parts of elements are not compared', /host port/i],
  'volume-duplicate-target': ['parts of elements are not compared', /target of two/],
  'credential-duplicate': ['parts of elements are not compared', /./],
  'credential-host-blocked': ['elements of two lists are not compared', /./],
  'volume-protected-source': ['only the host knows where a link leads', /./],
  'volume-unexpanded': ['only the host knows whether there is such a folder', /does not expand/],
  'volume-remote': [
    'a flag may bring the image or the network',
    /^A remote volume (?:needs a|is mounted for) /,
  ],
  'net-backend-conflict': ['a flag may bring the network', /needs a network, and this machine has none/],
  'image-dockerfile': ['only the host knows whether it is a folder', /is a Dockerfile/],
};

test('what the newest smolvm refuses to create, its schema refuses, as far as JSON Schema can say it', () => {
  const texts = new Set([
    ...cases.map(({ vector }) => vector.smolfile),
    ...releaseVectors().map(({ smolfile }) => smolfile),
    ...rules.flatMap(({ examples }) => examples.invalid.map(({ toml }) => toml)),
  ]);
  const needed = new Set<string>();
  const missed: { text: string; messages: string[] }[] = [];
  const count = { refused: 0, found: 0, beyond: 0 };
  for (const text of texts) {
    if (isSuppressed(text) || parseSmolfile(text).errors.length > 0) continue;
    const errors = refusals(text, index.newest);
    if (errors.length === 0) continue;
    count.refused++;
    if (problems(text, index.newest).length > 0) {
      count.found++;
      continue;
    }
    const sayable = errors.filter(({ code, message }) => !BEYOND[code]?.[1].test(message));
    for (const { code } of errors) needed.add(code);
    if (sayable.length === 0) count.beyond++;
    else missed.push({ text, messages: sayable.map(({ code, message }) => `${code}: ${message}`) });
  }
  expect(missed).toEqual([]);
  expect(Object.keys(BEYOND).filter((code) => !needed.has(code))).toEqual([]);
  expect(count.found / count.refused).toBeGreaterThan(0.93);
  expect(count.refused).toBeGreaterThan(1500);
});
