import { execFileSync, spawn, spawnSync, type SpawnSyncReturns } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NEWEST_RELEASE } from '@smolfile/core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { builtCli } from './built.ts';

const folder = mkdtempSync(join(tmpdir(), 'smolfile-bundle-'));
const S = 'image = "alpine"\nnet = true\n';
/** Ten thousand findings: some megabytes of report. */
const MANY = `env = [\n${'1,\n'.repeat(10_000)}]\n`;
let bundle = '';

beforeAll(async () => {
  bundle = join(await builtCli(), 'smolfile.js');
  writeFileSync(join(folder, 'Smolfile'), S);
  writeFileSync(join(folder, 'broken.smolfile'), 'imge = "x"\n');
  writeFileSync(join(folder, 'many.smolfile'), MANY);
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true }));

function node(
  args: readonly string[],
  options: { input?: string; env?: NodeJS.ProcessEnv; cwd?: string } = {},
) {
  const { input, env = {}, cwd = folder } = options;
  return spawnSync(process.execPath, args, {
    cwd,
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], ...env },
    maxBuffer: 1 << 30,
    ...(input !== undefined && { input }),
  });
}

function smolfile(args: readonly string[], options = {}): SpawnSyncReturns<string> {
  return node([bundle, ...args], options);
}

describe('the file', () => {
  test('is executable, plain ASCII, and carries the licences of what is in it', () => {
    const text = readFileSync(bundle, 'utf8');
    expect(text).toMatch(/^#!\/usr\/bin\/env node\n/);
    expect(text).not.toMatch(/[\u0080-\uFFFF]/);
    expect(statSync(bundle).mode & 0o111).toBe(0o111);
    for (const name of [
      'ignore',
      'picomatch',
      'fdir',
      'tinyglobby',
      'picocolors',
      'string-width',
      'emoji-regex',
    ]) {
      expect(text).toContain(`\n${name} `);
    }
    expect(text.match(/Permission is hereby granted/g)?.length).toBeGreaterThan(8);
  });

  test.skipIf(process.platform === 'win32')('reads what the shell names: <(…) and /dev/stdin', () => {
    const script = `'${process.execPath}' '${bundle}' lint --format concise`;
    for (const call of [`${script} <(echo 'imge = 1')`, `echo 'imge = 1' | ${script} /dev/stdin`]) {
      const { status, stdout } = spawnSync('bash', ['-c', call], { encoding: 'utf8' });
      expect([status, stdout]).toEqual([1, expect.stringMatching(/^\/dev\/.*:1:1: error\[unknown-key\]/)]);
    }
  });

  test.each([
    ['nowhere in particular', undefined, '\n'],
    ['in a CommonJS package', '{ "type": "commonjs" }', '\n'],
    ['in an ESM package', '{ "type": "module" }', '\n'],
    ['as Git checks it out on Windows', undefined, '\r\n'],
  ])('runs alone, %s', (name, packageJson, end) => {
    const place = join(folder, name.replaceAll(' ', '-'));
    mkdirSync(place);
    writeFileSync(join(place, 'smolfile.js'), readFileSync(bundle, 'utf8').replaceAll('\n', end));
    if (packageJson !== undefined) writeFileSync(join(place, 'package.json'), packageJson);
    const run = (...args: string[]): SpawnSyncReturns<string> => node([join(place, 'smolfile.js'), ...args]);
    expect(run('lint', 'Smolfile')).toMatchObject({ status: 0, stderr: '' });
    expect(run('lint', '--color', 'always', '*en.smolfile')).toMatchObject({
      status: 1,
      stderr: '',
      stdout: expect.stringContaining('imge') as string,
    });
    expect(run('lint', '.', '--quiet', '--format', 'json')).toMatchObject({ status: 1, stderr: '' });
    expect(run('lint', '--formt')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('--format') as string,
    });
    expect(JSON.parse(run('schema', '--smolvm-version', '1.2.0').stdout)).toHaveProperty('properties.image');
  });

  test('runs by its name', () => {
    expect(execFileSync(bundle, ['--version'], { encoding: 'utf8' })).toMatch(/^smolfile \d/);
  });
});

