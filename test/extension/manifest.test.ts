import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { LENS_COMMANDS } from '../../packages/language-server/src/features/lenses.ts';
import { readSettings } from '../../packages/language-server/src/settings.ts';
import { loadGrammar, piecesOf } from './grammar.ts';

const folder = fileURLToPath(new URL('../../extension/', import.meta.url));
const read = (path: string): string => readFileSync(folder + path, 'utf8');

interface Entry {
  readonly command: string;
  readonly when?: string;
}

const { contributes, capabilities } = JSON.parse(read('package.json')) as {
  capabilities: { untrustedWorkspaces: { restrictedConfigurations: string[] } };
  contributes: {
    commands: Entry[];
    semanticTokenScopes: { scopes: Record<string, string[]> }[];
    menus: Record<string, Entry[]>;
    configuration: { properties: Record<string, { scope: string; markdownDescription: string }> };
    problemMatchers: {
      pattern: { regexp: string; file?: number; line?: number; column?: number; message?: number }[];
    }[];
    walkthroughs: { steps: { media: { markdown: string } }[] }[];
    taskDefinitions: { properties: { action: { enum: string[] } } }[];
  };
};

const sources = readdirSync(`${folder}src`, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => read(`src/${name}`))
  .join('\n');

const ON_FILES = ['run', 'runWithFlags', 'create', 'createWithFlags', 'pack', 'packWithFlags'];
const ON_MACHINES = ['start', 'stop', 'shell', 'shellOfRun', 'status'];

/** Those of `actions.ts` are registered from a table, those of machines by functions. */
const registered = new Set([
  ...Array.from(sources.matchAll(/registerCommand\(\s*'([^']+)'/g), ([, name]) => name!),
  ...Array.from(
    sources.matchAll(/\b(?:machineCommand|quietly|act)\(\s*'(\w+)'/g),
    ([, name]) => `smolfile.machines.${name}`,
  ),
  ...[...ON_FILES, ...ON_MACHINES].map((name) => `smolfile.${name}`),
]);

test('every command of the manifest is registered, and the other way round', () => {
  expect(contributes.commands.map(({ command }) => command).toSorted()).toEqual([...registered].toSorted());
});

test('whatever starts something is hidden where nothing may be started', () => {
  const starting = new RegExp(String.raw`^smolfile\.(?:${[...ON_FILES, ...ON_MACHINES, 'help'].join('|')})$`);
  const shown = Object.values(contributes.menus)
    .flat()
    .filter(({ command }) => starting.test(command));
  expect(shown.length).toBeGreaterThan(8);
  expect(shown.filter(({ when }) => !when?.includes('smolfile.canRun'))).toEqual([]);
  const palette = new Set(contributes.menus['commandPalette']!.map(({ command }) => command));
  expect(
    contributes.commands.filter(({ command }) => starting.test(command) && !palette.has(command)),
  ).toEqual([]);
});

test('what says which program is started is no setting of a workspace', () => {
  const { properties } = contributes.configuration;
  expect(properties['smolfile.smolvm.path']!.scope).toBe('machine');
  expect(properties['smolfile.runner']!.scope).toBe('machine');
  expect(properties['smolfile.shellcheck.path']!.scope).toBe('machine');
  // Nor does an untrusted one set it, whatever it is called there.
  const machine = Object.keys(properties).filter((name) => properties[name]!.scope === 'machine');
  expect(capabilities.untrustedWorkspaces.restrictedConfigurations.toSorted()).toEqual(machine.toSorted());
});

test('every setting and command of the server is one of the extension, too', () => {
  const names = Object.keys(contributes.configuration.properties);
  const { inlayHints, shellcheck, ...others } = readSettings({
    smolvmVersion: '1.9.3',
    installedVersion: '1.9.3',
    trusted: true,
  });
  const hints = names.filter((name) => name.startsWith('smolfile.inlayHints.'));
  expect(hints).toEqual(Object.keys(inlayHints).map((name) => `smolfile.inlayHints.${name}`));
  expect(names.filter((name) => name.startsWith('smolfile.shellcheck.'))).toEqual(
    Object.keys(shellcheck).map((name) => `smolfile.shellcheck.${name}`),
  );
  // What is installed and trusted is found out, not set.
  expect(Object.keys(others).toSorted()).toEqual(['installedVersion', 'smolvmVersion', 'trusted']);
  expect(names).toContain('smolfile.smolvmVersion');
  const commands = contributes.commands.map(({ command }) => command);
  expect(commands).toEqual(expect.arrayContaining([...LENS_COMMANDS]));
});

// The server's tokens come a moment after the grammar's, and must not change the colours of what both see.
test('what the server and the grammar both see has one colour', async () => {
  const grammar = await loadGrammar('source.smolfile');
  const pieces = piecesOf(grammar, 'net = true\n[dev]').flat();
  const scopeOf = (text: string): string | undefined =>
    pieces.find((piece) => piece.text === text)?.scopes.at(-1);
  const [{ scopes }] = contributes.semanticTokenScopes as [(typeof contributes.semanticTokenScopes)[0]];
  expect(scopes).toEqual({
    property: [scopeOf('net')],
    keyword: [scopeOf('true')],
    namespace: [scopeOf('dev')],
  });
});

test('the README names every setting', () => {
  const readme = read('README.md').replace(
    /`smolfile\.inlayHints\.\*`[^\n]*/,
    (row) =>
      row + Array.from(row.matchAll(/`(\w+)`/g), ([, name]) => `smolfile.inlayHints.${name}`).join(' '),
  );
  for (const name of Object.keys(contributes.configuration.properties)) expect(readme).toContain(name);
});

test('the files that it shows are there', () => {
  const media = contributes.walkthroughs.flatMap(({ steps }) => steps.map((step) => step.media.markdown));
  const images = Array.from(read('README.md').matchAll(/\]\((images\/[^)]+)\)/g), ([, path]) => path!);
  expect([...media, ...images].filter((path) => !existsSync(folder + path))).toEqual([]);
});

// smolvm's own words: facts 1.2.
test.each([
  ['/home/me/a b/Smolfile', 'unknown field `imge`, expected one of `image`, `entrypoint`'],
  ['Smolfile', 'invalid type: string "2", expected u8'],
])('the problem matcher reads what smolvm says about %s', (path, message) => {
  const lines = [
    `Error: config operation failed: load smolfile: failed to parse ${path}: TOML parse error at line 12, column 3`,
    '   |',
    '12 |   imge = "x"',
    '   |   ^^^^',
    message,
  ];
  const [{ pattern }] = contributes.problemMatchers as [(typeof contributes.problemMatchers)[0]];
  const found = pattern.map(({ regexp }, index) => new RegExp(regexp).exec(lines[index]!));
  expect(found.every((match) => match !== null)).toBe(true);
  expect([found[0]![1], found[0]![2], found[0]![3], found[4]![1]]).toEqual([path, '12', '3', message]);
});
