import { formatText, lint, parseSmolfile } from '@smolfile/core';
import { expect, test } from 'vitest';
import { smolfile } from '../cli/harness.ts';

/** What a terminal obeys, or what makes text look like other text. */
const DANGEROUS = /(?!\n|\t)\p{Cc}|[\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;
const TRICKS = [
  'imge\u202e = "x"\n',
  '"a\u202eb\u2066c" = 1\n',
  'image = "\u202egnp.exe"\nports = ["\u2066x"]\n',
  'image = "a\\u001b[31mb"\nenv = ["\\u0007\\u009b31mA"]\n',
  'restart.policy = "\\u202eal"\nsecrets."\\u001b[2J".from_env = "\\u0000"\n',
  '# smolfile-ignore \u202ex: \u001b[1m\ncpus = 0\n',
  'cpus = "\\u2028\\u2029"\nnet = 1 # \u202e\n',
];

test.each(['pretty', 'concise', 'github', 'checkstyle', 'junit', 'sarif', 'json', 'jsonl', 'gitlab'])(
  '%s reports show bidirectional and control characters escaped, or as JSON does',
  (format) => {
    for (const stdin of TRICKS) {
      const { stdout, stderr } = smolfile(['lint', '--format', format, '-'], { stdin });
      const isJson = ['json', 'jsonl', 'sarif', 'gitlab'].includes(format);
      // What programs read keeps the text as it is; but no control character stands in JSON unescaped.
      expect(stdout).not.toMatch(isJson ? /(?!\n|[\u007f-\u009f])\p{Cc}/u : DANGEROUS);
      expect(stderr).not.toMatch(DANGEROUS);
    }
  },
);

test.each(['table', 'toml', 'flags'])('resolve --format %s escapes them, too', (format) => {
  for (const stdin of TRICKS) {
    const { stdout, stderr } = smolfile(['resolve', '--format', format, '-'], { stdin });
    expect(stdout + stderr).not.toMatch(DANGEROUS);
  }
});

test('messages on standard error do not obey a file’s name', () => {
  const stdin = 'a =\n';
  const { stderr } = smolfile(['fmt', '--check', '-', '--stdin-filename', '\u001b[31m\u202ex'], { stdin });
  expect(stderr).toContain('<U+001B>[31m<U+202E>x has 1 syntax error');
});

test('lone surrogates are errors where they stand, and nothing more', () => {
  const text = 'image = "\ud800"\ncpus = 1\n\udc00 = 2\n# \ud800\n';
  const { diagnostics } = lint(parseSmolfile(text));
  expect(diagnostics.every(({ range }) => range.end <= text.length)).toBe(true);
  expect(formatText(text)).toBe(text);
  expect(formatText('cpus=1 # \ud83d\ude00\n')).toBe('cpus = 1 # \ud83d\ude00\n');
});

test('mixed line ends are lines like others', () => {
  const text = 'image = "alpine"\r\nimge = 1\nports = [\r\n"1:1",\n]\r\n';
  const { stdout } = smolfile(['lint', '--format', 'concise', '-'], { stdin: text });
  expect(stdout).toContain(':2:1: error[unknown-key]');
  expect(formatText(text)).toBe('image = "alpine"\r\nimge = 1\r\nports = [\r\n  "1:1",\r\n]\r\n');
});
