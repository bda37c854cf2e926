import { lint, maskedDocumentText, parseSmolfile, stringRange } from '@smolfile/core';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cases } from '../conformance/vectors.ts';
import { CREDENTIALS } from '../grammars/credentials.ts';

function maskedText(text: string): string {
  const shown = maskedDocumentText(parseSmolfile(text));
  expect(shown.length).toBe(text.length);
  expect(shown.replaceAll(/[^\n\r]/g, '')).toBe(text.replaceAll(/[^\n\r]/g, ''));
  return shown;
}

describe('in the place where it stands', () => {
  test.for<readonly [text: string, shown: string]>([
    ['env = ["DB_PASSWORD=a b c", "X=1"]', 'env = ["DB_PASSWORD=*****", "X=1"]'],
    ['[dev]\nenv = [" TOKEN = abc "]', '[dev]\nenv = [" TOKEN =*****"]'],
    ["env = ['TOKEN=abc']", "env = ['TOKEN=***']"],
    ['env = ["URL=postgres://u:pw@h/d"]', 'env = ["URL=postgres://u:**@h/d"]'],
    ['entrypoint = ["serve", "--api-key", "abc", "-v"]', 'entrypoint = ["serve", "--api-key", "***", "-v"]'],
    ['init = ["login --password abc"]', 'init = ["login --password ***"]'],
    ['workdir = "/a/ghp_0123456789abcdef"', 'workdir = "/a/********************"'],
    // written otherwise than it is meant
    [String.raw`env = ["TOKEN=\u0061\tb\\"]`, String.raw`env = ["TOKEN=***********"]`],
    [String.raw`env = ["T\u004fKEN\u003Dab"]`, String.raw`env = ["T\u004fKEN\u003D**"]`],
    ['env = ["""\nTOKEN=a\nb"""]', 'env = ["""\nTOKEN=*\n*"""]'],
    ['env = ["""\r\nTOKEN=a\\\r\n   b"""]', 'env = ["""\r\nTOKEN=**\r\n****"""]'],
    ["env = ['''TOKEN='a'''']", "env = ['''TOKEN=***''']"],
    ['env = ["TOKEN=\u{1f600}"]', 'env = ["TOKEN=**"]'],
    ['dev = [[], ["TOKEN=abc"]]', 'dev = [[], ["TOKEN=***"]]'],
    // mistakes that people make
    ['[env]\nTOKEN = "abc"\nMODE = "x"', '[env]\nTOKEN = "***"\nMODE = "x"'],
    ['env = { PASSWORD = 12345, PORT = 80 }', 'env = { PASSWORD = *****, PORT = 80 }'],
    ['env = "TOKEN=a b"', 'env = "TOKEN=***"'],
    ['[secrets]\nDB = "hunter2"', '[secrets]\nDB = "*******"'],
    ['TOKENS = ["a b", "c"]', 'TOKENS = ["***", "*"]'],
    ['[dev]\n[dev]\nenv = ["TOKEN=abc"]', '[dev]\n[dev]\nenv = ["TOKEN=***"]'],
    ['"ghp_0123456789abcdef" = 1', '"********************" = 1'],
    // a variable as a table or a pair: which of its strings is the value, nobody knows
    ['env = [{ name = "A", value = "x y" }, "B=1"]', 'env = [{ name = "*", value = "***" }, "B=1"]'],
    ['dev.env = [["A", "x y"], { b = [1, "z"] }]', 'dev.env = [["*", "***"], { b = [*, "*"] }]'],
    ['env = [{ name = "A", value = "x y"', 'env = [{ name = "*", value = "***"'],
    [
      '[[env]]\nname = "A"\nvalue = "x"\n[env.b]\nc = "d"',
      '[[env]]\nname = "*"\nvalue = "*"\n[env.b]\nc = "*"',
    ],
    ['dev = [[], ["A=1", ["B", "x"]]]', 'dev = [[], ["A=1", ["*", "*"]]]'],
    ['vars = [{ name = "MODE", value = "x" }]', 'vars = [{ name = "MODE", value = "x" }]'],
    ['vars = [{ name = "TOKEN", value = "x" }]', 'vars = [{ name = "TOKEN", value = "*" }]'],
    ['vars = [["TOKEN", "x"], ["MODE", "y"]]', 'vars = [["TOKEN", "*"], ["MODE", "y"]]'],
    // comments
    ['# TOKEN=abc\ncpus = 1 # password: x', '# TOKEN=***\ncpus = 1 # password: *'],
    ['# env = ["DB_PASSWORD=a b c", "X=1"]', '# env = ["DB_PASSWORD=*****", "X=1"]'],
    ['# PASSWORD = a b', '# PASSWORD =****'],
    [
      '# -----BEGIN PRIVATE KEY-----\n# ab\n# -----END PRIVATE KEY-----\n',
      '# ***************************\n****\n***************************\n',
    ],
    // damaged
    ['env = ["TOKEN=a b', 'env = ["TOKEN=***'],
    [String.raw`env = ["TOKEN=a\qb c"]`, String.raw`env = ["TOKEN=******"]`],
    ['env = [\n  TOKEN=a b\n]', 'env = [\n  TOKEN=***\n]'],
    ['PASSWORD = hunter2 too\ncpus = 1', 'PASSWORD =************\ncpus = 1'],
    ['export TOKEN=abc\ncpus = 1', 'export TOKEN=***\ncpus = 1'],
    ['TOKEN: abc', 'TOKEN: ***'],
  ])('%j', ([text, shown]) => {
    expect(maskedText(text)).toBe(shown);
  });

  test.for([
    'image = "alpine:3.20"\nenv = ["MODE=production", "PATH=/usr/bin:/bin", "TOKEN=$HOST_TOKEN", "API_KEY"]\n',
    '[secrets]\nTOKEN = { from_env = "TOKEN" }\nDB = ["DB_PASSWORD"]\n',
    '[secrets.KEY]\nfrom_file = "/run/secrets/key"\n',
    '[auth]\nssh_agent = true # the token is not here\n',
    '# auth = { ssh_agent = true }\n# secrets = { X = { from_env = "X" } }\n',
    'image = "ghcr.io/a/b@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"\n',
    'cmd = ["x" "y"]\nports = [80:80]\n',
  ])('nothing in %j', (text) => {
    expect(maskedText(text)).toBe(text);
  });
});

