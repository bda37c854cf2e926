import { commandHelp, programHelp } from './arguments/help.ts';
import { parseArguments } from './arguments/parse.ts';
import type { CommandSpec } from './arguments/spec.ts';
import { commands } from './commands/index.ts';
import { ConfigError, FileError, isSystemError, reasonOf, UsageError } from './failure.ts';
import { EXIT, type ExitCode, type Io } from './io.ts';
import { didYouMean } from './nearest.ts';
import { internalError, warn } from './output/messages.ts';
import { guarded } from './output/workflow-commands.ts';
import { versionText } from './version.ts';

/**
 * The whole program as a function.
 *
 * @param argv arguments after `smolfile`.
 * @returns the exit code, or nothing where a command lives on (`lsp`); never throws.
 */
export function run(argv: readonly string[], given: Io): ExitCode | undefined {
  const io = guarded(given);
  try {
    return dispatch(argv, io);
  } catch (error) {
    if (error instanceof UsageError) {
      warn(io, error.message);
      for (const line of error.help) io.stderr.write(`  ${line}\n`);
      return EXIT.usage;
    }
    if (error instanceof ConfigError) {
      io.stderr.write(error.message);
      return EXIT.usage;
    }
    if (error instanceof FileError) warn(io, error.message);
    else if (isSystemError(error)) warn(io, `cannot write the results: ${reasonOf(error)}`);
    else internalError(io, error);
    return EXIT.failure;
  }
}

function dispatch([name, ...rest]: readonly string[], io: Io): ExitCode | undefined {
  switch (name) {
    case undefined:
      io.stderr.write(programHelp(commands));
      return EXIT.usage;
    case '-h':
    case '--help':
      io.stdout.write(programHelp(commands));
      return EXIT.clean;
    case 'help':
      return help(rest, io);
    case '-V':
    case '--version':
      return version(name, rest, io);
    default: {
      const command = commandNamed(name);
      const args = parseArguments(command, rest);
      if (!args.has('help')) return command.run(args, io, commands);
      io.stdout.write(commandHelp(command));
      return EXIT.clean;
    }
  }
}

function help([name]: readonly string[], io: Io): ExitCode {
  io.stdout.write(name === undefined ? programHelp(commands) : commandHelp(commandNamed(name)));
  return EXIT.clean;
}

function version(flag: string, rest: readonly string[], io: Io): ExitCode {
  const unknown = rest.find((argument) => argument !== '--json');
  if (unknown !== undefined)
    throw new UsageError(`\`${flag}\` does not take \`${unknown}\``, 'It takes `--json`.');
  io.stdout.write(versionText(rest.length > 0));
  return EXIT.clean;
}

function commandNamed(name: string): CommandSpec {
  const command = commands.find((candidate) => candidate.name === name);
  if (command) return command;
  const isOption = name.startsWith('-');
  const names = isOption ? ['--help', '--version'] : [...commands.map((each) => each.name), 'help'];
  const asPath = isOption ? undefined : `To lint a file or folder: \`smolfile lint ${name}\`.`;
  throw new UsageError(
    `unknown ${isOption ? 'option' : 'command'} \`${name}\``,
    didYouMean(name, names) ?? asPath,
    'See `smolfile --help`.',
  );
}
