import type { CommandSpec } from '../arguments/spec.ts';
import { argumentsOf, flagsAfterDashes, optionsOf, valuesOf, type Candidates } from './words.ts';

/** The completion of bash, 3.2 and newer; needs nothing else. */
export function bashCompletion(commands: readonly CommandSpec[]): string {
  const names = [...commands.map(({ name }) => name), 'help'].join(' ');
  return `# bash completion of smolfile. In ~/.bashrc: eval "$(smolfile completions bash)"

_smolfile_offer() { # LIST WORDS: with LIST, after the last comma
  local prefix=
  if [[ $1 == list && $cur == *,* ]]; then prefix=\${cur%,*},; fi
  COMPREPLY=($(compgen -P "$prefix" -W "$2" -- "\${cur#"$prefix"}"))
}

_smolfile() {
  local cur=\${COMP_WORDS[COMP_CWORD]} prev=\${COMP_WORDS[COMP_CWORD-1]} command= word
  local last= for=create after=
  COMPREPLY=()
  # bash takes --name=value apart
  if [[ $cur == '=' ]]; then cur=; elif [[ $prev == '=' && $COMP_CWORD -gt 2 ]]; then prev=\${COMP_WORDS[COMP_CWORD-2]}; fi
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    if [[ $word == -- ]]; then after=yes; break; fi
    if [[ $word != -* && -z $command ]]; then command=$word; fi
    if [[ $last == --for && $word != '=' ]]; then for=$word; fi
    if [[ $word != '=' ]]; then last=$word; fi
  done
  case $command in
    '') _smolfile_offer one '${names} --help --version' ;;
    help) _smolfile_offer one '${names}' ;;
${commands.map(branch).join('\n')}
  esac
}

complete -o default -F _smolfile smolfile
`;
}

function branch(command: CommandSpec): string {
  const options = optionsOf(command);
  const values = options
    .filter(({ value, optionalValue }) => value !== undefined && !optionalValue)
    .map((option) => {
      const names = [`--${option.name}`, ...(option.short === undefined ? [] : [`-${option.short}`])];
      return `        ${names.join('|')}) ${offer(valuesOf(option), option.list ?? false)}return ;;`;
    });
  const all = options.map(({ name }) => `--${name}`).join(' ');
  return `    ${command.name})
${command.takesRest ? `      if [[ $after ]]; then ${rest(command)}return; fi\n` : ''}      case $prev in
${values.join('\n')}
      esac
      if [[ $cur == -* ]]; then _smolfile_offer one '${all}'; return; fi
      ${offer(argumentsOf(command), false)}return ;;`;
}

/** What stands after `--`. */
function rest({ restCompletes }: CommandSpec): string {
  if (!restCompletes) return '';
  const cases = Object.entries(flagsAfterDashes()).map(
    ([name, flags]) => `${name}) _smolfile_offer one '${flags.join(' ')}' ;;`,
  );
  return `case $for in ${cases.join(' ')} esac; `;
}

/** Without an offer bash itself offers files. */
function offer(candidates: Candidates, isList: boolean): string {
  if (candidates === 'files') return '';
  if (candidates === 'directories') return 'COMPREPLY=($(compgen -d -- "$cur")); ';
  return `_smolfile_offer ${isList ? 'list' : 'one'} '${candidates.words.join(' ')}'; `;
}