/** What lint says to be a credential, as it is written. */
function flagged(text: string): string[] {
  const document = parseSmolfile(text);
  return lint(document, { commands: ['create', 'run', 'pack'] })
    .diagnostics.filter(({ code }) => code === 'env-credential')
    .map(({ range }) => text.slice(range.start, range.end));
}

test('nothing that lint finds remains readable, whatever surrounds it', () => {
  const strings = CREDENTIALS.flatMap(([key, value, secret = value]) => {
    const spec = `${key}=${value}`;
    return [JSON.stringify(spec), `"""\n${spec.replaceAll('"', String.raw`\"`)}"""`].map((written) => ({
      written,
      secret,
    }));
  });
  const before = fc.constantFrom(
    '',
    '\ufeff',
    '# note\n',
    'cpus = \n',
    '[dev]\n',
    '[dev]\n[dev]\n',
    'x = [1\n',
  );
  const after = fc.constantFrom('', '\n', ' # note', '\ncpus = "', '\n]]', ', "', ']');
  let found = 0;
  fc.assert(
    fc.property(before, fc.constantFrom(...strings), after, (head, { written, secret }, tail) => {
      const text = `${head}env = [${written}]${tail}`;
      const shown = maskedText(text);
      expect(shown).not.toContain(secret);
      expect(shown).not.toContain(JSON.stringify(secret).slice(1, -1));
      // a text of several lines stays one
      if (!secret.includes('\n')) expect(flagged(shown)).toEqual([]);
      found += flagged(text).length;
    }),
    { numRuns: 500 },
  );
  expect(found).toBeGreaterThan(200);
});

test('any text keeps its length and its lines', () => {
  const unit = fc.constantFrom(
    ...String.raw`env = [ ] " ' """ ''' \ \u0041 \q # TOKEN= password ghp_0123456789abcdef { } , . : // @ a 1 -`.split(
      ' ',
    ),
    '\n',
    '\r\n',
    '\r',
    ' ',
    '\u{1f600}',
    '\0',
  );
  fc.assert(
    fc.property(fc.string({ unit }), (text) => {
      expect(maskedText(text).length).toBe(text.length);
    }),
    { numRuns: 2000 },
  );
});

test('of every recorded file nothing is lost but credentials', () => {
  for (const text of new Set(cases.map(({ vector }) => vector.smolfile))) {
    const shown = maskedText(text);
    expect(flagged(shown)).toEqual([]);
    for (const key of flagged(text)) expect(shown).toContain(key);
  }
});

test('ranges of findings hold', () => {
  const text = 'env = ["TOKEN=abc"]\nports = ["99999:1"]\n';
  const document = parseSmolfile(text);
  const shown = maskedDocumentText(document);
  const { node } = document.settings.strings('ports')![0]!;
  const { start, end } = stringRange(document.toml, node, 0, 5);
  expect(shown.slice(start, end)).toBe('99999');
});

test('long documents are no other', () => {
  const units = ['TOKEN=a ', '# TOKEN=a\n', '"', 'a = "TOKEN=b"\n', '[', 'https://u:p@h '];
  for (const unit of [...units, String.raw`\n`, String.raw`password=a\n`]) {
    for (const text of [`env = ["${unit.repeat(8_000)}"]`, unit.repeat(8_000)]) {
      expect(maskedText(text)).not.toMatch(/(?:TOKEN=|password=|u:)\w/);
    }
  }
});
