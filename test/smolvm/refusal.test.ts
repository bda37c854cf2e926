import { expect, test } from 'vitest';
import { refusalOf } from './program/refusal.ts';

const PARSE = `Error: config operation failed: load smolfile: failed to parse Smolfile: TOML parse error at line 3, column 1
  |
3 | user = "1000"
  | ^^^^
unknown field \`user\`, expected one of \`image\`, \`cmd\`

`;

test('a parse error has its place, its carets and its last line', () => {
  expect(refusalOf(1, PARSE)).toEqual({
    stage: 'parse',
    line: 3,
    column: 1,
    carets: 4,
    message: 'unknown field `user`, expected one of `image`, `cmd`',
  });
});

test('wrong usage is told by the exit code, all else by what follows "Error: "', () => {
  expect(refusalOf(2, "error: unexpected argument '--x' found\n")).toEqual({
    stage: 'args',
    message: "error: unexpected argument '--x' found",
  });
  expect(refusalOf(1, 'Starting…\nError: config operation failed: x\n')).toEqual({
    stage: 'config',
    message: 'config operation failed: x',
  });
});
