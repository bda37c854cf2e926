import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cache } from './place.ts';

const repository = new URL('../../', import.meta.url);
const page = readFileSync(new URL('packages/language-server/EDITORS.md', repository), 'utf8');
const section = page.slice(page.indexOf('### Other TOML tools'), page.indexOf('### In a browser'));
const [taplo = '', tombi = '', directive = ''] = Array.from(
  section.matchAll(/```toml\n(.*?)```/gs),
  ([, block]) => block,
);
/** What the extension names for other editors. */
const url = /"url": "(https:[^"]*\.schema\.json)"/.exec(
  readFileSync(new URL('extension/package.json', repository), 'utf8'),
)![1]!;
const schema = fileURLToPath(new URL(url.slice(url.indexOf('/schemas/') + 1), repository));

const GOOD = 'image = "alpine"\ncpus = 2\n\n[dev]\nports = ["8080:80"]\n';
const BAD: readonly string[] = [
  'cpus = "2"\n',
  'memry = 512\n',
  'cpus = 256\n',
  'net = 1\n',
  'env = "A=1"\n',
  '[dev]\nprots = []\n',
  '[secrets]\nA = "value"\n',
];

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'smolfile-toml-tools-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Checks a file as the page sets it up, with the schema of this tree for the published one. */
function check(
  tool: 'taplo' | 'tombi',
  configuration: string,
  text: string,
): { status: number | null; said: string } {
  const name = tool === 'taplo' ? '.taplo.toml' : 'tombi.toml';
  writeFileSync(
    join(folder, name),
    configuration.replace(`url = "${url}"`, `path = "${schema}"`).replace(url, schema),
  );
  writeFileSync(join(folder, 'Smolfile'), text);
  // Tombi fails where it cannot reach its catalogue, which no Smolfile is in
  const argv = tool === 'tombi' ? ['lint', '--offline', 'Smolfile'] : ['lint', 'Smolfile'];
  const { status, stdout, stderr } = spawnSync(join(cache, 'python/bin', tool), argv, {
    cwd: folder,
    encoding: 'utf8',
  });
  rmSync(join(folder, name));
  return { status, said: stdout + stderr };
}

describe.each([
  ['taplo', taplo],
  ['tombi', tombi],
] as const)('%s, set up as EDITORS.md says', (tool, configuration) => {
  test('takes what is right', () => {
    expect(configuration).toContain(url);
    expect(check(tool, configuration, GOOD)).toMatchObject({ status: 0 });
  });

  test.each(BAD)('refuses %j', (text) => {
    const { status, said } = check(tool, configuration, text);
    expect(status).toBe(1);
    expect(said).toMatch(/Smolfile:\d+:\d+/);
  });

  test('reads the comment in the first line', () => {
    const include = configuration.slice(0, configuration.indexOf('[['));
    const comment = directive.replace(url, schema);
    expect(check(tool, include, comment + GOOD)).toMatchObject({ status: 0 });
    const { status, said } = check(tool, include, comment + BAD[0]!);
    expect(status).toBe(1);
    expect(said).toMatch(/Smolfile:\d+:\d+/);
  });
});
