import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const repository = fileURLToPath(new URL('../', import.meta.url));

interface Source {
  readonly path: string;
  readonly imports: readonly string[];
}

function sources(folder: string): Source[] {
  return readdirSync(repository + folder, { recursive: true, encoding: 'utf8' })
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
    .filter((path) => path.endsWith('.ts') && !path.includes('node_modules'))
    .map((path) => ({ path, imports: importsOf(readFileSync(repository + path, 'utf8')) }));
}

function importsOf(text: string): string[] {
  return Array.from(
    text.matchAll(
      /^(?:import|export)\b[^'"`;]*?from\s+'([^']+)'|\bimport\(\s*'([^']+)'\s*\)|^import '([^']+)'/gms,
    ),
    (match) => match[1] ?? match[2] ?? match[3]!,
  );
}

const core = sources('packages/core/src');
/** What each folder of core may import of the others. */
const LAYERS: Readonly<Record<string, readonly string[]>> = {
  text: [],
  toml: ['text'],
  schema: [],
  values: [],
  document: ['text', 'toml', 'schema'],
  edit: ['text', 'toml', 'document'],
  validate: ['text', 'toml', 'schema', 'document'],
};

function layerOf(path: string): string {
  return path.slice('packages/core/src/'.length).split('/')[0]!;
}

test('core imports nothing of Node, and only the packages it declares', () => {
  // All of them: what core is published as holds what it imports.
  const { devDependencies } = JSON.parse(readFileSync(`${repository}packages/core/package.json`, 'utf8')) as {
    devDependencies: Record<string, string>;
  };
  const foreign = core.flatMap(({ path, imports }) =>
    imports.filter((name) => !name.startsWith('.')).map((name) => `${path}: ${name}`),
  );
  expect(
    foreign.filter((line) => !Object.keys(devDependencies).some((name) => line.endsWith(`: ${name}`))),
  ).toEqual([]);
});

test('the layers of core point one way', () => {
  const wrong = core.flatMap(({ path, imports }) => {
    const allowed = LAYERS[layerOf(path)];
    if (!allowed) return [];
    return imports
      .filter((name) => name.startsWith('../'))
      .map((name) => layerOf(fileURLToPath(new URL(name, `file:///${path}`)).slice(1)))
      .filter((layer) => layer !== layerOf(path) && !allowed.includes(layer))
      .map((layer) => `${path} imports ${layer}`);
  });
  expect(wrong).toEqual([]);
});

test.each([
  ['packages/core', []],
  ['packages/host', ['@smolfile/core']],
  ['packages/cli', ['@smolfile/core/import', '@smolfile/core', '@smolfile/host']],
  [
    'packages/language-server',
    ['@smolfile/core/import', '@smolfile/core', '@smolfile/host', '@smolfile/host/names'],
  ],
  ['extension', ['@smolfile/core', '@smolfile/host/names', '@smolfile/language-server']],
])('%s imports of the workspace only what it may', (folder, allowed: readonly string[]) => {
  const used = sources(`${folder}/src`)
    .flatMap(({ imports }) => imports)
    .filter((name) => /^(?:smolfile|@smolfile\/)/.test(name));
  expect([...new Set(used)].filter((name) => !allowed.includes(name))).toEqual([]);
});

test('what knows the names of Smolfiles runs in a browser, too', () => {
  const names = sources('packages/host/src').find(({ path }) => path.endsWith('/names.ts'));
  expect(names?.imports).toEqual([]);
});

test('only the language server and the extension speak LSP', () => {
  const speakers = [...core, ...sources('packages/host/src'), ...sources('packages/cli/src')].filter(
    ({ imports }) => imports.some((name) => name.startsWith('vscode-')),
  );
  expect(speakers.map(({ path }) => path)).toEqual([]);
});

test('nothing starts a process through a shell', () => {
  const folders = ['core', 'host', 'cli', 'language-server'].map((name) => `packages/${name}/src`);
  const starters = [...folders, 'extension/src']
    .flatMap(sources)
    .filter(({ path }) =>
      /\bshell:\s*true|\bexec(?:Sync)?\(\s*[`'"]|\beval\(|new Function\(/.test(
        readFileSync(repository + path, 'utf8'),
      ),
    );
  expect(starters.map(({ path }) => path)).toEqual([]);
});
