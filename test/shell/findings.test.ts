import {
  applyEdits,
  parseSmolfile,
  readShellcheck,
  shellFindings,
  shellScripts,
  type ShellComment,
  type ShellFinding,
} from '@smolfile/core';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { commentsOn, hasShellcheck, placeOf } from './harness.ts';
import { editsOf, spelt } from './spellings.ts';

function comment(script: string, start: number, end: number, more: Partial<ShellComment> = {}): ShellComment {
  return {
    ...placeOf(script, start, end),
    code: 2086,
    level: 'info',
    message: 'Quote this.',
    replacements: [],
    ...more,
  };
}

/** The findings in the one script of a file. */
function findingsIn(text: string, comments: readonly ShellComment[]): readonly ShellFinding[] {
  const document = parseSmolfile(text);
  const [script] = shellScripts(document);
  return shellFindings(document, script!, comments);
}

/** Two characters of a string, which need not be different ones. */
const spots = spelt
  .filter(({ places }) => places.size > 0)
  .chain((string) => {
    const starts = [...string.places.keys()];
    const index = fc.nat(starts.length - 1);
    return fc.tuple(fc.constant(string), index, index).map(([one, a, b]) => {
      const [first, last] = [starts[Math.min(a, b)]!, starts[Math.max(a, b)]!];
      return { ...one, first, last };
    });
  });

describe('places', () => {
  test('a finding stands at the very characters that shellcheck points at, however the string is written', () => {
    fc.assert(
      fc.property(spots, ({ value, written, places, first, last }) => {
        const end = last + String.fromCodePoint(value.codePointAt(last)!).length;
        const prefix = '# 😀\ninit = [ "x", ';
        const document = parseSmolfile(`${prefix}${written} ]\ncpus = 2\n`);
        const script = shellScripts(document)[1]!;
        expect(script.text).toBe(value);
        const [finding] = shellFindings(document, script, [comment(value, first, end)]);
        expect(finding!.range).toEqual({
          start: prefix.length + places.get(first)!.start,
          end: prefix.length + places.get(last)!.end,
        });
      }),
      { numRuns: 1000 },
    );
  });

  test.each([
    ['nothing, before a character', 'init = ["ab"]', { line: 1, column: 2, endLine: 1, endColumn: 2 }, 'b'],
    ['nothing, at the end', 'init = ["ab"]', { line: 1, column: 3, endLine: 1, endColumn: 3 }, 'b'],
    ['nothing, before a wide one', 'init = ["a😀"]', { line: 1, column: 2, endLine: 1, endColumn: 2 }, '😀'],
    ['nothing, behind a wide one', 'init = ["a😀"]', { line: 1, column: 3, endLine: 1, endColumn: 3 }, '😀'],
    ['an end before its start', 'init = ["ab"]', { line: 1, column: 2, endLine: 1, endColumn: 1 }, 'b'],
    ['beyond its line', 'init = ["ab"]', { line: 1, column: 2, endLine: 1, endColumn: 99 }, 'b'],
    ['beyond the script', 'init = ["ab"]', { line: 7, column: 1, endLine: 9, endColumn: 1 }, 'b'],
    ['in front of it', 'init = ["ab"]', { line: 0, column: 0, endLine: 1, endColumn: 2 }, 'a'],
    ['over lines', 'init = ["""\na\\\nb"""]', { line: 1, column: 1, endLine: 1, endColumn: 3 }, 'a\\\nb'],
  ])('of %s', (_, text, place, expected) => {
    const [finding] = findingsIn(text, [{ ...comment('', 0, 0), ...place }]);
    expect(text.slice(finding!.range.start, finding!.range.end)).toBe(expected);
  });

  test('of anything at all lie in the string', () => {
    fc.assert(
      fc.property(
        spelt,
        fc.array(fc.nat(40), { minLength: 4, maxLength: 4 }),
        ({ written }, [a, b, c, d]) => {
          const text = `init = [${written}]`;
          const place = { line: a!, column: b!, endLine: c!, endColumn: d! };
          for (const { range } of findingsIn(text, [{ ...comment('', 0, 0), ...place }])) {
            expect(range.start).toBeGreaterThanOrEqual(8);
            expect(range.end).toBeGreaterThanOrEqual(range.start);
            expect(range.end).toBeLessThanOrEqual(8 + written.length);
          }
        },
      ),
    );
  });
});

