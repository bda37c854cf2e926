import { describe, expect, test } from 'vitest';
import { commands } from '../../packages/cli/src/commands/index.ts';
import { smolfile } from './harness.ts';

const clean = { files: { Smolfile: 'image = "alpine"\nnet = true\n' } };

describe('help', () => {
  test.each([['--help'], ['-h'], ['help']])('%s goes to standard output', (flag) => {
    const { code, stdout, stderr } = smolfile([flag]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('Usage: smolfile COMMAND');
    expect(stdout).toContain('lint');
  });

  test('without arguments it goes to standard error, as wrong usage', () => {
    const { code, stdout, stderr } = smolfile([]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('Usage:');
  });

  test('of a command, in 80 columns, is the same however it is asked for', async () => {
    const { code, stdout } = smolfile(['lint', '--help']);
    expect(code).toBe(0);
    expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
    expect(smolfile(['help', 'lint']).stdout).toBe(stdout);
    expect(smolfile(['lint', 'a', '--quiet', '-h']).stdout).toBe(stdout);
    await expect(stdout).toMatchFileSnapshot('golden/help-lint.txt');
  });
});

describe('version', () => {
  test('for people', () => {
    expect(smolfile(['--version']).stdout).toMatch(
      /^smolfile \d+\.\d+\.\d+ \(smolvm 1\.2\.0 to \d+\.\d+\.\d+\)\n$/,
    );
    expect(smolfile(['-V']).code).toBe(0);
  });

  test('refuses what it does not know', () => {
    expect(smolfile(['--version', '--jsn'])).toMatchObject({ code: 2, stdout: '' });
  });
});

describe('wrong usage', () => {
  test.each([
    [['lnt'], 'unknown command `lnt`', 'Did you mean `lint`?'],
    [['Smolfile'], 'unknown command `Smolfile`', '`smolfile lint Smolfile`'],
    [['--versio'], 'unknown option `--versio`', 'Did you mean `--version`?'],
    [['help', 'lnt'], 'unknown command `lnt`', 'Did you mean `lint`?'],
    [['lint', '--formt', 'json'], 'unknown option `--formt`', 'Did you mean `--format`?'],
    [['lint', '-x'], 'unknown option `-x`', 'See `smolfile lint --help`.'],
    [['lint', '--quiet=yes'], '`--quiet` takes no value', 'yes'],
    [['lint', '--for'], '`--for` needs a value', '--for COMMAND'],
    [['lint', '--for', '--quiet'], 'is followed by `--quiet`', '`--for=--quiet`'],
    [['lint', '--for', 'creat'], 'does not know `creat`', 'Did you mean `create`?'],
    [['lint', '--for', 'create,rn'], 'does not know `rn`', 'Did you mean `run`?'],
    [['lint', '--fail-on', 'warnings'], 'does not know `warnings`', 'Did you mean `warning`?'],
    [['lint', '--fail-on='], '`--fail-on` needs a value', 'LEVEL'],
    [['lint', '--format', 'jsn'], '`--format` does not know `jsn`', 'Did you mean `json`?'],
    [['lint', '--format', 'json='], 'lacks a file name', 'json='],
    [['lint', '--format', 'json', '--format', 'pretty'], 'cannot share standard output', '=FILE'],
    [['lint', '--format', 'json=a', '--format', 'concise=a'], 'names the file `a` twice', ''],
    [['lint', '--smolvm-version', '1.1.9'], 'does not take `1.1.9`', '1.2.0 or newer'],
    [['lint', '--smolvm-version', 'latest'], 'does not take `latest`', '1.2.0 or newer'],
    [
      ['lint', '--select', 'port-invalit'],
      'does not know the code `port-invalit`',
      'Did you mean `port-invalid`?',
    ],
    [['lint', '--ignore', 'nonsense'], 'does not know the code `nonsense`', ''],
    [['lint', '--severity', 'port-invalid'], 'does not take `port-invalid`', 'CODE=LEVEL'],
    [['lint', '--severity', 'port-invalid=none'], 'severity `none`', 'or off'],
    [['lint', '--color', 'yes'], 'does not know `yes`', '`always`'],
    [['lint', ''], 'a PATH is empty', 'unset'],
    [['schema', 'Smolfile'], '`smolfile schema` does not take `Smolfile`', 'schema --help'],
    [['schema', '--smolvm-version', '0.9'], 'does not take `0.9`', '1.2.0'],
  ])('%j', (argv, message, help) => {
    const { code, stdout, stderr } = smolfile(argv, clean);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/^smolfile: /);
    expect(stderr).toContain(message);
    expect(stderr).toContain(help);
    expect(stderr).not.toMatch(/\n\s+at /);
  });

  test.each([
    [['--unsafe-fixes'], '`--unsafe-fixes` only says which fixes', '--diff'],
    [['--diff', '--format', 'json'], '`--diff` and a report cannot share standard output', 'json=FILE'],
    [['--statistics', '--format=sarif'], '`--statistics` and a report cannot share', 'sarif=FILE'],
    [['--config', 'a', '--no-config'], 'contradict each other', ''],
    [['--config='], '`--config` needs the name of a file', ''],
  ])('%j makes no sense together', (argv, message, help) => {
    const { code, stdout, stderr } = smolfile(['lint', ...argv], clean);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(message);
    expect(stderr).toContain(help);
  });
});

describe('spelling', () => {
  test('values may be lists, repeated, or stand after =', () => {
    const { stdout } = smolfile(['lint', '--for', 'create', '--for=pack,run', '--format=concise'], {
      files: { Smolfile: 'ports = ["x"]\n' },
    });
    expect(stdout).toContain('port-invalid');
  });

  test.for(
    commands.flatMap(({ name, options }) =>
      options
        .filter(({ value, repeatable }) => value !== undefined && !repeatable)
        .map((option) => [name, option] as const),
    ),
  )('%s: an option that takes one value is given once', ([command, { name, choices }]) => {
    const value = choices?.[0] ?? '1.9.3';
    const { code, stderr } = smolfile([command, `--${name}=${value}`, `--${name}=${value}`, '-'], {});
    expect(code).toBe(2);
    expect(stderr).toContain(`\`--${name}\` is given twice`);
  });

  test.for(['lint', 'fmt', 'resolve', 'compat'])(
    '%s: a name for standard input is wrong where that is not read',
    (command) => {
      const { code, stderr } = smolfile([command, '--stdin-filename', 'x', 'Smolfile'], {
        files: { Smolfile: '' },
      });
      expect([code, stderr]).toEqual([2, expect.stringContaining('pass `-`')]);
    },
  );

  test('files named like flags come after --', () => {
    const world = { files: { '--quiet': 'imge = 1\n', '-': 'image = 1\n' } };
    expect(smolfile(['lint', '--format', 'concise', '--', '--quiet'], world).stdout).toMatch(
      /^--quiet:1:1: /,
    );
    expect(smolfile(['lint', '--format', 'concise', './-'], world).stdout).toMatch(/^-:1:9: /);
  });
});
