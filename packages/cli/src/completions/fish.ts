import type { CommandSpec } from '../arguments/spec.ts';
import { argumentsOf, brief, optionsOf, valuesOf, type Candidates } from './words.ts';

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
  const when = `complete -c smolfile -n "__fish_seen_subcommand_from ${command.name}"`;
  const options = optionsOf(command).map((option) => {
    const short = option.short === undefined ? '' : ` -s ${option.short}`;
    const value = option.value === undefined ? ' -f' : offer(valuesOf(option));
    return `${when} -l ${option.name}${short}${value} -d ${quoted(brief(option.help))}`;
  });
  const positional = argumentsOf(command);
  return [...options, ...(positional === 'files' ? [] : [`${when}${offer(positional).replace('-x', '-f')}`])];
}

function offer(candidates: Candidates): string {
  if (candidates === 'files') return ' -r -F';
  if (candidates === 'directories') return " -x -a '(__fish_complete_directories)'";
  return candidates.words.length === 0 ? ' -x' : ` -x -a ${quoted(candidates.words.join(' '))}`;
}

function quoted(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}
