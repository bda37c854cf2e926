import { wrap } from '../output/wrap.ts';
import { COMMON_OPTIONS, type CommandSpec, type OptionSpec } from './spec.ts';

const WIDTH = 80;

/** The help of the program: what it is for and its commands. */
export function programHelp(commands: readonly CommandSpec[]): string {
  const rows = commands.map(({ name, summary }): [string, string] => [name, summary]);
  return [
    'Checks Smolfiles, the TOML files that declare a smolvm machine, before boot.',
    '',
    'Usage: smolfile COMMAND [OPTIONS]',
    '',
    'Commands:',
    ...table([...rows, ['help [COMMAND]', 'Print the help of a command']]),
    '',
    'Options:',
    ...table([
      ['-h, --help', 'Print this help.'],
      ['-V, --version', 'Print the version; with --json, also the versions of smolvm known.'],
    ]),
    '',
    exitCodes(),
    '',
  ].join('\n');
}

/** The help of one command, made from its table. */
export function commandHelp(command: CommandSpec): string {
  return [
    `${command.summary}.`,
    '',
    `Usage: smolfile ${command.name} [OPTIONS]${command.positionals && ` ${command.positionals}`}`,
    '',
    'Options:',
    ...table([...command.options, ...COMMON_OPTIONS].map((option) => [spelling(option), describe(option)])),
    ...command.notes.flatMap((note) => ['', ...wrap(note, WIDTH)]),
    '',
    exitCodes(),
    '',
  ].join('\n');
}

/** What every command exits with. */
export function exitCodes(): string {
  return [
    'Exit codes: 0 nothing at or above the threshold; 1 findings; 2 wrong usage, or',
    'no Smolfile; 3 a file could not be read or written, or an internal failure.',
  ].join('\n');
}

/** How an option is written. */
export function spelling({ name, short, value, optionalValue }: OptionSpec): string {
  const after = value === undefined ? '' : optionalValue ? `[=${value}]` : ` ${value}`;
  return `${short === undefined ? '' : `-${short}, `}--${name}${after}`;
}

/** What an option is for, and whether it may be repeated. */
export function describe({ help, repeatable, list }: OptionSpec): string {
  if (!repeatable) return help;
  return `${help} Repeatable${list ? ', or a list with commas' : ''}.`;
}

const TERM_WIDTH = 24;

/** Terms on the left, wrapped text on the right; a long term has a line to itself. */
function table(rows: readonly (readonly [string, string])[]): string[] {
  return rows.flatMap(([term, text]) => {
    const indent = ' '.repeat(TERM_WIDTH + 2);
    const lines = wrap(text, WIDTH - indent.length).map((line) => indent + line);
    if (term.length > TERM_WIDTH - 2) return [`  ${term}`, ...lines];
    return [`  ${term.padEnd(TERM_WIDTH)}${(lines[0] ?? '').trimStart()}`, ...lines.slice(1)];
  });
}
