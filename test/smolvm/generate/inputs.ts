import type { Command } from '@smolfile/core';
import * as fc from 'fast-check';
import type { Input } from '../outcome.ts';
import { anyDocument } from './documents.ts';
import { flagsFor } from './flags.ts';

/** Documents with flags, for some of the commands. */
export function inputs(commands: readonly Command[], release: string): fc.Arbitrary<Input> {
  return fc
    .constantFrom(...commands)
    .chain((command) => fc.tuple(fc.constant(command), anyDocument(release), flagsFor(command, release)))
    .map(([command, smolfile, args]) => ({ id: 'fresh', command, smolfile, args }))
    .filter(isHarmless);
}

/** A staged volume is copied, and what the copy lacks is deleted: only folders of the case may be. */
function isHarmless({ smolfile, args }: Input): boolean {
  const texts = [smolfile, ...args];
  if (texts.some((text) => /\p{Cs}/u.test(text))) return false;
  return texts.every((text) =>
    [...text.matchAll(/([^"'\n,[\]]*):\s*staged/g)].every(([, source = '']) =>
      /^(?:\.\/)?(?:src|data|app)\b/.test(source),
    ),
  );
}
