/** What is published: looked at, installed in an empty folder and used there. */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { publint } from 'publint';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { bundledPackages } from './notices.ts';
import { repository, tool } from './place.ts';

interface Manifest {
  readonly version: string;
  readonly bin?: Readonly<Record<string, string>>;
  readonly dependencies?: object;
  readonly repository: { readonly directory: string };
}

const PACKAGES = [
  {
    folder: 'packages/core',
    name: '@smolfile/core',
    files: ['dist/import/index.js', 'dist/index.js'],
    others: /^dist\/(?:types\/[\w./-]+\.d\.ts|shared-\w+\.js|schemas\/[\w.-]+\.json)$/,
    bundles: ['dist/index.js'],
  },
  {
    folder: 'packages/cli',
    name: 'smolfile',
    files: [
      'dist/package.json',
      'dist/problem-matcher.json',
      'dist/smolfile-language-server.js',
      'dist/smolfile-mcp.js',
      'dist/smolfile.1',
      'dist/smolfile.js',
      'dist/start.js',
      'skill/SKILL.md',
      'skill/reference.md',
    ],
    others: undefined,
    bundles: [
      'dist/start.js',
      'dist/smolfile.js',
      'dist/smolfile-language-server.js',
      'dist/smolfile-mcp.js',
    ],
  },
  {
    folder: 'packages/language-server',
    name: '@smolfile/language-server',
    files: [
      'dist/package.json',
      'dist/smolfile-language-server.browser.js',
      'dist/smolfile-language-server.js',
    ],
    others: undefined,
    bundles: ['dist/smolfile-language-server.js', 'dist/smolfile-language-server.browser.js'],
  },
] as const;
const ALWAYS = ['LICENSE', 'README.md', 'package.json'];

