/** The tests of the CLI, which run here beside this file, are about the executable. */
import { expect, inject, test } from 'vitest';
import { smolfile } from '../cli/harness.ts';

test('what the tests of the CLI call is the executable', () => {
  expect(process.env['SMOLFILE_EXECUTABLE']).toBe(inject('executable'));
  // a server that lives on is nothing that a function could be asked for
  expect(smolfile(['mcp'])).toMatchObject({ code: 0, stdout: '', stderr: '' });
});
