import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { commands } from 'smolfile';
import { smolfile } from './harness.ts';

const folder = mkdtempSync(join(tmpdir(), 'smolfile-completions-'));
afterAll(() => rmSync(folder, { recursive: true }));

const scripts = new Map<string, string>();

function script(shell: string): string {
  const known = scripts.get(shell) ?? written(shell);
  scripts.set(shell, known);
  return known;
}

function written(shell: string): string {
  const { code, stdout, stderr } = smolfile(['completions', shell]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  const path = join(folder, `_smolfile.${shell}`);
  writeFileSync(path, stdout);
  return path;
}

/** Says why tests of a shell are skipped, since a silent skip looks like a success. */
function has(shell: string): boolean {
  const found = spawnSync(shell, ['--version']).status === 0;
  if (!found) console.warn(`no ${shell} here: its completions are not tested (apt-get install ${shell})`);
  return found;
}

/** What a shell offers after a command line, the word under the cursor last. */
type Complete = (...words: string[]) => string[];

const bash: Complete = (...words) => {
  const run = `
    source ${script('bash')}
    COMP_WORDS=(${words.map((word) => `'${word}'`).join(' ')})
    COMP_CWORD=$((\${#COMP_WORDS[@]} - 1))
    _smolfile
    printf '%s\\n' "\${COMPREPLY[@]}"
  `;
  const { stdout, stderr, status } = spawnSync('bash', ['--norc', '-c', run], { encoding: 'utf8' });
  expect({ stderr, status }).toEqual({ stderr: '', status: 0 });
  return stdout.split('\n').filter(Boolean);
};

const fish: Complete = (...words) => {
  const line = words.join(' ').replaceAll(' = ', '=');
  const { stdout, stderr } = spawnSync(
    'fish',
    ['--no-config', '-c', `source ${script('fish')}; complete -C '${line}'`],
    { encoding: 'utf8', cwd: folder, env: { ...process.env, HOME: folder } },
  );
  expect(stderr).toBe('');
  return stdout
    .split('\n')
    .filter(Boolean)
    .map((each) => each.split('\t')[0]!);
};

/** Types words and a tab into a real zsh, line by line. @returns the lines that result. */
function zshLines(typed: readonly string[]): string[] {
  const out = (index: number): string => join(folder, `line${index}`);
  const setup = join(folder, 'zshrc');
  writeFileSync(
    setup,
    `PS1='> '; autoload -Uz compinit && compinit -u -D
     source ${script('zsh')}
     show() { print -rn -- "$BUFFER" > ${folder}/line$((shown++)); BUFFER= }; shown=0; KEYTIMEOUT=1
     zle -N show; bindkey '^X' show; bindkey '^I' complete-word
     print READY\n`,
  );
  const driver = `
    zmodload zsh/zpty
    zpty shell 'TERM=dumb zsh -f -i'
    zpty -w shell 'source ${setup}'
    zpty -r shell line '*READY*'
    ${typed
      .map(
        (line, index) => `
      zpty -n -w shell $'${line}\\t\\x18'
      for i in {1..500}; do [[ -s ${out(index)} ]] && break; sleep 0.01; done`,
      )
      .join('\n')}
    zpty -d shell
  `;
  spawnSync('zsh', ['-f', '-c', driver], { encoding: 'utf8', cwd: folder, timeout: 60_000 });
  return typed.map((_, index) => readFileSync(out(index), 'utf8'));
}

describe.each([
  ['bash', bash],
  ['fish', fish],
] as const)('%s', (shell, complete) => {
  const available = has(shell);

  test.runIf(available)('offers commands', () => {
    expect(complete('smolfile', '')).toEqual(expect.arrayContaining(commands.map(({ name }) => name)));
    expect(complete('smolfile', 'ex')).toEqual(['explain']);
    expect(complete('smolfile', 'help', 'res')).toEqual(['resolve']);
  });

  test.runIf(available)('offers every option of every command, and no others', () => {
    for (const { name, options } of commands) {
      const offered = complete('smolfile', name, '--').filter((each) => each.startsWith('--'));
      expect(offered.map((each) => each.replace(/=$/, '')).toSorted()).toEqual(
        [...options.map((option) => `--${option.name}`), '--help'].toSorted(),
      );
    }
  });

  test.runIf(available)('offers values', () => {
    expect(complete('smolfile', 'lint', '--fail-on', 'w')).toEqual(['warning']);
    expect(complete('smolfile', 'lint', '--fail-on', '').toSorted()).toEqual([
      'error',
      'info',
      'never',
      'warning',
    ]);
    expect(complete('smolfile', 'lint', '--ignore', 'port-inv')).toEqual(['port-invalid']);
    expect(complete('smolfile', 'lint', '--format', 'sa')).toEqual(['sarif']);
    expect(complete('smolfile', 'explain', 'dev.po')).toEqual(['dev.ports']);
    expect(complete('smolfile', 'completions', 'f')).toEqual(['fish']);
    expect(complete('smolfile', 'resolve', '--explain', 'dev.po')).toEqual(['dev.ports']);
    expect(complete('smolfile', 'resolve', '--diff', 'p')).toEqual(['pack']);
    expect(complete('smolfile', 'resolve', '--smolvm-version', '1.9.')).toContain('1.9.3');
  });

  test.runIf(available)('offers only codes that the option takes', () => {
    const codes = complete('smolfile', 'lint', '--ignore', '');
    expect(codes).toContain('unknown-key');
    for (const code of codes)
      expect(smolfile(['lint', '--ignore', code, '--allow-empty']).code, code).toBe(0);
  });

  test.runIf(available)('after -- it offers the flags of the command of smolvm, and none of its own', () => {
    expect(complete('smolfile', 'resolve', '--', '--init')).toEqual(expect.arrayContaining(['--init']));
    expect(complete('smolfile', 'resolve', '--', '--expl')).toEqual([]);
    expect(complete('smolfile', 'resolve', '--for', 'pack', '--', '--out')).toContain('--output');
    expect(complete('smolfile', 'resolve', '--for', 'create', '--', '--out')).not.toContain('--output');
    expect(complete('smolfile', 'resolve', '--for', 'run', '--', '--det')).toEqual(['--detach']);
  });
});

describe('bash', () => {
  test('offers the parts of a list, and values after =', () => {
    expect(bash('smolfile', 'lint', '--for', 'create,r')).toEqual(['create,run']);
    expect(bash('smolfile', 'lint', '--fail-on', '=', 'n')).toEqual(['never']);
    expect(bash('smolfile', 'lint', '--fail-on', '=').toSorted()).toEqual([
      'error',
      'info',
      'never',
      'warning',
    ]);
  });

  test('leaves files to the shell', () => {
    expect(bash('smolfile', 'lint', 'Smol')).toEqual([]);
    expect(bash('smolfile', 'lint', '--config', '')).toEqual([]);
  });
});

describe('zsh', () => {
  const available = has('zsh');

  test.runIf(available)('completes what is typed', () => {
    const typed = {
      'smolfile exp': 'smolfile explain',
      'smolfile lint --fail-on w': 'smolfile lint --fail-on warning',
      'smolfile lint --fail-on=ne': 'smolfile lint --fail-on=never',
      'smolfile lint --unsafe': 'smolfile lint --unsafe-fixes',
      'smolfile lint --ignore port-inv': 'smolfile lint --ignore port-invalid',
      'smolfile lint --for create,r': 'smolfile lint --for create,run',
      'smolfile explain dev.por': 'smolfile explain dev.ports',
      'smolfile completions f': 'smolfile completions fish',
      'smolfile help res': 'smolfile help resolve',
      'smolfile resolve -- --gpu-v': 'smolfile resolve -- --gpu-vram',
      'smolfile resolve --for run -- --deta': 'smolfile resolve --for run -- --detach',
      'smolfile resolve --for=pack -- --single': 'smolfile resolve --for=pack -- --single-file',
    };
    // After what is whole, zsh puts a blank; after an element of a list, a comma that goes away with the next one.
    const lines = zshLines(Object.keys(typed)).map((line) => line.replace(/[ ,]$/, ''));
    expect(lines).toEqual(Object.values(typed));
  });
});

test.each(['bash', 'zsh', 'fish', 'powershell'])('nothing in the words of %s is a pattern', (shell) => {
  const words = readFileSync(script(shell), 'utf8').match(/secrets\.?[^ ']*/g) ?? [];
  expect(words).toContain('secrets');
  expect(words.filter((word) => /[*?[]/.test(word))).toEqual([]);
});

test('powershell: every command and option, each string whole', () => {
  const text = readFileSync(script('powershell'), 'utf8');
  const strings = Array.from(text.matchAll(/'((?:[^'\n]|'')*)'/g), ([, string]) =>
    string!.replaceAll("''", "'"),
  );
  for (const { name, options } of commands)
    expect(strings).toEqual(expect.arrayContaining([name, ...options.map((option) => `--${option.name}`)]));
  // what is left outside of strings has neither quotes nor words from our texts
  expect(text.replaceAll(/'(?:[^'\n]|'')*'/g, '').match(/'/)).toBeNull();
  for (const [open, close] of [
    ['{', '}'],
    ['(', ')'],
    ['[', ']'],
  ] as const) {
    const code = text.replaceAll(/'(?:[^'\n]|'')*'|"[^"\n]*"/g, '');
    expect(code.split(open).length, open).toBe(code.split(close).length);
  }
});

test('a shell that nobody knows', () => {
  expect(smolfile(['completions', 'fsh'])).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('`zsh`') as string,
  });
  expect(smolfile(['completions']).code).toBe(2);
});
