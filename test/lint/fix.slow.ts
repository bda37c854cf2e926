import { applyEdits, exampleCommand, fixAll, hostWith, lint, parseSmolfile, rules } from '@smolfile/core';
import { expect, test } from 'vitest';
import { vectors } from '../conformance/vectors.ts';

test('edits are applied in any order', () => {
  const edits = [
    { range: { start: 0, end: 1 }, text: 'X' },
    { range: { start: 2, end: 3 }, text: 'Z' },
  ];
  expect(applyEdits('abc', edits)).toBe('XbZ');
  expect(applyEdits('abc', edits.toReversed())).toBe('XbZ');
});

test('safe fixes leave unsafe ones alone', () => {
  const { text, fixed } = fixAll('imge = "alpine"\ncpus = "2"\nnet = true\n', { commands: ['create'] });
  expect(text).toBe('imge = "alpine"\ncpus = 2\nnet = true\n');
  expect(fixed.map(({ code }) => code)).toEqual(['type-mismatch']);
});

test('a fix that makes another possible is followed by it', () => {
  const { text } = fixAll('ports = 8080\n', { commands: ['create'] }, true);
  expect(lint(parseSmolfile(text), { commands: ['create'] }).diagnostics.filter(({ fix }) => fix)).toEqual(
    [],
  );
});

test('no fix of a recorded file makes it parse worse, or brings it an error that it had not', () => {
  let tried = 0;
  for (const { smolfile, command } of vectors) {
    const options = { commands: [command] };
    const before = lint(parseSmolfile(smolfile), options).diagnostics;
    const { text, fixed } = fixAll(smolfile, options, true);
    if (fixed.length === 0) continue;
    tried++;
    const after = parseSmolfile(text);
    const errors = lint(after, options).diagnostics.filter(({ severity }) => severity === 'error');
    expect(after.errors.length).toBeLessThanOrEqual(parseSmolfile(smolfile).errors.length);
    expect(errors.length, smolfile).toBeLessThanOrEqual(
      before.filter(({ severity }) => severity === 'error').length,
    );
  }
  expect(tried).toBeGreaterThan(100);
});

test('an accepted file stays accepted under every safe fix', () => {
  const broken = vectors.flatMap(({ id, smolfile, command, accept, smolvm, args }) => {
    if (!accept || args.length > 0) return [];
    const options = { commands: [command], smolvm: smolvm[0]! };
    const { diagnostics } = lint(parseSmolfile(fixAll(smolfile, options).text), options);
    return diagnostics
      .filter(({ stage }) => stage === 'parse' || stage === 'config')
      .filter(({ severity }) => severity === 'error')
      .map(({ message }) => `${id}: ${message}`);
  });
  expect(broken).toEqual([]);
});

test('after the safe fixes of a rule’s example, nothing safe is left to fix', () => {
  let tried = 0;
  const left = rules.flatMap((rule) =>
    rule.examples.invalid.flatMap((example) => {
      if (example.flags !== undefined) return [];
      const options = {
        commands: [exampleCommand(rule, example)],
        ...(example.smolvm !== undefined && { smolvm: example.smolvm }),
        ...(example.host && { host: hostWith(example.host) }),
      };
      const { text, fixed } = fixAll(example.toml, options);
      tried += fixed.length;
      const { diagnostics } = lint(parseSmolfile(text), options);
      return diagnostics.filter(({ fix }) => fix?.safe).map(({ code }) => `${rule.code}: ${code} in ${text}`);
    }),
  );
  expect(left).toEqual([]);
  expect(tried).toBeGreaterThan(30);
});

test.each([
  ['nothing', 'image = "alpine"\n', 'image = "alpine"\nnet = true\n'],
  [
    '`net = false`, whose comment stays',
    'image = "alpine"\nnet = false # offline\n',
    'image = "alpine"\nnet = true # offline\n',
  ],
])('a network for the image is written over %s', (_, toml, mended) => {
  const found = missingNetwork(toml);
  expect(found?.fix && applyEdits(toml, found.fix.edits)).toBe(mended);
});

test.each(['image = "alpine"\nnet = "no"\n', 'image = "alpine"\n\n[net]\na = 1\n'])(
  'nothing is written over a `net` that is another finding’s to mend (%#)',
  (toml) => {
    expect(missingNetwork(toml)).toBeUndefined();
  },
);

function missingNetwork(toml: string) {
  const { diagnostics } = lint(parseSmolfile(toml), { commands: ['create'], smolvm: '1.22.2' });
  return diagnostics.find(({ code }) => code === 'image-without-network');
}
