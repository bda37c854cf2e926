import {
  addItem,
  editSmolfile,
  ensureSection,
  moveKey,
  removeItem,
  removeKey,
  renameKey,
  setValue,
} from '@smolfile/core';
import { expect, test } from 'vitest';

// What a person would have written: each case is a text before and after.

test.each<[string, string, string | (string | number)[], Parameters<typeof setValue>[2], string]>([
  ['the rest of the line', 'cpus = 1 # few\n', 'cpus', 4, 'cpus = 4 # few\n'],
  ['quotes', "image = 'a' # x\n", 'image', 'b', "image = 'b' # x\n"],
  ['quotes that cannot hold it', "image = 'a'\n", 'image', "it's", 'image = "it\'s"\n'],
  ['line breaks of Windows', 'cpus = 1\r\n', 'net', true, 'cpus = 1\r\nnet = true\r\n'],
  ['a byte order mark', '\uFEFF', 'net', true, '\uFEFFnet = true\n'],
  ['a missing end of line', 'cpus = 1', 'net', true, 'cpus = 1\nnet = true'],
  ['indentation', '[dev]\n  init = []\n', 'dev.workdir', '/x', '[dev]\n  init = []\n  workdir = "/x"\n'],
  ['no spaces', 'cpus=1\n', 'net', true, 'cpus=1\nnet=true\n'],
  ['a column', 'cpus  = 1\nimage = "a"\n', 'net', true, 'cpus  = 1\nimage = "a"\nnet = true\n'],
  [
    'a wide column',
    'image    = "a"\ncpus     = 1\n',
    'net',
    true,
    'image    = "a"\ncpus     = 1\nnet      = true\n',
  ],
  [
    'braces',
    'dev = { init = ["x"] }\n',
    'dev.ports',
    ['80:80'],
    'dev = { init = ["x"], ports = ["80:80"] }\n',
  ],
  ['empty braces', 'dev = {}\n', 'dev.init', ['x'], 'dev = { init = ["x"] }\n'],
  [
    'dots',
    'dev.init = ["x"]\nnet = true\n',
    'dev.ports',
    ['a'],
    'dev.init = ["x"]\ndev.ports = ["a"]\nnet = true\n',
  ],
  ['dots in a section', '[dev]\na.b = 1\n', 'dev.a.c', 2, '[dev]\na.b = 1\na.c = 2\n'],
  ['a new section', 'cpus = 1\n', 'dev.init', ['x'], 'cpus = 1\n\n[dev]\ninit = ["x"]\n'],
  [
    'dense sections',
    '[dev]\na = 1\n[network]\nb = 1\n',
    'auth.c',
    1,
    '[dev]\na = 1\n[network]\nb = 1\n[auth]\nc = 1\n',
  ],
  [
    'secrets in braces',
    '[secrets]\nA = { from_env = "A" }\n',
    'secrets.B.from_env',
    'B',
    '[secrets]\nA = { from_env = "A" }\nB = { from_env = "B" }\n',
  ],
  [
    'secrets in sections',
    '[secrets.A]\nfrom_env = "A"\n\n[dev]\n',
    'secrets.B.from_env',
    'B',
    '[secrets.A]\nfrom_env = "A"\n\n[secrets.B]\nfrom_env = "B"\n\n[dev]\n',
  ],
  ['a section that others imply', '# x\n[a.b]\nc = 1\n', 'a.d', 1, '# x\n[a]\nd = 1\n\n[a.b]\nc = 1\n'],
  ['the comment that opens the file', '# About\n\n[dev]\n', 'cpus', 1, '# About\n\ncpus = 1\n\n[dev]\n'],
  [
    'the comment of a section',
    '# About\n\n# Work\n[dev]\n',
    'cpus',
    1,
    '# About\n\ncpus = 1\n\n# Work\n[dev]\n',
  ],
  [
    'a pin',
    '# smolfile: smolvm = "1.9.0"\n[dev]\n',
    'cpus',
    1,
    '# smolfile: smolvm = "1.9.0"\ncpus = 1\n\n[dev]\n',
  ],
  [
    'comments of elements',
    'a = [\n  1, # one\n  2, # two\n]\n',
    'a',
    [1, 3, 2],
    'a = [\n  1, # one\n  3,\n  2, # two\n]\n',
  ],
  ['quoted names', '["a b"]\nx = 1\n', ['a b', 'y.z'], 2, '["a b"]\nx = 1\n"y.z" = 2\n'],
  ['an element', 'ports = ["a", "b"]\n', ['ports', 1], 'c', 'ports = ["a", "c"]\n'],
  ['a value that is missing', 'cpus =\nnet = true\n', 'cpus', 2, 'cpus = 2\nnet = true\n'],
  ['damage elsewhere', 'image = @\ncpus = 1\n', 'cpus', 2, 'image = @\ncpus = 2\n'],
])('a value that is set keeps %s', (_what, before, path, value, after) => {
  expect(setValue(before, path, value).text).toBe(after);
});

