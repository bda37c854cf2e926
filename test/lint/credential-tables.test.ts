/** Keys of the items of a list of tables are checked like any other, and sound ones are left alone. */
import { lint, parseSmolfile } from '@smolfile/core';
import { expect, test } from 'vitest';

function codesIn(source: string): string[] {
  const { diagnostics } = lint(parseSmolfile(source), { smolvm: '1.32.2', commands: ['create'] });
  return diagnostics.map(({ code, range }) => `${source.slice(range.start, range.end)}: ${code}`);
}

const SOUND = '[[network.credentials]]\nname = "n"\nenvironment_variable = "E"\nallowed_hosts = ["a.com"]\n';

test.each([
  SOUND,
  `${SOUND}methods = ["GET"]\nset_header = "x-k"\n[network.credentials.injection_location]\nbody = true\n`,
  'network.credentials = [{ name = "n", environment_variable = "E", allowed_hosts = ["a.com"] }]\n',
])('%j is sound', (source) => expect(codesIn(source)).toEqual([]));

test.each([
  [`${SOUND}methods = "GET"\n`, ['"GET": type-mismatch']],
  [`${SOUND}injection_location = { header = 1 }\n`, ['1: type-mismatch']],
  [`${SOUND}host = "a.com"\n`, ['host: unknown-key']],
  ['network.credentials = ["n"]\n', ['"n": type-mismatch']],
  ['network = { credentials = [["n", "E"]] }\n', ['["n", "E"]: positional-section-too-short']],
])('%j is refused', (source, expected) => expect(codesIn(source)).toEqual(expected));