describe('fixes', () => {
  test('the string reads as the fixed script, and the rest of the file as before', () => {
    fc.assert(
      fc.property(
        spelt.chain((string) => fc.tuple(fc.constant(string), editsOf(string.value))),
        ([{ form, value, written }, edits]) => {
          const text = `cpus = 2\ninit = [ # x\n  ${written}, "y" ]\n[dev]\nports = ["80"]\n`;
          const replacements = edits.map(({ range: { start, end }, text: replacement }) => ({
            ...placeOf(value, start, end),
            replacement,
          }));
          const shuffled = replacements.toReversed();
          const [finding] = findingsIn(text, [comment(value, 0, 0, { replacements: shuffled })]);
          const wanted = applyEdits(value, edits);
          if (!finding!.fix) {
            expect(form).toBe('multiline-literal');
            return;
          }
          const after = parseSmolfile(applyEdits(text, finding!.fix.edits));
          expect(after.errors).toEqual([]);
          expect(after.settings.strings('init')?.map((item) => item.value)).toEqual([wanted, 'y']);
          expect(after.settings.strings('dev.ports')?.map((item) => item.value)).toEqual(['80']);
          expect(finding!.fix.title).not.toMatch(/\p{Cc}/u);
        },
      ),
      { numRuns: 1000 },
    );
  });

  const at = (start: number, end: number, replacement: string) => ({
    ...placeOf('echo $x', start, end),
    replacement,
  });

  test.each([
    ['of nothing', []],
    ['that overlap', [at(0, 4, 'a'), at(2, 6, 'b')]],
    ['at one place', [at(2, 2, 'a'), at(2, 2, 'b')]],
  ])('there are none %s', (_, replacements) => {
    const [finding] = findingsIn('init = ["echo $x"]', [comment('echo $x', 5, 7, { replacements })]);
    expect(finding).not.toHaveProperty('fix');
  });

  test('are named by what they write, where that is short', () => {
    const quoted = [at(5, 5, '"'), at(7, 7, '"')];
    const [short] = findingsIn('init = ["echo $x"]', [comment('echo $x', 5, 7, { replacements: quoted })]);
    expect(short!.fix).toMatchObject({ title: 'Write `"$x"`', safe: false });
    const long = [at(0, 4, 'e'.repeat(60))];
    const [other] = findingsIn('init = ["echo $x"]', [comment('echo $x', 0, 4, { replacements: long })]);
    expect(other!.fix!.title).toBe("Apply ShellCheck's fix for SC2086");
  });
});

describe('what is made of a finding', () => {
  test('is where its string is, and as the string is spelt, however often it is asked for', () => {
    const said = [comment('a b', 2, 3, { replacements: [{ ...placeOf('a b', 2, 3), replacement: '"' }] })];
    const texts = [
      'init = ["a b"]',
      '#\n\ninit = ["a b"]',
      String.raw`init = ["a \u0062"]`,
      "init = ['a b']",
    ];
    for (const text of [...texts, ...texts]) {
      const [finding] = findingsIn(text, said);
      const { start, end } = finding!.range;
      expect(['b', String.raw`\u0062`]).toContain(text.slice(start, end));
      const after = parseSmolfile(applyEdits(text, finding!.fix!.edits));
      expect(after.settings.strings('init')?.map(({ value }) => value)).toEqual(['a "']);
    }
    const kept = findingsIn('cmd = ["sh", "-c", "ab"]', [comment('ab', 0, 1, { code: 2164 })]);
    expect(kept).toHaveLength(1);
  });

  test.each([
    ['error', 'warning', false],
    ['warning', 'warning', false],
    ['info', 'info', false],
    ['style', 'info', true],
  ] as const)('%s is %s', (level, severity, isStyle) => {
    expect(findingsIn('init = ["ab"]', [comment('ab', 0, 1, { level })])).toMatchObject([
      { code: 'SC2086', severity, isStyle, stage: null },
    ]);
  });

  test('a message is one line with nothing hidden in it', () => {
    const message = ' One\n  two \u202E three.';
    const [finding] = findingsIn('init = ["ab"]', [comment('ab', 0, 1, { message })]);
    expect(finding!.message).toBe('One two <U+202E> three.');
  });

  test('a variable that the file gives is assigned', () => {
    const unassigned = (name: string) =>
      comment('ab', 0, 1, {
        code: 2154,
        level: 'warning',
        message: `${name} is referenced but not assigned.`,
      });
    const text =
      'init = ["ab"]\nenv = ["one=1", "two"]\n[dev]\nenv = ["three=3"]\n[secrets]\nfour = { from_env = "X" }\n';
    const said = ['one', 'two', 'three', 'four', 'five'].map(unassigned);
    expect(findingsIn(text, said)).toMatchObject(
      [{ severity: 'info', message: /^five/ }].map(({ severity }) => ({
        severity,
        message: expect.stringMatching(/^five/),
      })),
    );
  });
});

