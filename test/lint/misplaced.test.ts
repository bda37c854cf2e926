import {
  applyEdits,
  EVERY_KEY,
  lint,
  NEWEST_RELEASE,
  parseSmolfile,
  schemaFor,
  type KeySchema,
} from '@smolfile/core';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { diagnose } from '../../packages/language-server/src/features/diagnostics.ts';
import { quickFixes } from '../../packages/language-server/src/features/quick-fixes.ts';

const create = { commands: ['create'] as const };

/** The fixes that are offered for a code, with what each leaves. */
function fixesOf(text: string, code: string) {
  return lint(parseSmolfile(text), create).diagnostics.flatMap((diagnostic) =>
    diagnostic.code === code && diagnostic.fix
      ? [{ title: diagnostic.fix.title, text: applyEdits(text, diagnostic.fix.edits) }]
      : [],
  );
}

/** What is found in a text and was not in another: a fix may not lead from one mistake to the next. */
function newIn(after: string, before: string): string[] {
  const codesOf = (text: string): string[] =>
    lint(parseSmolfile(text), create).diagnostics.map(({ code, severity }) => `${severity} ${code}`);
  const known = new Set(codesOf(before));
  return codesOf(after).filter((each) => !known.has(each));
}

describe('a key in the wrong place is moved to its own', () => {
  test.each([
    [
      '[dev]\nports = ["8080:80"]\nimage = "alpine:3.20"\n',
      'image = "alpine:3.20"\n\n[dev]\nports = ["8080:80"]\n',
    ],
    ['net = true\n\n[dev]\nimage = "alpine:3.20" # pinned\n', 'net = true\nimage = "alpine:3.20"'],
    ['net = true\nallow_hosts = ["pypi.org"]\n', 'net = true\n\n[network]\nallow_hosts = ["pypi.org"]\n'],
    [
      'allow_hosts = ["pypi.org"]\n\n[network]\nallow_cidrs = ["10.0.0.0/8"]\n',
      '[network]\nallow_cidrs = ["10.0.0.0/8"]\nallow_hosts = ["pypi.org"]\n',
    ],
    ['net = true\npolicy = "always"\n', 'net = true\n\n[restart]\npolicy = "always"\n'],
    ['net = true\nssh_agent = true\n', 'net = true\n\n[auth]\nssh_agent = true\n'],
    ['[dev]\nssh_agent = true\n', '[auth]\nssh_agent = true\n'],
    ['[network]\nmemory = 1024\n', 'memory = 1024\n'],
    // At the top it would be told to move on.
    ['net = true\n[network]\nports = ["8080:80"]\n', '[dev]\nports = ["8080:80"]\n'],
  ])('%j', (text, fixed) => {
    const fixes = fixesOf(text, 'unknown-key');
    expect(
      fixes.map((each) => each.text.includes(fixed)),
      fixes[0]?.text,
    ).toEqual([true]);
    expect(newIn(fixes[0]!.text, text)).toEqual([]);
    expect(
      lint(parseSmolfile(fixes[0]!.text), create).diagnostics.filter(({ code }) => code === 'unknown-key'),
    ).toEqual([]);
  });

  test('not over one that is there', () => {
    expect(fixesOf('image = "alpine:3.20"\n[dev]\nimage = "debian"\n', 'unknown-key')).toEqual([]);
    expect(fixesOf('allow_hosts = ["a.org"]\n[network]\nallow_hosts = ["b.org"]\n', 'unknown-key')).toEqual(
      [],
    );
  });
});

/** A key with a value that it takes, and the table that has it. */
interface Sample {
  readonly table: string;
  readonly key: KeySchema;
  readonly line: string;
}

const TREE = schemaFor(NEWEST_RELEASE);

/**
 * Every key of the machine and of its sections that can be written on a line, with an example of its own. `[fork]` is
 * another name of `[branch]`, and no file has both.
 */
const SAMPLES: readonly Sample[] = [
  TREE,
  ...(TREE.children ?? []).filter(({ type, name }) => type === 'table' && name !== 'fork'),
].flatMap((table) =>
  (table.children ?? []).flatMap((key): Sample[] => {
    const value = key.type === 'boolean' ? true : key.examples?.[0];
    const isPlain = ['boolean', 'integer', 'string', 'string-array'].includes(key.type);
    if (!isPlain || value === undefined || key.absent || key.deprecated) return [];
    return [{ table: table.path, key, line: `${key.name} = ${JSON.stringify(value)}` }];
  }),
);
const TABLES = [...new Set(['', ...SAMPLES.map(({ table }) => table)])];

