import { lint, parseSmolfile } from '@smolfile/core';
import { expect, test } from 'vitest';

function codes(text: string, command: 'create' | 'run' = 'run'): string[] {
  // the release of which the cascades were reported
  return lint(parseSmolfile(text), { commands: [command], smolvm: '1.9.3' }).diagnostics.map(
    ({ code }) => code,
  );
}

test.each([
  'net = "true"\nimage = "alpine"\ncmd = ["true"]\n',
  'image = 3\n',
  'image = ["alpine"]\n',
  'network = true\nimage = "alpine"\ncmd = ["true"]\n',
  'dev = "x"\nimage = "alpine@sha256:0000000000000000000000000000000000000000000000000000000000000000"\nnet = true\ncmd = ["true"]\n',
  'restart = "always"\nhealth = 3\nnet = true\n',
  'cpus = "64"\n',
])('a value of the wrong type is one finding: %j', (text) => {
  const found = codes(text);
  const wrong = found.filter((code) => code === 'type-mismatch').length;
  expect(found).toEqual(Array.from({ length: wrong }, () => 'type-mismatch'));
  expect(wrong).toBe(text.startsWith('restart') ? 2 : 1);
});

test('what has nothing to do with it is found as well', () => {
  expect(codes('image = 3\n\n[dev]\nports = ["x"]\n', 'create')).toEqual(['type-mismatch', 'port-invalid']);
});

test('one element of the wrong type leaves the others to their rules', () => {
  expect(codes('[dev]\nports = [5, "x"]\n', 'create')).toEqual(['type-mismatch', 'port-invalid']);
});

test('the same file with the type put right has the findings again', () => {
  expect(codes('image = "alpine"\nnet = false\ncmd = ["true"]\n')).toContain('image-without-network');
});
