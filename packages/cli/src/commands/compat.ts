import { COMPAT_OPTIONS } from '../compat/options.ts';
import { runCompat } from '../compat/run.ts';
import type { CommandSpec } from '../arguments/spec.ts';

/** `smolfile compat`. */
export const compatCommand: CommandSpec = {
  name: 'compat',
  summary: 'Show which releases of smolvm accept a Smolfile, and what changes from one to the next',
  positionals: '[PATH…]',
  maximumPositionals: Number.POSITIVE_INFINITY,
  options: COMPAT_OPTIONS,
  notes: [
    'PATH is a file, a folder to search, a glob, or `-` for standard input. Without one, the working directory is searched, for the same files as `smolfile lint` does.',
    'Nothing of this host is looked at. With `--min`, the lowest release is printed from which on every known one accepts the files for all commands; the exit code is 1 if the newest refuses one.',
  ],
  run: runCompat,
};
