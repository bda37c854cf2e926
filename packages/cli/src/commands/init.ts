import { TEMPLATE_NAMES } from '@smolfile/core/templates/names';
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
      name: 'template',
      value: 'NAME',
      choices: TEMPLATE_NAMES,
      help: 'What to start from: a language, a web service, a job of CI or on the GPU, a sandbox for an agent, or a small starter. Default: what the files in DIR say.',
    },
    {
      name: 'image',
      value: 'IMAGE',
      completes: 'nothing',
      help: 'The container image to boot. Default: that of the template.',
    },
    {
      name: 'yes',
      short: 'y',
      help: 'Ask nothing: take what DIR says, and the starter where it says nothing.',
    },
    { name: 'stdout', help: 'Print the Smolfile instead of writing it.' },
  ],
  notes: [
    'DIR is the folder to write to; the working directory without it. A file that is there is never overwritten: remove or rename it first.',
    'package.json, pyproject.toml, requirements.txt, go.mod, Cargo.toml and the files beside them tell the image, what is installed, and what is run. On a terminal the choice is asked for, the best guess first; the end of input (Ctrl-D) writes nothing. A Dockerfile, a compose file or a dev container is what `smolfile import` reads; in a folder with nothing else, it is taken as the import has it.',
  ],
  run: runInit,
};
