import type { CommandSpec } from '../arguments/spec.ts';
import { RESOLVE_OPTIONS } from '../resolve/options.ts';
import { runResolve } from '../resolve/run.ts';

/** `smolfile resolve`. */
export const resolveCommand: CommandSpec = {
  name: 'resolve',
  summary: 'Preview what smolvm makes of a Smolfile and flags, with the origin of every value',
  positionals: '[PATH] [-- FLAGS…]',
  maximumPositionals: 1,
  takesRest: true,
  restCompletes: 'smolvm-flags',
  options: RESOLVE_OPTIONS,
  notes: [
    'PATH is a file, or `-` for standard input; ./Smolfile without one. Nothing is run. FLAGS are those of the smolvm command, after the first `--`; a later `--` is smolvm’s own.',
    'Exits with 1 when smolvm would refuse file or flags. Values of this host’s variables and files are never read; what looks like a credential in file or flags is masked.',
  ],
  run: runResolve,
};
