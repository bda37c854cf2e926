import { chmodSync, existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { NEWEST_RELEASE } from '@smolfile/core';
import { AS_RECORDED, folderWith, lintJson, smolfile, systemError } from './harness.ts';

const NEWEST = NEWEST_RELEASE.version;

const S = 'image = "alpine"\nnet = true\n';
const BROKEN = 'imge = "alpine"\nnet = true\n';
/** Accepted, but not as written: a warning and no error. */
const WARNED = `${S}[dev]\nvolumes = ["./missing:/data"]\n`;
const ESCAPE = '\u001b[';

describe('exit codes', () => {
  test.each([
    [S, [], 0],
    [BROKEN, [], 1],
    [BROKEN, ['--fail-on', 'never'], 0],
    [WARNED, [], 0],
    [WARNED, ['--fail-on', 'warning'], 1],
    [WARNED, ['--fail-on', 'info'], 1],
    [WARNED, ['--fail-on', 'warning', '--quiet'], 1],
    [WARNED, ['--fail-on', 'warning', '--no-fs'], 0],
  ])('%j with %j: %i', (Smolfile, argv, expected) => {
    const { code, stderr } = smolfile(['lint', ...argv], { files: { Smolfile } });
    expect({ code, stderr }).toEqual({ code: expected, stderr: '' });
  });
});

describe('choosing findings', () => {
  const files = { Smolfile: `imge = "x"\n${WARNED.replace('image = "alpine"\n', '')}ports = ["http"]\n` };
  const codes = (...argv: string[]): string[] =>
    lintJson(argv, { files }).json.files.flatMap(({ diagnostics }) => diagnostics.map(({ code }) => code));

  test('--select keeps, --ignore drops, and --ignore is the stronger', () => {
    expect(codes()).toEqual(expect.arrayContaining(['unknown-key', 'volume-source-missing', 'port-invalid']));
    expect(codes('--select', 'port-invalid,unknown-key')).toEqual(['unknown-key', 'port-invalid']);
    expect(codes('--select', 'port-invalid', '--ignore', 'port-invalid')).toEqual([]);
    expect(codes('--ignore', 'unknown-key')).not.toContain('unknown-key');
  });

  test('--select does not hide that a file is no TOML, or no text: the rules have seen too little of it', () => {
    const { json } = lintJson(['--select', 'port-invalid'], {
      files: { 'a.smolfile': 'imge = "x\n', 'b.smolfile': Uint8Array.of(0xff) },
    });
    expect(json.files.map(({ diagnostics }) => diagnostics.map(({ code }) => code))).toEqual([
      ['unterminated-string'],
      ['invalid-utf8'],
    ]);
  });

  test('--select sees comments that silence nothing, whatever else is not selected', () => {
    const Smolfile =
      '# smolfile-ignore-file port-invalid: a test\n# smolfile-ignore-file unknown-key: a test\nimge = 1\n';
    const { json } = lintJson(['--select', 'unused-suppression'], { files: { Smolfile } });
    expect(json.files[0]?.diagnostics).toMatchObject([
      { code: 'unused-suppression', range: { start: { line: 1 } } },
    ]);
  });

  test('--severity moves a code, for the exit code too', () => {
    expect(smolfile(['lint', '--severity', 'unknown-key=warning,port-invalid=info'], { files }).code).toBe(0);
    const { code, json } = lintJson(
      ['--severity=volume-source-missing=error', '--select=volume-source-missing'],
      { files },
    );
    expect(code).toBe(1);
    expect(json.files[0]?.diagnostics).toMatchObject([{ code: 'volume-source-missing', severity: 'error' }]);
  });

  test('what comments silence is counted, and not reported', () => {
    const { code, json } = lintJson([], {
      files: {
        Smolfile: `# smolfile-ignore port-invalid: as a test\n[dev]\nports = ["x"] # smolfile-ignore port-invalid: as a test\n`,
      },
    });
    expect(code).toBe(0);
    expect(json.summary['suppressed']).toBe(1);
  });

  test('--quiet leaves errors, and says what it hides', () => {
    const { json } = lintJson(['--quiet'], { files });
    expect(new Set(json.files[0]?.diagnostics.map(({ severity }) => severity))).toEqual(new Set(['error']));
    expect(json.summary).toMatchObject({ warnings: 0, infos: 0 });
    const { stdout } = smolfile(['lint', '-q', ...AS_RECORDED], { files: { Smolfile: WARNED } });
    expect(stdout).toBe('✓ 1 Smolfile, no errors, 1 more hidden by --quiet (smolvm 1.9.3)\n');
  });

  test.for(['pretty', 'concise', 'github', 'json', 'sarif'])(
    '--quiet shows what makes the check fail: %s',
    (format) => {
      const { code, stdout } = smolfile(
        ['lint', '-q', '--fail-on', 'info', '--format', format, ...AS_RECORDED],
        { files: { Smolfile: WARNED } },
      );
      expect(code).toBe(1);
      expect(stdout).toContain(warnedCode());
    },
  );
});

function warnedCode(): string {
  const { json } = lintJson([...AS_RECORDED], { files: { Smolfile: WARNED } });
  return json.files[0]!.diagnostics[0]!.code;
}

describe('targets', () => {
  test('a flag beats the comment, the comment beats the default', () => {
    const files = { 'a.smolfile': S, 'b.smolfile': `# smolfile: smolvm = "1.5.0"\n${S}` };
    const versions = (...argv: string[]): unknown => {
      const { json } = lintJson(argv, { files });
      return [json.smolvm, ...json.files.map(({ smolvm }) => smolvm)];
    };
    expect(versions()).toEqual([NEWEST, NEWEST, '1.5.0']);
    expect(versions('b.smolfile')).toEqual(['1.5.0', '1.5.0']);
    expect(versions('--smolvm-version', '1.2.0')).toEqual(['1.2.0', '1.2.0', '1.2.0']);
    expect(smolfile(['lint'], { files }).stdout).toContain(`(smolvm ${NEWEST}, 1.5.0)`);
  });

  test('--for chooses the commands; without it, the file does', () => {
    const commandsOf = (text: string, ...argv: string[]): unknown =>
      lintJson(argv, { files: { Smolfile: text } }).json.files[0]?.diagnostics[0]?.for;
    expect(commandsOf(BROKEN)).toEqual(['create', 'run']);
    expect(commandsOf(`${BROKEN}[artifact]\n`)).toEqual(['create', 'run', 'pack']);
    expect(commandsOf(BROKEN, '--for', 'run,create')).toEqual(['create', 'run']);
    expect(commandsOf(BROKEN, '--for', 'pack')).toEqual(['pack']);
  });
});

describe('concise', () => {
  test('is one line a finding, and nothing else', () => {
    const { stdout } = smolfile(['lint', '--format', 'concise', '--color', 'always'], {
      files: { Smolfile: '# 👍\nenv = ["👍", 2]\n"a\u202eb" = 1\n', 'b.smolfile': S },
    });
    expect(stdout.split('\n')).toEqual([
      expect.stringMatching(/^Smolfile:2:\d+: error\[[a-z-]+\] /),
      ...stdout
        .split('\n')
        .slice(1, -1)
        .map(() => expect.stringMatching(/^Smolfile:\d+:\d+: \w+\[[a-z-]+\] /) as string),
      '',
    ]);
    expect(stdout).toContain('Smolfile:2:13: error[type-mismatch]');
    expect(stdout).not.toContain('\u202e');
    expect(smolfile(['lint', '--format', 'concise'], { files: { Smolfile: S } }).stdout).toBe('');
  });
});

describe('reports in files', () => {
  test('go there alone, or beside one on standard output', () => {
    const cwd = folderWith({ Smolfile: BROKEN });
    expect(smolfile(['lint', '--format', 'json=out.json'], { cwd })).toMatchObject({
      code: 1,
      stdout: '',
      stderr: '',
    });
    expect(JSON.parse(readFileSync(join(cwd, 'out.json'), 'utf8'))).toMatchObject({ summary: { errors: 1 } });

    const argv = ['lint', '--format=concise', '--format', 'json=a=b.json', '--format', 'pretty=p.txt'];
    const { stdout } = smolfile([...argv, '--color', 'auto'], { cwd, terminal: 80 });
    expect(stdout).toMatch(/^Smolfile:1:1: /);
    expect(readdirSync(cwd).toSorted()).toEqual(['Smolfile', 'a=b.json', 'out.json', 'p.txt']);
    expect(readFileSync(join(cwd, 'p.txt'), 'utf8')).not.toContain(ESCAPE);
  });

  test('replace what was there, keeping its mode', () => {
    const cwd = folderWith({ Smolfile: BROKEN, 'real.json': 'old, and longer than what comes'.repeat(100) });
    chmodSync(join(cwd, 'real.json'), 0o640);
    smolfile(['lint', '--format', 'json=real.json'], { cwd });
    expect(JSON.parse(readFileSync(join(cwd, 'real.json'), 'utf8'))).toMatchObject({ formatVersion: 1 });
    expect(statSync(join(cwd, 'real.json')).mode & 0o777).toBe(0o640);
  });

  test.skipIf(process.platform === 'win32')('may be devices, which stay devices', () => {
    expect(smolfile(['lint', '--format', 'json=/dev/null'], { files: { Smolfile: S } }).code).toBe(0);
    expect(statSync('/dev/null').isCharacterDevice()).toBe(true);
  });

  test.each([
    ['no/such/out.json', 'no such file or directory'],
    ['Smolfile/out.json', 'a part of its path is not a directory'],
  ])('that cannot be written are a failure: %s', (file, reason) => {
    const { code, stderr } = smolfile(['lint', '--format', `json=${file}`], { files: { Smolfile: S } });
    expect({ code, stderr }).toEqual({ code: 3, stderr: `smolfile: cannot write ${file}: ${reason}\n` });
  });

  test('are never half there', () => {
    const cwd = folderWith({ Smolfile: BROKEN, 'out.json': 'old' });
    const { code, stderr } = smolfile(['lint', '--format', 'json=out.json'], {
      cwd,
      fs: ({ writeFileSync }) => ({
        writeFileSync: (path, text, options) => {
          writeFileSync(path, (text as string).slice(0, 20), options);
          throw systemError('ENOSPC', 28);
        },
      }),
    });
    expect({ code, stderr }).toEqual({
      code: 3,
      stderr: 'smolfile: cannot write out.json: no space is left on the device\n',
    });
    expect(readFileSync(join(cwd, 'out.json'), 'utf8')).toBe('old');
    expect(existsSync(join(cwd, 'out.json'))).toBe(true);
    expect(readdirSync(cwd).toSorted()).toEqual(['Smolfile', 'out.json']);
  });
});

describe('colours', () => {
  test.each([
    ['a pipe', {}, [], false],
    ['a terminal', { terminal: 80 }, [], true],
    ['a dumb terminal', { terminal: 80, env: { TERM: 'dumb' } }, [], false],
    ['a terminal with NO_COLOR', { terminal: 80, env: { NO_COLOR: '1' } }, [], false],
    ['a terminal with an empty NO_COLOR', { terminal: 80, env: { NO_COLOR: '' } }, [], true],
    ['a terminal with FORCE_COLOR=0', { terminal: 80, env: { FORCE_COLOR: '0' } }, [], false],
    ['a pipe with FORCE_COLOR', { env: { FORCE_COLOR: '1' } }, [], true],
    ['a pipe with FORCE_COLOR and NO_COLOR', { env: { FORCE_COLOR: '1', NO_COLOR: '1' } }, [], false],
    ['a pipe in CI', { env: { CI: 'true' } }, [], false],
    ['a pipe with --color always', { env: { NO_COLOR: '1' } }, ['--color', 'always'], true],
    [
      'a terminal with --color never',
      { terminal: 80, env: { FORCE_COLOR: '1' } },
      ['--color', 'never'],
      false,
    ],
  ])('%s', (_, world, argv, colored) => {
    const { stdout } = smolfile(['lint', ...argv], { ...world, files: { Smolfile: BROKEN } });
    expect(stdout.includes(ESCAPE)).toBe(colored);
  });

  test('never get into what programs read', () => {
    const world = { terminal: 80, files: { Smolfile: BROKEN } };
    expect(smolfile(['lint', '--format', 'json', '--color', 'always'], world).stdout).not.toContain(ESCAPE);
  });
});

test('the width is the terminal’s, and never too narrow to read', () => {
  const widest = (world: object): number => {
    const { stdout } = smolfile(['lint'], { ...world, files: { Smolfile: `imge = "${'x'.repeat(500)}"\n` } });
    const code = stdout.split('\n').filter((line) => /^\d+ \|/.test(line));
    return Math.max(...code.map((line) => line.length));
  };
  expect(widest({})).toBe(100);
  expect(widest({ terminal: 60, env: { NO_COLOR: '1' } })).toBe(60);
  expect(widest({ terminal: 10, env: { NO_COLOR: '1' } })).toBe(40);
  expect(widest({ terminal: 60, env: { NO_COLOR: '1', CI: '1' } })).toBe(100);
});

test.each([
  ['Smolfile', 'Smolfile'],
  ['./a/../Smolfile', 'Smolfile'],
  ['Smolfile', '.'],
])('a report is not written over a file that is checked: json=%s for %s', (file, path) => {
  const cwd = folderWith({ Smolfile: BROKEN, 'a/note.txt': '' });
  const { code, stdout, stderr } = smolfile(['lint', '--format', `json=${file}`, path], { cwd });
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toContain(`the report would be written over \`${file}\`, which is checked`);
  expect(readFileSync(join(cwd, 'Smolfile'), 'utf8')).toBe(BROKEN);
});

test('a report for `-` goes to standard output', () => {
  const cwd = folderWith({ Smolfile: BROKEN });
  const { stdout } = smolfile(['lint', '--format', 'json=-'], { cwd });
  expect(JSON.parse(stdout)).toMatchObject({ files: [{ path: 'Smolfile' }] });
  expect(readdirSync(cwd)).toEqual(['Smolfile']);
});
