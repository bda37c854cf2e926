import { allKeys, EVERY_KEY } from '@smolfile/core';
import * as fc from 'fast-check';

const NAMES = [
  ...new Set([...allKeys(EVERY_KEY)].map(({ name }) => name).filter((name) => /^\w+$/.test(name))),
];
const SECTIONS = [
  'dev',
  'network',
  'health',
  'restart',
  'auth',
  'artifact',
  'pack',
  'secrets.A',
  'secrets."b c"',
];
/** Names that are something else to JavaScript, and such that need quotes. */
const ODD_NAMES = [
  '__proto__',
  'constructor',
  'toString',
  '"hasOwnProperty"',
  "''",
  '"\\u00e9"',
  "'a.b'",
  'imge',
];
/** Strings as smolvm's grammars want them, and nearly so. */
const STRINGS = [
  ['alpine', 'node:22', 'ghcr.io/a/b@sha256:0', './image.tar', '', ' '],
  ['8080:80', '8080', '80:80:80', '70000:1', '1-5:1-5', '53:53/udp'],
  ['./src:/app', '/etc:/etc:ro', 'x', '~/.ssh:/root/.ssh', ':/x', 'C:\\\\x:/y'],
  ['A=1', 'TOKEN=ghp_0123456789abcdefghijklmnopqrstuvwxyz', '=x', 'A', 'A=${B}'],
  ['10s', '1m30s', '0', '-1s', '99999999999999999999s', '1.5h'],
  ['10.0.0.0/8', '1.2.3.4', '::/0', '10.0.0.0/33', 'example.com', '*.example.com', 'EXAMPLE.com.'],
  ['apt-get install -y curl', 'npm ci', 'echo \\"x\\" # y', 'a\\u202eb', '\\u0000', '\\U0001F600'],
  ['always', 'on-failure', 'never', 'linux/amd64', 'eth0', '1.2.0'],
].flat();
const PLAIN = [
  ['true', 'false', '0', '1', '4', '-1', '8192', '255', '256', '0x1F', '1_000'],
  ['9007199254740993', '9223372036854775807', '4294967296', '1.5', '-0.0', 'inf', 'nan', '1e3'],
  ['1979-05-27', '07:32:00', '1979-05-27 07:32:00', '1979-05-27T07:32:00.5Z'],
].flat();
const BROKEN = [
  [
    '',
    'True',
    '@',
    '"open',
    "'open",
    '"""open',
    '[1, ',
    '[1 2]',
    '{ a = 1',
    '{ a = 1, }',
    '{\n a = 1 }',
    '01',
    '1__0',
  ],
  ['9223372036854775808', '"\\q"', '"a" b', '[,]', '{,}', ']', '[[', '"\ud800"', '\u0000', '\r'],
].flat();

const spaces = fc.constantFrom('', '', ' ', ' ', '  ', '\t');
const comment = fc.constantFrom(
  '# x',
  '#',
  '#  é 😀 ',
  '#\t"\'[',
  '# smolfile-ignore port-invalid: so',
  '# smolfile-ignore unknown-key, x',
  '# smolfile: smolvm = "1.2.0"',
  '# smolfile-ignore-file env-invalid: so',
);
const string = fc.constantFrom(...STRINGS).map((text) => `"${text}"`);
const scalar = fc.oneof(
  { weight: 5, arbitrary: string },
  { weight: 3, arbitrary: fc.constantFrom(...PLAIN) },
  {
    weight: 1,
    arbitrary: fc.constantFrom("'a\\b'", '"""\n x\n\n"""', "'''x'''", '"""a\\\n   b"""', "'''\r\n\ty '''"),
  },
);
const name = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...NAMES) },
  { weight: 1, arbitrary: fc.constantFrom(...ODD_NAMES) },
);
const key = fc
  .tuple(fc.array(name, { minLength: 1, maxLength: 2, size: 'max' }), fc.constantFrom('.', '.', ' . '))
  .map(([names, dot]) => names.join(dot));
const gap = fc.oneof(
  { weight: 4, arbitrary: spaces },
  { weight: 2, arbitrary: fc.constantFrom('\n', '\n  ', '\n\n', '\n\n\n    ') },
  { weight: 1, arbitrary: comment.map((text) => ` ${text}\n`) },
);

