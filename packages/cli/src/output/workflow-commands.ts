import type { Io, Output } from '../io.ts';
import { stopCommands } from '../reporters/stop-commands.ts';

/** Commands that a runner takes out of a log: GitHub's and Azure's anywhere in a line, GitHub's at its beginning. */
const COMMAND = /##(?=\[|vso\[|teamcity\[)|^[^\S\n]*:(?=:)/gm;
/** Not seen, and no blank: what is before it is no beginning any more. */
const BREAK = '\u2060';

/** A text for people in which a runner finds no command, whoever wrote what is quoted in it. */
export function withoutCommands(text: string): string {
  return text.replaceAll(COMMAND, (start) =>
    `${start.slice(0, -1)}${BREAK}${start.slice(-1)}`.replace(`#${BREAK}#`, `##${BREAK}`),
  );
}

/** Whether a CI service reads the log for commands. */
export function isObeyed(env: Io['env']): boolean {
  return (
    env['GITHUB_ACTIONS'] === 'true' || env['TF_BUILD'] === 'True' || env['TEAMCITY_VERSION'] !== undefined
  );
}

/** Where CI reads the log, whatever is written to either stream goes through `withoutCommands`. */
export function guarded(io: Io): Io {
  if (!isObeyed(io.env)) return io;
  return { ...io, stdout: guardedOutput(io.stdout), stderr: guardedOutput(io.stderr) };
}

function guardedOutput(output: Output): Output {
  return {
    write: (text) => output.write(withoutCommands(text)),
    writeAsIs: (text) => output.write(text),
    isTerminal: () => output.isTerminal(),
    columns: () => output.columns(),
  };
}

/** Writes what is meant for the runner, or must not change; the caller has seen to what is in it. */
export function writeAsIs(output: Output, text: string): void {
  if (output.writeAsIs) output.writeAsIs(text);
  else output.write(text);
}

/** Writes a diff, which must not change: where a command is in it, the runner is told to look away. */
export function writeDiff(output: Output, diff: string): void {
  const isHarmless = !output.writeAsIs || withoutCommands(diff) === diff;
  writeAsIs(output, isHarmless ? diff : stopCommands(diff));
}
