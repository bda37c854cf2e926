import { parseSmolfile, shellScripts } from '@smolfile/core';
import { describe, expect, test } from 'vitest';
import { DIALECTS } from '../../packages/core/src/shell/dialects.ts';
import { isShell, shellCallIn, SHELLS } from '../../packages/core/src/lint/shell.ts';

function scriptsOf(text: string): string[] {
  return shellScripts(parseSmolfile(text)).map((script) => {
    expect(text.slice(script.start, script.start + script.written.length)).toBe(script.written);
    return `${script.dialect}${script.errexit ? ' -e' : ''}: ${script.text}`;
  });
}

describe('the scripts of a file', () => {
  test.each([
    ['init = ["a", \'b\']', ['sh: a', 'sh: b']],
    ['[dev]\ninit = ["a"]', ['sh: a']],
    ['cmd = ["sh", "-c", "a"]', ['sh: a']],
    ['cmd = ["/bin/bash", "-lc", "a", "name", "arg"]', ['bash: a']],
    ['entrypoint = ["sh", "-c"]\ncmd = ["a"]', ['sh: a']],
    ['cmd = ["a"]\nentrypoint = ["dash", "-ec"]', ['dash -e: a']],
    ['entrypoint = ["sh", "-c"]\n[pack]\ncmd = ["a"]', ['sh: a']],
    ['entrypoint = ["sh", "-c"]\n[pack]\nentrypoint = ["x"]\ncmd = ["a"]', []],
    ['[artifact]\nentrypoint = ["bash", "-c", "a"]', ['bash: a']],
    ['[health]\nexec = ["sh", "-c", "a"]', ['sh: a']],
    ['[health]\nexec = ["timeout", "5", "sh", "-c", "a"]', ['sh: a']],
    ['cmd = ["busybox", "ash", "-c", "a"]', ['ash: a']],
    ['cmd = ["env", "A=1", "ksh", "-c", "a"]', ['ksh: a']],
    ['cmd = ["bash", "-o", "pipefail", "-euc", "a"]', ['bash -e: a']],
    ['cmd = ["bash", "-euo", "pipefail", "-c", "a"]', ['bash -e: a']],
    ['cmd = ["sh", "-c", "-e", "a"]', ['sh -e: a']],
    ['cmd = ["sh", "+e", "-c", "a"]', ['sh: a']],
    ['cmd = ["bash", "-o", "errexit", "--norc", "-c", "--", "a"]', ['bash -e: a']],
    // no scripts
    ['cmd = ["sh", "script.sh", "-c", "a"]', []],
    ['cmd = ["sh", "-c"]', []],
    ['cmd = ["zsh", "-c", "a"]', []],
    ['cmd = ["python", "-c", "a"]', []],
    ['cmd = ["su", "me", "-c", "a"]', []],
    ['cmd = "sh -c a"', []],
    ['init = ["a", 1, "b"]', ['sh: a', 'sh: b']],
    // what could not be read is not what the shell would be given
    ['init = ["a\\q", "b"]', ['sh: b']],
    ['init = ["a', []],
  ])('%j', (text, expected) => expect(scriptsOf(`${text}\n`)).toEqual(expected));

  test('stand in its order, each once', () => {
    expect(scriptsOf('[dev]\ninit = ["b"]\n[health]\nexec = ["sh", "-c", "c"]\n')).toEqual([
      'sh: b',
      'sh: c',
    ]);
    const twice = 'entrypoint = ["sh", "-c", "a"]\ncmd = ["x"]\n';
    expect(scriptsOf(twice)).toEqual(['sh: a']);
  });
});

test('every dialect is a shell, and those that have none are few', () => {
  expect(SHELLS.filter((shell) => !DIALECTS[shell])).toEqual(['zsh']);
  expect(Object.keys(DIALECTS).filter((shell) => !SHELLS.includes(shell))).toEqual([]);
  for (const shell of SHELLS) expect(isShell(`/usr/bin/${shell}`)).toBe(true);
  expect(isShell('fish')).toBe(false);
});

test('the word that is the script is the one that was given', () => {
  const words = ['sh', '-c', 'a', 'a'].map((value) => ({ value }));
  expect(shellCallIn(words)?.script).toBe(words[2]);
});
