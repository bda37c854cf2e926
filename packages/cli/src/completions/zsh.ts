import { singleQuoted } from '@smolfile/core';
import type { CommandSpec, OptionSpec } from '../arguments/spec.ts';
import { argumentsOf, brief, flagsAfterDashes, optionsOf, valuesOf, type Candidates } from './words.ts';

/** The completion of zsh, to be evaluated or to be put into `$fpath` as `_smolfile`. */
export function zshCompletion(commands: readonly CommandSpec[]): string {
  const names = commands.map(({ name, summary }) => `    ${singleQuoted(`${name}:${colons(summary)}`)}`);
  return `#compdef smolfile
# zsh completion of smolfile. In ~/.zshrc, after compinit: eval "$(smolfile completions zsh)"

_smolfile() {
  local context state state_descr line
  typeset -A opt_args
  local -a commands
  commands=(
${names.join('\n')}
    'help:Print the help of a command'
  )
  _arguments -C '(- *)'{-h,--help}'[Print help]' '(- *)'{-V,--version}'[Print the version]' \\
    '1: :->command' '*:: :->argument' && return
  case $state in
    command) _describe -t commands command commands ;;
    argument)
      case $words[1] in
        help) _describe -t commands command commands ;;
${commands.map(branch).join('\n')}
      esac ;;
  esac
}

if [[ $funcstack[1] == _smolfile ]]; then _smolfile "$@"; else compdef _smolfile smolfile; fi
`;
}

function branch(command: CommandSpec): string {
  const rest = action(argumentsOf(command), false);
  const specs = [
    ...optionsOf(command).map(optionSpec),
    ...(rest === ' ' ? [] : [singleQuoted(`*:${colons(command.positionals || 'argument')}:${rest}`)]),
  ];
  return `        ${command.name})
${command.takesRest ? restLines(command) : ''}          _arguments -S \\
${specs.map((spec) => `            ${spec}`).join(' \\\n')} ;;`;
}

/** What stands after `--`: flags of the command of smolvm that `--for` names, or files. */
function restLines({ restCompletes }: CommandSpec): string {
  const cases = Object.entries(flagsAfterDashes()).map(([command, flags]) => {
    const pattern = command === 'create' ? '*' : `*'--for ${command} '*|*'--for=${command} '*`;
    return [command === 'create' ? 1 : 0, `${pattern}) compadd -- ${flags.join(' ')} ;;`] as const;
  });
  const inOrder = cases.toSorted(([a], [b]) => a - b).map(([, text]) => `              ${text}`);
  const offer = restCompletes
    ? ['            case "$words[1,CURRENT-1] " in', ...inOrder, '            esac'].join('\n')
    : '            _files';
  return `          if (( $words[(i)--] < CURRENT )); then
${offer}
            return
          fi
`;
}

function optionSpec(option: OptionSpec): string {
  const { name, short, optionalValue, repeatable, help, list } = option;
  const value = optionalValue ? undefined : option.value;
  const text = `[${brief(help).replaceAll(/[[\]\\:]/g, '\\$&')}]`;
  const many = repeatable ? '*' : '';
  if (value === undefined) {
    return short === undefined
      ? singleQuoted(`${many}--${name}${text}`)
      : `${singleQuoted(`(-${short} --${name})`)}{-${short},--${name}}${singleQuoted(text)}`;
  }
  return singleQuoted(`${many}--${name}=${text}:${colons(value)}:${action(valuesOf(option), list ?? false)}`);
}

function action(candidates: Candidates, isList: boolean): string {
  if (candidates === 'files') return '_files';
  if (candidates === 'directories') return '_files -/';
  if (candidates.words.length === 0) return ' ';
  if (isList) return `_sequence compadd - ${candidates.words.join(' ')}`;
  return `(${candidates.words.join(' ')})`;
}

function colons(text: string): string {
  return text.replaceAll(':', '\\:');
}
