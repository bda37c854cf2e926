import { fixAll, lint, parseSmolfile } from '@smolfile/core';
import { expect, test } from 'vitest';

const KEYS = 'docker_socket = true\nuser = "app"\n';

test.each([
  ['1.2.0', '1.14.0'],
  ['1.6.0', '1.14.0'],
  ['>=1.4', '>=1.14.0'],
  ['>=1.4 <1.13', '>=1.14.0'],
])('a pin %s becomes %s, which has every key', (pin, raised) => {
  const text = `# smolfile: smolvm = "${pin}"\n${KEYS}`;
  const fixes = lint(parseSmolfile(text)).diagnostics.filter(
    ({ code }) => code === 'key-needs-newer-version',
  );
  expect(new Set(fixes.map(({ fix }) => fix?.title))).toEqual(new Set([`Pin smolvm \`${raised}\``]));
  // it changes what the file is for, so that nobody gets it unasked
  expect(fixAll(text).text).toContain(pin);
  const fixed = fixAll(text, {}, true).text;
  expect(fixed).toContain(`smolvm = "${raised}"`);
  expect(lint(parseSmolfile(fixed)).diagnostics.map(({ code }) => code)).not.toContain(
    'key-needs-newer-version',
  );
});

test('without a pin there is none to raise', () => {
  const { diagnostics } = lint(parseSmolfile(KEYS), { smolvm: '1.2.0' });
  expect(diagnostics.map(({ fix }) => fix)).toEqual([undefined, undefined]);
});
