/** The executable for this machine: without Node, without anything beside it, and obeying nothing of where it is run. */
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { distribute } from '../../packages/cli/distribution/main.ts';
import {
  buildExecutables,
  executableName,
  TARGETS,
  thisTarget,
} from '../../packages/cli/executable/build.ts';
import { connected } from '../harness/connected.ts';
import { bundledPackages } from './notices.ts';
import { repository } from './place.ts';

const { version, clone } = inject('rehearsal');
const target = thisTarget()!;
const folder = mkdtempSync(join(tmpdir(), 'smolfile-executable-'));
let executable = '';

beforeAll(async () => {
  [executable = ''] = await buildExecutables([target], folder);
}, 400_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function place(files: Readonly<Record<string, string>> = { Smolfile: 'imge = 1\n' }): string {
  const cwd = mkdtempSync(join(folder, 'place-'));
  for (const [path, text] of Object.entries(files)) writeFileSync(join(cwd, path), text);
  return cwd;
}

function run(argv: readonly string[], cwd: string, env: NodeJS.ProcessEnv = {}) {
  return spawnSync(executable, argv, { cwd, encoding: 'utf8', env });
}

const sha256 = (path: string): string => createHash('sha256').update(readFileSync(path)).digest('hex');

test('does what the published file does', () => {
  const cwd = place();
  expect(run(['--version'], cwd).stdout).toMatch(new RegExp(`^smolfile ${version} `));
  const argv = ['lint', '--format', 'json'];
  const published = spawnSync(process.execPath, [join(clone, 'packages/cli/dist/smolfile.js'), ...argv], {
    cwd,
    encoding: 'utf8',
  });
  const { stdout, status } = run(argv, cwd);
  expect({ stdout, status }).toEqual({ stdout: published.stdout, status: 1 });
});

test('is the language server, and the one for agents', async () => {
  const child = spawn(executable, ['lsp'], { cwd: place(), env: {}, stdio: ['pipe', 'pipe', 'inherit'] });
  const { connection, end } = connected(child);
  const answer = await connection.sendRequest<{ serverInfo: object }>('initialize', {
    processId: null,
    rootUri: null,
    capabilities: {},
  });
  expect(answer.serverInfo).toEqual({ name: 'smolfile-language-server', version });
  const uri = 'file:///Smolfile';
  const found = new Promise<{ diagnostics: { code: string }[] }>((resolve) => {
    connection.onNotification('textDocument/publishDiagnostics', resolve);
  });
  await connection.sendNotification('initialized', {});
  await connection.sendNotification('textDocument/didOpen', {
    textDocument: { uri, languageId: 'smolfile', version: 1, text: 'imge = 1\n' },
  });
  expect((await found).diagnostics.map(({ code }) => code)).toContain('unknown-key');
  expect(await end()).toBe(0);
  expect(run(['mcp'], place())).toMatchObject({ status: 0, stdout: '', stderr: '' });
});

test('obeys no file of the folder that it is run in', () => {
  const evil = 'require("node:fs").writeFileSync("evil", "");\n';
  const cwd = place({
    Smolfile: 'imge = 1\n',
    '.env': 'FORCE_COLOR=1\nSMOLFILE_EVIL=1\n',
    'bunfig.toml': 'preload = ["./evil.js"]\n[run]\npreload = ["./evil.js"]\n',
    'evil.js': evil,
    'package.json': '{ "type": "module", "main": "evil.js", "imports": { "#x": "./evil.js" } }\n',
    'tsconfig.json': '{ "compilerOptions": { "paths": { "*": ["./evil.js"] } } }\n',
  });
  for (const argv of [['lint'], ['fmt', '--check'], ['resolve', '-f', 'Smolfile'], ['mcp']]) {
    const { stdout, stderr } = run(argv, cwd);
    expect(stdout + stderr).not.toContain('\u001b[');
  }
  expect(spawnSync('ls', ['evil'], { cwd }).status).not.toBe(0);
});

test('carries the licences of all that is in it', async () => {
  const text = readFileSync(executable, 'latin1');
  const packages = (await bundledPackages()).filter(({ products }) => products.includes('smolfile'));
  expect(packages.length).toBeGreaterThan(10);
  expect(packages.filter(({ name, version: its }) => !text.includes(`\n${name} ${its} (`))).toEqual([]);
  expect(text).toContain('Bun (MIT, with parts under other licences)');
});

test('is the same when it is built again, and says nothing of the machine that built it', async () => {
  const [again = ''] = await buildExecutables([target], join(folder, 'again'));
  expect(sha256(again)).toBe(sha256(executable));
  const text = readFileSync(executable, 'latin1');
  for (const path of [repository, clone, folder]) expect(text.includes(path)).toBe(false);
}, 400_000);

describe.skipIf(process.platform !== 'linux')('what is given away', () => {
  let out = '';
  beforeAll(() => {
    out = join(folder, 'out');
    distribute(folder, out, join(clone, 'packages/cli/dist'));
  });

  test('an archive with licences, manual page and a hash', () => {
    const name = `smolfile-${version}-${target.name}.tar.gz`;
    const listed = execFileSync('tar', ['-tzf', join(out, name)], { encoding: 'utf8' })
      .trim()
      .split('\n');
    expect(listed).toEqual(['./', './LICENSE', './THIRD_PARTY_NOTICES.txt', './smolfile', './smolfile.1']);
    execFileSync('sha256sum', ['--check', '--strict', '--quiet', 'SHA256SUMS'], { cwd: out });
    const megabytes = (path: string): string => `${(statSync(path).size / 1e6).toFixed(0)} MB`;
    process.stdout.write(`executable: ${megabytes(executable)}, archive ${megabytes(join(out, name))}\n`);
  });

  test('a formula for Homebrew', () => {
    const text = readFileSync(join(out, 'homebrew/smolfile.rb'), 'utf8');
    expect(text).toContain(`version "${version}"`);
    expect(text).toContain(sha256(join(out, `smolfile-${version}-${target.name}.tar.gz`)));
    const ruby = spawnSync('ruby', ['-c'], { input: text, encoding: 'utf8' });
    if (ruby.error) process.stdout.write('formula: not read by Ruby, which is not here\n');
    else expect(ruby).toMatchObject({ status: 0 });
  });

  test('a container that needs nothing but what its base has, and no right to write', () => {
    const dockerfile = readFileSync(join(out, 'container/Dockerfile'), 'utf8');
    expect(dockerfile).toMatch(/^FROM \S+@sha256:[\da-f]{64}$/m);
    expect(dockerfile).toMatch(/^USER 65532:65532$/m);
    for (const [, sources = ''] of dockerfile.matchAll(/^COPY --chmod=\d+ (.*) \S+$/gm)) {
      for (const source of sources.replace('${TARGETARCH}', 'amd64').split(' '))
        expect(statSync(join(out, 'container', source)).isFile()).toBe(true);
    }
    if (process.getuid?.() !== 0) return;
    // No engine is needed for a root of the same content: the C library, which the base has, and the executable.
    const root = join(folder, 'root');
    const linked = execFileSync('ldd', [executable], { encoding: 'utf8' });
    const libraries = Array.from(linked.matchAll(/(\/\S+) \(0x/g), ([, path = '']) => path);
    expect(libraries.map((path) => path.replace(/^.*\//, '')).toSorted()).toEqual([
      'ld-linux-x86-64.so.2',
      'libc.so.6',
      'libdl.so.2',
      'libm.so.6',
      'libpthread.so.0',
    ]);
    for (const path of libraries) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      copyFileSync(path, join(root, path));
    }
    for (const name of ['work', 'proc']) mkdirSync(join(root, name));
    copyFileSync(executable, join(root, 'smolfile'));
    writeFileSync(join(root, 'work/Smolfile'), 'imge = 1\n');
    // as an engine runs it with `--read-only --network none`
    const script = `mount --bind "$1" "$1" && mount -t proc proc "$1/proc" && mount -o remount,ro,bind "$1" &&
      exec chroot --userspec=65532:65532 "$1" /smolfile lint --format concise /work`;
    const argv = ['--mount', '--net', 'sh', '-c', script, 'sh', root];
    const { status, stdout, stderr } = spawnSync('unshare', argv, {
      encoding: 'utf8',
      env: { PATH: process.env['PATH'] },
    });
    expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
    expect(stdout).toContain('error[unknown-key]');
  });
});

test('holds its programs compiled, so that they are not compiled at each start', () => {
  // how the bundler marks what has bytecode beside it; the first line is that of the program
  expect(readFileSync(executable).includes('node\n// @bun @bytecode @bun-cjs\n(function(')).toBe(true);
});

test('every kind of machine has its runtime and its name', () => {
  const names = TARGETS.map(executableName);
  expect(new Set(names).size).toBe(8);
  for (const { integrity, package: name } of TARGETS) {
    expect(integrity).toMatch(/^sha512-[\w+/]{86}==$/);
    expect(name).toMatch(/^@oven\/bun-/);
  }
});
