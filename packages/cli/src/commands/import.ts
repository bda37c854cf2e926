import type { CommandSpec } from '../arguments/spec.ts';
import { IMPORT_OPTIONS } from '../import/options.ts';
import { runImport } from '../import/run.ts';

/** `smolfile import`. */
export const importCommand: CommandSpec = {
  name: 'import',
  summary: 'Make a Smolfile of a Dockerfile, a compose file, a dev container or a docker run line',
  positionals: '[FILE] [-- docker run …]',
  maximumPositionals: 1,
  takesRest: true,
  options: IMPORT_OPTIONS,
  notes: [
    'FILE is a Dockerfile, a compose file or a devcontainer.json, a folder with one of them, or `-` for standard input. Without one, the working directory is searched. After `--` stands a `docker run` command line. Nothing is run, nothing is fetched.',
    'The Smolfile is written beside FILE, one for each service of a compose file (NAME.smolfile); a file that is there is only replaced where `--output` names it. Every part of FILE is in the report: kept, changed (how), or dropped (why, and what to do instead).',
    'Variables of the environment are not read, HOME aside: what a compose file takes from them belongs into `.env`. Values of credentials are never copied; `[secrets]` refers to them.',
  ],
  run: runImport,
};
