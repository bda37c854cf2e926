import { expect, test } from 'vitest';
import { actionOf, type SmolfileTask } from '../../extension/src/smolvm/task-definition.ts';

test.each([
  [{ action: 'run' }, { kind: 'run', file: '/w/Smolfile', flags: [] }],
  [
    { action: 'run', file: 'a/x.smolfile', flags: ['-d'] },
    { kind: 'run', file: '/w/a/x.smolfile', flags: ['-d'] },
  ],
  [
    { action: 'run', file: '/other/Smolfile' },
    { kind: 'run', file: '/other/Smolfile', flags: [] },
  ],
  [{ action: 'create' }, { kind: 'create', file: '/w/Smolfile', name: 'w', flags: [] }],
  [
    { action: 'create', name: 'web' },
    { kind: 'create', file: '/w/Smolfile', name: 'web', flags: [] },
  ],
  [
    { action: 'pack', file: 'a/Smolfile', output: 'out' },
    { kind: 'pack', file: '/w/a/Smolfile', output: '/w/a/out', flags: [] },
  ],
  [
    { action: 'stop', name: 'web' },
    { kind: 'stop', name: 'web' },
  ],
])('%j', (definition, action) => expect(actionOf(definition, '/w')).toEqual(action));

test.each([
  [{ action: 'boot' }],
  [{}],
  [{ action: 'stop' }],
  [{ action: 'stop', name: 3 }],
  [{ action: 'pack' }],
  [{ action: 'run', flags: '-d' }],
  [{ action: 'run', flags: ['-d', 3] }],
])('%j is refused with a sentence', (definition) => {
  expect(actionOf(definition as unknown as SmolfileTask, '/w')).toEqual(expect.any(String));
});

test('a file of no folder is refused', () => {
  expect(actionOf({ action: 'run' }, undefined)).toContain('no folder');
  expect(actionOf({ action: 'run', file: '/a/Smolfile' }, undefined)).toEqual({
    kind: 'run',
    file: '/a/Smolfile',
    flags: [],
  });
});
