import type { CommandSpec } from '../arguments/spec.ts';
import { runCompletions } from '../completions/run.ts';

/** `smolfile completions`. */
export const completionsCommand: CommandSpec = {
  name: 'completions',
  summary: 'Print the completions of a shell',
  positionals: 'bash|zsh|fish|powershell',
  completes: ['bash', 'zsh', 'fish', 'powershell'],
  maximumPositionals: 1,
  options: [],
  notes: [
    'bash: add `eval "$(smolfile completions bash)"` to ~/.bashrc. zsh: the same with zsh to ~/.zshrc, after compinit. fish: `smolfile completions fish > ~/.config/fish/completions/smolfile.fish`. PowerShell: add `smolfile completions powershell | Out-String | Invoke-Expression` to $PROFILE.',
  ],
  run: runCompletions,
};
