import { spawnSync } from 'node:child_process';
import { appendFileSync, chmodSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folderWith, lintJson, smolfile, systemError, type World } from './harness.ts';

/** One safe fix, one unsafe one, and a finding that has none. */
const FIXABLE = 'image = "alpine"\nnet = true\ncpus = "2"\nmemry = 512\nimge = { a = 1 }\n';
const SAFE = FIXABLE.replace('"2"', '2');

function fixed(text: string | Uint8Array, argv: readonly string[] = ['--fix'], world: World = {}) {
  const cwd = folderWith({ Smolfile: text });
  const outcome = smolfile(['lint', ...argv], { ...world, cwd });
  return { ...outcome, text: readFileSync(join(cwd, 'Smolfile'), 'utf8') };
}

describe('--fix', () => {
  test('applies what is certain, reports what remains, and says how much it did', () => {
    const { code, stdout, stderr, text } = fixed(FIXABLE, ['--fix', '--format', 'concise']);
    expect(text).toBe(SAFE);
    expect(code).toBe(1);
    expect(stdout.match(/error\[[a-z-]+\]/g)).toEqual(['error[unknown-key]', 'error[unknown-key]']);
    expect(stderr).toBe('smolfile: fixed 1 finding in 1 file; 1 more finding with `--unsafe-fixes`\n');
  });

  test('with --unsafe-fixes also what is likely', () => {
    const { text, stderr } = fixed(FIXABLE, ['--fix', '--unsafe-fixes']);
    expect(text).toContain('memory = 512');
    expect(stderr).toMatch(/fixed [23] findings in 1 file/);
  });

  test('says what the likely ones would be', () => {
    const text = '[env]\nA = "b"\n';
    expect(fixed(text).stderr).toBe('smolfile: nothing was fixed; 1 more finding with `--unsafe-fixes`\n');
    expect(fixed(text, ['--fix', '--unsafe-fixes'])).toMatchObject({ code: 0, text: 'env = ["A=b"]\n' });
  });

  test('exits with 0 when nothing remains', () => {
    expect(fixed('image = "a"\nnet = true\ncpus = "2"\n')).toMatchObject({
      code: 0,
      text: 'image = "a"\nnet = true\ncpus = 2\n',
    });
    expect(fixed('image = "a"\nnet = true\n')).toMatchObject({
      code: 0,
      stderr: 'smolfile: nothing was fixed\n',
    });
  });

  test('counts in JSON, too', () => {
    const { stdout } = fixed(FIXABLE, ['--fix', '--format=json']);
    expect(JSON.parse(stdout)).toMatchObject({ summary: { fixed: 1, errors: 2 } });
  });

  test('mends only what is selected, and not what is ignored, switched off or silenced', () => {
    expect(fixed(FIXABLE, ['--fix', '--select', 'port-invalid']).text).toBe(FIXABLE);
    expect(fixed(FIXABLE, ['--fix', '--ignore', 'type-mismatch']).text).toBe(FIXABLE);
    const silenced = FIXABLE.replace('"2"', '"2" # smolfile-ignore type-mismatch: a test');
    expect(fixed(silenced).text).toBe(silenced);
    const cwd = folderWith({
      Smolfile: FIXABLE,
      'smolfile.config.toml': 'severity = { type-mismatch = "off" }',
    });
    smolfile(['lint', '--fix'], { cwd });
    expect(readFileSync(join(cwd, 'Smolfile'), 'utf8')).toBe(FIXABLE);
  });

  test.each([
    ['CRLF', FIXABLE.replaceAll('\n', '\r\n'), SAFE.replaceAll('\n', '\r\n')],
    ['a byte order mark', `\uFEFF${FIXABLE}`, `\uFEFF${SAFE}`],
    ['no line break at the end', FIXABLE.trimEnd(), SAFE.trimEnd()],
    ['comments and odd spacing', '# 👍\r\ncpus   =  "2"  # two\r\n', '# 👍\r\ncpus   =  2  # two\r\n'],
  ])('keeps %s', (_, before, after) => {
    expect(fixed(before).text).toBe(after);
  });

  test('in several passes, until nothing is left to fix', () => {
    const { text, cwd } = fixed(FIXABLE, ['--fix', '--unsafe-fixes']);
    expect(smolfile(['lint', '--fix', '--unsafe-fixes'], { cwd }).stderr).toBe(
      'smolfile: nothing was fixed\n',
    );
    expect(readFileSync(join(cwd, 'Smolfile'), 'utf8')).toBe(text);
  });
});

