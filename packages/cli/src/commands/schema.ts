import { isSupportedVersion, OLDEST } from '@smolfile/core';
import type { CommandSpec } from '../arguments/spec.ts';
import { UsageError } from '../failure.ts';
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
      help: `The schema as this version of smolvm knows it, ${OLDEST} or newer. Default: the newest that is known exactly.`,
    },
  ],
  notes: [],
  run(args, io) {
    const version = args.value('smolvm-version');
    if (version !== undefined && !isSupportedVersion(version)) {
      throw new UsageError(
        `\`--smolvm-version\` does not take \`${version}\``,
        `It takes a version of smolvm, ${OLDEST} or newer, such as ${OLDEST}.`,
      );
    }
    io.stdout.write(schemaText(version));
    return EXIT.clean;
  },
};