const { tarballs } = inject('rehearsal');
let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'smolfile-published-'));
  writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
  const argv = ['install', '--offline', '--no-audit', '--no-fund', '--ignore-scripts'];
  execFileSync('npm', [...argv, ...Object.values(tarballs)], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function run(command: string, ...argv: string[]): { status: number | null; stdout: string; stderr: string } {
  return spawnSync(command, argv, { cwd: folder, encoding: 'utf8' });
}

function installed(name: string, path: string): string {
  return join(folder, 'node_modules', name, path);
}

describe.each(PACKAGES)('$name', ({ name, files, others, bundles, folder: source }) => {
  test('holds what it needs, and nothing else', () => {
    const listed = execFileSync('tar', ['-tzf', tarballs[name]], { encoding: 'utf8' })
      .trim()
      .split('\n')
      .map((path) => path.replace(/^package\//, ''));
    expect(listed.filter((path) => !others?.test(path)).toSorted()).toEqual([...files, ...ALWAYS].toSorted());
    const text = files.map((path) => readFileSync(installed(name, path), 'utf8')).join('\n');
    expect(text).not.toMatch(/^\/\/# sourceMappingURL=/m);
    // where something was observed: readers of the package do not have these documents
    const types = listed.filter((path) => path.endsWith('.d.ts'));
    const cited = types.filter((path) =>
      /\b(?:facts|values|releases)[\s*]+\d/.test(readFileSync(installed(name, path), 'utf8')),
    );
    expect(cited).toEqual([]);
  });

  test('has a manifest that is true', () => {
    const text = readFileSync(installed(name, 'package.json'), 'utf8');
    const manifest = JSON.parse(text) as Manifest;
    expect(text).not.toMatch(/workspace:|catalog:|\.\/src\//);
    expect(manifest.repository.directory).toBe(source);
    // All is in the bundle: what installs nothing else cannot be broken by others.
    expect(manifest.dependencies).toBeUndefined();
    for (const path of Object.values(manifest.bin ?? {}))
      expect(existsSync(installed(name, path))).toBe(true);
  });

  test('has nothing that publint would say', async () => {
    const tarball = Uint8Array.from(readFileSync(tarballs[name])).buffer;
    const { messages } = await publint({ pack: { tarball }, strict: true });
    expect(messages).toEqual([]);
  });

  test('has types that everyone finds who can import it, as far as it has any', () => {
    const argv = [tool('@arethetypeswrong/cli/dist/index.js'), tarballs[name], '--format', 'json'];
    const { analysis, problems = {} } = JSON.parse(run(process.execPath, ...argv).stdout) as {
      analysis: { types: false | object };
      problems?: Record<string, { kind: string; resolutionKind?: string }[]>;
    };
    expect(analysis.types !== false).toBe(name === '@smolfile/core');
    // It is an ES module: `require` of it, and resolution that knows no `exports`, are not promised.
    const promised = Object.values(problems)
      .flat()
      .filter(({ resolutionKind }) => resolutionKind !== 'node10' && resolutionKind !== 'node16-cjs');
    expect(promised).toEqual([]);
  });

  test('ends with the licences of what is in it, as THIRD_PARTY_NOTICES.md has them', async () => {
    const expected = (await bundledPackages())
      .filter(({ products }) => products.includes(name))
      .map((bundled) => `${bundled.name} ${bundled.version}`);
    const found = bundles.flatMap((path) => {
      const text = readFileSync(installed(name, path), 'utf8');
      const start = /\nThis (?:file|package) contains:\n(?![\s\S]*\nThis (?:file|package) contains:\n)/.exec(
        text,
      );
      const notices = text.slice(start?.index ?? text.length);
      return Array.from(
        notices.matchAll(/^(\S+ \d+\.\d+\.\d+\S*) \([\w.-]+\)$/gm),
        ([, bundled = '']) => bundled,
      );
    });
    expect([...new Set(found)].toSorted()).toEqual(expected.toSorted());
  });
});

describe('installed in an empty folder', () => {
  test('the commands run', () => {
    const { version } = JSON.parse(readFileSync(installed('smolfile', 'package.json'), 'utf8')) as Manifest;
    expect(run('npx', '--no-install', 'smolfile', '--version').stdout).toContain(version);
    expect(run('npx', '--no-install', 'smolfile-language-server', '--version').stdout).toContain(version);
    writeFileSync(join(folder, 'Smolfile'), 'imge = "alpine"\n');
    const { status, stdout } = run('npx', '--no-install', 'smolfile', 'lint', '--format', 'concise');
    expect({ status, stdout }).toEqual({
      status: 1,
      stdout: expect.stringContaining('Smolfile:1:1: error[unknown-key]') as string,
    });
    expect(run('npx', '--no-install', 'smolfile', 'schema').stdout).toContain('"$schema"');
    expect(run('npx', '--no-install', 'smolfile', 'lsp', '--help').status).toBe(0);
    // it ends with its input, which is empty
    expect(run('npx', '--no-install', 'smolfile', 'mcp')).toMatchObject({ status: 0, stdout: '' });
  });

  test.each([
    [
      'an ES module',
      'esm.mjs',
      "import { formatText } from '@smolfile/core'; console.log(formatText('a=1'));",
    ],
    [
      'CommonJS',
      'cjs.cjs',
      "import('@smolfile/core').then(({ formatText }) => console.log(formatText('a=1')));",
    ],
  ])('core is imported from %s', (_, file, code) => {
    writeFileSync(join(folder, file), code);
    expect(run(process.execPath, file)).toMatchObject({ status: 0, stdout: 'a = 1\n\n', stderr: '' });
  });

  test.each([
    ['node16', 'node16'],
    ['nodenext', 'nodenext'],
    ['esnext', 'bundler'],
  ])('its types are found with module %s, resolution %s', (module, resolution) => {
    const code = `import { lint, parseSmolfile, type Diagnostic, type LintOptions } from '@smolfile/core';
      const options: LintOptions = { smolvm: '1.2.0' };
      const found: readonly Diagnostic[] = lint(parseSmolfile(''), options).diagnostics;
      // @ts-expect-error: a severity is one of three
      export const wrong: 'fatal' = found[0]!.severity;
    `;
    writeFileSync(join(folder, 'consumer.mts'), code);
    const tsc = join(repository, 'node_modules/typescript/bin/tsc');
    const options = ['--noEmit', '--strict', '--target', 'es2023', '--types', '', '--module', module];
    const argv = [tsc, ...options, '--moduleResolution', resolution, 'consumer.mts'];
    expect(run(process.execPath, ...argv)).toMatchObject({ status: 0, stdout: '' });
  });

  test('the JSON Schemas are found', () => {
    const code = `import newest from '@smolfile/core/schemas/newest.schema.json' with { type: 'json' };
      import index from '@smolfile/core/schemas/index.json' with { type: 'json' };
      const files = index.schemas.map(({ file }) => import.meta.resolve('@smolfile/core/schemas/' + file));
      console.log(newest.$id, files.length, files.every((url) => fs.existsSync(new URL(url))));`;
    writeFileSync(join(folder, 'schema.mjs'), `import fs from 'node:fs';\n${code}`);
    const { $id } = JSON.parse(
      readFileSync(join(repository, 'schemas/versions/newest.schema.json'), 'utf8'),
    ) as { $id: string };
    const [id, count, areThere] = run(process.execPath, '--no-warnings', 'schema.mjs')
      .stdout.trim()
      .split(' ');
    expect({ id, areThere }).toEqual({ id: $id, areThere: 'true' });
    expect(Number(count)).toBeGreaterThan(18);
  });

  test('a browser’s worker is found', () => {
    const code = "console.log(require.resolve('@smolfile/language-server/browser'))";
    expect(run(process.execPath, '-e', code).stdout).toContain('smolfile-language-server.browser.js');
  });
});
