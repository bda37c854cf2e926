import { parseSmolfile } from '@smolfile/core';
import { describe, expect, test } from 'vitest';
import { placeAt } from '../../packages/language-server/src/features/context.ts';
import type { Place } from '../../packages/language-server/src/features/place.ts';
import { marked } from './harness/marked.ts';

/** A place in one line: what it is, where it belongs, and the text that it would replace in `‹›`. */
function show(source: string): string {
  const { text, range } = marked(source);
  return inWords(placeAt(parseSmolfile(text), range.start), text);
}

function inWords(place: Place, text: string): string {
  if (place.kind === 'none') return 'none';
  const replaced = `‹${text.slice(place.range.start, place.range.end)}›`;
  switch (place.kind) {
    case 'comment':
      return `comment ${replaced}`;
    case 'key':
      return [
        place.where === 'inline' ? 'inline key' : 'key',
        replaced,
        `of [${place.table.join('.')}]`,
        ...(place.dotted ? [`dotted ${place.dotted}`] : []),
        ...(place.followedBy === 'nothing' ? [] : [`before ${place.followedBy}`]),
      ].join(' ');
    case 'header':
      return [
        `header${place.array ? ' of list' : ''}${place.closed ? '' : ', open,'}`,
        replaced,
        ...(place.table.length > 0 ? [`below ${place.table.join('.')}`] : []),
        ...(place.followedBy === 'dot' ? ['before dot'] : []),
      ].join(' ');
    case 'value': {
      const { string } = place;
      const inside = string && ` in ${string.quote}${string.closed ? '' : ', open'}`;
      return `${place.element ? 'element' : 'value'} ${replaced}${inside ?? ''} of ${place.path.join('.')}`;
    }
  }
}

describe('a name of a key', () => {
  test.each([
    ['|', 'key ‹› of []'],
    ['im|', 'key ‹im› of []'],
    ['|im', 'key ‹im› of []'],
    ['im|age = "a"', 'key ‹image› of [] before equals'],
    ['image| = "a"', 'key ‹image› of [] before equals'],
    ['image |= "a"', 'none'],
    ['"im|age" = "a"', 'key ‹"image"› of [] before equals'],
    ['image = "a"\n|', 'key ‹› of []'],
    ['image = "a"\n|\ncpus = 2', 'key ‹› of []'],
    ['image = "a"\n  |\n', 'key ‹› of []'],
    ['image = "a"\r\nc|\r\n', 'key ‹c› of []'],
    ['\uFEFF|', 'key ‹› of []'],
    ['\uFEFFim|', 'key ‹im› of []'],
    ['# about\n|', 'key ‹› of []'],
    ['[dev]\n|', 'key ‹› of [dev]'],
    ['[dev]\np|', 'key ‹p› of [dev]'],
    ['[dev]\n\nports = []\n|\n[network]\n', 'key ‹› of [dev]'],
    ['[network]\n|', 'key ‹› of [network]'],
    ['[a."b.c"]\n|', 'key ‹› of [a.b.c]'],
    ['dev.|', 'key ‹› of [dev] dotted 1'],
    ['dev.p|', 'key ‹p› of [dev] dotted 1'],
    ['dev . p|', 'key ‹p› of [dev] dotted 1'],
    ['d|ev.ports = []', 'key ‹dev› of [] before dot'],
    ['dev.po|rts = []', 'key ‹ports› of [dev] dotted 1 before equals'],
    ['[secrets]\nX.f|', 'key ‹f› of [secrets.X] dotted 1'],
    ['[secrets.X]\n|', 'key ‹› of [secrets.X]'],
    ['[[network.credentials]]\nn|', 'key ‹n› of [network.credentials]'],
  ])('%j', (source, expected) => {
    expect(show(source)).toBe(expected);
  });
});

describe('a name of a header', () => {
  test.each([
    ['[|', 'header, open, ‹›'],
    ['[|]', 'header ‹›'],
    ['[de|', 'header, open, ‹de›'],
    ['[de|v]', 'header ‹dev›'],
    ['[dev|]', 'header ‹dev›'],
    ['[ |dev ]', 'header ‹dev›'],
    ['|[dev]', 'none'],
    ['[dev]|', 'none'],
    ['[dev] |', 'none'],
    ['[[|', 'header of list, open, ‹›'],
    ['[[net|work.credentials]]', 'header of list ‹network› before dot'],
    ['[secrets.|', 'header, open, ‹› below secrets'],
    ['[secrets.|]', 'header ‹› below secrets'],
    ['[secrets.X|]', 'header ‹X› below secrets'],
    ['[dev]\n[ne|\nports = []', 'header, open, ‹ne›'],
    ['image = "a"\n\n[|\n\n[dev]\n', 'header, open, ‹›'],
  ])('%j', (source, expected) => {
    expect(show(source)).toBe(expected);
  });
});