describe('standard streams', () => {
  test('input is read to its end, also when it comes late', async () => {
    const child = spawn(process.execPath, [bundle, 'lint', '-', '--format', 'concise'], { cwd: folder });
    let stdout = '';
    child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
    child.stdin.write('image = "al');
    await new Promise((resolve) => {
      setTimeout(resolve, 300);
    });
    child.stdin.end(`pine"\nnet = true\nimge = 1\n${'# x\n'.repeat(100_000)}`);
    const code = await new Promise((resolve) => {
      child.on('close', resolve);
    });
    expect({ code, stdout }).toEqual({
      code: 1,
      stdout: expect.stringMatching(/^<stdin>:3:1: .*\n$/) as string,
    });
  });

  test.skipIf(process.platform === 'win32')('large output to a slow reader arrives whole', () => {
    const command = `"${process.execPath}" "${bundle}" lint --format json many.smolfile | (sleep 0.5; cat)`;
    const stdout = execFileSync('sh', ['-c', command], { cwd: folder, encoding: 'utf8', maxBuffer: 1 << 30 });
    expect(stdout.length).toBeGreaterThan(3_000_000);
    expect((JSON.parse(stdout) as { summary: object }).summary).toMatchObject({ errors: 10_000 });
  });

  test('large output to a pipe that does not block arrives whole', async () => {
    // Node makes its own end of a child's pipe non-blocking; sharing it makes the grandchild's so, too.
    const script = `
      const { stdout } = process;
      stdout.write('');
      stdout._handle.setBlocking?.(false);
      require('node:child_process').spawnSync(process.execPath, ${JSON.stringify([bundle, 'lint', '--format', 'json', 'many.smolfile'])}, { stdio: 'inherit' });
    `;
    const child = spawn(process.execPath, ['-e', script], { cwd: folder });
    const chunks: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    await new Promise((resolve) => {
      child.on('close', resolve);
    });
    expect(JSON.parse(Buffer.concat(chunks).toString())).toMatchObject({ summary: { errors: 10_000 } });
  });

  test.skipIf(process.platform === 'win32')('a closed pipe is no error, and changes no exit code', () => {
    for (const format of ['pretty', 'concise', 'json']) {
      const command = `{ "${process.execPath}" "${bundle}" lint --format ${format} many.smolfile; echo "exit $?" >&2; } | head -n 1`;
      const { stdout, stderr } = spawnSync('bash', ['-c', command], { cwd: folder, encoding: 'utf8' });
      expect(stderr).toBe('exit 1\n');
      expect(stdout.split('\n')).toHaveLength(2);
    }
  });

  test.skipIf(process.platform !== 'linux')('a full disk is a failure with a reason', () => {
    const command = `"${process.execPath}" "${bundle}" lint Smolfile > /dev/full`;
    const { status, stderr } = spawnSync('sh', ['-c', command], { cwd: folder, encoding: 'utf8' });
    expect({ status, stderr }).toEqual({
      status: 3,
      stderr: 'smolfile: cannot write the results: no space is left on the device\n',
    });
  });

  test('no colours where nobody looks, unless they are forced', () => {
    const args = ['lint', 'broken.smolfile'];
    expect(smolfile(args).stdout).not.toContain('\u001b[');
    expect(smolfile(args, { env: { CI: 'true' } }).stdout).not.toContain('\u001b[');
    expect(smolfile(args, { env: { FORCE_COLOR: '1' } }).stdout).toContain('\u001b[31m');
  });

  test.skipIf(process.platform !== 'linux')('colours and the width of a real terminal', () => {
    const { stdout, error } = spawnSync(
      'script',
      ['-qec', `stty cols 60; "${process.execPath}" "${bundle}" lint broken.smolfile`, '/dev/null'],
      { cwd: folder, encoding: 'utf8', env: { PATH: process.env['PATH'], TERM: 'xterm' }, input: '' },
    );
    if (error) return; // no `script` here
    expect(stdout).toContain('\u001b[31m');
  });
});

test('bad input never shows a stack trace', () => {
  writeFileSync(join(folder, 'bad.bin'), Buffer.from([0xff, 0xfe, 0x00, 0x41]));
  for (const args of [['bad.bin'], ['gone'], ['--what'], ['--for', 'x'], ['Smolfile/x'], ['{a,b'], ['[']]) {
    const { stderr, status } = smolfile(['lint', ...args]);
    expect(status).toBeGreaterThan(0);
    expect(stderr).not.toMatch(/\n\s+at |Error:/);
  }
});

