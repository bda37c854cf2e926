import { NEWEST_RELEASE, releasesIn } from '@smolfile/core';
import type { Arguments } from '../arguments/spec.ts';
import { smolvmOption } from '../arguments/smolvm.ts';
import { EXIT, type ExitCode, type Io } from '../io.ts';
import { referencePage } from './page.ts';

/** Does what `smolfile reference` was asked for. */
export function runReference(args: Arguments, io: Io): ExitCode {
  const text = smolvmOption(args.value('smolvm-version'), '--smolvm-version');
  const found = text === undefined ? undefined : releasesIn(text);
  const release = typeof found === 'object' ? found.releases.at(-1)! : NEWEST_RELEASE;
  io.stdout.write(referencePage(release));
  return EXIT.clean;
}
