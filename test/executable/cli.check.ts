/** The tests of the CLI, which run here beside this file, are about the executable. */
import { expect, inject, test } from 'vitest';
import { folderWith, smolfile } from '../cli/harness.ts';

test('what the tests of the CLI call is the executable', () => {
  expect(process.env['SMOLFILE_EXECUTABLE']).toBe(inject('executable'));
  // a server that lives on is nothing that a function could be asked for
  expect(smolfile(['mcp'])).toMatchObject({ code: 0, stdout: '', stderr: '' });
});

test('so many files that it collects its garbage in between', () => {
  const files = Array.from(
    { length: 5000 },
    (_, at) => [`${at}.smolfile`, 'image = "alpine:3.20"\n'] as const,
  );
  const cwd = folderWith(Object.fromEntries(files));
  const { code, stdout, stderr } = smolfile(['lint'], { cwd });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toContain('5000 Smolfiles, no problems');
});