describe('what is kept of a run for the next', () => {
  let home: string;
  const kept = (): string[] =>
    readdirSync(join(home, '.cache/smolfile')).map((name) => join(home, '.cache/smolfile', name));
  const lintWith = (env: NodeJS.ProcessEnv = {}): void => {
    const plain = { HOME: home, SMOLFILE_NO_CACHE: '1', ...env };
    const { status, stdout, stderr } = smolfile(['lint', 'Smolfile'], { env: plain });
    expect({ status, stdout, stderr }).toEqual({
      status: 0,
      stdout: `✓ 1 Smolfile, no problems (smolvm ${NEWEST_RELEASE.version})\n`,
      stderr: '',
    });
  };
  const only = (): string => {
    const [path, ...others] = kept();
    expect(others).toEqual([]);
    return path!;
  };
  beforeEach(() => {
    home = mkdtempSync(join(folder, 'home-'));
  });

  test('is the compiled code, which the next run takes and leaves as it is', () => {
    lintWith();
    const path = only();
    const [before, text] = [statSync(path), readFileSync(path)];
    expect([before.mode & 0o777, statSync(join(path, '..')).mode & 0o777]).toEqual([0o600, 0o700]);
    lintWith();
    expect(statSync(only()).ino).toBe(before.ino);
    expect(readFileSync(path).equals(text)).toBe(true);
    // it is of this program and this Node
    expect(path).toContain(process.version);
  });

  test('is as much whatever the first file had', () => {
    writeFileSync(join(folder, 'tiny.smolfile'), 'cpus = 1\n');
    smolfile(['lint', 'tiny.smolfile', '--no-cache'], { env: { HOME: home } });
    const tiny = statSync(only()).size;
    rmSync(only());
    lintWith();
    expect(tiny / statSync(only()).size).toBeCloseTo(1, 1);
  });

  const DAMAGES: Readonly<Record<string, (path: string) => void>> = {
    'is cut off': (path) => truncateSync(path, 100_000),
    'is empty': (path) => truncateSync(path, 0),
    'has another byte somewhere': (path) => {
      const text = readFileSync(path);
      text[40_000]! ^= 0x55;
      writeFileSync(path, text);
    },
    'is something else': (path) => writeFileSync(path, 'abab'),
    'can be written by others': (path) => chmodSync(path, 0o620),
    'is a pipe': (path) => {
      rmSync(path);
      execFileSync('mkfifo', ['-m', '600', path]);
    },
    'is a link': (path) => {
      renameSync(path, `${path}.other`);
      symlinkSync(`${path}.other`, path);
    },
  };
  test.skipIf(process.platform === 'win32').each(Object.keys(DAMAGES))(
    'is written anew where it %s',
    (damage) => {
      lintWith();
      const path = only();
      const sound = readFileSync(path).length;
      DAMAGES[damage]!(path);
      lintWith();
      const { mode, size } = lstatSync(path);
      expect(mode & 0o022).toBe(0);
      expect(size).toBeGreaterThan(sound / 2);
      const now = readFileSync(path);
      expect(now.subarray(0, now.length / 2).equals(now.subarray(now.length / 2))).toBe(true);
    },
  );

  test('is nothing where that is not wanted, not possible, or not worth it', () => {
    lintWith({ NODE_DISABLE_COMPILE_CACHE: '1' });
    lintWith({ XDG_CACHE_HOME: 'relative' });
    writeFileSync(join(home, 'file'), '');
    lintWith({ XDG_CACHE_HOME: join(home, 'file') });
    smolfile(['--version'], { env: { HOME: home } });
    expect(readdirSync(home)).toEqual(['file']);
    expect(readdirSync(folder).filter((name) => name === 'relative')).toEqual([]);
  });

  test('does not pile up: what is a month old goes', () => {
    lintWith();
    const [path] = kept();
    const old = join(path!, '../code-v1.bin');
    const month = new Date(Date.now() - 31 * 24 * 60 * 60 * 1000);
    renameSync(path!, old);
    utimesSync(old, month, month);
    lintWith();
    expect(only()).not.toBe(old);
  });
});

