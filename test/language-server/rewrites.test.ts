/** A rewrite changes how a file is written, and nothing of what it says. */
import { applyEdits, lint, parseSmolfile, rules } from '@smolfile/core';
import { expect, test } from 'vitest';
import { toPlain, type PlainValue } from '../../packages/core/src/toml/index.ts';
import { actionsAt, KINDS } from '../../packages/language-server/src/features/actions/index.ts';

const WRITTEN = [
  '# top\nports = ["80:80"] # web\n# volumes\nvolumes = [ # two\n  "./a:/b", # one\n]\n\n# dev\n[dev] # section\nenv = ["A=1"]\n\n# auth\n[auth]\nssh_agent = true\n',
  'init = ["a"]\nnet = true\n[dev]\n# nothing yet\n',
  'init = ["a"] # last',
  'net = true\r\ninit = ["a"]\r\n[auth]\r\nssh_agent = true',
  'health = { exec = ["a", "b"], retries = 3 } # check\nnet = true\n[secrets]\nA = { from_env = "A" } # a\nB.from_env = "B"\n# tail\n[restart]\npolicy = "always"\n',
  '[secrets.A]\nfrom_env = "A"\n\n[secrets."B C"]\nfrom_file = "/b"\n[network]\nallow_hosts = ["a.org"]\n',
  '[restart] # r\npolicy = "always" # p\n',
  'auth = {}\n',
  '[auth]\nssh_agent = true\n[dev]\nports = ["80"]',
];

const texts = [
  ...WRITTEN,
  ...rules.flatMap(({ examples: { invalid, valid } }) => [...invalid, ...valid].map(({ toml }) => toml)),
];

/** What a text says: its data without the order of its keys, and its comments. */
function saying(text: string): { data: PlainValue; comments: string[] } {
  const { toml } = parseSmolfile(text);
  return {
    data: toPlain(toml.root),
    comments: toml.comments.map(({ start, end }) => text.slice(start, end)).toSorted(),
  };
}

test('of tables and lists say the same as before, comments included', () => {
  let seen = 0;
  for (const text of texts) {
    const document = parseSmolfile(text);
    if (document.damaged) continue;
    const starts = [...document.toml.body, ...document.toml.headers.flatMap((one) => [one, ...one.entries])];
    for (const { start } of starts) {
      const actions = actionsAt(document, { start, end: start }, {}, (kind) => kind === KINDS.rewrite);
      for (const { title, edits } of actions) {
        if (!edits) continue;
        seen++;
        const after = applyEdits(text, edits);
        const [was, is] = [saying(text), saying(after)];
        const moved = title.startsWith('Move ');
        expect(is.comments, `${title}\n${text}\n---\n${after}`).toEqual(was.comments);
        // Moving a list is meant to change where it is.
        if (!moved) expect(is.data, `${title}\n${text}\n---\n${after}`).toEqual(was.data);
        expect(parseSmolfile(after).errors, `${title}\n${after}`).toEqual([]);
        expect(after.includes('\r'), `${title}: line breaks`).toBe(text.includes('\r'));
        if (text.includes('\r')) expect(after.replaceAll('\r\n', '')).not.toContain('\n');
      }
    }
  }
  expect(seen).toBeGreaterThan(100);
});

test('that silence a finding silence it, and nothing is found in their place', { timeout: 60_000 }, () => {
  let seen = 0;
  for (const rule of rules) {
    for (const example of rule.examples.invalid) {
      if (example.flags !== undefined) continue;
      const document = parseSmolfile(example.toml);
      const target = example.smolvm === undefined ? {} : { smolvm: example.smolvm };
      const found = lint(document, target).diagnostics;
      for (const { code, range } of found) {
        const actions = actionsAt(document, range, target, (kind) => kind === KINDS.fix);
        for (const { title, edits } of actions) {
          if (!edits || !title.startsWith(`Ignore \`${code}\``)) continue;
          seen++;
          const after = parseSmolfile(applyEdits(example.toml, edits));
          const left = lint(after, target).diagnostics.map((one) => one.code);
          const before = found.map((one) => one.code);
          expect(left.length, `${title}\n${after.text}`).toBeLessThan(before.length);
          expect(
            left.every((one) => before.includes(one)),
            `${title}\n${after.text}\n${left.join()}`,
          ).toBe(true);
        }
      }
    }
  }
  expect(seen).toBeGreaterThan(100);
});
