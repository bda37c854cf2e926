import { parseSmolfile, resolve } from '@smolfile/core';
import { expect, test } from 'vitest';

test.each([
  'imge = "a" # smolfile-ignore unknown-key\n',
  '# smolfile-ignore-file type-mismatch\ncpus = "2"\n',
])('a comment does not make smolvm accept what it refuses: %j', (text) => {
  const resolved = resolve(parseSmolfile(text), { command: 'create', smolvm: '1.9.3' });
  expect(resolved.accepted).toBe(false);
});

test('what is silenced and no refusal stays silent', () => {
  const text = 'cpus = 99 # smolfile-ignore cpus-above-limit\n';
  const resolved = resolve(parseSmolfile(text), { command: 'create', smolvm: '1.9.3' });
  expect(resolved.accepted).toBe(true);
  expect(resolved.diagnostics.map(({ code }) => code)).not.toContain('cpus-above-limit');
});