describe('what shellcheck prints', () => {
  const one = {
    file: '-',
    line: 1,
    endLine: 1,
    column: 6,
    endColumn: 8,
    level: 'info',
    code: 2086,
    message: 'm',
  };
  const place = { line: 1, endLine: 1, column: 6, endColumn: 8 };

  test('is read', () => {
    const fix = { replacements: [{ ...place, insertionPoint: 'afterEnd', precedence: 7, replacement: '"' }] };
    expect(
      readShellcheck(
        JSON.stringify({
          comments: [
            { ...one, fix },
            { ...one, fix: null },
          ],
        }),
      ),
    ).toEqual([
      { ...place, level: 'info', code: 2086, message: 'm', replacements: [{ ...place, replacement: '"' }] },
      { ...place, level: 'info', code: 2086, message: 'm', replacements: [] },
    ]);
    expect(readShellcheck('{"comments":[]}')).toEqual([]);
  });

  test.each([
    '',
    'nonsense',
    'null',
    '[]',
    '{}',
    '{"comments":{}}',
    '{"comments":[null]}',
    JSON.stringify({ comments: [{ ...one, level: 'fatal' }] }),
    JSON.stringify({ comments: [{ ...one, line: '1' }] }),
    JSON.stringify({ comments: [{ ...one, column: 1.5 }] }),
    JSON.stringify({ comments: [{ ...one, endLine: -1 }] }),
    JSON.stringify({ comments: [{ ...one, message: null }] }),
    JSON.stringify({ comments: [one, { ...one, code: undefined }] }),
  ])('anything else is nothing: %s', (output) => expect(readShellcheck(output)).toBeUndefined());

  test('half of a fix is none', () => {
    const fix = { replacements: [{ ...place, replacement: '"' }, { ...place }] };
    expect(readShellcheck(JSON.stringify({ comments: [{ ...one, fix }] }))?.[0]?.replacements).toEqual([]);
  });

  test('is cut where there is no end of it', () => {
    const many = Array.from({ length: 5000 }, () => one);
    expect(readShellcheck(JSON.stringify({ comments: many }))?.length).toBeLessThan(1000);
  });
});

describe.skipIf(!hasShellcheck)('with the real shellcheck', () => {
  function problemsIn(text: string): string[] {
    const document = parseSmolfile(text);
    return shellScripts(document).flatMap((script) =>
      shellFindings(document, script, commentsOn(script.text, script.dialect)).map(
        ({ code, severity, range }) => `${code} ${severity} ${text.slice(range.start, range.end)}`,
      ),
    );
  }

  /** The file with each fix of a script made, one after the other, until there is none. */
  function fixed(text: string): string {
    for (let round = 0, now = text; ; round++) {
      const document = parseSmolfile(now);
      const fix = shellScripts(document)
        .flatMap((script) => shellFindings(document, script, commentsOn(script.text, script.dialect)))
        .find((finding) => finding.fix)?.fix;
      if (!fix || round > 20) return now;
      now = applyEdits(now, fix.edits);
    }
  }

  test.each([
    ['init = ["echo $FOO bar", "cd /app; make"]', ['SC2086 info $FOO', 'SC2164 warning cd /app']],
    ['cmd = ["sh", "-ec", "cd /app; make"]', []],
    ["init = ['''\r\necho 😀 $A\r\n  cd /x; ls\r\n''']", ['SC2086 info $A', 'SC2164 warning cd /x']],
    [
      String.raw`init = ["echo \U0001F600\t$A\necho \u0024B"]`,
      ['SC2086 info $A', String.raw`SC2086 info \u0024B`],
    ],
    ['init = ["""echo $A \\\n   $B"""]', ['SC2086 info $A', 'SC2086 info $B']],
    ['init = ["if then"]', ['SC1073 warning i', 'SC1072 warning n']],
    ['env = ["lower=1"]\ninit = ["echo \\"$lower $other\\""]', ['SC2154 info $other']],
    ['init = [". /etc/os-release"]', []],
    ['init = ["[[ -e /x ]]"]', ['SC3010 info [[ -e /x ]]']],
    ['cmd = ["bash", "-c", "[[ -e /x ]]"]', []],
    ['cmd = ["dash", "-c", "[[ -e /x ]]"]', ['SC3010 warning [[ -e /x ]]']],
    ['cmd = ["ash", "-c", "[[ -e /x ]]"]', []],
    ['init = ["# shellcheck disable=SC2086\\necho $A"]', []],
    ['init = ["", " ", "true"]', []],
  ])('%j', (text, expected) => expect(problemsIn(text)).toEqual(expected));

  test.each([
    ['init = ["echo $A; cd /x; ls"]', String.raw`init = ["echo \"$A\"; cd /x || exit; ls"]`],
    ["init = ['echo $A']", `init = ['echo "$A"']`],
    ['init = ["""\necho $A `date` 😀 $B\n"""]', '\ninit = ["""\necho "$A" "$(date)" 😀 "$B"\n"""]'.slice(1)],
  ])('%j is fixed as it says', (text, expected) => {
    const after = fixed(text);
    // What it fixes of quotes around `$(…)` depends on its version.
    expect(after.replaceAll('"$(date)"', '$(date)')).toBe(expected.replaceAll('"$(date)"', '$(date)'));
  });
});