test('whatever key is in whatever wrong table: the fix that is offered leaves no new finding', () => {
  const moved = new Set<string>();
  fc.assert(
    fc.property(
      fc.constantFrom(...SAMPLES),
      fc.constantFrom(...TABLES),
      fc.subarray([...SAMPLES], { maxLength: 4 }),
      ({ key, line }, wrong, others) => {
        const rest = others.filter((other) => other.key.name !== key.name);
        const linesOf = (table: string): string[] => [
          ...rest.filter((other) => other.table === table).map((other) => other.line),
          ...(table === wrong ? [line] : []),
        ];
        const sections = TABLES.filter((table) => table !== '').map(
          (table) => [table, linesOf(table)] as const,
        );
        const text = [
          ...linesOf(''),
          ...sections.flatMap(([table, lines]) => (lines.length > 0 ? ['', `[${table}]`, ...lines] : [])),
          '',
        ].join('\n');
        for (const fix of fixesOf(text, 'unknown-key')) {
          if (!fix.title.startsWith('Move it')) continue;
          moved.add(key.path);
          // What the key itself comes to in its own place is said of it there by whoever writes it there.
          const own = lint(parseSmolfile(fix.text), create).diagnostics;
          expect(
            own.filter(({ stage }) => stage === 'parse'),
            fix.text,
          ).toEqual([]);
          const again = fixesOf(fix.text, 'unknown-key');
          expect(again).toEqual([]);
          const ideal = lint(parseSmolfile(fix.text), create).diagnostics.map(({ code }) => code);
          expect(
            ideal.filter((code) => /redefined|duplicate-key|unknown|type-mismatch|legacy-list/.test(code)),
            fix.text,
          ).toEqual([]);
        }
      },
    ),
    { numRuns: 400 },
  );
  expect(moved.size).toBeGreaterThan(15);
});

describe('a secret that is written down', () => {
  const SECRET = 'hunter2hunter2';

  test.each([
    [`[secrets]\nTOKEN = "${SECRET}"\n`, '[secrets]\nTOKEN = { from_env = "TOKEN" }\n'],
    [`[secrets]\nTOKEN = '${SECRET}' # mine\n`, '[secrets]\nTOKEN = { from_env = "TOKEN" } # mine\n'],
    [
      `secrets = { TOKEN = "${SECRET}", B = { from_file = "/b" } }\n`,
      'secrets = { TOKEN = { from_env = "TOKEN" }, B = { from_file = "/b" } }\n',
    ],
    [`secrets.TOKEN = """\n${SECRET}"""\n`, 'secrets.TOKEN = { from_env = "TOKEN" }\n'],
    [`[secrets]\nTOKEN = 12345678901\n`, '[secrets]\nTOKEN = { from_env = "TOKEN" }\n'],
  ])('comes from a variable: %j', (text, fixed) => {
    expect(fixesOf(text, 'type-mismatch')).toEqual([
      { title: 'Write `{ from_env = "TOKEN" }`', text: fixed },
    ]);
    expect(newIn(fixed, text)).toEqual([]);
    // Nothing that is offered or said has it.
    const { diagnostics } = lint(parseSmolfile(text), create);
    for (const { fix, ...said } of diagnostics)
      expect(JSON.stringify([said, fix?.title, fix?.edits.map((edit) => edit.text)])).not.toMatch(
        /hunter2|12345678901/,
      );
  });

  test('nor do the actions of an editor', () => {
    const text = `[secrets]\nTOKEN = "${SECRET}"\n`;
    const found = diagnose(parseSmolfile(text), {});
    const fixes = quickFixes(found, { start: 0, end: text.length });
    expect(fixes.map(({ fix }) => fix.title)).toContain('Write `{ from_env = "TOKEN" }`');
    expect(JSON.stringify(fixes.map(({ fix }) => [fix.title, fix.edits]))).not.toContain('hunter2');
    expect(JSON.stringify(found.map((each) => ({ ...each, range: undefined })))).not.toContain('hunter2');
  });

  test('is left alone where its name is none of a variable', () => {
    expect(fixesOf(`[secrets]\n"a b" = "${SECRET}"\n`, 'type-mismatch')).toEqual([]);
  });

  test('whatever it is: the fix has nothing of it, and leaves no finding', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[A-Z_][A-Z0-9_]{0,12}$/),
        fc.string({ minLength: 10, maxLength: 40, unit: 'grapheme-ascii' }),
        (name, value) => {
          const text = `[secrets]\n${name} = ${JSON.stringify(value)}\n`;
          const document = parseSmolfile(text);
          fc.pre(document.errors.length === 0);
          const [fix, ...more] = fixesOf(text, 'type-mismatch');
          expect(more).toEqual([]);
          expect(fix?.text).toBe(`[secrets]\n${name} = { from_env = "${name}" }\n`);
          expect(newIn(fix!.text, text)).toEqual([]);
        },
      ),
    );
  });
});

test('the keys that the property is about are those of the schema', () => {
  expect(EVERY_KEY.children?.length).toBeGreaterThan(20);
  expect(SAMPLES.length).toBeGreaterThan(40);
});
