import type { CommandSpec } from '../arguments/spec.ts';
import { runInit } from '../init/run.ts';

/** `smolfile init`. */
export const initCommand: CommandSpec = {
  name: 'init',
  summary: 'Write a Smolfile to start from',
  positionals: '[DIR]',
  completes: 'directory',
  maximumPositionals: 1,
  options: [
    {
      name: 'image',
      value: 'IMAGE',
      completes: 'nothing',
      help: 'The container image to boot. Default: alpine.',
    },
  ],
  notes: [
    'DIR is the folder to write to; the working directory without it. A file that is there is never overwritten: remove or rename it first.',
  ],
  run: runInit,
};
