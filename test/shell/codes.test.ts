import { CODES_IN_STRINGS, shellFindings, shellScripts, parseSmolfile } from '@smolfile/core';
import { describe, expect, test } from 'vitest';
import { commentsOn, hasShellcheck } from './harness.ts';

test.each(CODES_IN_STRINGS)('$from to $to has a reason', ({ from, to, because, example }) => {
  expect(from).toBeLessThanOrEqual(to);
  expect(because).toMatch(/^[A-Z].{30,}\.$/);
  expect(example.text).not.toBe('');
});

describe.skipIf(!hasShellcheck)('with the real shellcheck', () => {
  // Which codes there are depends on its version: 2039 became those from 3000 on.
  test.each(CODES_IN_STRINGS.filter(({ from }) => from !== 2039))(
    '$from to $to is said of its example, and $most is made of it',
    ({ from, to, most, where, example }) => {
      const comments = commentsOn(example.text, example.dialect);
      const own = comments.filter(({ code }) => code >= from && code <= to);
      const document = parseSmolfile(`cmd = ["${example.dialect}", "-c", ${JSON.stringify(example.text)}]\n`);
      const script = { ...shellScripts(document)[0]!, errexit: where !== undefined };
      // A shellcheck that knows BusyBox has nothing to say of it.
      if (example.dialect !== 'ash') expect(own).not.toEqual([]);
      expect(shellFindings(document, script, own).map(({ severity }) => severity)).toEqual(
        most === 'nothing' ? [] : own.map(() => most),
      );
    },
  );
});
