import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folderWith, lintedPaths, lintJson, smolfile, systemError } from './harness.ts';

const BROKEN = 'imge = "x"\n';
const CONFIG = 'smolfile.config.toml';

function codesOf(argv: readonly string[], files: Record<string, string>): Record<string, string[]> {
  const { json } = lintJson(argv, { files });
  return Object.fromEntries(
    json.files.map(({ path, diagnostics }) => [
      path,
      diagnostics.map(({ code, severity }) => `${severity} ${code}`),
    ]),
  );
}

describe('where it is found', () => {
  test('the nearest from each file upwards, alone: nothing is inherited', () => {
    const files = {
      [CONFIG]: '[severity]\nunknown-key = "warning"\ntype-mismatch = "off"\n',
      'a/b/Smolfile': BROKEN,
      'c/smolfile.config.json': '{ "severity": { "unknown-key": "info" } }',
      'c/d/Smolfile': `${BROKEN}cpus = "2"\n`,
      Smolfile: BROKEN,
    };
    expect(codesOf([], files)).toEqual({
      Smolfile: ['warning unknown-key'],
      'a/b/Smolfile': ['warning unknown-key'],
      'c/d/Smolfile': ['info unknown-key', 'error type-mismatch'],
    });
  });

  test('above the working directory, too', () => {
    const root = folderWith({ [CONFIG]: 'severity = { unknown-key = "off" }\n', 'a/Smolfile': BROKEN });
    expect(smolfile(['lint'], { cwd: `${root}/a` }).code).toBe(0);
  });

  test('two in one folder are one too many', () => {
    const { code, stderr } = smolfile(['lint'], {
      files: { [CONFIG]: '', 'smolfile.config.json': '{}', Smolfile: '' },
    });
    expect(code).toBe(2);
    expect(stderr).toContain(
      'has two configurations: smolfile.config.toml and smolfile.config.json\n  Keep one of them.',
    );
  });

  test('--config for all files, --no-config for none', () => {
    const files = {
      [CONFIG]: 'severity = { unknown-key = "off" }\n',
      'ci.toml':
        '[severity]\nunknown-key = "info"\n[[overrides]]\nfiles = ["a"]\nseverity = { unknown-key = "warning" }\n',
      Smolfile: BROKEN,
      'a/Smolfile': BROKEN,
    };
    expect(codesOf(['--config', 'ci.toml'], files)).toEqual({
      Smolfile: ['info unknown-key'],
      'a/Smolfile': ['warning unknown-key'],
    });
    expect(codesOf(['--no-config', 'Smolfile'], files)).toEqual({ Smolfile: ['error unknown-key'] });
    const { code, stderr } = smolfile(['lint', '--config', 'gone.toml'], { files });
    expect({ code, stderr }).toEqual({
      code: 3,
      stderr: 'smolfile: cannot read gone.toml: no such file or directory\n',
    });
  });

  test('standard input has the configuration of the place it is said to be', () => {
    const files = { [CONFIG]: '[[overrides]]\nfiles = ["a/*"]\nseverity = { unknown-key = "off" }\n' };
    expect(smolfile(['lint', '-'], { files, stdin: BROKEN }).code).toBe(1);
    expect(smolfile(['lint', '-', '--stdin-filename', 'a/Smolfile'], { files, stdin: BROKEN }).code).toBe(0);
  });

  test('looking for it costs one look a folder, however many files there are', () => {
    const looked: string[] = [];
    const files = Object.fromEntries(Array.from({ length: 20 }, (_, index) => [`a/${index}.smolfile`, '']));
    const { cwd } = smolfile(['lint'], {
      files,
      fs: ({ lstatSync }) => ({
        lstatSync: ((path: string, options: object) => {
          if (path.endsWith('smolfile.config.toml')) looked.push(path);
          return lstatSync(path, options);
        }) as typeof lstatSync,
      }),
    });
    const folders = cwd.split('/').filter(Boolean).length + 2;
    expect(looked).toHaveLength(folders);
  });
});

