/** What is printed to be pasted into a shell gives back the words that were meant, and nothing in it is obeyed. */
import { spawnSync } from 'node:child_process';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { quoteWord, shellLine } from '../../packages/core/src/text/shell.ts';
import { splitWords } from '@smolfile/core';
import { smolfile } from '../cli/harness.ts';

const SHELLS = ['bash', 'dash', 'zsh'].filter(
  (shell) => spawnSync(shell, ['-c', 'exit 0'], { timeout: 20_000 }).status === 0,
);
/** zsh is not everywhere; where it is, it is asked too. */
test('there are shells to ask', () => expect(SHELLS).toEqual(expect.arrayContaining(['bash', 'dash'])));

/** What a shell makes of some lines of words. */
function readBy(shell: string, lines: readonly string[]): string[][] {
  const script = lines.map((line) => `show ${line}`).join('\n');
  const { stdout, status, stderr } = spawnSync(
    shell,
    ['-c', `show() { printf '%s\\000' "$@"; printf '\\001\\000'; }\n${script}`],
    { maxBuffer: 1 << 28, encoding: 'utf8' },
  );
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  const calls: string[][] = [[]];
  for (const word of stdout.split('\0').slice(0, -1)) {
    if (word === '\u0001') calls.push([]);
    else calls.at(-1)!.push(word);
  }
  return calls.slice(0, -1);
}

/** Anything that an argument of a process can be, and more of what shells and terminals obey. */
const word = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        ...'\'"\\$`!#~*?[]{}()<>|&;=%^-+:/ \t\n\r'.split(''),
        '\u001B[31m',
        '\u0007',
        '\u007F',
        '\u009B',
        '\u200D',
        '\u202E',
        '\uFEFF',
        '\u2028',
        '##[error]x',
        '::error::x',
        '\n::set-output name=a::b',
        '$(id)',
        "$'a'",
        '!!',
        '=ls',
        '~root',
        '{a,b}',
      ),
    ),
    { maxLength: 6 },
  )
  // no argument has these
  .map((parts) => parts.join('').replaceAll('\0', '').replaceAll('\u0001', ''));
const words = fc.array(fc.array(word, { minLength: 1, maxLength: 4 }), { minLength: 40, maxLength: 40 });

test.each(SHELLS)('%s reads back the words that were printed', (shell) => {
  fc.assert(
    fc.property(words, (calls) => {
      expect(readBy(shell, calls.map(shellLine))).toEqual(calls);
      // what a program writes for itself is read by the same shells, and by our own reader
      expect(
        readBy(
          shell,
          calls.map((call) => call.map(quoteWord).join(' ')),
        ),
      ).toEqual(calls);
      for (const call of calls)
        expect(splitWords(call.map(quoteWord).join(' ')).words.map(({ value }) => value)).toEqual(call);
    }),
    { numRuns: 10 },
  );
});

test('no terminal and no runner obeys them', () => {
  fc.assert(
    fc.property(word, (text) => {
      const shown = shellLine(['smolvm', text]);
      expect(shown).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]|##|^[ \t]*::/mu);
    }),
    { numRuns: 1000 },
  );
});

test.each(SHELLS)('%s reads back the flags that resolve prints', (shell) => {
  const init = ['apk add git\ngit --version', "echo 'a\tb'", '\u{1F469}\u200D\u{1F4BB}', 'a $HOME `id` "x"'];
  const stdin = `image = "alpine"\ninit = ${JSON.stringify(init)}\n`;
  const { code, stdout } = smolfile(['resolve', '--for', 'create', '--format', 'flags', '-'], { stdin });
  expect(code).toBe(0);
  const [called = []] = readBy(shell, [stdout]);
  expect(called.filter((_, index) => called[index - 1] === '--init')).toEqual(init);
});
