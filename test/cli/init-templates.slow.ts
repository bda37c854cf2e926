/** `smolfile init` by what a folder is, by template, and on a terminal. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { COMMANDS, lint, parseSmolfile, RELEASES } from '@smolfile/core';
import { NO_READER } from '@smolfile/core/import';
import { newSmolfiles, TEMPLATE_NAMES } from '@smolfile/core/templates';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { folderWith, lintJson, smolfile } from './harness.ts';

interface Sample {
  readonly template: string;
  readonly files: Readonly<Record<string, string>>;
}

/** A folder for each kind of project, and what is chosen there. */
const PROJECTS: Readonly<Record<string, Sample>> = {
  'node-npm': {
    template: 'node',
    files: {
      'package.json':
        '{"engines": {"node": ">=18 <21"}, "scripts": {"start": "x"}, "dependencies": {"a": "1"}}',
      'package-lock.json': '{}',
    },
  },
  'node-pnpm': {
    template: 'node',
    files: {
      'package.json': '{"packageManager": "pnpm@9.15.4+sha512.abc", "main": "dist/server.js"}',
      'pnpm-lock.yaml': '',
      '.nvmrc': 'v22.11.0\n',
    },
  },
  bun: { template: 'node', files: { 'package.json': '{"scripts": {"dev": "x"}}', 'bun.lock': '' } },
  'python-uv': {
    template: 'python',
    files: {
      'pyproject.toml':
        '[project]\nname = "shop"\nrequires-python = ">=3.11,<3.13"\n[project.scripts]\nshop = "shop:main"\n',
      'uv.lock': '',
    },
  },
  'python-poetry': {
    template: 'python',
    files: {
      'pyproject.toml': '[tool.poetry.dependencies]\npython = "^3.10"\n',
      'poetry.lock': '',
      'app.py': '',
    },
  },
  django: { template: 'python', files: { 'requirements.txt': 'django\n', 'manage.py': '' } },
  go: {
    template: 'go',
    files: {
      'go.mod': 'module example.com/shop/v2\n\ngo 1.23.4\n\nrequire a.example/b v1.0.0\n',
      'cmd/shop/main.go': '',
    },
  },
  rust: {
    template: 'rust',
    files: {
      'Cargo.toml': '[package]\nname = "shop"\nedition = "2024"\nrust-version = "1.85"\n',
      'Cargo.lock': '',
      'src/main.rs': '',
    },
  },
  'ci-of-node': {
    template: 'ci',
    files: {
      'package.json': '{"scripts": {"test": "x"}}',
      'package-lock.json': '{}',
      Dockerfile: 'FROM x\n',
    },
  },
  nothing: { template: 'starter', files: { 'notes.txt': '' } },
};

test.each(Object.entries(PROJECTS))('the file for %s', async (name, { template, files }) => {
  const given = template === 'ci' ? ['--template', 'ci'] : ['--yes'];
  const { code, stderr, cwd } = smolfile(['init', ...given], { files });
  expect(code).toBe(0);
  expect(stderr.includes(`(template ${template})`)).toBe(template !== 'starter' && template !== 'ci');
  expect(stderr.includes('There is Dockerfile, too')).toBe('Dockerfile' in files);
  const text = readFileSync(join(cwd, 'Smolfile'), 'utf8');
  await expect(text).toMatchFileSnapshot(`golden/init/${name}.smolfile`);
  for (const command of [[], ['--for', 'create'], ['--for', 'run']]) {
    expect(lintJson(command, { cwd }).json.files[0]?.diagnostics).toEqual([]);
  }
  expect(smolfile(['fmt', '--check'], { cwd }).code).toBe(0);
  for (const format of ['toml', 'flags'])
    expect(smolfile(['resolve', '--format', format], { cwd }).code).toBe(0);
});

/** What no file with `init` is free of in the oldest releases: their foreground runs forget it. */
const OLDEST = 'init-invisible-to-command';
/** What the comments of the templates say themselves: what `[dev]` and `[network]` are not for. */
const EXPLAINED = new Set(['dropped-by-pack', 'network-dropped-by-pack']);

test.each(TEMPLATE_NAMES)('template %s has no finding, for any command and release', (name) => {
  const { text = '' } = newSmolfiles(NO_READER).choices.find((choice) => choice.name === name) ?? {};
  const document = parseSmolfile(text);
  const found = RELEASES.flatMap(({ version }) =>
    COMMANDS.flatMap((command) =>
      lint(document, { smolvm: version, commands: [command] })
        .diagnostics.filter(({ code }) => code !== OLDEST && !(command === 'pack' && EXPLAINED.has(code)))
        .map(({ code }) => `${code} ${version}`),
    ),
  );
  expect(found).toEqual([]);
  expect(lint(document).diagnostics).toEqual([]);
});

