import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from '@iarna/toml';
import { Ajv } from 'ajv';
import { default as Ajv4 } from 'ajv-draft-04';
import { isSmolfileName } from '@smolfile/host';
import { describe, expect, test } from 'vitest';

const CORPUS =
  process.env['SMOLFILE_CORPUS'] ?? fileURLToPath(new URL('../../../shared/corpus/', import.meta.url));

const read = (path: string): Record<string, unknown> =>
  JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8')) as Record<string, unknown>;

/** What Even Better TOML (Taplo) and Tombi read of other extensions. */
const { contributes } = read('../../extension/package.json') as {
  contributes: { tomlValidation: { fileMatch: string[]; regexMatch: string[]; url: string }[] };
};
const [rule] = contributes.tomlValidation as [(typeof contributes.tomlValidation)[0]];

/**
 * A glob as Taplo has it: anywhere in the path, and, since it does not ask its library otherwise, `*` takes slashes,
 * too. That is why `Smolfile.*` is left to the regular expression: it would take every TOML file below `Smolfile.d/`.
 */
function globOf(pattern: string): RegExp {
  const parts = pattern.split('*').map((part) => part.replaceAll(/[.[\]]/g, String.raw`\$&`));
  return new RegExp(`^(?:.*/)?${parts.join('.*')}$`, 's');
}

function isMatched(path: string): boolean {
  const globs = rule.fileMatch.some((pattern) => globOf(pattern).test(path));
  // Taplo looks for it anywhere in the URI, without percent-encoding.
  return globs || rule.regexMatch.some((pattern) => new RegExp(pattern).test(`file://${path}`));
}

describe('files that stay in TOML mode', () => {
  test.each([
    'Smolfile',
    '.Smolfile',
    'Smolfile.dev',
    'Smolfile.toml',
    'api.smolfile',
    'api.Smolfile',
    '.smolfile',
    'web-Smolfile',
    'a__Smolfile.kotlin',
    'my file.smolfile',
    'it’s.Smolfile',
  ])('%s has the schema', (name) => {
    expect(isMatched(`/home/me/work space/${name}`)).toBe(true);
    expect(isSmolfileName(name)).toBe(true);
  });

  test.each([
    'smolfile',
    'SMOLFILE',
    'Smolfiles',
    'mySmolfile',
    'smolfile.toml',
    'smolfile.config.toml',
    'Cargo.toml',
    'smolfile.md',
    'xsmolfile',
  ])('%s has not', (name) => {
    expect(isMatched(`/home/me/${name}`)).toBe(false);
    expect(isSmolfileName(name)).toBe(false);
  });

  test.each([
    '/home/me/Smolfile.d/Cargo.toml',
    '/home/me/a.smolfile/x.toml',
    '/home/Smolfile/pyproject.toml',
  ])('nor has a file below a folder of such a name: %s', (path) => expect(isMatched(path)).toBe(false));

  test('the address is one that can be fetched, and the schema’s own: neither extension takes a path', () => {
    expect(new URL(rule.url).protocol).toBe('https:');
    expect(rule.url).toBe(read('../../schemas/versions/newest.schema.json')['$id']);
  });
});

describe('the schema for readers that know no more than the standard', () => {
  const schema = read('../../schemas/versions/newest.schema.json');
  const { $id, $schema, ...rest } = schema as { readonly $id: string; readonly $schema: string };
  // As readers of both drafts see it: what they do not know, they leave alone.
  const drafts = [
    ['draft-07', new Ajv({ strict: false, allErrors: true }).compile({ ...rest, $schema, $id })],
    ['draft-04', new Ajv4({ strict: false, allErrors: true }).compile({ ...rest, id: $id })],
  ] as const;

  test.each(drafts)('%s: it says what is wrong', (_, validate) => {
    const problems = (text: string): string[] => {
      validate(parse(text));
      return (validate.errors ?? []).map(({ instancePath, keyword }) => `${instancePath} ${keyword}`);
    };
    expect(problems('image = "alpine"\n[dev]\nports = ["8080:80"]\n')).toEqual([]);
    expect(problems('imge = "alpine"')).toEqual([' additionalProperties']);
    expect(problems('cpus = "2"')).toEqual(['/cpus type']);
    expect(problems('cpus = 256')).toEqual(['/cpus maximum']);
    expect(problems('[dev]\nvolums = []')).toEqual(['/dev additionalProperties']);
    expect(problems('[secrets]\nA = { from_envv = "A" }')).toEqual(['/secrets/A additionalProperties']);
  });

  describe.skipIf(!existsSync(CORPUS))('and takes the files that people wrote', () => {
    const names = existsSync(CORPUS)
      ? readdirSync(CORPUS).filter((name) => isSmolfileName(name) || name.includes('__Smolfile'))
      : [];
    test.each(drafts)('%s', (_, validate) => {
      expect(names.length).toBeGreaterThan(10);
      for (const name of names) {
        validate(parse(readFileSync(join(CORPUS, name), 'utf8')));
        expect({ name, errors: validate.errors }).toEqual({ name, errors: null });
      }
    });
  });
});
