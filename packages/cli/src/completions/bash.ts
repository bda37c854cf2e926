import type { CommandSpec } from '../arguments/spec.ts';
import { argumentsOf, optionsOf, valuesOf, type Candidates } from './words.ts';

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
  COMPREPLY=()
  # bash takes --name=value apart
  if [[ $cur == '=' ]]; then cur=; elif [[ $prev == '=' && $COMP_CWORD -gt 2 ]]; then prev=\${COMP_WORDS[COMP_CWORD-2]}; fi
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    if [[ $word != -* ]]; then command=$word; break; fi
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
    .filter(({ value }) => value !== undefined)
    .map((option) => {
      const names = [`--${option.name}`, ...(option.short === undefined ? [] : [`-${option.short}`])];
      return `        ${names.join('|')}) ${offer(valuesOf(option), option.list ?? false)}return ;;`;
    });
  const all = options.map(({ name }) => `--${name}`).join(' ');
  return `    ${command.name})
      case $prev in
${values.join('\n')}
      esac
      if [[ $cur == -* ]]; then _smolfile_offer one '${all}'; return; fi
      ${offer(argumentsOf(command), false)}return ;;`;
}

/** Without an offer bash itself offers files. */
function offer(candidates: Candidates, isList: boolean): string {
  if (candidates === 'files') return '';
  if (candidates === 'directories') return 'COMPREPLY=($(compgen -d -- "$cur")); ';
  return `_smolfile_offer ${isList ? 'list' : 'one'} '${candidates.words.join(' ')}'; `;
}