test('a list that is too long for its line gets a line for each element', () => {
  const env = Array.from({ length: 8 }, (_, index) => `VARIABLE_${index}=value`);
  const lines = env.map((one) => `  "${one}",\n`).join('');
  expect(setValue('', 'env', env).text).toBe(`env = [\n${lines}]\n`);
});

test('a comment is written above what is new, and not above what is there', () => {
  const { text } = setValue('[dev]\n', 'dev.workdir', '/src', { comment: 'from WORKDIR\nline 3' });
  expect(text).toBe('[dev]\n# from WORKDIR\n# line 3\nworkdir = "/src"\n');
  expect(setValue(text, 'dev.workdir', '/x', { comment: 'again' }).text).not.toContain('again');
});

test.each([
  ['ports = ["a"]\n', 'ports = ["a", "b"]\n'],
  ['ports = [ "a", ]\n', 'ports = [ "a", "b", ]\n'],
  ['ports = []\n', 'ports = ["b"]\n'],
  ['ports = [\n]\n', 'ports = [\n  "b",\n]\n'],
  ['ports = [\n    # none yet\n]\n', 'ports = [\n    # none yet\n    "b",\n]\n'],
  ['ports = [\n  "a", # web\n]\n', 'ports = [\n  "a", # web\n  "b",\n]\n'],
  ['ports = [\n  "a" # web\n]\n', 'ports = [\n  "a", # web\n  "b"\n]\n'],
  ['ports = [\n  "a"]\n', 'ports = [\n  "a", "b"]\n'],
  ['ports = [ "a"\n        , "c"\n        ]\n', 'ports = [ "a"\n        , "c", "b"\n        ]\n'],
  ['cpus = 1\r\nports = [\r\n  "a",\r\n]\r\n', 'cpus = 1\r\nports = [\r\n  "a",\r\n  "b",\r\n]\r\n'],
  ['cpus = 1\n', 'cpus = 1\nports = ["b"]\n'],
])('an element joins %j', (before, after) => {
  expect(addItem(before, 'ports', 'b').text).toBe(after);
});

test('an element of an array of tables is a section', () => {
  expect(addItem('[[a]]\nx = 1\n\n[a.b]\ny = 1\n\n[c]\n', 'a', { x: 2 }).text).toBe(
    '[[a]]\nx = 1\n\n[a.b]\ny = 1\n\n[[a]]\nx = 2\n\n[c]\n',
  );
});

test.each([
  ['ports = ["a", "b"]\n', 'ports = ["a"]\n'],
  ['ports = ["b", "a"]\n', 'ports = ["a"]\n'],
  ['ports = ["b"]\n', 'ports = []\n'],
  ["ports = ['b', \"b\", 'c']\n", "ports = ['c']\n"],
  ['ports = [\n  "a",\n  "b",\n]\n', 'ports = [\n  "a",\n]\n'],
  ['ports = [\n  "a",\n  "b"\n]\n', 'ports = [\n  "a"\n]\n'],
  ['ports = [\n  "b", # web\n  "a",\n]\n', 'ports = [\n  # web\n  "a",\n]\n'],
])('an element leaves %j', (before, after) => {
  expect(removeItem(before, 'ports', 'b').text).toBe(after);
});

test.each([
  ['a = 1\n\n# two\nb = 2\n\nc = 3\n', 'a = 1\n\n# two\n\nc = 3\n', 'a = 1\n\nc = 3\n'],
  ['a = 1\n\nb = 2\n\nc = 3\n', 'a = 1\n\nc = 3\n', 'a = 1\n\nc = 3\n'],
  ['a = 1\nb = 2 # two\n', 'a = 1\n# two\n', 'a = 1\n'],
  ['# File\nb = 2\nc = 3\n', '# File\nc = 3\n', '# File\nc = 3\n'],
  ['a = 1\n\n[b] # two\nc = [ # x\n]\n\n[b.d]\n', 'a = 1\n\n# two\n# x\n', 'a = 1\n'],
  ['x = { b = 1, c = 2 }\n[b]\n[e]\n', 'x = { b = 1, c = 2 }\n[e]\n', 'x = { b = 1, c = 2 }\n[e]\n'],
])('a key leaves %j, with its comments or without', (before, kept, bare) => {
  expect(removeKey(before, 'b').text).toBe(kept);
  expect(removeKey(before, 'b', { comments: 'remove' }).text).toBe(bare);
});