const { value } = fc.letrec<{ value: string; array: string; table: string }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    { weight: 6, arbitrary: scalar },
    { weight: 3, arbitrary: tie('array') },
    { weight: 1, arbitrary: tie('table') },
  ),
  array: fc
    .tuple(fc.array(fc.tuple(gap, tie('value'), gap), { maxLength: 5 }), fc.boolean(), gap)
    .map(([items, comma, end]) => {
      const written = items.map(([before, item, after]) => before + item + after).join(',');
      return `[${written}${comma && items.length > 0 ? ',' : ''}${end}]`;
    }),
  table: fc
    .array(fc.tuple(spaces, key, spaces, spaces, tie('value'), spaces), { maxLength: 4 })
    .map((entries) => `{${entries.map(([a, k, b, c, v, d]) => `${a}${k}${b}=${c}${v}${d}`).join(',')}}`),
}));

const ending = fc.oneof(
  { weight: 4, arbitrary: spaces },
  { weight: 1, arbitrary: comment.map((text) => `  ${text}`) },
);
const entry = (values: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc
    .tuple(spaces, key, spaces, spaces, values, ending)
    .map(([indent, k, before, after, v, end]) => `${indent}${k}${before}=${after}${v}${end}`);
const header = fc
  .tuple(spaces, fc.oneof(fc.constantFrom(...SECTIONS), key), spaces, ending, fc.integer({ min: 0, max: 9 }))
  .map(([indent, k, inner, end, kind]) =>
    kind === 0 ? `${indent}[[${inner}${k}${inner}]]${end}` : `${indent}[${inner}${k}${inner}]${end}`,
  );

/** Lines of TOML; with `damage` some of them are not. */
function documentWith(damage: number): fc.Arbitrary<string> {
  const line = fc.oneof(
    { weight: 10, arbitrary: entry(value) },
    { weight: 3, arbitrary: header },
    { weight: 3, arbitrary: fc.tuple(spaces, comment).map((parts) => parts.join('')) },
    { weight: 3, arbitrary: spaces },
    { weight: damage, arbitrary: entry(fc.constantFrom(...BROKEN)) },
    {
      weight: damage,
      arbitrary: fc.constantFrom(...BROKEN, '[ dev', '[]', '[dev] x', 'RUN npm ci', 'key: value'),
    },
  );
  return fc
    .tuple(
      fc.array(line, { maxLength: 16, size: 'max' }),
      fc.constantFrom('\n', '\n', '\n', '\r\n', 'mixed'),
      fc.constantFrom('', '', '', '\uFEFF'),
      fc.boolean(),
    )
    .map(([lines, eol, mark, last]) => {
      const text = lines.join('\n') + (last ? '\n' : '');
      if (eol === '\r\n') return mark + text.replaceAll(/\r?\n/g, '\r\n');
      let count = 0;
      return (
        mark + (eol === 'mixed' ? text.replaceAll('\n', () => (count++ % 3 === 0 ? '\r\n' : '\n')) : text)
      );
    });
}

/** Documents in the grammar of TOML and the vocabulary of Smolfiles. Many set a key twice, few mean anything. */
export const generatedDocument: fc.Arbitrary<string> = documentWith(0);

/** The same, with lines that are no TOML among them. */
export const damagedDocument: fc.Arbitrary<string> = documentWith(1);

const SILENCING = [
  [
    '# smolfile-ignore unknown-key: x',
    '  # smolfile-ignore env-invalid, unknown-key: y',
    '# smolfile-ignore-file unknown-key: x',
  ],
  [
    'b = 1 # smolfile-ignore unknown-key: x',
    '  "x", # smolfile-ignore port-invalid: x',
    'c = [ 1, # smolfile-ignore unknown-key: z',
  ],
  [
    'cpuz = 1',
    ' cpuy=1',
    'env = ["=x"]',
    'image="x"',
    'net = true',
    '  from_env = "A"',
    'ports = [',
    '"70000:1",',
    ']',
  ],
  ['a = "open', 'a = """open', "b = '''", '"""', "'''", '"', 'a =', '[x', 'd = { a = 1', ' \u0001'],
  ['', '', '   ', '# plain', '[dev]', '[secrets.A]', '[secretz]', '[health]'],
].flat();

/** Comments that silence findings, above, behind and inside of what is sound, and of what is not. */
export const silencingDocument: fc.Arbitrary<string> = fc
  .tuple(
    fc.array(fc.constantFrom(...SILENCING), { maxLength: 8, size: 'max' }),
    fc.constantFrom('\n', '\n', '\r\n'),
    fc.boolean(),
  )
  .map(([lines, eol, last]) => lines.join(eol) + (last ? eol : ''));
