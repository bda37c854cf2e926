/** The published packages, installed from a registry by every installer that people have, on every Node they are for. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { NODES, PACKAGES, repository, tool } from './place.ts';

const { registry, version, clone } = inject('rehearsal');
const folder = mkdtempSync(join(tmpdir(), 'smolfile-installing-'));
const took: string[] = [];
let places = 0;

beforeAll(() => {
  // A package manager at work must not find what belongs to this repository or to who runs the tests.
  mkdirSync(join(folder, 'home'));
});
afterAll(() => {
  process.stdout.write(`installed: ${took.join(', ')}\n`);
  rmSync(folder, { recursive: true, force: true });
});

/** A clean folder with a broken Smolfile, as somebody who tries the tool has it. */
function cleanFolder(files: Readonly<Record<string, string>> = {}): string {
  const cwd = join(folder, `place-${places++}`);
  mkdirSync(cwd);
  writeFileSync(join(cwd, 'Smolfile'), 'imge = "alpine"\n');
  for (const [path, text] of Object.entries(files)) writeFileSync(join(cwd, path), text);
  return cwd;
}

/** Runs a program with a Node first on its PATH, and the registry and nothing else to ask. */
function on(node: string, cwd: string, command: string, ...argv: readonly string[]) {
  const start = performance.now();
  const global = join(cwd, 'global');
  const { status, stdout, stderr } = spawnSync(command, argv, {
    cwd,
    encoding: 'utf8',
    env: {
      PATH: [node, join(global, 'bin'), join(cwd, 'node_modules/.bin'), process.env['PATH']].join(delimiter),
      HOME: join(folder, 'home'),
      npm_config_registry: registry,
      npm_config_cache: join(folder, 'npm-cache'),
      npm_config_prefix: global,
      npm_config_update_notifier: 'false',
      npm_config_store_dir: join(folder, 'pnpm-store'),
      PNPM_HOME: join(global, 'bin'),
      YARN_REGISTRY: registry,
      YARN_CACHE_FOLDER: join(folder, 'yarn-cache'),
      YARN_NPM_REGISTRY_SERVER: registry,
      YARN_UNSAFE_HTTP_WHITELIST: '127.0.0.1',
      YARN_ENABLE_TELEMETRY: '0',
      YARN_ENABLE_GLOBAL_CACHE: '0',
      // what was published a minute ago is what is looked at
      YARN_NPM_MINIMAL_AGE_GATE: '0',
      // in a clone, where the manifest at the top says pnpm
      SKIP_YARN_COREPACK_CHECK: '1',
    },
  });
  return { status, stdout, stderr, seconds: (performance.now() - start) / 1000 };
}

function succeeds(name: string, answer: ReturnType<typeof on>): ReturnType<typeof on> {
  expect({ name, status: answer.status, ...(answer.status !== 0 && answer) }).toEqual({ name, status: 0 });
  took.push(`${name} ${answer.seconds.toFixed(1)} s`);
  return answer;
}

const FOUND = {
  status: 1,
  stdout: expect.stringContaining('Smolfile:1:1: error[unknown-key]') as string,
};
const LINT = ['lint', '--format', 'concise'] as const;
const IMPORT = `import { lint } from '@smolfile/core';
import { importSource } from '@smolfile/core/import';
import newest from '@smolfile/core/schemas/newest.schema.json' with { type: 'json' };
console.log(lint('imge = 1').diagnostics[0].code, typeof importSource, newest.type);\n`;
const IMPORTED = { status: 0, stdout: 'unknown-key function object\n' };
const PROJECT = { 'package.json': '{ "private": true }\n', 'program.mjs': IMPORT };
const EVERYTHING = Object.keys(PACKAGES);

/** How each installer is called, and what it takes to run what it installed. */
const INSTALLERS = {
  npm: {
    add: ['npm', 'install', '--no-audit', '--no-fund'],
    run: ['npx', '--no-install', 'smolfile'],
    once: ['npx', '--yes', 'smolfile'],
    node: ['node'],
  },
  pnpm: {
    add: ['node', tool('pnpm/bin/pnpm.cjs'), 'add'],
    run: ['node', tool('pnpm/bin/pnpm.cjs'), 'exec', 'smolfile'],
    once: ['node', tool('pnpm/bin/pnpm.cjs'), '--silent', 'dlx', 'smolfile'],
    node: ['node'],
  },
  'yarn 1': {
    add: ['node', tool('yarn/bin/yarn.js'), 'add', '--no-progress'],
    run: ['node', tool('yarn/bin/yarn.js'), '--silent', 'run', 'smolfile'],
    once: undefined,
    node: ['node'],
  },
  'yarn 4': {
    add: ['node', tool('@yarnpkg/cli-dist/bin/yarn.js'), 'add'],
    run: ['node', tool('@yarnpkg/cli-dist/bin/yarn.js'), 'run', 'smolfile'],
    once: ['node', tool('@yarnpkg/cli-dist/bin/yarn.js'), 'dlx', '--quiet', 'smolfile'],
    // no node_modules: it finds packages in its archives
    node: ['node', tool('@yarnpkg/cli-dist/bin/yarn.js'), 'node'],
  },
} as const satisfies Record<
  string,
  Record<'add' | 'run' | 'node', readonly string[]> & { once: readonly string[] | undefined }
