import { NEWEST_RELEASE, releasesIn } from '@smolfile/core';
import { SMOLVM_FORMS, smolvmOption } from '../arguments/smolvm.ts';
import type { CommandSpec } from '../arguments/spec.ts';
import { EXIT } from '../io.ts';
import { schemaText } from '../schemas.ts';

/** `smolfile schema`. */
export const schemaCommand: CommandSpec = {
  name: 'schema',
  summary: 'Print the JSON Schema of the Smolfile, for editors and other tools',
  positionals: '',
  maximumPositionals: 0,
  options: [
    {
      name: 'smolvm-version',
      value: 'VERSION',
      help: `The schema as smolvm knows it: ${SMOLVM_FORMS}, of which the newest release is taken. Default: the newest that is known.`,
    },
  ],
  notes: [],
  run(args, io) {
    const text = smolvmOption(args.value('smolvm-version'), '--smolvm-version');
    const found = text === undefined ? undefined : releasesIn(text);
    const release = typeof found === 'object' ? found.releases.at(-1)! : NEWEST_RELEASE;
    io.stdout.write(schemaText(release));
    return EXIT.clean;
  },
};