test('the names that completions know are those of the templates', () => {
  expect(newSmolfiles(NO_READER).choices.map(({ name }) => name)).toEqual(TEMPLATE_NAMES);
  const { code, stderr } = smolfile(['init', '--template', 'pyton']);
  expect(code).toBe(2);
  expect(stderr).toContain('Did you mean `python`?');
  expect(stderr).toContain('`agent`');
});

test('--stdout prints and writes nothing, also where there is one', () => {
  const cwd = folderWith({ Smolfile: 'mine' });
  const { code, stdout, stderr } = smolfile(['init', '--stdout', '--template', 'web'], { cwd });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toContain('nginx');
  expect(readFileSync(join(cwd, 'Smolfile'), 'utf8')).toBe('mine');
});

test('a folder with a Dockerfile alone is imported', () => {
  const cwd = folderWith({ Dockerfile: 'FROM nginx:1.27\nEXPOSE 80\n' });
  const { stdout } = smolfile(['import', '-o', '-'], { cwd });
  expect(smolfile(['init', '--stdout'], { cwd }).stdout).toBe(stdout);
  expect(smolfile(['init'], { cwd }).code).toBe(0);
  expect(readFileSync(join(cwd, 'Smolfile'), 'utf8')).toBe(stdout);
  expect(smolfile(['init'], { cwd }).code).toBe(2);
});

describe('on a terminal', () => {
  const files = { 'go.mod': 'module x\n' };
  const told = (stdin: string, argv: readonly string[] = []) =>
    smolfile(['init', ...argv], { files, stdin, terminal: 80, answers: true });

  test.each([
    ['\n', 'golang:'],
    ['2\n', 'alpine:'],
    ['gpu\n', 'gpu = true'],
    [' WEB \n', 'nginx:'],
    ['nonsense\n99\npyton\npython\n', 'python:'],
  ])('%j', (stdin, contained) => {
    const { code, stdout, stderr, cwd } = told(stdin);
    expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
    expect(stderr).toContain('   1  go       a project of Go (detected: go.mod)\n');
    expect(readFileSync(join(cwd, 'Smolfile'), 'utf8')).toContain(contained);
  });

  test('Ctrl-D writes nothing', () => {
    for (const stdin of ['', 'nonsense\n']) {
      const { code, stderr, cwd } = told(stdin);
      expect(code).toBe(2);
      expect(stderr).toContain('nothing is written');
      expect(readdirSync(cwd)).toEqual(['go.mod']);
    }
  });

  test('what is answered already is not asked, nor is whoever cannot answer', () => {
    for (const argv of [['--yes'], ['--template', 'go']]) expect(told('', argv).stderr).not.toContain('[1]');
    expect(smolfile(['init'], { files, terminal: 80 }).stderr).not.toContain('[1]');
    const cwd = folderWith({ Smolfile: 'mine' });
    expect(smolfile(['init'], { cwd, terminal: 80, answers: true }).stderr).not.toContain('[1]');
  });
});

describe('what files say is data', () => {
  const nasty = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom(
      "a'b",
      'a"; rm -rf / #',
      'x\n[secrets]\n',
      '\u001B[31m',
      '../../stolen',
      '-e',
      "'''",
      '\u202E',
      '__proto__',
    ),
    fc.constantFrom('>=1 <0', '99999999999999999999', '^', '3.x', '~=3.11', '20 - 22', '!=3.13', '18 || 20'),
  );

  test('in JSON, TOML and lines', () => {
    fc.assert(
      fc.property(nasty, nasty, nasty, (one, two, three) => {
        const scripts = { [one]: two };
        const manifest = { main: one, engines: { node: two }, packageManager: `pnpm@${three}`, scripts };
        const files = new Map([
          ['package.json', JSON.stringify(manifest)],
          [
            'pyproject.toml',
            `[project]\nrequires-python = ${JSON.stringify(two)}\n[project.scripts]\n${JSON.stringify(one)} = "x"\n`,
          ],
          ['go.mod', `module ${one}\ngo ${two}\ntoolchain ${three}\n`],
          ['Cargo.toml', `[package]\nrust-version = ${JSON.stringify(one)}\n`],
          ['rust-toolchain', two],
        ]);
        const { choices } = newSmolfiles({
          kind: (path) => (files.has(path) ? 'file' : 'missing'),
          read: (path) => (files.has(path) ? { text: files.get(path)! } : undefined),
        });
        for (const { text } of choices) {
          expect(lint(parseSmolfile(text)).diagnostics).toEqual([]);
          expect(text).not.toMatch(/\p{Cf}|[^\P{Cc}\n]|rm -rf|stolen/u);
        }
      }),
      { numRuns: 50 },
    );
  });

  test.each([
    ['no JSON', '{'],
    ['a list', '[1]'],
    ['huge', `{"main": "${'x'.repeat(5 << 20)}"}`],
    ['deep', '['.repeat(100_000)],
  ])('%s', (_, text) => {
    const { code, cwd } = smolfile(['init'], { files: { 'package.json': text } });
    expect(code).toBe(0);
    expect(readFileSync(join(cwd, 'Smolfile'), 'utf8')).toContain('alpine');
  });
});
