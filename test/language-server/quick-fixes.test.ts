import { parseSmolfile } from '@smolfile/core';
import { describe, expect, test } from 'vitest';
import { diagnose } from '../../packages/language-server/src/features/diagnostics.ts';
import { quickFixes } from '../../packages/language-server/src/features/quick-fixes.ts';
import { marked } from './harness/marked.ts';

/** Titles of the fixes at the `|`, and the text that the first one leaves. */
function fixesAt(source: string): { titles: string[]; text: string | undefined } {
  const { text, range } = marked(source);
  const fixes = quickFixes(diagnose(parseSmolfile(text), {}), range);
  const edits = fixes[0]?.fix.edits.toReversed();
  const fixed = edits?.reduce((before, edit) => {
    return before.slice(0, edit.range.start) + edit.text + before.slice(edit.range.end);
  }, text);
  return { titles: fixes.map(({ fix }) => fix.title), text: fixed };
}

describe('quick fixes', () => {
  test.each(['|imge = "alpine"\n', 'im|ge = "alpine"\n', 'imge| = "alpine"\n'])(
    'are offered at either end of the mistake and inside: %j',
    (source) => {
      expect(fixesAt(source)).toEqual({
        titles: ['Replace `imge` with `image`'],
        text: 'image = "alpine"\n',
      });
    },
  );

  test.each(['imge |= "alpine"\n', 'imge = "alp|ine"\n', 'imge = "alpine"\n|cpus = 1\n'])(
    'are not offered elsewhere: %j',
    (source) => {
      expect(fixesAt(source).titles).toEqual([]);
    },
  );

  test('of a selection are those of every mistake in it', () => {
    expect(fixesAt('|imge = "alpine"\ncpus = "2"|\nmemory = "512"\n').titles).toEqual([
      'Replace `imge` with `image`',
      'Write `2`',
    ]);
  });

  test('do without what is sound, and without what nothing is known to fix', () => {
    expect(fixesAt('|cpus = 2\nzzzzzz = 1|\n').titles).toEqual([]);
  });

  test('stay available while another part of the file is broken', () => {
    expect(fixesAt('im|ge = "alpine"\n[dev\nports = [\n').titles).toEqual(['Replace `imge` with `image`']);
  });
});