test('a key is renamed in every place that names it', () => {
  expect(renameKey('[dev]\na = 1\n\n[dev.x]\n', 'dev', 'my dev').text).toBe(
    '["my dev"]\na = 1\n\n["my dev".x]\n',
  );
  expect(renameKey('dev.a = 1\ndev.b.c = 2\n', 'dev', 'x').text).toBe('x.a = 1\nx.b.c = 2\n');
});

test('a statement moves with its comments', () => {
  expect(
    moveKey('# Tools.\n\n# For hooks.\ninit = [\n  "a", # b\n] # c\n\n[dev]\nenv = []\n', 'init', 'dev.init')
      .text,
  ).toBe('# Tools.\n\n[dev]\nenv = []\n# For hooks.\ninit = [\n  "a", # b\n] # c\n');
});

test('several changes are one', () => {
  const before = '# File\nports = ["80:80"] # web\n';
  const { text, edits } = editSmolfile(
    before,
    (document) => setValue(document, 'cpus', 4),
    (document) => ensureSection(document, 'dev'),
    (document) => moveKey(document, 'ports', 'dev.ports'),
  );
  expect(text).toBe('# File\ncpus = 4\n\n[dev]\nports = ["80:80"] # web\n');
  expect(edits).toHaveLength(1);
});

test.each([
  [() => setValue('cpus = 1\n', 'cpus.x', 1), /`cpus` is not a table/],
  [() => setValue('ports = []\n', 'ports.x', 1), /`ports` is not a table/],
  [() => setValue('ports = []\n', ['ports', 3], 1), /`ports` has no element 3/],
  [() => addItem('ports = 1\n', 'ports', 'x'), /`ports` is no list/],
  [() => addItem('ports = ["x"\n[dev]\n', 'ports', 'x'), /`ports` is damaged/],
  [() => renameKey('a = 1\nb = 2\n', 'a', 'b'), /`b` is there already/],
  [() => renameKey('a = 1\n', 'b', 'c'), /no key `b`/],
  [() => moveKey('a = 1\nb = 2\n', 'a', 'b'), /`b` is there already/],
  [() => moveKey('a = 1\ndev = {}\n', 'a', 'dev.a'), /`dev` is written in braces/],
  [() => setValue('a = """open\n', 'cpus', 1), /while the file is damaged/],
  [() => ensureSection('dev = 1\n', 'dev'), /`dev` is no table/],
])('what cannot be done is said, and nothing is changed (%#)', (change, message) => {
  expect(change).toThrow(message);
  expect(change).toThrow(expect.objectContaining({ name: 'EditError' }));
});

test.each([
  [() => setValue('', '', 1), /path of a key.*""/],
  [() => setValue('', 'a..b', 1), /path of a key/],
  [() => setValue('', [0], 1), /path of a key/],
  [() => setValue('', 'a', null as never), /`a`, but got null/],
  [() => setValue('', 'a', { b: [undefined as never] }), /`a`\.b\[0\], but got undefined/],
  [() => setValue('', 'a', new Date(0) as never), /an object of a class/],
  [() => setValue('', 'a', '\ud800'), /surrogate/],
  [() => setValue('', 'a', 2 ** 60), /use a bigint/],
  [() => setValue('', 'a', 2n ** 63n), /64 bits/],
  [() => setValue(1 as never, 'a', 1), /text of a Smolfile or a parsed one, but got number/],
  [() => setValue('', 'a', 1, { comment: '\u0007' }), /control characters/],
  [() => addItem('', 'a', 1, { index: -1 }), /index of an element/],
  [() => removeKey('', 'a', { comments: 'x' as never }), /'keep' or 'remove', but got "x"/],
  [() => renameKey('a = 1', 'a', 3 as never), /new name of a key, but got 3/],
])('a wrong argument is a TypeError that says what was expected (%#)', (change, message) => {
  expect(change).toThrow(TypeError);
  expect(change).toThrow(message);
});