describe('the file', () => {
  test('keeps its mode', () => {
    const cwd = folderWith({ 'real/Smolfile': FIXABLE });
    chmodSync(join(cwd, 'real/Smolfile'), 0o751);
    smolfile(['lint', '--fix', 'real/Smolfile'], { cwd });
    expect(readFileSync(join(cwd, 'real/Smolfile'), 'utf8')).toBe(SAFE);
    expect(statSync(join(cwd, 'real/Smolfile')).mode & 0o777).toBe(0o751);
    expect(readdirSync(join(cwd, 'real'))).toEqual(['Smolfile']);
  });

  test('keeps its owner, where we may give files away', () => {
    if (process.getuid?.() !== 0) return console.warn('not the superuser: owners are not tested');
    const cwd = folderWith({ Smolfile: FIXABLE });
    spawnSync('chown', ['1234:4321', join(cwd, 'Smolfile')]);
    smolfile(['lint', '--fix'], { cwd });
    expect(statSync(join(cwd, 'Smolfile'))).toMatchObject({ uid: 1234, gid: 4321 });
  });

  test('is not touched when nothing changes', () => {
    const touched: unknown[] = [];
    fixed('image = "a"\nnet = true\n', ['--fix'], {
      fs: () => ({ renameSync: (path) => void touched.push(path) }),
    });
    expect(touched).toEqual([]);
  });

  test('that is write-protected stays, and says so', () => {
    const cwd = folderWith({ Smolfile: FIXABLE, 'b.smolfile': FIXABLE });
    chmodSync(join(cwd, 'Smolfile'), 0o444);
    const { code, stderr, stdout } = smolfile(['lint', '--fix', '--quiet', '--format', 'concise'], { cwd });
    expect(code).toBe(3);
    // what could not be fixed is still found
    expect(stdout).toMatch(/^Smolfile:\d+:\d+: error\[/);
    expect(stderr).toBe(
      'smolfile: cannot fix Smolfile: it is write-protected\nsmolfile: fixed 1 finding in 1 file; 2 more findings with `--unsafe-fixes`\n',
    );
    expect(readFileSync(join(cwd, 'Smolfile'), 'utf8')).toBe(FIXABLE);
    expect(readFileSync(join(cwd, 'b.smolfile'), 'utf8')).toBe(SAFE);
  });

  test.each([
    ['the folder is', 'writeFileSync', 'EACCES', 'permission denied'],
    ['the disk is full for', 'writeFileSync', 'ENOSPC', 'no space is left on the device'],
    ['renaming fails for', 'renameSync', 'EIO', 'the disk reports an error'],
    ['somebody else protects', 'openSync', 'EPERM', 'operation not permitted'],
  ] as const)('stays whole when %s it', (_, call, code, reason) => {
    const { text, cwd, stderr, ...rest } = fixed(FIXABLE, ['--fix'], {
      fs: (real) => ({
        [call]: (...args: never[]) => {
          // Reading goes on; only what writes is refused.
          if (call === 'openSync' && args[1] !== 'r+')
            return (real[call] as (...all: unknown[]) => unknown)(...args);
          throw systemError(code, 1);
        },
      }),
    });
    expect({ text, code: rest.code }).toEqual({ text: FIXABLE, code: 3 });
    expect(stderr).toContain(`cannot fix Smolfile: ${reason}`);
    expect(readdirSync(cwd)).toEqual(['Smolfile']);
  });

  test('that somebody else changes meanwhile is theirs', () => {
    const cwd = folderWith({ Smolfile: FIXABLE });
    const { code, stderr } = smolfile(['lint', '--fix'], {
      cwd,
      fs: ({ writeFileSync: write }) => ({
        writeFileSync: (path, content, options) => {
          write(path, content, options);
          appendFileSync(join(cwd, 'Smolfile'), '# theirs\n');
        },
      }),
    });
    expect(readFileSync(join(cwd, 'Smolfile'), 'utf8')).toBe(`${FIXABLE}# theirs\n`);
    expect(code).toBe(3);
    expect(stderr).toContain('cannot fix Smolfile: it was changed by something else meanwhile; run again');
    expect(readdirSync(cwd)).toEqual(['Smolfile']);
  });

  test('that is no text is reported, and stays', () => {
    const { code, stdout, text } = fixed(Uint8Array.of(0x61, 0xff), ['--fix', '--format=concise']);
    expect({ code, stdout }).toEqual({ code: 1, stdout: expect.stringContaining('invalid-utf8') as string });
    expect(text).toBe('a\uFFFD');
  });
});

describe('--diff', () => {
  test('shows what --fix would do, and does nothing', async () => {
    const { code, stdout, stderr, text } = fixed(FIXABLE, ['--diff']);
    expect({ code, text, stderr }).toEqual({
      code: 1,
      text: FIXABLE,
      stderr: 'smolfile: would fix 1 finding in 1 file; 1 more finding with `--unsafe-fixes`\n',
    });
    await expect(stdout).toMatchFileSnapshot('golden/diff.txt');
    expect(fixed(SAFE, ['--diff', '--fix'])).toMatchObject({
      code: 0,
      stdout: '',
      stderr: 'smolfile: nothing to fix; 1 more finding with `--unsafe-fixes`\n',
    });
  });

  test.each([
    ['git', ['apply', '-']],
    ['patch', ['-p1', '--binary']],
  ])('%s applies it, for all files at once', (tool, args) => {
    const files = {
      Smolfile: FIXABLE,
      'a b/Smolfile': FIXABLE.replaceAll('\n', '\r\n'),
      'c.smolfile': FIXABLE.trimEnd(),
      'clean.smolfile': SAFE,
    };
    const cwd = folderWith(files);
    const { stdout } = smolfile(['lint', '--diff'], { cwd });
    const { status, stderr, error } = spawnSync(tool, args, { cwd, input: stdout, encoding: 'utf8' });
    if (error) return console.warn(`no ${tool} here: its reading of diffs is not tested`);
    expect({
      status,
      stderr: stderr.replaceAll(/.*(?:trailing whitespace|add whitespace errors).*\n|^cpus = 2\r?\n/gm, ''),
    }).toEqual({ status: 0, stderr: '' });
    expect(readFileSync(join(cwd, 'Smolfile'), 'utf8')).toBe(SAFE);
    expect(readFileSync(join(cwd, 'a b/Smolfile'), 'utf8')).toBe(SAFE.replaceAll('\n', '\r\n'));
    expect(readFileSync(join(cwd, 'c.smolfile'), 'utf8')).toBe(SAFE.trimEnd());
  });

  test('goes with reports in files, which are about the file as it is', () => {
    const { stdout, cwd } = fixed(FIXABLE, ['--diff', '--format', 'json=out.json']);
    expect(stdout).toMatch(/^--- a\/Smolfile\n/);
    expect(JSON.parse(readFileSync(join(cwd, 'out.json'), 'utf8'))).toMatchObject({
      summary: { errors: 3, fixed: 0 },
    });
  });

  test('is painted on a terminal, which obeys nothing in it', () => {
    const { stdout } = fixed('cpus = "2"\n# \u001b]0;x\u0007\n', ['--diff'], { terminal: 80 });
    expect(stdout).toContain('\u001b[31m-cpus');
    expect(stdout).toContain('<U+001B>]0;x<U+0007>');
  });
});

describe('standard input', () => {
  test('comes out fixed, and the report beside it', () => {
    const { code, stdout, stderr } = smolfile(['lint', '--fix', '-'], { stdin: FIXABLE });
    expect({ code, stdout }).toEqual({ code: 1, stdout: SAFE });
    expect(stderr).toContain('error[unknown-key]');
    expect(stderr).toContain('smolfile: fixed 1 finding in 1 file');
  });

  test('comes out as it was when there is nothing to fix', () => {
    expect(smolfile(['lint', '--fix', '-'], { stdin: '\uFEFFnet = true\r\n' }).stdout).toBe(
      '\uFEFFnet = true\r\n',
    );
  });

  test('that is no text does not come out at all', () => {
    const { code, stdout, stderr } = smolfile(['lint', '--fix', '-'], { stdin: Uint8Array.of(0xff) });
    expect({ code, stdout }).toEqual({ code: 3, stdout: '' });
    expect(stderr).toBe('smolfile: cannot fix standard input: it is no UTF-8 text, or too large\n');
  });

  test('has a diff, too', () => {
    expect(
      smolfile(['lint', '--diff', '-', '--stdin-filename', 'x/Smolfile'], { stdin: FIXABLE }).stdout,
    ).toMatch(/^--- a\/x\/Smolfile\n\+\+\+ b\/x\/Smolfile\n/);
  });
});

test('what is fixed lints as if it had been written so', () => {
  const { cwd } = fixed(FIXABLE);
  writeFileSync(join(cwd, 'b.smolfile'), SAFE);
  const { json } = lintJson([], { cwd });
  expect(json.files[0]?.diagnostics).toEqual(json.files[1]?.diagnostics);
});
