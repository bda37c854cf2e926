import { execFileSync, spawnSync, type SpawnSyncReturns } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { lint, parseSmolfile } from '@smolfile/core';
import { generateSite, pagesOf } from '@smolfile/site/generate';
import { transformSync } from 'esbuild';
import { commands } from 'smolfile';
import { expect, test } from 'vitest';
import { parseDocument } from 'yaml';
import { builtCli } from '../cli/built.ts';
import { folderWith } from '../cli/harness.ts';

interface Block {
  readonly page: string;
  readonly language: string;
  readonly text: string;
}

const pages = pagesOf(generateSite());
const blocks: readonly Block[] = pages.flatMap(({ path, text }) =>
  Array.from(text.matchAll(/^```([a-z]*)\n(.*?)\n?^```$/gms), ([, language = '', block = '']) => ({
    page: path,
    language,
    text: block,
  })),
);

function of(...languages: readonly string[]): Block[] {
  return blocks.filter(({ language }) => languages.includes(language));
}

/** What each block has wrong, by page. */
function wrong(some: readonly Block[], check: (block: Block) => readonly string[]): string[] {
  return some.flatMap((block) => check(block).map((problem) => `${block.page}: ${problem}\n${block.text}`));
}

/** The problem that a function throws. */
function thrown(work: () => unknown): string[] {
  try {
    work();
    return [];
  } catch (error) {
    return [String(error)];
  }
}

/**
 * Pages whose blocks of TOML are Smolfiles that are meant to be right; those of rules are executed by test/lint, and
 * those of keys within a list show a part of one entry.
 */
const SMOLFILES = /^(?:keys\/(?!network-credentials-)|guide\/getting-started$)/;

test('there are pages of every kind, and each block says what it is', () => {
  expect(pages.length).toBeGreaterThan(300);
  expect(blocks.length).toBeGreaterThan(700);
  expect(new Set(pages.map(({ path }) => path)).size).toBe(pages.length);
  // Of these, `text` is what programs print, `console` a call of what is not here; those of editors are in EDITORS.md and executed where that says so.
  const known = new Set('toml sh console text json jsonc yaml js ts python lua elisp ini vim'.split(' '));
  const languages = new Set(blocks.map(({ language }) => language));
  expect([...languages].filter((each) => !known.has(each))).toEqual([]);
});

test('every Smolfile of keys and guides is one that smolvm takes', () => {
  const smolfiles = of('toml').filter(({ page }) => SMOLFILES.test(page));
  expect(smolfiles.length).toBeGreaterThan(60);
  const found = wrong(smolfiles, ({ text }) =>
    lint(parseSmolfile(text))
      .diagnostics.filter(({ severity }) => severity === 'error')
      .map(({ code, message }) => `${code}: ${message}`),
  );
  expect(found).toEqual([]);
});

test('every page of a rule that has an example shows its own code in real output', () => {
  const rulePages = pages.filter(
    ({ path, text }) => /^rules\/(?!index)/.test(path) && text.includes('```text'),
  );
  expect(rulePages.length).toBeGreaterThan(100);
  const silent = rulePages.filter(({ path, text }) => !text.includes(`[${path.slice('rules/'.length)}]`));
  expect(silent.map(({ path }) => path)).toEqual([]);
});

test('all other TOML is TOML', () => {
  const others = of('toml').filter(({ page }) => !SMOLFILES.test(page) && !page.startsWith('rules/'));
  expect(others.length).toBeGreaterThan(3);
  expect(wrong(others, ({ text }) => parseSmolfile(text).toml.errors.map(({ message }) => message))).toEqual(
    [],
  );
});

