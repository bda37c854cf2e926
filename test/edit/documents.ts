import * as fc from 'fast-check';

// Sound documents in every spelling, with comments that can be told apart.

const NAMES = ['cpus', 'net', 'dev', 'env', 'ports', 'x-1', 'a b', 'a.b', 'é', 'toString', '__proto__'];

const blank = fc.constantFrom('', '', '', ' ', '\t', '  ');
const equals = fc.tuple(blank, blank).map(([before, after]) => `${before}=${after}`);

/** The comments of a text are numbered once it is whole. */
const COMMENT = '# @';
const comment = fc.constantFrom('', '', '', ` ${COMMENT}`, COMMENT);

const scalar = fc.oneof(
  fc.constantFrom('true', 'false', '0', '-7', '0x1F', '1_000', '9223372036854775807', '1.5', 'inf', 'nan'),
  fc.constantFrom('1979-05-27', '07:32:00', '1979-05-27 07:32:00'),
  fc.constantFrom('"a"', "'a'", '"# no comment"', "'[x]'", '"\\u00e9\\""', '""', '"a,b"'),
  fc.constantFrom('"""\na # no comment\n"""', "'''x'''", '"""a\\\n  b"""'),
);

function name(text: string): fc.Arbitrary<string> {
  const quoted = fc.constantFrom(JSON.stringify(text), `'${text}'`);
  return /^[\w-]+$/.test(text) ? fc.oneof({ weight: 4, arbitrary: fc.constant(text) }, quoted) : quoted;
}

/** Different names, written in one way or another. */
function names(most: number): fc.Arbitrary<string[]> {
  return fc
    .uniqueArray(fc.constantFrom(...NAMES), { maxLength: most })
    .chain((chosen) => fc.tuple(...chosen.map(name)));
}

const { value } = fc.letrec<{ value: string; array: string; table: string }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    { weight: 3, arbitrary: scalar },
    { weight: 3, arbitrary: tie('array') },
    { weight: 1, arbitrary: tie('table') },
  ),
  array: fc
    .record({
      items: fc.array(tie('value'), { maxLength: 4 }),
      layout: fc.nat(4),
      last: fc.boolean(),
      comments: fc.array(comment, { minLength: 6, maxLength: 6 }),
    })
    .map(arrayText),
  table: names(3)
    .chain((keys) => fc.tuple(...keys.map((key) => fc.tuple(fc.constant(key), equals, tie('value')))))
    .map((entries) => `{ ${entries.map((entry) => entry.join('')).join(', ')} }`),
}));

interface ArrayParts {
  readonly items: readonly string[];
  readonly layout: number;
  readonly last: boolean;
  readonly comments: readonly string[];
}

function arrayText({ items, layout, last, comments }: ArrayParts): string {
  const end = (index: number): string => (index < items.length - 1 || last ? ',' : '');
  const note = (index: number): string => comments[index] ?? '';
  switch (layout) {
    case 0:
      return `[${items.map((item, index) => item + end(index)).join(' ')}]`;
    case 1:
      return `[${note(5)}\n${items.map((item, index) => `  ${item}${end(index)}${note(index)}\n`).join('')}]`;
    case 2:
      return `[ ${items.map((item, index) => `${item}${note(index)}\n  ${end(index)}`).join(' ')} ]`;
    case 3:
      return `[\n  ${items.map((item, index) => item + end(index)).join(' ')}${note(4)}\n${note(5)}\n]`;
    default:
      return `[${items.map((item, index) => `\n${note(index)}\n    ${item}${end(index)}`).join('')}]`;
  }
}

const statement = (key: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc.tuple(fc.constantFrom('', '', '  '), key, equals, value, comment).map((parts) => parts.join(''));

/** `key = value` and `a.b = value`; of dotted keys those that start alike follow each other, or not. */
const statements: fc.Arbitrary<string[]> = names(3).chain((keys) =>
  fc
    .tuple(
      ...keys.map((key) =>
        fc.oneof(
          { weight: 3, arbitrary: statement(fc.constant(key)).map((one) => [one]) },
          {
            weight: 1,
            arbitrary: names(3).chain((inner) =>
              fc.tuple(...inner.map((one) => statement(fc.constant(`${key}.${one}`)))),
            ),
          },
        ),
      ),
    )
    .map((groups) => groups.flat()),
);

const gap = fc.constantFrom(
  [],
  [],
  [''],
  ['', ''],
  [COMMENT],
  ['', COMMENT],
  [COMMENT, ''],
  [`  ${COMMENT}`],
);

const block = statements.chain((lines) =>
  fc
    .tuple(...lines.map((line) => fc.tuple(gap, fc.constant(line))))
    .map((parts) => parts.flatMap(([before, line]) => [...before, line])),
);

/** Sections that no other names: those of the top have names of their own. */
const sections: fc.Arbitrary<string[]> = fc
  .uniqueArray(fc.constantFrom('s', 't', 'u', '"v w"'), { maxLength: 3 })
  .chain((keys) => fc.tuple(...keys.map(section)))
  .map((parts) => parts.flat());

function section(key: string): fc.Arbitrary<string[]> {
  const header = (text: string): fc.Arbitrary<string[]> =>
    fc.tuple(gap, comment, block).map(([before, after, lines]) => [...before, `${text}${after}`, ...lines]);
  const below = fc.constantFrom(`[${key}.below]`, `[ ${key} . "be low" ]`);
  return fc.oneof(
    header(`[${key}]`),
    below.chain(header),
    fc.tuple(header(`[${key}]`), below.chain(header)).map((parts) => parts.flat()),
    fc.tuple(below.chain(header), header(`[${key}]`)).map((parts) => parts.flat()),
    fc.array(header(`[[${key}]]`), { minLength: 1, maxLength: 3 }).map((parts) => parts.flat()),
    fc
      .tuple(header(`[[${key}]]`), header(`[${key}.below]`), header(`[[${key}]]`))
      .map((parts) => parts.flat()),
  );
}

export const documents: fc.Arbitrary<string> = fc
  .record({
    head: fc.constantFrom([], [COMMENT], [COMMENT, '']),
    body: block,
    sections,
    tail: fc.constantFrom([], [''], [COMMENT], ['', COMMENT]),
    open: fc.boolean(),
    crlf: fc.boolean(),
    bom: fc.boolean(),
  })
  .map(({ head, body, sections: rest, tail, open, crlf, bom }) => {
    let count = 0;
    const lines = [...head, ...body, ...rest, ...tail].join('\n') + (open ? '' : '\n');
    const numbered = lines.replaceAll(COMMENT, () => `# c${count++}.`);
    return (bom ? '\uFEFF' : '') + (crlf ? numbered.replaceAll('\n', '\r\n') : numbered);
  });

/** What may be written. */
export const plainValues: fc.Arbitrary<PlainData> = fc.letrec<{ value: PlainData }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 2 },
    fc
      .oneof(
        fc.integer(),
        fc.boolean(),
        fc.double(),
        fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }),
        fc.string({ unit: 'grapheme', maxLength: 30 }),
        fc.constantFrom('a', 'a # b', "it's", '8080:80', 1, true),
      )
      .filter((one) => typeof one !== 'number' || !Number.isInteger(one) || Number.isSafeInteger(one)),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(fc.constantFrom(...NAMES.filter((one) => one !== '__proto__')), tie('value'), {
      maxKeys: 3,
      noNullPrototype: true,
    }),
  ),
})).value;

export type PlainData = string | number | bigint | boolean | PlainData[] | { [name: string]: PlainData };
