import type { CommandSpec } from '../arguments/spec.ts';
import { FORMAT_OPTIONS } from '../format/options.ts';
import { runFormat } from '../format/run.ts';

/** `smolfile fmt`. */
export const fmtCommand: CommandSpec = {
  name: 'fmt',
  summary: 'Lay Smolfiles out the same way everywhere, without changing what they say',
  positionals: '[PATH…]',
  maximumPositionals: Number.POSITIVE_INFINITY,
  options: FORMAT_OPTIONS,
  notes: [
    'PATH is a file, a folder to search, a glob, or `-` for standard input, whose formatted text goes to standard output. Without one, the working directory is searched, for the same files as `smolfile lint` does.',
    'Comments, values and the kind of line breaks stay. Statements with syntax errors stay byte for byte.',
  ],
  run: runFormat,
};
