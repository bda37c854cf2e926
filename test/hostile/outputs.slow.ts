/** What a file, its name, its configuration or a flag says is data in every output, on both streams. */
import { reporters } from '../../packages/cli/src/reporters/registry.ts';
import { describe, expect, test } from 'vitest';
import { smolfile, type World } from '../cli/harness.ts';

const TEXTS: Readonly<Record<string, string>> = {
  'a command to GitHub': '::set-output name=a::b',
  'a command to GitHub in the middle': 'x##[add-mask]y',
  'a command to Azure': '##vso[task.setvariable variable=a]b',
  'a command to TeamCity': '##teamcity[buildStop]',
  'three signs': '###[group]x',
  'the end of a deaf runner': '::stop-commands::x',
  'a line break and a command': 'x\n::error::y',
  'a carriage return and a command': 'x\r::error::y',
  'colours and a title': '\u001B[31m\u001B]0;x\u0007',
  'eight-bit controls': '\u009B31m\u0085',
  'text that turns': '\u202Etxt.exe\u2066',
  'no width': 'a\u200Bb\uFEFF',
  'other line ends': 'a\u2028::error::b\u2029c',
  'ends of what is around it': `]]> --> \`\`\` "'</x>`,
};

const FORMATS = reporters.map(({ name }) => name);
const CALLS: readonly (readonly string[])[] = [
  ...FORMATS.map((format) => ['lint', '--format', format]),
  ['lint'],
  ['lint', '--diff', '--unsafe-fixes'],
  ['fmt', '--diff'],
  ['fmt', '--check'],
  ...['table', 'json', 'toml', 'flags'].flatMap((format) =>
    ['create', 'run'].map((command) => ['resolve', '--for', command, '--format', format]),
  ),
  ['resolve', '--explain', 'init'],
  ['resolve', '--diff', 'pack'],
  ['compat'],
  ['compat', '--format', 'json'],
];

/** Where the text may stand; the file that resolves is one of them. */
function worlds(text: string): Readonly<Record<string, World['files'] & object>> {
  const quoted = JSON.stringify(text).replaceAll('\u007F', '\\u007f');
  const line = text.replaceAll(/[\n\r\u2028\u2029]/g, ' ');
  const name = text.replaceAll(/[/\0]/g, '_');
  return {
    values: {
      Smolfile: `image = "alpine"\nnet = true\ncmd = [${quoted}]\ninit = [${quoted}]\nenv = ["A=${quoted.slice(1, -1)}"]\nworkdir = ${quoted}\n`,
    },
    'values that are refused': {
      Smolfile: `image = ${quoted}\nports = [${quoted}]\nvolumes = [${quoted}]\n[restart]\npolicy = ${quoted}\n[network]\nallow_hosts = [${quoted}]\n`,
    },
    keys: { Smolfile: `${quoted} = 1\n[${quoted}]\na=1\n[secrets.${quoted}]\nfrom_env = ${quoted}\n` },
    comments: {
      Smolfile: `# ${line}\ncpus=1 # ${line}\n# smolfile-ignore ${line}\n# smolfile: smolvm = "${line}"\n`,
    },
    'damaged lines': { Smolfile: `a = ${line}\n${line}\nb = "${line}\n` },
    'a configuration': {
      Smolfile: 'cpus=1\n',
      'smolfile.config.toml': `${quoted} = 1\nignore = [${quoted}]\n[severity]\n${quoted} = "off"\n`,
    },
    'names of files': { [`${name}.smolfile`]: 'cpus=1\nimge = 1\n', Smolfile: 'cpus=1\nimge = 1\n' },
  };
}

/** What the runners of CI services would obey, as they read a log. */
function obeyed(log: string): string[] {
  const found: string[] = [];
  let deafTo: string | undefined;
  for (const line of log.split(/\r\n|[\n\r\u0085\u2028\u2029]/)) {
    const [, command = '', data = ''] = /^\s*::([^\s:]+)(?: [^:]*)?::(.*)$/.exec(line) ?? [];
    if (deafTo !== undefined) {
      if (command === deafTo) deafTo = undefined;
    } else if (command === 'stop-commands') {
      deafTo = data;
    } else if (command !== '' || /##(?:\[|vso\[|teamcity\[)/.test(line)) {
      found.push(line);
    }
  }
  return found;
}

/** What a terminal obeys or does not show, but for the mark that breaks a command. */
const HIDDEN = /(?![\n\t])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;

/** Our own colours and links. */
// oxlint-disable-next-line no-control-regex -- they are what is looked for
const STYLES = /\u001B\[[\d;]*m|\u001B\]8;;[^\u001B\u0007]*(?:\u0007|\u001B\\\\)/g;

describe.each(Object.entries(TEXTS))('%s', (_, text) => {
  test.each(Object.entries(worlds(text)))('in %s', (_place, files) => {
    for (const argv of CALLS) {
      const call = argv.join(' ');
      const inCi = smolfile(argv, {
        files,
        env: { GITHUB_ACTIONS: 'true', TF_BUILD: 'True', TEAMCITY_VERSION: '1' },
      });
      const isAnnotated = /^lint(?: --format github)?$/.test(call);
      const ours = isAnnotated ? /^::(?:error|warning|notice) (?:title=[a-z-]+,)?file=/ : /^$/;
      for (const log of [inCi.stdout, inCi.stderr])
        expect(
          obeyed(log).filter((line) => !ours.test(line)),
          call,
        ).toEqual([]);
      // a diff is for `patch`, which takes a file as it is; on a terminal it is for people
      const terminal = argv.includes('--diff') && argv[0] !== 'resolve' ? { terminal: 100 } : {};
      const { stdout, stderr } = smolfile(argv, { files, ...terminal });
      for (const shown of [stdout, stderr])
        expect(shown.replaceAll(STYLES, '').replaceAll('\u2060', ''), call).not.toMatch(HIDDEN);
    }
  });
});