describe('a value', () => {
  test.each([
    ['net =|', 'value ‹› of net'],
    ['net = |', 'value ‹› of net'],
    ['net = t|', 'value ‹t› of net'],
    ['net = tr|ue', 'value ‹true› of net'],
    ['net =| true', 'value ‹ true› of net'],
    ['net = |  # why', 'value ‹› of net'],
    ['net = | ', 'value ‹› of net'],
    ['net = \n|', 'key ‹› of []'],
    ['net = true |', 'none'],
    ['net = true |# why', 'none'],
    ['[restart]\npolicy = |', 'value ‹› of restart.policy'],
    ['restart.policy = |', 'value ‹› of restart.policy'],
    ['image = |"a"', 'value ‹"a"› of image'],
    ['image = "|"', 'value ‹""› in " of image'],
    ['image = "al|pine"', 'value ‹"alpine"› in " of image'],
    ['image = "al|', 'value ‹"al› in ", open of image'],
    ['image = "al|\ncpus = 2', 'value ‹"al› in ", open of image'],
    ['image = "a\\"|b"', 'value ‹"a\\"b"› in " of image'],
    ["image = '|'", "value ‹''› in ' of image"],
    ['image = """\n|\n"""', 'value ‹"""\n\n"""› in """ of image'],
    ['image = ""|""\n', 'none'],
    ['image = "a"|', 'none'],
    ['image = "a" |b', 'none'],
    ['ports = |', 'value ‹› of ports'],
    ['ports = |["a"]', 'none'],
  ])('%j', (source, expected) => {
    expect(show(source)).toBe(expected);
  });
});

describe('an element of a list', () => {
  test.each([
    ['ports = [|', 'element ‹› of ports'],
    ['ports = [|]', 'element ‹› of ports'],
    ['ports = ["|"]', 'element ‹""› in " of ports'],
    ['ports = ["8|"', 'element ‹"8"› in " of ports'],
    ['ports = ["80"|]', 'none'],
    ['ports = ["80" |]', 'none'],
    ['ports = ["80",|]', 'element ‹› of ports'],
    ['ports = ["80", |]', 'element ‹› of ports'],
    ['ports = ["80", 8|]', 'element ‹8› of ports'],
    ['ports = [\n  |\n]', 'element ‹› of ports'],
    ['ports = [\n  "80",\n  |\n]', 'element ‹› of ports'],
    ['ports = [\n  "80",\n  |\nnet = true\n', 'element ‹› of ports'],
    ['ports = [\n  "80",\n\nn|et = true\n', 'key ‹net› of [] before equals'],
    ['ports = [\n  "80", # web\n  |\n]', 'element ‹› of ports'],
    ['ports = [ # w|eb\n]', 'comment ‹# web›'],
    ['ports = ["80"]|', 'none'],
    ['ports = ["80"] |', 'none'],
    ['ports = [\n  "80"\n  |\n]', 'none'],
    ['[dev]\nenv = ["A=1", "B|', 'element ‹"B› in ", open of dev.env'],
    ['ports = ["a", "b|\n\n[dev]\nx = 1', 'element ‹"b› in ", open of ports'],
  ])('%j', (source, expected) => {
    expect(show(source)).toBe(expected);
  });
});

describe('an inline table', () => {
  test.each([
    ['dev = {|', 'inline key ‹› of [dev]'],
    ['dev = {|}', 'inline key ‹› of [dev]'],
    ['dev = { | }', 'inline key ‹› of [dev]'],
    ['dev = { po| }', 'inline key ‹po› of [dev]'],
    ['dev = { ports = [], | }', 'inline key ‹› of [dev]'],
    ['dev = { ports = [] | }', 'none'],
    ['dev = { ports = [|] }', 'element ‹› of dev.ports'],
    ['secrets = { X = { f|', 'inline key ‹f› of [secrets.X]'],
    ['[secrets]\nX = { from_env = "|" }', 'value ‹""› in " of secrets.X.from_env'],
    ['[secrets]\nX = { from_env = |', 'value ‹› of secrets.X.from_env'],
    ['dev = {\n|', 'key ‹› of []'],
    ['network.credentials = [{ na| }]', 'inline key ‹na› of [network.credentials]'],
    ['dev = {}|', 'none'],
    ['dev = {} |', 'none'],
  ])('%j', (source, expected) => {
    expect(show(source)).toBe(expected);
  });
});

describe('a comment', () => {
  test.each([
    ['#|', 'comment ‹#›'],
    ['# smol|file', 'comment ‹# smolfile›'],
    ['net = true # w|hy', 'comment ‹# why›'],
    ['[dev] # w|hy', 'comment ‹# why›'],
    ['|# why', 'key ‹› of []'],
    ['image = "#|"', 'value ‹"#"› in " of image'],
  ])('%j', (source, expected) => {
    expect(show(source)).toBe(expected);
  });
});

test('what is broken before does not matter', () => {
  expect(show('image = "a\ncmd = ["x"\n[dev\nvolumes = [}\n[network]\nallow_hosts = ["|"]\n')).toBe(
    'element ‹""› in " of network.allow_hosts',
  );
  expect(show('= = =\n]]]\n}\nn|')).toBe('key ‹n› of []');
});
