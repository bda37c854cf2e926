import type { CommandSpec } from '../arguments/spec.ts';
import { argumentsOf, brief, flagsAfterDashes, optionsOf, valuesOf, type Candidates } from './words.ts';

/** The completion of fish. */
export function fishCompletion(commands: readonly CommandSpec[]): string {
  const lines = commands.flatMap((command) => [
    `complete -c smolfile -n __fish_use_subcommand -f -a ${command.name} -d ${quoted(command.summary)}`,
    ...linesOf(command),
  ]);
  const names = commands.map(({ name }) => name).join(' ');
  return [
    '# fish completion of smolfile: smolfile completions fish > ~/.config/fish/completions/smolfile.fish',
    'complete -c smolfile -n __fish_use_subcommand -f -a help -d "Print the help of a command"',
    `complete -c smolfile -n "__fish_seen_subcommand_from help" -f -a ${quoted(names)}`,
    'complete -c smolfile -n __fish_use_subcommand -f -s V -l version -d "Print the version"',
    'complete -c smolfile -n __fish_use_subcommand -f -s h -l help -d "Print help"',
    ...lines,
    '',
  ].join('\n');
}

function linesOf(command: CommandSpec): string[] {
  const isThis = `__fish_seen_subcommand_from ${command.name}`;
  const before = command.takesRest ? `${isThis}; and not contains -- -- (commandline -opc)` : isThis;
  const when = `complete -c smolfile -n "${before}"`;
  const options = optionsOf(command).map((option) => {
    const short = option.short === undefined ? '' : ` -s ${option.short}`;
    const value = option.value === undefined || option.optionalValue ? ' -f' : offer(valuesOf(option));
    return `${when} -l ${option.name}${short}${value} -d ${quoted(brief(option.help))}`;
  });
  const positional = argumentsOf(command);
  const own = [
    ...options,
    ...(positional === 'files' ? [] : [`${when}${offer(positional).replace('-x', '-f')}`]),
  ];
  return command.restCompletes ? [...own, ...restLines(isThis)] : own;
}

/** The flags of the command of smolvm that `--for` names, after `--`. */
function restLines(isThis: string): string[] {
  const after = `${isThis}; and contains -- -- (commandline -opc)`;
  const named = (command: string): string =>
    `string match -qr -- '--for[ =]${command}( |$)' (string join ' ' -- (commandline -opc))`;
  return Object.entries(flagsAfterDashes()).map(([command, flags]) => {
    const isIt = command === 'create' ? `not ${named('(run|pack)')}` : named(command);
    return `complete -c smolfile -n "${after}; and ${isIt.replaceAll('$', '\\$')}" -f -a ${quoted(flags.join(' '))}`;
  });
}

function offer(candidates: Candidates): string {
  if (candidates === 'files') return ' -r -F';
  if (candidates === 'directories') return " -x -a '(__fish_complete_directories)'";
  return candidates.words.length === 0 ? ' -x' : ` -x -a ${quoted(candidates.words.join(' '))}`;
}

function quoted(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}