describe('what it decides', () => {
  test('the target: flag, comment, configuration, newest', () => {
    const files = {
      [CONFIG]: 'smolvm = "1.5.0"\nfor = ["pack"]\n',
      Smolfile: BROKEN,
      'pinned.smolfile': `# smolfile: smolvm = "1.6.0"\n${BROKEN}`,
      'latin1.smolfile': '',
    };
    const targets = (...argv: string[]): unknown =>
      lintJson(argv, { files: { ...files, 'latin1.smolfile': '\u00ff' } }).json.files.map(
        ({ path, smolvm, diagnostics }) => [path, smolvm, diagnostics[0]?.for],
      );
    expect(targets()).toEqual([
      ['Smolfile', '1.5.0', ['pack']],
      ['latin1.smolfile', '1.5.0', ['pack']],
      ['pinned.smolfile', '1.6.0', ['pack']],
    ]);
    expect(targets('--smolvm-version', '1.2.0', '--for', 'run')).toEqual([
      ['Smolfile', '1.2.0', ['run']],
      ['latin1.smolfile', '1.2.0', ['run']],
      ['pinned.smolfile', '1.2.0', ['run']],
    ]);
  });

  test('severities, which flags beat', () => {
    const files = {
      [CONFIG]: 'severity = { unknown-key = "off", port-invalid = "info" }\n',
      Smolfile: `${BROKEN}[dev]\nports = ["x"]\n`,
    };
    expect(codesOf([], files)).toEqual({ Smolfile: ['info port-invalid'] });
    expect(codesOf(['--severity', 'unknown-key=warning,port-invalid=error'], files)).toEqual({
      Smolfile: ['warning unknown-key', 'error port-invalid'],
    });
    // Who selects a code wants to see it.
    expect(codesOf(['--select', 'unknown-key'], files)).toEqual({ Smolfile: ['error unknown-key'] });
    expect(codesOf(['--select', 'port-invalid'], files)).toEqual({ Smolfile: ['info port-invalid'] });
  });

  test('the threshold, file by file', () => {
    const files = {
      [CONFIG]:
        'fail-on = "warning"\nseverity = { unknown-key = "warning" }\n[[overrides]]\nfiles = ["legacy"]\nfail-on = "never"\n',
      'legacy/Smolfile': BROKEN,
      'new/Smolfile': BROKEN,
    };
    expect(smolfile(['lint'], { files }).code).toBe(1);
    expect(smolfile(['lint', 'legacy'], { files }).code).toBe(0);
    expect(smolfile(['lint', 'new', '--fail-on', 'error'], { files }).code).toBe(0);
    expect(smolfile(['lint', 'legacy', '--fail-on', 'info'], { files }).code).toBe(1);
  });

  test('what a search leaves out, but not what is named', () => {
    const files = {
      [CONFIG]: 'ignore = ["fixtures", "/web/*.smolfile"]\n',
      'fixtures/Smolfile': '',
      'a/fixtures/b.smolfile': '',
      'web/a.smolfile': '',
      'web/sub/a.smolfile': '',
    };
    expect(lintedPaths([], { files })).toEqual(['web/sub/a.smolfile']);
    expect(lintedPaths(['*/*/*.smolfile'], { files })).toEqual(['web/sub/a.smolfile']);
    expect(lintedPaths(['fixtures/Smolfile', 'web/a.smolfile'], { files })).toEqual([
      'fixtures/Smolfile',
      'web/a.smolfile',
    ]);
    const { code, stderr } = smolfile(['lint', 'fixtures'], { files });
    expect(code).toBe(2);
    expect(stderr).toBe('smolfile: the configuration ignores every Smolfile that was found\n');
    expect(smolfile(['lint', 'fixtures', '--allow-empty'], { files })).toMatchObject({ code: 0, stderr: '' });
  });
});

