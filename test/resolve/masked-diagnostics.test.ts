/** What is said of a text that is broken around a credential does not say the credential. */
import {
  credentialRanges,
  credentialRangesNear,
  lint,
  maskedDiagnostics,
  maskedDocumentText,
  parseSmolfile,
  type TextRange,
} from '@smolfile/core';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { vectors } from '../conformance/vectors.ts';

const SECRET = 'hunter2hunter2';

/** Ways in which a statement is written that is none. */
const STATEMENTS: readonly ((name: string, value: string) => string)[] = [
  (name, value) => `${name} = "${value}"`,
  (name, value) => `${name} = ${value}`,
  (name, value) => `${name}   =   ${value}   `,
  (name, value) => `${name} = "${value}`,
  (name, value) => `${name} = '${value}"`,
  (name, value) => `${name} = \u201c${value}\u201d`,
  (name, value) => `${name} = ${value}";`,
  (name, value) => `${name} = = ${value}`,
  (name, value) => `${name}: ${value}`,
  (name, value) => `${name} : "${value}"`,
  (name, value) => `${name} ${value}`,
  (name, value) => `${name} = [${value}`,
  (name, value) => `${name} = { value = ${value}`,
  (name, value) => `${name} = ${value} # a comment`,
  (name, value) => `${name} = "${value}"\n${name} = "${value}"`,
  (name, value) => `env = [${name}=${value}]`,
  (name, value) => `env = ["${name}=${value}]`,
  (name, value) => `env = [\u201c${name}=${value}\u201d]`,
  (name, value) => `env = { ${name} = ${value} }`,
];

const PLACES = ['', '[env]\n', '[secrets]\n', '[dev]\n', '[health\n', 'cpus = 2\r\n'];

test.each(['PASSWORD', 'DB_PASSWORD', 'API_TOKEN'])('a value named %s, however it is broken', (name) => {
  const shown: string[] = [];
  for (const place of PLACES) {
    for (const statement of STATEMENTS) {
      const text = `${place}${statement(name, SECRET)}\n`;
      const document = parseSmolfile(text);
      const { diagnostics } = lint(document);
      expect(diagnostics.length, text).toBeGreaterThan(0);
      for (const { code, message, help, why, related, fix } of maskedDiagnostics(document, diagnostics)) {
        const said = JSON.stringify([message, help, why, related, fix]);
        if (said.includes(SECRET)) shown.push(`${code} of ${JSON.stringify(text)}`);
      }
      if (maskedDocumentText(document).includes(SECRET)) shown.push(`the text ${JSON.stringify(text)}`);
    }
  }
  expect(shown).toEqual([]);
});

test('what is looked for around a place only is what is there of all that the document holds', () => {
  const pieces = [
    ...STATEMENTS.map((statement) => statement('DB_PASSWORD', SECRET)),
    ...PLACES,
    `env = [\n  "A=1",\n  "TOKEN=${SECRET}",\n  "B=ghp_0123456789abcdef"]`,
    `init = [\n"login --password", "${SECRET}",\n"serve"]`,
    `env = """\nTOKEN=${SECRET}\nX=1"""`,
    `vars = [{ name = "TOKEN", value = "${SECRET}" }]`,
    `[vars]\nname = "TOKEN"\nvalue = "${SECRET}"`,
    `value = "${SECRET}"`,
    'name = "TOKEN"',
    '# -----BEGIN PRIVATE KEY-----\n# ab\n# -----END PRIVATE KEY-----',
    `# TOKEN=${SECRET}`,
    'cpus = 1',
    'net = true',
    '"""',
  ];
  const texts = fc.oneof(
    fc.array(fc.constantFrom(...pieces), { maxLength: 7 }).map((all) => all.join('\n')),
    fc.constantFrom(...vectors.map(({ smolfile }) => smolfile)),
  );
  const place = fc.tuple(fc.nat(600), fc.nat(90));
  fc.assert(
    fc.property(texts, fc.array(place, { minLength: 1, maxLength: 4 }), (text, chosen) => {
      const places = chosen.map(([start, length]): TextRange => ({
        start: Math.min(start, text.length),
        end: Math.min(start + length, text.length),
      }));
      const { lines } = parseSmolfile(text);
      const touches = ({ start, end }: TextRange): boolean =>
        places.some((each) => {
          const first = lines.lineRange(lines.lineAt(each.start)).start;
          return start < lines.lineRange(lines.lineAt(each.end)).end && end > first;
        });
      // each of a document of its own, which remembers what was found in it
      const expected = credentialRanges(parseSmolfile(text)).filter(touches);
      const near = credentialRangesNear(parseSmolfile(text), places);
      expect(near.filter(touches), JSON.stringify(text)).toEqual(expected);
    }),
    { numRuns: 1500 },
  );
});
