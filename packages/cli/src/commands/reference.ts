import { SMOLVM_FORMS } from '../arguments/smolvm.ts';
import type { CommandSpec } from '../arguments/spec.ts';
import { runReference } from '../reference/run.ts';

/** `smolfile reference`. */
export const referenceCommand: CommandSpec = {
  name: 'reference',
  summary: 'Print all about Smolfiles on one page of Markdown, short enough for an agent’s prompt',
  positionals: '',
  maximumPositionals: 0,
  options: [
    {
      name: 'smolvm-version',
      value: 'VERSION',
      completes: 'version',
      help: `The keys as smolvm knows them: ${SMOLVM_FORMS}, of which the newest release is taken. Default: the newest that is known.`,
    },
  ],
  notes: [
    'Each key with type, range, default and effect, the forms of values, what is ignored, and the mistakes made most. The same page is in the package as a skill, in its folder `skill`.',
  ],
  run: runReference,
};
