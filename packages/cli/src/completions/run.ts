import type { Arguments, CommandSpec } from '../arguments/spec.ts';
import { UsageError } from '../failure.ts';
import { EXIT, type ExitCode, type Io } from '../io.ts';
import { didYouMean } from '../nearest.ts';
import { bashCompletion } from './bash.ts';
import { fishCompletion } from './fish.ts';
import { powershellCompletion } from './powershell.ts';
import { zshCompletion } from './zsh.ts';

const SHELLS = {
  bash: bashCompletion,
  zsh: zshCompletion,
  fish: fishCompletion,
  powershell: powershellCompletion,
};

/** Does what `smolfile completions` was asked for. */
export function runCompletions(args: Arguments, io: Io, commands: readonly CommandSpec[]): ExitCode {
  const [shell] = args.positionals;
  const names = Object.keys(SHELLS);
  if (shell === undefined) throw new UsageError('which shell?', `Name one of ${names.join(', ')}.`);
  if (!names.includes(shell)) {
    throw new UsageError(
      `there are no completions for \`${shell}\``,
      didYouMean(shell, names),
      `There are some for ${names.join(', ')}.`,
    );
  }
  io.stdout.write(SHELLS[shell as keyof typeof SHELLS](commands));
  return EXIT.clean;
}
