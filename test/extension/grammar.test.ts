import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { parseSmolfile } from '@smolfile/core';
import type { IGrammar } from 'vscode-textmate';
import { beforeAll, describe, expect, test } from 'vitest';
import { SHELLS } from '../../packages/core/src/lint/shell.ts';
import { loadGrammar, piecesOf, rendered, scopesAlone } from './grammar.ts';

const CORPUS =
  process.env['SMOLFILE_CORPUS'] ?? fileURLToPath(new URL('../../../shared/corpus/', import.meta.url));

let grammar: IGrammar;
beforeAll(async () => {
  grammar = await loadGrammar('source.smolfile');
});

/** The pieces of a text that the shell's grammar coloured, or would have: what is inside its part. */
function shellOf(text: string): string[] {
  return piecesOf(grammar, text).map((pieces) =>
    pieces
      .filter(({ scopes }) => scopes.some((scope) => scope.startsWith('meta.embedded')))
      .map((piece) => piece.text)
      .join(''),
  );
}

const AFTER = 'cpus = 2 # two';

/** Whether a line after a text has the colours that it has alone: nothing leaked out of the text. */
function leaks(text: string): boolean {
  const lines = piecesOf(grammar, `${text}\n${AFTER}`);
  return JSON.stringify(lines.at(-1)) !== JSON.stringify(piecesOf(grammar, AFTER)[0]);
}

describe('the shell', () => {
  test.each([
    ['init', 'init = ["apt update && apt install -y git"]', ['apt update && apt install -y git']],
    ['dev.init', `dev.init = ['echo "$HOME"']`, ['echo "$HOME"']],
    ['over several lines', 'init = [\n  "a",\n  # no\n  "b; c",\n]', ['', 'a', '', 'b; c', '']],
    ['an inline table', 'dev = { init = ["a"], ports = ["80"] }', ['a']],
    ['sh -c', 'cmd = ["sh", "-c", "exec a"]', ['exec a']],
    ['bash -lc', `entrypoint = ['/bin/bash', '-lc', 'a | b']`, ['a | b']],
    ['sh -c over several lines', 'exec = [\n  "sh",\n  "-c",\n  "a",\n]', ['', '', '', 'a', '']],
    ['a multi-line string', 'init = ["""\na\nb\n"""]', ['', 'a', 'b', '']],
    ['one that begins and ends in text', "init = ['''a\nb''']", ['a', 'b']],
    ['one on one line', 'init = ["""a""", "b"]', ['ab']],
    ['other arrays', 'ports = ["80"]\ncmd = ["python", "-c", "x"]\nenv = ["sh"]', ['', '', '']],
    ['other keys', 'initial = ["a"]\nimage = "init"', ['', '']],
  ])('is coloured in %s', (_, text, expected) => expect(shellOf(text)).toEqual(expected));

  test.each(SHELLS)('is coloured after whatever is read as a shell: %s', (shell) => {
    expect(shellOf(`cmd = ["${shell}", "-c", "exec a"]`)).toEqual(['exec a']);
  });

  test.each([
    ['a quote', `init = ["echo 'a"]`],
    ['an escaped quote', 'init = ["echo \\"a"]'],
    ['a heredoc', 'init = ["cat <<EOF"]'],
    ['a quote after sh -c', `cmd = ["sh", "-c", "echo 'a"]`],
    ['a heredoc in a multi-line string', 'init = ["""\ncat <<EOF\nx\n"""]'],
    ['a quote in a multi-line string', `init = ['''\necho "a\n''']`],
    ['the string', 'init = ["echo a'],
    ['the array', 'init = [\n  "a",'],
    ['the array after sh -c', 'cmd = ["sh", "-c",'],
  ])('ends with its string, though it leaves %s open', (_, text) => expect(leaks(text)).toBe(false));

  test('a heredoc is one in a multi-line string', () => {
    const lines = piecesOf(grammar, 'init = ["""\ncat > /a <<EOF\nif $x\nEOF\nif true\n"""]');
    const scopes = (line: number): string[] => lines[line]!.flatMap((piece) => piece.scopes);
    expect(scopes(2)).toContain('string.unquoted.heredoc.shell');
    expect(scopes(2)).not.toContain('keyword.control.shell');
    expect(scopes(4)).toContain('keyword.control.shell');
  });
});

test.each([
  ['demo/Smolfile', '../fixtures/demo/Smolfile'],
  ['demo/broken.smolfile', '../fixtures/demo/broken.smolfile'],
  ['shell.smolfile', './shell.smolfile'],
])('%s', async (name, path) => {
  const text = readFileSync(new URL(path, import.meta.url), 'utf8');
  await expect(rendered(grammar, text)).toMatchFileSnapshot(`golden/${name.replace('/', '-')}.scopes`);
});

// Files that people wrote; they are not ours to copy here.
describe.skipIf(!existsSync(CORPUS))('real files', () => {
  const names = existsSync(CORPUS) ? readdirSync(CORPUS).filter((name) => name.includes('mol')) : [];

  test.each(names)('%s has nothing invalid, and each script is shell', (name) => {
    const text = readFileSync(join(CORPUS, name), 'utf8');
    const invalid = piecesOf(grammar, text)
      .flat()
      .filter(({ scopes }) => scopes.some((scope) => scope.startsWith('invalid')));
    expect(invalid).toEqual([]);
    const shell = squeezed(shellOf(text).join('\n'));
    const { settings } = parseSmolfile(text);
    const scripts = ['init', 'dev.init'].flatMap((key) =>
      (settings.strings(key) ?? []).map(({ value }) => value),
    );
    const commands = ['entrypoint', 'cmd', 'health.exec'].flatMap((key) => {
      const [program, option, script] = (settings.strings(key) ?? []).map(({ value }) => value);
      const isShell = /(?:^|\/)(?:ba|da|z)?sh$/.test(program ?? '') && /^-\w*c$/.test(option ?? '');
      return isShell && script !== undefined ? [script] : [];
    });
    for (const script of [...scripts, ...commands]) expect(shell).toContain(squeezed(script));
    expect(leaks(text)).toBe(false);
  });

  // Without a word of the files, whose authors did not write them for us. `vitest run extension/grammar -u`, where
  // the folder of real files is there, writes them anew.
  test.each(names)('the scopes of %s are those that were looked at', async (name) => {
    const text = readFileSync(join(CORPUS, name), 'utf8');
    await expect(scopesAlone(grammar, text)).toMatchFileSnapshot(`golden/real/${name}.scopes`);
  });
});

/** Without what escapes and line ends make of a text. */
function squeezed(text: string): string {
  return text.replaceAll(/[\s\\]|(?<=\\)[nt]/g, '');
}
