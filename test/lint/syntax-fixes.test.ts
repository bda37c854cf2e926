/** Errors of the syntax are mended where the text says what is meant. */
import { applyEdits, lint, parseSmolfile, TOML_PROBLEMS } from '@smolfile/core';
import { expect, test } from 'vitest';

/** Text with an error, its first fix, and the text that this leaves. */
const MENDED: readonly (readonly [text: string, title: string, after: string])[] = [
  ['image = "alpine\ncpus = 2\n', 'Close the string with `"`', 'image = "alpine"\ncpus = 2\n'],
  ["image = 'alpine\n", "Close the string with `'`", "image = 'alpine'\n"],
  ['dev.ports = ["8080:80]\n', 'Close the string with `"`', 'dev.ports = ["8080:80"]\n'],
  ['cmd = [\n  "a",\n  "b,\n]\n', 'Close the string with `"`', 'cmd = [\n  "a",\n  "b",\n]\n'],
  ['workdir = "C:\\dir"\n', 'Write `\\\\` for the backslash', 'workdir = "C:\\\\dir"\n'],
  ['cpus = 2\n\uFEFFnet = true\n', 'Remove the invisible character', 'cpus = 2\nnet = true\n'],
  ['cpus = 02\n', 'Write `2`', 'cpus = 2\n'],
  ['workdir = 07\n', 'Write `"07"`', 'workdir = "07"\n'],
  ['workdir = 07:32\n', 'Write `"07:32"`', 'workdir = "07:32"\n'],
  ['net = yes\n', 'Write `true`', 'net = true\n'],
  ['net = Off\n', 'Write `false`', 'net = false\n'],
  ['net = True\n', 'Write `true`', 'net = true\n'],
  ['net = null\ncpus = 2\n', 'Remove the line', 'cpus = 2\n'],
  ['image = alpine:3.20 # small\n', 'Write `"alpine:3.20"`', 'image = "alpine:3.20" # small\n'],
  ['image = “alpine”\n', 'Write `"alpine"`', 'image = "alpine"\n'],
  ['image = `alpine`\n', 'Write `"alpine"`', 'image = "alpine"\n'],
  ['image = alpine"\n', 'Write `"alpine"`', 'image = "alpine"\n'],
  ['memory = 2GB\n', 'Write `2048`', 'memory = 2048\n'],
  ['cpus = 2;\n', 'Write `2`', 'cpus = 2\n'],
  ['cmd = python\n', 'Write `["python"]`', 'cmd = ["python"]\n'],
  ['cmd = ["a", b]\n', 'Write `"b"`', 'cmd = ["a", "b"]\n'],
  ['env = [TOKEN=hush]\n', 'Write `"TOKEN=…"`', 'env = ["TOKEN=hush"]\n'],
  ['image: "alpine"\n', 'Write `=` between key and value', 'image = "alpine"\n'],
  ['net : true\n', 'Write `=` between key and value', 'net = true\n'],
  ['image: alpine\n', 'Write `=` between key and value', 'image = alpine\n'],
  ['image "alpine"\n', 'Write `=` between key and value', 'image = "alpine"\n'],
  ['cpus == 2\n', 'Remove the second `=`', 'cpus = 2\n'],
  ['[dev\nports = []\n', 'Close the header with `]`', '[dev]\nports = []\n'],
  ['cpus = 2,\n', 'Remove the `,`', 'cpus = 2\n'],
  ['net = true ; # on\n', 'Put it on a line of its own', 'net = true\n# on\n'],
  ['cpus = 2 memory = 512\n', 'Put it on a line of its own', 'cpus = 2\nmemory = 512\n'],
  ['cpus = 2, memory = 512\r\n', 'Put it on a line of its own', 'cpus = 2\r\nmemory = 512\r\n'],
  ['cpus = 2\nnet = true\ncpus = 3\n', 'Remove this one, keep the first', 'cpus = 2\nnet = true\n'],
  ['cpus = 2\ncpus = 2 # two\n', 'Remove the second line, which says the same', 'cpus = 2\n'],
  [
    '[dev]\nports = []\n\n[auth]\nssh_agent = true\n\n[dev]\n# here\nenv = []\n',
    'Put its keys below the first `[dev]`',
    '[dev]\nports = []\n# here\nenv = []\n\n[auth]\nssh_agent = true\n\n',
  ],
  ['[dev]\n[dev]\nports = []', 'Put its keys below the first `[dev]`', '[dev]\nports = []\n'],
  ['cmd = ["a"\ncpus = 2\n', 'Close it with `]`', 'cmd = ["a"]\ncpus = 2\n'],
  ['cmd = [\n  "a",\n  "b"\ncpus = 2\n', 'Close it with `]`', 'cmd = [\n  "a",\n  "b",\n]\ncpus = 2\n'],
  ['auth = { ssh_agent = true\ncpus = 2\n', 'Close it with `}`', 'auth = { ssh_agent = true }\ncpus = 2\n'],
  ['auth = { ssh_agent = true, }\n', 'Remove the comma', 'auth = { ssh_agent = true }\n'],
  ['cmd = ["a",, "b"]\n', 'Remove the comma', 'cmd = ["a", "b"]\n'],
  ['cmd = ["a" "b"]\n', 'Put a comma between the two', 'cmd = ["a", "b"]\n'],
];

function syntaxErrors(text: string) {
  return lint(parseSmolfile(text)).diagnostics.filter(({ code }) => Object.hasOwn(TOML_PROBLEMS, code));
}

test.each(MENDED)('%j: %s', (text, title, after) => {
  const [first] = syntaxErrors(text);
  expect(first?.fix?.title).toBe(title);
  expect(applyEdits(text, first!.fix!.edits)).toBe(after);
});

test('that was every code that has a fix', () => {
  const seen = new Set(MENDED.flatMap(([text]) => syntaxErrors(text).map(({ code }) => code)));
  const without = Object.entries(TOML_PROBLEMS).flatMap(([code, { example }]) => {
    const found = example === '' ? [] : syntaxErrors(example);
    return seen.has(code) || found.some(({ fix }) => fix) ? [] : [code];
  });
  // Nothing says what was meant, or there is more than one way out.
  expect(without).toEqual([
    'control-character',
    'bare-carriage-return',
    'integer-overflow',
    'float-overflow',
    'missing-value',
    'expected-key',
    'invalid-key',
    'not-a-table',
    'newline-in-inline-table',
    'too-deep',
    'too-large',
  ]);
});

test('each is offered without a second error in its place, and the certain ones go together', () => {
  for (const [text] of MENDED) {
    const [first] = syntaxErrors(text);
    const after = parseSmolfile(applyEdits(text, first!.fix!.edits));
    expect(after.errors.length, text).toBeLessThanOrEqual(parseSmolfile(text).errors.length);
  }
});

test('what is not the only way to read it is left alone', () => {
  for (const text of ['image = """alpine\n', 'image = ?\n', 'image =\n', 'dev = 1\n[dev]\n', '= 1\n'])
    expect(syntaxErrors(text).map(({ fix }) => fix)).toEqual([undefined]);
});

test('a large file with many errors is not read again for each', () => {
  const text = 'cpus = 2;\n'.repeat(20_000);
  const found = syntaxErrors(text);
  expect(found.length).toBeGreaterThan(1000);
  expect(found.filter(({ fix }) => fix).length).toBeLessThan(20);
});
