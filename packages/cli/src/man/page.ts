/** The manual page, made from the same tables as `--help`. */
import { commands } from '../commands/index.ts';
import { COMMON_OPTIONS, type CommandSpec } from '../arguments/spec.ts';
import { describe, exitCodes, spelling } from '../arguments/help.ts';

/**
 * The manual page `smolfile(1)` in the macros of `man(7)`, which every `man` reads.
 *
 * @param version of the toolkit.
 */
export function manPage(version: string): string {
  return [
    `.TH SMOLFILE 1 "" "smolfile ${version}" "User Commands"`,
    '.SH NAME',
    'smolfile \\- check, preview and format Smolfiles',
    '.SH SYNOPSIS',
    ...commands.flatMap(({ name, positionals }, index) => [
      ...(index === 0 ? [] : ['.br']),
      `.B smolfile ${literal(name)}`,
      `[OPTIONS] ${text(positionals)}`.trimEnd(),
    ]),
    '.SH DESCRIPTION',
    'A Smolfile is a TOML file that declares a machine of smolvm.',
    'smolfile says what smolvm refuses of it, ignores and does otherwise than written, what it comes to together with the flags of a call, and formats it.',
    '.SH COMMANDS',
    ...commands.flatMap(commandLines),
    '.SH EXIT STATUS',
    text(
      exitCodes()
        .replace(/^Exit codes: /, '')
        .replaceAll('\n', ' '),
    ),
    '.SH ENVIRONMENT',
    ...definition('NO_COLOR', 'Where it is set, nothing is coloured.'),
    ...definition('FORCE_COLOR', 'Where it is set, output is coloured that goes to no terminal, too.'),
    ...definition('FORCE_HYPERLINK', '1 or 0: whether codes are links to follow.'),
    ...definition(
      'NODE_DISABLE_COMPILE_CACHE',
      'With 1, Node compiles the program in every run, and nothing is written to the cache folder.',
    ),
    ...definition('SMOLFILE_DEBUG', 'With 1, an internal error says where it came up.'),
    '.SH FILES',
    ...definition(
      'smolfile.config.toml, smolfile.config.json',
      'The configuration of a folder and those below it.',
    ),
    ...definition(
      '~/.cache/smolfile, or smolfile in XDG_CACHE_HOME',
      'What Node compiled of the program, for the next run. It may be deleted at any time.',
    ),
    '.SH SEE ALSO',
    '.BR smolvm (1),',
    'https://github.com/smolfile/toolkit',
    '',
  ].join('\n');
}

function commandLines({ name, positionals, summary, options, notes }: CommandSpec): string[] {
  return [
    `.SS smolfile ${literal(name)} [OPTIONS] ${text(positionals)}`.trimEnd(),
    `${text(summary)}.`,
    ...notes.flatMap((note) => ['.PP', text(note)]),
    ...[...options, ...COMMON_OPTIONS].flatMap((option) => definition(spelling(option), describe(option))),
  ];
}

function definition(term: string, explanation: string): string[] {
  return ['.TP', `.B ${literal(term)}`, text(explanation)];
}

/** Hyphens stay hyphens, to be copied; a line never begins with what is a request. */
function literal(words: string): string {
  return text(words).replaceAll('-', '\\-');
}

function text(words: string): string {
  return words
    .replaceAll('\\', '\\e')
    .replaceAll("'", '\\(aq')
    .replaceAll('`', '\\(ga')
    .replaceAll('"', '\\(dq')
    .replaceAll('’', '\\(cq')
    .replaceAll('…', '...')
    .replaceAll('–', '\\(en')
    .replace(/^\./, '\\&.');
}
