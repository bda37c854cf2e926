import { afterAll, beforeAll, expect, test } from 'vitest';
import * as imports from '../../packages/core/src/import/index.ts';
import * as core from '../../packages/core/src/public.ts';
import { Declarations, type Declaration } from './declarations.ts';

let declarations: Declarations | undefined;
let exported: Map<string, Declaration>;
let imported: Map<string, Declaration>;

beforeAll(() => {
  declarations = new Declarations();
  exported = declarations.exportsOf('public.ts');
  imported = declarations.exportsOf('import/index.ts');
});
afterAll(() => declarations?.[Symbol.dispose]());

test('every type that a public one names can be imported', () => {
  const all = [...exported, ...imported];
  const isPublic = new Set(all.map(([, { file, name }]) => `${file} ${name}`));
  const hidden = all.flatMap(([outer, declaration]) =>
    declarations!
      .namedBy(declaration)
      .filter(({ file, name }) => !isPublic.has(`${file} ${name}`))
      .map(({ file, name }) => `${name} of ${file}, named by ${outer}`),
  );
  expect(hidden).toEqual([]);
});

test('what is public is what the report says: a change is meant, or it is a mistake', async () => {
  const head = '// What @smolfile/core exports. Generated: `pnpm test:update` writes it anew.\n\n';
  const second = '\n// What @smolfile/core/import exports.\n\n';
  await expect(head + report(exported) + second + report(imported)).toMatchFileSnapshot(
    '../../packages/core/api-report.txt',
  );
});

function report(declared: ReadonlyMap<string, Declaration>): string {
  const entries = [...declared].toSorted(([a], [b]) => (a < b ? -1 : 1));
  const lines = entries.map(([name, { name: inner, text }]) => {
    const alias = name === inner ? '' : `// as ${name}\n`;
    return `${alias}${outline(text).replace(/^export (?:declare )?/, '')}\n`;
  });
  return lines.join('\n');
}

/** Of a table of constants its keys: what they hold is said elsewhere, and changes more often. */
function outline(text: string): string {
  if (!text.startsWith('export declare const')) return text;
  return text.replaceAll(/^ {5,}.*\n|^ {4}\}.*\n/gm, '').replaceAll(/: \{$/gm, ': …');
}

test('every value is there, and is declared', () => {
  expect(Object.keys(core).filter((name) => !exported.has(name))).toEqual([]);
  expect(Object.keys(imports).filter((name) => !imported.has(name))).toEqual([]);
});

test('what is shared cannot be changed', () => {
  expect(() => Object.assign(core.SCHEMA, { x: 1 })).toThrow(TypeError);
  const names = [imports.OUTCOMES, imports.SOURCE_NAMES];
  for (const shared of [
    core.SCHEMA,
    core.COMMANDS,
    core.RELEASES,
    core.TOML_PROBLEMS,
    core.CALL_PROBLEMS,
    ...names,
  ])
    expect(isFrozen(shared)).toBe(true);
});

function isFrozen(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return true;
  return Object.isFrozen(value) && Object.values(value).every(isFrozen);
}

const document = core.parseSmolfile('cpus = 0\n');

test.each<[() => unknown, RegExp]>([
  [() => core.lint(3 as never), /text of a Smolfile or a parsed one, but got number/],
  [() => core.lint(document, null as never), /options of lint to be an object, but got null/],
  [
    () => core.lint(document, { comands: ['create'] } as never),
    /lint has no option `comands`; it has commands, /,
  ],
  [
    () => core.lint(document, { commands: ['deploy' as never] }),
    /`commands` to be a list of 'create', 'run', 'pack', but got \["deploy"\]/,
  ],
  [() => core.lint(document, { commands: 'create' as never }), /`commands` to be a list/],
  [
    () => core.lint(document, { smolvm: 'banana' }),
    /`smolvm` to be a release of smolvm such as '\d.*"banana"/,
  ],
  [() => core.lint(document, { smolvm: '0.1.0' }), /from 1\.2\.0 on/],
  [() => core.lint(document, { smolvm: '>=1.2.0 <1.2.0' }), /range with a known release/],
  [
    () => core.lint(document, { severities: { 'unknown-key': 'fatal' as never } }),
    /`severities\.unknown-key` to be 'error'.*"fatal"/,
  ],
  [() => core.lint(document, { severities: 'off' as never }), /`severities` to be a Map/],
  [() => core.lint(document, { most: 0 }), /number of findings above 0, but got 0/],
  [() => core.lint(document, { host: 'x' as never }), /`host` to be an object/],
  [() => core.fixAll(document, {}, 'yes' as never), /`unsafe` to be true or false, but got "yes"/],
  [() => core.format(document, { range: { start: 4, end: 1 } }), /`range` to be a range/],
  [() => core.format(document, { sortKeys: 1 as never }), /`sortKeys` to be true or false/],
  [() => core.formatText(undefined as never), /but got undefined/],
  [
    () => core.resolve(document, {} as never),
    /`command` to be one of 'create', 'run', 'pack', but got undefined/,
  ],
  [() => core.resolve(document, { command: 'deploy' as never }), /one of 'create'/],
  [() => core.resolve(document, { command: 'create', flags: 3 as never }), /`flags` to be a text/],
  [() => imports.importSource(3 as never), /`text` to be a text, but got 3/],
  [
    () => imports.importSource('FROM a', { from: 'docker' as never }),
    /`from` to be one of 'dockerfile', 'compose', .*"docker"/,
  ],
  [() => imports.importSource('FROM a', { smolvm: 'banana' }), /`smolvm` to be a release of smolvm/],
  [() => imports.importSource('FROM a', { stage: 'x' } as never), /importSource has no option `stage`/],
])('a wrong argument is a TypeError that says what was expected (%#)', (call, message) => {
  expect(call).toThrow(TypeError);
  expect(call).toThrow(message);
});

test('a text does where a document does, and a range where a release does', () => {
  const text = 'cpus = "2"\n';
  const parsed = core.parseSmolfile(text);
  expect(core.lint(text, { smolvm: '>=1.9 <1.14' })).toEqual(core.lint(parsed, { smolvm: '>=1.9 <1.14' }));
  expect(core.fixAll(parsed)).toEqual(core.fixAll(text));
  expect(core.formatText(parsed)).toBe(core.formatText(text));
  expect(core.resolve(text, { command: 'create' })).toEqual(core.resolve(parsed, { command: 'create' }));
});