test('every call of smolfile has options that there are, and every script is one', () => {
  const { scripts } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
    scripts: Record<string, string>;
  };
  let count = 0;
  const found = wrong(of('sh'), ({ text }) =>
    text.split('\n').flatMap((line) => {
      const [, pnpm] = /^(?:npx -y )?pnpm(?:@\S+)? (?!install|--)([a-z:-]+)/.exec(line) ?? [];
      if (pnpm !== undefined && !(pnpm in scripts)) return [`no script ${pnpm}`];
      const [, name, rest = ''] = /^smolfile ([a-z]+)([^#|]*)/.exec(line) ?? [];
      if (name === undefined) return [];
      count++;
      const command = commands.find((each) => each.name === name);
      if (!command) return [`no command ${name}`];
      const own = rest.split(' -- ')[0] ?? '';
      return Array.from(own.matchAll(/(?<=\s)--([a-z][a-z-]*)/g), ([, option = '']) => option)
        .filter((option) => option !== 'help' && !command.options.some((each) => each.name === option))
        .map((option) => `smolfile ${name} has no --${option}`);
    }),
  );
  expect(count).toBeGreaterThan(20);
  expect(found).toEqual([]);
});

/** What smolvm refuses is on pages of rules, unclosed quotes for one. */
const shell = of('sh').filter(({ page }) => !page.startsWith('rules/'));

test('every call of smolfile runs', async () => {
  const demo = new URL('../fixtures/demo/', import.meta.url);
  const folder = folderWith({
    'compose.yaml': 'services:\n  web:\n    image: nginx:1.27\n    ports: ["8080:80"]\n',
  });
  cpSync(demo, join(folder, 'test/fixtures/demo'), { recursive: true });
  const bundle = join(await builtCli(), 'smolfile.js');
  mkdirSync(join(folder, 'bin'));
  writeFileSync(join(folder, 'bin/smolfile'), `#!/bin/sh\nexec '${process.execPath}' '${bundle}' "$@"\n`, {
    mode: 0o755,
  });
  const env = { PATH: `${join(folder, 'bin')}:${process.env['PATH'] ?? ''}`, HOME: folder };
  const run = (line: string): SpawnSyncReturns<string> =>
    spawnSync('bash', ['-c', line], { cwd: folder, env, encoding: 'utf8', input: '' });
  const smolfile = join(folder, 'Smolfile');
  const sound = readFileSync(new URL('Smolfile', demo));
  writeFileSync(smolfile, sound);
  const { body } = JSON.parse(run('smolfile resolve --format api Smolfile -- --name web').stdout) as {
    body: object;
  };
  writeFileSync(join(folder, 'body.json'), JSON.stringify(body));
  const lines = new Set(
    shell.flatMap(({ text }) => text.split('\n')).filter((line) => /^smolfile .*[^|\\]$/.test(line)),
  );
  expect(lines.size).toBeGreaterThan(20);
  const failed = Array.from(lines, (line) => {
    // What makes a Smolfile makes none where there is one.
    if (/^smolfile import(?!.*--check)/.test(line)) rmSync(smolfile, { force: true });
    else writeFileSync(smolfile, sound);
    return { line, ...run(line) };
    // Some show what is wrong with a file: that is 1.
  }).filter(({ status }) => status !== 0 && status !== 1);
  expect(failed.map(({ line, status, stderr }) => `${line}: ${status} ${stderr}`)).toEqual([]);
});

test('every line for a shell can be read by one', () => {
  const found = wrong(shell, ({ text }) =>
    thrown(() => execFileSync('bash', ['-n'], { input: text, stdio: ['pipe', 'pipe', 'pipe'] })),
  );
  expect(found).toEqual([]);
});

test('programs and data can be read by what reads them', () => {
  expect(of('js', 'ts').length).toBeGreaterThan(30);
  expect(
    wrong(of('js', 'ts'), ({ text }) => thrown(() => transformSync(text, { loader: 'ts', format: 'esm' }))),
  ).toEqual([]);
  const data = of('json').filter(({ page }) => !page.startsWith('rules/'));
  expect(wrong(data, ({ text }) => thrown(() => JSON.parse(text) as unknown))).toEqual([]);
  expect(wrong(of('yaml'), ({ text }) => parseDocument(text).errors.map(({ message }) => message))).toEqual(
    [],
  );
  const python = 'import ast, sys; ast.parse(sys.stdin.read())';
  expect(
    wrong(of('python'), ({ text }) =>
      thrown(() => execFileSync('python3', ['-c', python], { input: text, stdio: ['pipe', 'pipe', 'pipe'] })),
    ),
  ).toEqual([]);
});
