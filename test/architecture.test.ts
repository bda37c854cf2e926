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

/** The folders of core, from the ground up: each may import of the floors below its own. */
const FLOORS: readonly (readonly string[])[] = [
  ['text'],
  ['model'],
  ['release', 'toml'],
  ['grammars', 'schema'],
  ['document'],
  ['call', 'target', 'validate'],
  ['merge'],
  ['edit', 'format'],
  ['lint'],
  ['config', 'resolve', 'shell'],
  ['render'],
  ['api', 'compat', 'serve'],
  ['import'],
  ['templates'],
];

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
    foreign.filter((line) => !Object.keys(devDependencies).some((name) => `${line}/`.includes(`: ${name}/`))),
  ).toEqual([]);
});

/** The file of core that an import names. */
function target(path: string, name: string): string {
  return fileURLToPath(new URL(name.replace(/\.js$/, '.ts'), `file:///${path}`)).slice(1);
}

test('every folder of core has its floor', () => {
  const folders = core.map(({ path }) => layerOf(path)).filter((name) => !name.endsWith('.ts'));
  const named = FLOORS.flat();
  expect([...new Set(folders)].filter((name) => !named.includes(name))).toEqual([]);
  expect(new Set(named).size).toBe(named.length);
});

test('the floors of core know those below them only', () => {
  const floorOf = (name: string): number => FLOORS.findIndex((floor) => floor.includes(name));
  const wrong = core.flatMap(({ path, imports }) => {
    const own = layerOf(path);
    if (own.endsWith('.ts')) return [];
    return imports
      .filter((name) => name.startsWith('.'))
      .map((name) => layerOf(target(path, name)))
      .filter((other) => other !== own && !other.endsWith('.ts') && floorOf(other) >= floorOf(own))
      .map((other) => `${path} imports ${other}`);
  });
  expect(wrong).toEqual([]);
});

/** Groups of files that import each other, by whatever way round. */
function circles(files: readonly Source[]): string[] {
  const graph = new Map(
    files.map(({ path, imports }) => [
      path,
      imports.filter((name) => name.startsWith('.')).map((name) => target(path, name)),
    ]),
  );
  const reach = new Map(Array.from(graph.keys(), (path) => [path, reachable(graph, path)]));
  const groups = Array.from(reach, ([path, own]) =>
    [...own]
      .filter((other) => reach.get(other)?.has(path))
      .toSorted()
      .join(' '),
  );
  return [...new Set(groups)].filter((group) => group !== '').toSorted();
}

/** Everything that a file imports, and what that imports; itself only where it is in a circle. */
function reachable(graph: ReadonlyMap<string, readonly string[]>, from: string): Set<string> {
  const found = new Set<string>();
  const open = [...(graph.get(from) ?? [])];
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    if (found.has(path)) continue;
    found.add(path);
    open.push(...(graph.get(path) ?? []));
  }
  return found;
}

const PRODUCTION = [
  ...['core', 'host', 'cli', 'language-server', 'preview'].map((name) => `packages/${name}/src`),
  ...['generate', 'playground'].map((name) => `packages/site/${name}`),
  ...['src', 'webview'].map((name) => `extension/${name}`),
];

test.each(PRODUCTION)('no file of %s imports itself, by whatever way round', (folder) => {
  expect(circles(sources(folder))).toEqual([]);
});

/** Files that may know versions: the releases themselves, and what is generated from the data. */
const KNOWS_RELEASES = /^packages\/core\/src\/(?:release\/|[^/]+\/generated\/)/;

/** What people read may name a version: comments, prose of rules, and examples that pin a release. */
function withoutProse(text: string): string {
  const string = String.raw`(?:'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|\`(?:[^\`\\]|\\.)*\`)`;
  return text
    .replaceAll(/\/\*.*?\*\/|(?<=^|\s)\/\/.*?$/gms, '')
    .replaceAll(new RegExp(String.raw`\b(?:why|help|note|evidence|summary|smolvm):\s*${string}`, 'g'), '')
    .replaceAll(/smolvm = \\?"[^"]*"/g, '');
}

/** A version of smolvm; an address has more numbers. */
const VERSION = /(?<![\d.])1\.\d+\.\d+(?!\.?\d)/g;

test('only the releases know numbers of smolvm: code asks a release what it does', () => {
  const found = PRODUCTION.flatMap(sources)
    .filter(({ path }) => !KNOWS_RELEASES.test(path))
    .flatMap(({ path }) => {
      const versions = withoutProse(readFileSync(repository + path, 'utf8')).match(VERSION) ?? [];
      return versions.map((version) => `${path}: ${version}`);
    });
  expect(found).toEqual([]);
});

test('only the releases compare versions', () => {
  const found = PRODUCTION.flatMap(sources)
    .filter(({ path }) => !path.startsWith('packages/core/src/release/'))
    .filter(({ imports }) => imports.some((name) => /^(?:compare-versions|semver)(?:\/|$)/.test(name)));
  expect(found.map(({ path }) => path)).toEqual([]);
});

test.each([
  ["const from = '1.14.0';", ['1.14.0']],
  ["if (version === `1.9.3`) x('1.2.0');", ['1.9.3', '1.2.0']],
  ["const address = '1.1.1.1'; // since 1.2.0", []],
  ['/** Since 1.2.0. */ const x = 1.2;', []],
  ["why: 'Since 1.2.3 it\\'s so', message: 'since 1.3.0'", ['1.3.0']],
  ["{ toml: '# smolfile: smolvm = \"1.2.0\"\\n', smolvm: '1.2.0' }", []],
])('a version in %j is seen: %j', (code, versions) => {
  expect(withoutProse(code).match(VERSION) ?? []).toEqual(versions);
});

test.each([
  ['packages/core', []],
  ['packages/host', ['@smolfile/core']],
  [
    'packages/cli',
    [
      '@smolfile/core/import',
      '@smolfile/core/serve',
      '@smolfile/core/templates',
      '@smolfile/core/templates/names',
      '@smolfile/core',
      '@smolfile/host',
    ],
  ],
  [
    'packages/language-server',
    [
      '@smolfile/core/import',
      '@smolfile/core/import/reader',
      '@smolfile/core/templates',
      '@smolfile/core',
      '@smolfile/host',
      '@smolfile/host/names',
    ],
  ],
  [
    'extension',
    [
      '@smolfile/core',
      '@smolfile/host/names',
      '@smolfile/host/programs',
      '@smolfile/language-server',
      '@smolfile/preview/question',
    ],
  ],
  ['packages/preview', ['@smolfile/core']],
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

test('only the MCP server speaks its protocol, and only its own bundle has it', () => {
  const cli = sources('packages/cli/src');
  const speakers = cli.filter(({ imports }) =>
    imports.some((name) => /^(?:@modelcontextprotocol|zod)/.test(name)),
  );
  expect(speakers.length).toBeGreaterThan(1);
  expect(speakers.filter(({ path }) => !path.startsWith('packages/cli/src/mcp/'))).toEqual([]);
  const reached = reachable(
    new Map(
      cli.map(({ path, imports }) => [
        path,
        imports.filter((name) => name.startsWith('.')).map((name) => target(path, name)),
      ]),
    ),
    'packages/cli/src/main.ts',
  );
  expect(reached.has('packages/cli/src/mcp/run.ts')).toBe(true);
  expect(speakers.filter(({ path }) => reached.has(path))).toEqual([]);
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