describe('what is installed', () => {
  let dist: string;
  let home: string;
  const start = (argv: readonly string[], env: NodeJS.ProcessEnv = {}, cwd = folder) =>
    node([join(dist, 'start.js'), ...argv], { env: { HOME: home, ...env }, cwd });
  beforeEach(async () => {
    home = mkdtempSync(join(folder, 'home-'));
    dist = mkdtempSync(join(folder, 'dist-'));
    cpSync(await builtCli(), dist, { recursive: true });
  });

  test('is executable, plain ASCII, and carries the licences of what is in it', () => {
    const text = readFileSync(join(dist, 'start.js'), 'utf8');
    expect(text).toMatch(/^#!\/usr\/bin\/env node\n/);
    expect(text).not.toMatch(/[\u0080-\uFFFF]/);
    expect(statSync(join(dist, 'start.js')).mode & 0o111).toBe(0o111);
    for (const name of ['ignore', 'js-sha256', 'picocolors']) expect(text).toContain(`\n${name} `);
  });

  const parts = ({ status, stdout, stderr }: SpawnSyncReturns<string>) => ({ status, stdout, stderr });

  test('says what the program says, before and after something is known, without it in the end', () => {
    const cwd = mkdtempSync(join(folder, 'work-'));
    mkdirSync(join(cwd, 'a/b'), { recursive: true });
    writeFileSync(join(cwd, 'a/Smolfile'), 'image = "alpine:3.20"\nnet = true\n');
    writeFileSync(
      join(cwd, 'a/b/old.smolfile'),
      '# smolfile: smolvm = "1.14.0"\nimage = "alpine:3.20"\nnet = true\n',
    );
    writeFileSync(join(cwd, 'advice.smolfile'), `${S}[network]\nallow_hosts = ["a.example", "a.example"]\n`);
    writeFileSync(join(cwd, 'broken.smolfile'), 'imge = "x"\n');
    writeFileSync(join(cwd, '.gitignore'), 'broken*\n');
    const calls: readonly (readonly [argv: readonly string[], isKnown: boolean])[] = [
      [['lint', 'a'], true],
      [['lint', 'a/Smolfile'], true],
      [['lint', '--no-fs', 'a/b/', 'a/Smolfile'], true],
      [['lint', '-q'], true],
      [['lint', '--quiet', 'a', 'advice.smolfile'], true],
      [['lint'], true],
      [['lint', 'broken.smolfile', '--quiet'], true],
      [['lint', 'a', '--format', 'json'], true],
      [['lint', 'advice.smolfile', '--fail-on=info', '--color=always'], true],
      [['lint', 'a', '--format', 'json=report.json'], false],
      [['lint', 'a', '--select', 'unknown-key'], false],
      [['lint', 'nothing'], false],
      [['lint', 'a/*.smolfile'], false],
      [['lint', '--', 'a'], false],
      [['lint', '-q', '--quiet', 'a'], false],
      [['lint', '--quiet', '--quiet', 'a'], false],
      [['lint', '--no-such'], false],
      [['lint', ''], false],
      [['explain', 'port-invalid'], false],
    ];
    const inOthers: readonly (readonly [env: NodeJS.ProcessEnv, isKnown: boolean])[] = [
      [{ FORCE_COLOR: '1' }, true],
      [{ GITHUB_ACTIONS: 'true' }, false],
      [{ SMOLFILE_NO_CACHE: '1' }, false],
    ];
    const all = [
      ...calls.map(([argv, isKnown]) => ({ argv, env: {}, isKnown })),
      ...inOthers.map(([env, isKnown]) => ({ argv: ['lint', 'a'], env, isKnown })),
    ].map((call) => {
      const env = { ...call.env, SMOLFILE_NO_CACHE: '1' };
      return { ...call, expected: parts(node([bundle, ...call.argv], { env, cwd })) };
    });
    for (let round = 0; round < 2; round++) {
      for (const { argv, env, expected } of all)
        expect(parts(start(argv, env, cwd)), argv.join(' ')).toEqual(expected);
    }
    const program = join(dist, 'smolfile.js');
    rmSync(program);
    const stderr = `smolfile: cannot read ${program}, a part of this program: install it again\n`;
    for (const { argv, env, isKnown, expected } of all) {
      const said = parts(start(argv, env, cwd));
      expect(said, argv.join(' ')).toEqual(isKnown ? expected : { status: 3, stdout: '', stderr });
    }
  });

  test('loads next to nothing where all is known', () => {
    start(['lint', 'Smolfile', '--quiet']);
    const probe = join(folder, 'probe-start.cjs');
    writeFileSync(
      probe,
      `const before = new Set(process.moduleLoadList);
       process.on('exit', () => require('node:fs').writeSync(2, process.moduleLoadList.filter((name) => !before.has(name)).join()));
       process.argv.splice(1, 1);
       require(process.argv[1]);`,
    );
    const argv = [probe, join(dist, 'start.js'), 'lint', 'Smolfile', '--quiet'];
    const { stderr, stdout } = node(argv, { env: { HOME: home } });
    expect(stdout).toMatch(/^✓ 1 Smolfile, no /);
    // which compiles what answers from what was kept of it
    expect(stderr).toBe('NativeModule vm');
  });
});

describe('a start', () => {
  test('loads no built-in module that it does not need', () => {
    const probe = join(folder, 'probe.cjs');
    writeFileSync(
      probe,
      `const before = new Set(process.moduleLoadList);
       process.on('exit', () => require('node:fs').writeSync(2, process.moduleLoadList.filter((name) => !before.has(name)).join()));
       process.argv.splice(1, 1);
       require(process.argv[1]);`,
    );
    const { stderr, stdout } = node([probe, bundle, 'lint', 'Smolfile']);
    expect(stdout).toBe(`✓ 1 Smolfile, no problems (smolvm ${NEWEST_RELEASE.version})\n`);
    expect(stderr.split(',').filter((name) => !/parse_args|NativeModule vm/.test(name))).toEqual([]);
  });
});
