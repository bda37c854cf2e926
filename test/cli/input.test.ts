import { execFileSync } from 'node:child_process';
import { openSync, truncateSync, closeSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { FileSystem } from 'smolfile';
import { folderWith, lintJson, smolfile, systemError } from './harness.ts';

const S = 'image = "alpine"\nnet = true\n';
const latin1 = Uint8Array.from([...Buffer.from('# a\nimage = "caf'), 0xe9, ...Buffer.from('"\n')]);

/** A file system in which one call fails for one path. */
function refusing(name: string, code: string, errno: number): (real: FileSystem) => Partial<FileSystem> {
  return ({ openSync: open }) => ({
    openSync: (path, ...rest) => {
      if (String(path).endsWith(name)) throw systemError(code, errno);
      return open(path, ...rest);
    },
  });
}

describe('what cannot be read', () => {
  test.each([
    [
      'a missing file',
      { files: { Smolfile: S } },
      'gone.toml',
      'cannot read gone.toml: no such file or directory',
    ],
    ['a missing folder', { files: { Smolfile: S } }, 'no/x', 'cannot read no/x: no such file or directory'],
    [
      'an unreadable file',
      { files: { Smolfile: S, secret: S }, fs: refusing('secret', 'EACCES', 13) },
      'secret',
      'cannot read secret: permission denied',
    ],
    [
      'a file below a file',
      { files: { Smolfile: S } },
      'Smolfile/x',
      'cannot read Smolfile/x: a part of its path is not a directory',
    ],
    [
      'a directory named like a Smolfile',
      { files: { Smolfile: S, 'web.smolfile/': '' } },
      'web.smolfile',
      'cannot read web.smolfile: it is a directory, not a file',
    ],
  ])('%s: a message, exit code 3, and the others are linted', (_, world, path, message) => {
    const { code, stdout, stderr } = smolfile(['lint', path, 'Smolfile'], world);
    expect(stderr).toContain(`smolfile: ${message}`);
    expect(stderr).not.toMatch(/\n\s+at /);
    expect(stdout).toContain('✓ 1 Smolfile');
    expect(code).toBe(3);
  });

  test('nothing but failures is not reported as clean', () => {
    expect(smolfile(['lint', 'gone.toml'])).toMatchObject({ code: 3, stdout: '' });
    expect(smolfile(['lint', 'gone.toml', '--format', 'json', '--allow-empty'])).toMatchObject({
      code: 3,
      stdout: '',
    });
  });

  test('a failure outweighs findings', () => {
    expect(smolfile(['lint', 'gone.toml', 'Smolfile'], { files: { Smolfile: 'imge = 1\n' } }).code).toBe(3);
  });

  test('an error while reading is the file’s, not the program’s', () => {
    const { code, stderr } = smolfile(['lint', 'Smolfile'], {
      files: { Smolfile: S },
      fs: () => ({
        readSync: () => {
          throw systemError('EIO', 5);
        },
      }),
    });
    expect({ code, stderr }).toEqual({
      code: 3,
      stderr: 'smolfile: cannot read Smolfile: the disk reports an error\n',
    });
  });

  test.skipIf(process.platform === 'win32')('a FIFO and a device do not hang it', () => {
    const cwd = folderWith();
    execFileSync('mkfifo', [join(cwd, 'Smolfile')]);
    symlinkSync('/dev/zero', join(cwd, 'zero.smolfile'));
    const { code, stderr } = smolfile(['lint'], { cwd });
    expect(code).toBe(3);
    expect(stderr).toContain('cannot read Smolfile: it is not a regular file (to read a pipe, pass `-`)');
    expect(stderr).toContain('zero.smolfile is a link, which is not followed');
    expect(smolfile(['lint', 'zero.smolfile'], { cwd }).stderr).toContain(
      'cannot read zero.smolfile: it is not a regular file',
    );
  });

  test('a file name that is nothing but trouble is shown harmlessly', () => {
    const { stderr } = smolfile(['lint', 'a\n\u001b[31mb\u202e']);
    expect(stderr).toBe('smolfile: cannot read a<U+000A><U+001B>[31mb<U+202E>: no such file or directory\n');
  });
});

describe('what is no text', () => {
  test('invalid UTF-8 is an error at its byte', () => {
    const { code, json } = lintJson([], { files: { Smolfile: latin1 } });
    expect(code).toBe(1);
    expect(json.summary).toEqual({ errors: 1, warnings: 0, infos: 0, suppressed: 0, fixed: 0 });
    expect(json.files[0]?.diagnostics).toMatchObject([
      {
        code: 'invalid-utf8',
        severity: 'error',
        stage: 'parse',
        message: 'The file is not valid UTF-8: byte 0xE9 at offset 16',
        for: ['create', 'run'],
        range: { start: { line: 2, column: 13, offset: 16 }, end: { line: 2, column: 14, offset: 17 } },
      },
    ]);
  });

  test('invalid UTF-8 has a frame like any other finding', () => {
    const { stdout } = smolfile(['lint'], { files: { Smolfile: latin1 } });
    expect(stdout).toContain('error[invalid-utf8]');
    expect(stdout).toContain('2 | image = "caf\uFFFD"\n  |             ^\n');
    expect(stdout).toContain('Latin-1');
  });

  test.each([
    ['a lone continuation byte', [0x41, 0x80], 1],
    ['a sequence cut off at the end', [0x41, 0xe2, 0x82], 1],
    ['an overlong sequence', [0xc0, 0xaf], 0],
    ['a surrogate', [0xf0, 0x9f, 0x98, 0x80, 0xed, 0xa0, 0x80], 4],
    ['after a real U+FFFD', [0xef, 0xbf, 0xbd, 0xff], 3],
    ['after a byte order mark', [0xef, 0xbb, 0xbf, 0xff], 3],
  ])('%s: the offset is that of the byte', (_, bytes, offset) => {
    const { json } = lintJson([], { files: { Smolfile: Uint8Array.from(bytes) } });
    expect(json.files[0]?.diagnostics[0]?.message).toContain(`at offset ${offset}`);
  });

  test('UTF-16 is recognised', () => {
    const { stdout } = smolfile(['lint'], {
      files: { Smolfile: Buffer.from('\uFEFFimage = "x"\n', 'utf16le') },
    });
    expect(stdout).toContain('It looks like UTF-16. Save it as UTF-8.');
  });

  test('NUL bytes are findings, not an end', () => {
    const { code, json } = lintJson([], { files: { Smolfile: 'image = "a\0b"\n\0\nimge = 1\n' } });
    expect(code).toBe(1);
    expect(json.files[0]?.diagnostics.map(({ range }) => range.start.line)).toEqual(
      expect.arrayContaining([1, 2, 3]),
    );
    expect(smolfile(['lint'], { files: { Smolfile: '\0'.repeat(500) } }).stdout).not.toContain('\0');
  });

  test('a byte order mark is fine', () => {
    expect(smolfile(['lint'], { files: { Smolfile: `\uFEFF${S}` } }).code).toBe(0);
  });
});

describe('what is too large', () => {
  test('100 MB are refused without being read, and the cap is named', () => {
    const cwd = folderWith({ Smolfile: '' });
    truncateSync(join(cwd, 'Smolfile'), 100_000_000);
    let reads = 0;
    const { code, json } = lintJson(['Smolfile'], {
      cwd,
      fs: ({ readSync }) => ({
        readSync: ((...args: Parameters<typeof readSync>) => {
          reads++;
          return readSync(...args);
        }) as typeof readSync,
      }),
    });
    expect({ code, reads }).toEqual({ code: 1, reads: 0 });
    expect(json.files[0]?.diagnostics).toMatchObject([
      { code: 'too-large', severity: 'error', message: expect.stringContaining('16 MiB') as string },
    ]);
  });

  test('16 MiB exactly are read', () => {
    const line = '# comment\n';
    const text = line.repeat(Math.floor((16 * 1024 * 1024) / line.length)).padEnd(16 * 1024 * 1024, '#');
    const { code } = smolfile(['lint'], { files: { Smolfile: text } });
    expect(code).toBe(0);
    expect(smolfile(['lint', '-', '--format', 'concise'], { stdin: `${text}#` }).stdout).toContain(
      'error[too-large]',
    );
  });
});

describe('a file that changes while it is read', () => {
  /** Reads from the file as it is, whatever its size was said to be. */
  function sized(size: number): (real: FileSystem) => Partial<FileSystem> {
    return ({ fstatSync }) => ({
      fstatSync: ((descriptor: number) => Object.assign(fstatSync(descriptor), { size })) as typeof fstatSync,
    });
  }

  test.each([0, 1, 5, 1_000_000])('said to have %i bytes, it is read to its end', (size) => {
    const text = `${S}imge = 1\n${'# x\n'.repeat(50_000)}`;
    const { json } = lintJson([], { files: { Smolfile: text }, fs: sized(size) });
    expect(json.files[0]?.diagnostics.map(({ code }) => code)).toEqual(['unknown-key']);
  });

  test('one that never ends is cut off at the cap', () => {
    const { stdout } = smolfile(['lint', '--format', 'concise'], {
      files: { Smolfile: S },
      fs: () => ({
        readSync: ((_: number, buffer: Buffer, offset: number) =>
          buffer.fill(35, offset).length - offset) as never,
      }),
    });
    expect(stdout).toContain('error[too-large]');
  });

  test('one that vanishes between being found and being read is a failure', () => {
    const { code, stderr } = smolfile(['lint'], {
      files: { Smolfile: S, 'b.smolfile': S },
      fs: refusing('b.smolfile', 'ENOENT', 2),
    });
    expect(code).toBe(3);
    expect(stderr).toContain('cannot read b.smolfile: no such file');
  });
});

describe('standard input', () => {
  test('is read for -, once, under the name it is given', () => {
    const world = { stdin: 'imge = 1\n' };
    expect(lintJson(['-', '-'], world).json.files.map(({ path }) => path)).toEqual(['<stdin>']);
    expect(lintJson(['-', '--stdin-filename', 'app/Smolfile'], world).json.files[0]?.path).toBe(
      'app/Smolfile',
    );
  });

  test('may be empty', () => {
    expect(smolfile(['lint', '-'], { stdin: '' }).code).toBe(0);
  });

  test('waits for a descriptor that is not ready, and takes Windows’ way to end', () => {
    let calls = 0;
    const { stdout } = smolfile(['lint', '-', '--format', 'concise'], {
      stdin: 'imge = 1\n',
      fs: ({ readSync }) => ({
        readSync: ((...args: Parameters<typeof readSync>) => {
          calls++;
          if (calls < 3) throw systemError('EAGAIN', 11);
          const count = readSync(...args);
          if (count === 0) throw systemError('EOF', 4095);
          return count;
        }) as typeof readSync,
      }),
    });
    expect(stdout).toMatch(/^<stdin>:1:1: error\[unknown-key\] .*\n$/);
  });

  test('is linted along with files', () => {
    const { json } = lintJson(['-', '.'], { stdin: S, files: { Smolfile: S } });
    expect(json.files.map(({ path }) => path)).toEqual(['<stdin>', 'Smolfile']);
  });
});

test('an error of our own is admitted, names the file, and spares the others', () => {
  const world = {
    files: { 'a.smolfile': S, 'b.smolfile': S },
    fs: ({ fstatSync }: FileSystem): Partial<FileSystem> => {
      let calls = 0;
      return {
        fstatSync: ((descriptor: number) => {
          calls++;
          if (calls === 1) throw new TypeError('x is not a function');
          return fstatSync(descriptor);
        }) as typeof fstatSync,
      };
    },
  };
  const { code, stdout, stderr } = smolfile(['lint', 'a.smolfile', 'b.smolfile'], world);
  expect(code).toBe(3);
  expect(stderr).toContain('smolfile: internal error while checking a.smolfile: x is not a function');
  expect(stderr).not.toMatch(/\n\s+at /);
  expect(stdout).toContain('✓ 1 Smolfile');
  expect(smolfile(['lint', 'a.smolfile'], { ...world, env: { SMOLFILE_DEBUG: '1' } }).stderr).toMatch(
    /\n\s+at /,
  );
});

test('descriptors are closed', () => {
  const cwd = folderWith({ Smolfile: S });
  const before = openSync(join(cwd, 'Smolfile'), 'r');
  closeSync(before);
  for (let round = 0; round < 20; round++) smolfile(['lint', 'Smolfile', 'gone'], { cwd });
  const after = openSync(join(cwd, 'Smolfile'), 'r');
  closeSync(after);
  expect(after).toBe(before);
});