describe('one that is wrong', () => {
  const files = {
    [CONFIG]: '# team\nsmolvn = "1.6.0"\n[severity]\nport-invalit = "off"\n',
    Smolfile: BROKEN,
  };

  test('is shown with its lines; nothing is checked', async () => {
    const { code, stdout, stderr } = smolfile(['lint'], { files });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    await expect(stderr).toMatchFileSnapshot('golden/config-broken.txt');
  });

  test('stops --fix before the first file, wherever it is', () => {
    const all = { Smolfile: 'image = "a"\nnet = true\ncpus = "2"\n', 'z/Smolfile': '', [`z/${CONFIG}`]: 'x' };
    const { code, cwd } = smolfile(['lint', '--fix', 'Smolfile', 'z/Smolfile'], { files: all });
    expect(code).toBe(2);
    expect(lintJson(['--no-config', 'Smolfile'], { cwd }).json.summary['errors']).toBe(1);
  });

  test.each([
    ['for', [1, 'x'], 'for[0]'],
    ['smolvm', '0.1', 'smolvm'],
  ])('in JSON, too: %s', (key, value, label) => {
    const { code, stderr } = smolfile(['lint'], {
      files: { 'smolfile.config.json': JSON.stringify({ [key]: value }), Smolfile: '' },
    });
    expect(code).toBe(2);
    expect(stderr).toContain(`\`${label}\``);
    expect(stderr).toContain('--> smolfile.config.json:1:');
    expect(stderr).not.toMatch(/\n\s+at /);
  });

  test.each([
    ['not UTF-8', Uint8Array.of(0x61, 0xff), 2, 'is not valid UTF-8 (byte 1)'],
    ['huge', '#'.repeat(1024 * 1024 + 1), 2, 'larger than 1 MiB'],
  ])('%s', (_, content, code, message) => {
    const outcome = smolfile(['lint'], { files: { [CONFIG]: content, Smolfile: '' } });
    expect(outcome.code).toBe(code);
    expect(outcome.stderr).toContain(message);
  });

  test('unreadable, or a folder', () => {
    const folder = smolfile(['lint'], { files: { [`${CONFIG}/`]: '', Smolfile: '' } });
    expect({ code: folder.code, stderr: folder.stderr }).toEqual({
      code: 3,
      stderr: `smolfile: cannot read ${CONFIG}: it is a directory, not a file\n`,
    });
    const closed = smolfile(['lint'], {
      files: { [CONFIG]: '', Smolfile: '' },
      fs: ({ openSync }) => ({
        openSync: (path, ...rest) => {
          if (String(path).endsWith(CONFIG)) throw systemError('EACCES', 13);
          return openSync(path, ...rest);
        },
      }),
    });
    expect(closed.stderr).toBe(`smolfile: cannot read ${CONFIG}: permission denied\n`);
  });

  test('hostile text in it is shown, not obeyed', () => {
    const { stderr } = smolfile(['lint'], {
      files: { [CONFIG]: '"a\u202eb" = 1\n[severity]\n"\u001b]0;x" = "off"\n', Smolfile: '' },
    });
    expect(stderr).not.toContain('\u202e');
    expect(stderr).not.toContain('\u001b');
  });
});

describe('what looks at the host', () => {
  const VOLUME = 'image = "a:1"\nnet = true\n[dev]\nvolumes = ["./nope:/data"]\n';
  const files = { [CONFIG]: 'host-checks = false\n', Smolfile: VOLUME };

  test('is off with host-checks = false, in lint and resolve', () => {
    expect(codesOf([], { Smolfile: VOLUME })['Smolfile']).toContain('warning volume-source-missing');
    expect(codesOf([], files)['Smolfile']).toEqual([]);
    expect(smolfile(['resolve'], { files: { Smolfile: VOLUME } }).code).toBe(1);
    expect(smolfile(['resolve'], { files }).code).toBe(0);
  });

  test('is never an unused suppression, wherever it is checked', () => {
    const text = VOLUME.replace('"]', '"] # smolfile-ignore volume-source-missing: made by the build');
    for (const world of [{ Smolfile: text }, { Smolfile: text, 'nope/': '' }, { ...files, Smolfile: text }])
      expect(codesOf([], world)['Smolfile']).toEqual([]);
  });
});

test('a configuration names a range as flags and comments do', () => {
  const files = { [CONFIG]: 'smolvm = ">=1.8 <1.9.3"\n', Smolfile: 'image = "a:1"\nnet = true\n' };
  expect(smolfile(['lint'], { files })).toMatchObject({ code: 0, stderr: '' });
});

describe('--force-exclude', () => {
  const files = { [CONFIG]: 'ignore = ["legacy"]\n', 'legacy/Smolfile': BROKEN, Smolfile: 'cpus=2\n' };

  test('leaves out what is named, and what is left is nothing to complain of', () => {
    expect(smolfile(['lint', 'legacy/Smolfile'], { files }).code).toBe(1);
    expect(smolfile(['lint', '--force-exclude', 'legacy/Smolfile'], { files }).code).toBe(0);
    const named = ['--force-exclude', 'legacy/Smolfile', 'Smolfile'];
    expect(lintedPaths(named, { files })).toEqual(['Smolfile']);
  });

  test.for([['fmt'], ['lint', '--fix']])('nothing ignored is rewritten: %j', ([command, ...rest]) => {
    const cwd = folderWith({ ...files, 'legacy/Smolfile': 'cpus=2\nnet = "true"\n' });
    const legacy = () => readFileSync(join(cwd, 'legacy/Smolfile'), 'utf8');
    const { code } = smolfile([command!, ...rest, '--force-exclude', 'legacy/Smolfile'], { cwd });
    expect([code, legacy()]).toEqual([0, 'cpus=2\nnet = "true"\n']);
    smolfile([command!, ...rest, 'legacy/Smolfile'], { cwd });
    expect(legacy()).not.toBe('cpus=2\nnet = "true"\n');
  });
});
