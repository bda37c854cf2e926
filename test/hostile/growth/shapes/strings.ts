import { inElement, inString, repeated, type Shape } from './shape.ts';

const shapes: Readonly<Record<string, Shape>> = {
  backslashes: inElement('init', '\\'),
  quotes: inElement('init', '"\''),
  backticks: inElement('init', '`$('),
  escapes: (length) => `workdir = "${repeated(String.raw`\u0041`, length)}"\n`,
  'escapes that are none': (length) => `workdir = "${repeated(String.raw`\q`, length)}"\n`,
  'a long path': inString('workdir', '/a'),
  'a long word': inString('workdir', 'a'),
  'a path of dots': inString('workdir', '/..'),
  'an image of slashes': inString('image', 'a/'),
  'an image of colons': inString('image', 'a:'),
  'a duration of units': (length) => `[health]\ninterval = "${repeated('1s', length)}"\n`,
  'emoji of many parts': inElement('init', '\u{1F469}\u200D'),
  'marks on a letter': inElement('init', '\u0301'),
  'text that turns': inElement('init', '\u202E'),
  'characters without width': inElement('init', '\u200B'),
  'wide characters': inElement('init', '漢'),
  tabs: inElement('init', '\t'),
  'line breaks': inElement('init', 'a\n'),
};
export default shapes;