>;

function call(node: string, cwd: string, words: readonly string[], ...more: readonly string[]) {
  const [command = '', ...argv] = words;
  return on(node, cwd, command, ...argv, ...more);
}

describe.each(Object.entries(NODES))('%s', (name, node) => {
  test('npm install -g smolfile', () => {
    const cwd = cleanFolder();
    succeeds(`${name}: npm install -g`, on(node, cwd, 'npm', 'install', '-g', 'smolfile'));
    expect(on(node, cwd, 'smolfile', '--version').stdout).toMatch(new RegExp(`^smolfile ${version} `));
    expect(on(node, cwd, 'smolfile', ...LINT)).toMatchObject(FOUND);
    expect(on(node, cwd, 'smolfile', 'lsp', '--help').status).toBe(0);
  });

  test.each(Object.entries(INSTALLERS))('%s', (installer, { add, run, once, node: program }) => {
    const cwd = cleanFolder(PROJECT);
    if (installer === 'yarn 4') writeFileSync(join(cwd, 'yarn.lock'), '');
    succeeds(`${name}: ${installer}`, call(node, cwd, add, ...EVERYTHING));
    expect(call(node, cwd, run, ...LINT)).toMatchObject(FOUND);
    expect(call(node, cwd, program, '--no-warnings', 'program.mjs')).toMatchObject(IMPORTED);
    if (once === undefined) return;
    const answer = call(node, cleanFolder(), once, ...LINT);
    expect(answer).toMatchObject(FOUND);
    took.push(`${name}: ${once.at(-2) === 'dlx' ? 'dlx' : installer} once ${answer.seconds.toFixed(1)} s`);
  });
});

test('what the README and CI.md say to type', () => {
  const read = (path: string): string => readFileSync(join(repository, path), 'utf8');
  const install = /\n## Install\n.*?```sh\n(.*?)```/s.exec(read('README.md'))?.[1] ?? '';
  const commands = install
    .trim()
    .split('\n')
    .map((line) => line.replace(/ +#.*$/, ''));
  expect(commands.length).toBeGreaterThan(2);
  const gitlab = /^ {4}- (npx .*)$/m.exec(read('CI.md'))?.[1] ?? '';
  const cwd = cleanFolder({ 'package.json': '{ "private": true }\n' });
  for (const command of [...commands, gitlab]) {
    const { status, stdout, stderr } = on(NODES['Node 22'], cwd, 'sh', '-c', command);
    // lint finds what is wrong in the folder
    const expected = / lint\b/.test(command) ? 1 : 0;
    expect({ command, status, said: status === expected ? '' : stdout + stderr }).toEqual({
      command,
      status: expected,
      said: '',
    });
  }
  for (const path of ['global/bin/smolfile', 'node_modules/@smolfile/core', 'gl-code-quality-report.json'])
    expect(existsSync(join(cwd, path))).toBe(true);
});

describe.each(Object.entries(PACKAGES))('%s by mistake', (_, source) => {
  test.each([
    ['npm publish', ['npm', 'publish']],
    ['npm pack', ['npm', 'pack']],
    ['yarn pack', ['node', tool('yarn/bin/yarn.js'), 'pack']],
  ])('%s is refused', (name, words) => {
    const { status, stdout, stderr } = call(NODES['Node 22'], join(clone, source), words);
    expect({ name, refused: status !== 0 }).toEqual({ name, refused: true });
    expect(stdout + stderr).toContain('Packages of this repository are packed by pnpm');
  });
});

test('nothing of the machine where it was made is in what is published', () => {
  const cwd = cleanFolder(PROJECT);
  succeeds('everything', call(NODES['Node 22'], cwd, INSTALLERS.npm.add, ...EVERYTHING));
  for (const place of [clone, repository, homedir(), tmpdir()].map((path) => path.replace(/\/$/, ''))) {
    // one that is a word of its own, not the beginning of a path in an example
    const { stdout } = spawnSync('grep', ['-rlwF', '--', `${place}/`, join(cwd, 'node_modules')], {
      encoding: 'utf8',
    });
    expect({ place, files: stdout }).toEqual({ place, files: '' });
  }
});
