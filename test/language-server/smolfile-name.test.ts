import { expect, test } from 'vitest';
import { isSmolfileName as isFoundByCli } from '../../packages/cli/src/discover/names.ts';
import { isSmolfileName } from '../../packages/language-server/src/smolfile-name.ts';

test.each([
  'Smolfile',
  '.Smolfile',
  'Smolfile.dev',
  'api.smolfile',
  'api.Smolfile',
  'web-Smolfile',
  'smolfile',
  'Smolfiles',
  'mySmolfile',
  'Smolfile/',
  'a__Smolfile.kotlin',
  'smolfile.config.toml',
  '',
])('%j is a Smolfile for the server where it is one for `smolfile lint`', (name) => {
  expect(isSmolfileName(name)).toBe(isFoundByCli(name));
});
