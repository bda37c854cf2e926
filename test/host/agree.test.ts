/** The command and the language server see the same files and the same configurations, whatever lies around. */
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { HOST } from '../../packages/language-server/src/host.ts';
import { folderWith, lintedPaths, smolfile } from '../cli/harness.ts';

const FOLDERS = ['', 'app/', 'target/', '.venv/', 'node_modules/', 'out/', 'app/deep/', '.git/', 'app/.git/'];
const NAMES = [
  'Smolfile',
  '.Smolfile',
  'web.smolfile',
  'x__Smolfile.kotlin',
  'smolfile',
  'Smolfile.d/Smolfile',
];
const RULES = ['out/\n', '*.smolfile\n!web.smolfile\n', '/app\n', '.venv\ntarget/\n', 'Smolfile\n'];
const CONFIGS = ['', 'ignore = ["app"]\n', 'ignore = ["*.smolfile", "deep/**"]\n', 'smolvm = 1\n'];
const LINKS = ['../secret', '..', 'app/Smolfile', 'Smolfile', '/etc/passwd', 'nowhere', 'app'];

const inFolder = <T>(content: fc.Arbitrary<T>): fc.Arbitrary<[string, T]> =>
  fc.tuple(fc.constantFrom(...FOLDERS), content);
const trees = fc.record({
  files: fc.array(inFolder(fc.constantFrom(...NAMES)), { maxLength: 10 }),
  rules: fc.array(inFolder(fc.constantFrom(...RULES)), { maxLength: 3 }),
  configs: fc.array(inFolder(fc.constantFrom(...CONFIGS)), { maxLength: 2 }),
  links: fc.array(
    fc.tuple(fc.constantFrom(...FOLDERS), fc.constantFrom(...NAMES.slice(0, 4)), fc.constantFrom(...LINKS)),
    { maxLength: 4 },
  ),
});

type Tree = typeof trees extends fc.Arbitrary<infer T> ? T : never;

function build(root: string, { files, rules, configs, links }: Tree): void {
  const all: [string, string][] = [
    ['secret', 'SECRET=1\n'],
    ...files.map(([folder, name]): [string, string] => [`work/${folder}${name}`, 'net = true\n']),
    ...rules.map(([folder, text]): [string, string] => [`work/${folder}.gitignore`, text]),
    ...configs.map(([folder, text]): [string, string] => [`work/${folder}smolfile.config.toml`, text]),
  ];
  for (const [path, text] of all) {
    mkdirSync(join(root, dirname(path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  for (const [folder, name, target] of links) {
    mkdirSync(join(root, 'work', folder), { recursive: true });
    try {
      symlinkSync(target, join(root, 'work', folder, name));
    } catch {
      // something has the name already
    }
  }
}

test.skipIf(process.platform === 'win32')('the same Smolfiles of any tree', async () => {
  await fc.assert(
    fc.asyncProperty(trees, async (tree) => {
      const root = folderWith({ 'work/': '' });
      build(root, tree);
      const cwd = join(root, 'work');
      const broken = tree.configs.some(([, text]) => text === 'smolvm = 1\n');
      // With a configuration that is broken the command checks nothing; the editor goes on without it.
      const command = smolfile(['lint', '--allow-empty', '--format', 'json'], { cwd });
      if (broken && command.code === 2) return;
      const uris = await HOST.find(pathToFileURL(cwd).href);
      const base = `${pathToFileURL(cwd).href}/`;
      // After nothing but failures there is no report.
      const linted = command.stdout === '' ? [] : lintedPaths([], { cwd }).toSorted();
      expect(uris.map((uri) => decodeURIComponent(uri.slice(base.length)))).toEqual(linted);
    }),
    { numRuns: 60 },
  );
});

test('folders of other programs are searched where nothing ignores them', async () => {
  const files = { 'target/Smolfile': '', '.venv/Smolfile': '', 'x/owner__Smolfile.kotlin': '' };
  const cwd = folderWith(files);
  const uris = await HOST.find(pathToFileURL(cwd).href);
  expect(uris.map((uri) => uri.slice(pathToFileURL(cwd).href.length + 1)).toSorted()).toEqual(
    Object.keys(files).toSorted(),
  );
  expect(lintedPaths([], { cwd }).toSorted()).toEqual(Object.keys(files).toSorted());
});

test.each<[string, Record<string, string>, RegExp]>([
  ['two in a folder', { 'smolfile.config.toml': '', 'smolfile.config.json': '{}' }, /its folder has two/],
  ['one that is too large', { 'smolfile.config.toml': '#'.repeat(1024 * 1024 + 1) }, /larger than 1 MiB/],
  ['one with a mistake', { 'smolfile.config.toml': 'smolwm = "1"\n' }, /smolwm/],
])('%s is used by neither, and both say why', (_, files, reason) => {
  const cwd = folderWith({ ...files, Smolfile: 'imge = 1\n' });
  const { code, stderr } = smolfile(['lint'], { cwd });
  const found = HOST.configFor(pathToFileURL(join(cwd, 'Smolfile')).href);
  expect(code).toBe(2);
  expect(stderr).toMatch(reason);
  expect(found?.settings).toBeUndefined();
  expect(found?.problems.join()).toMatch(reason);
});

test('neither looks above the root of the repository', () => {
  const root = folderWith({
    'smolfile.config.toml': '[severity]\nunknown-key = "off"\n',
    'repo/.git/HEAD': '',
    'repo/app/Smolfile': 'imge = 1\n',
    'plain/Smolfile': 'imge = 1\n',
  });
  expect(smolfile(['lint'], { cwd: join(root, 'repo/app') }).code).toBe(1);
  expect(smolfile(['lint'], { cwd: join(root, 'plain') }).code).toBe(0);
  const configFor = (path: string) => HOST.configFor(pathToFileURL(join(root, path)).href);
  expect(configFor('repo/app/Smolfile')).toBeUndefined();
  expect(configFor('plain/Smolfile')?.settings).toBeDefined();
});
