import * as fc from 'fast-check';

/** Pieces of TOML: what editing by hand puts in, and what a parser is sensitive to. */
const PIECES = [
  ['\n', '\r\n', '\r', ' ', '\t', '\n\n', '\\\n'],
  ['[', ']', '{', '}', '=', '.', ',', ':', '#', '\\', '-', '+', '_', 'e', '0', '1', 'x'],
  ['"', "'", '"""', "'''", '“', '`'],
  ['x = 1', 'a.b = 1', '[a]', '[[a]]', '{ a = 1 }', '[1, 2]', '"k" = "v"', '# c'],
  ['true', 'True', 'inf', '03', '1_000', '0x1F', '1e400', '9223372036854775808', '1979-05-27', '07:32:00'],
  ['\\u00e9', '\\e', '\u0000', '\u0001', '\uFEFF', '\u00a0', 'é', '😀'],
].flat();

type Edit = { at: number; length: number; insert: string };

const edit: fc.Arbitrary<Edit> = fc.record({
  at: fc.nat(100_000),
  length: fc.oneof({ weight: 3, arbitrary: fc.nat(3) }, fc.nat(40)),
  insert: fc.oneof(fc.constant(''), fc.constantFrom(...PIECES), fc.constantFrom(...PIECES)),
});

/** A few edits in one of the texts, sometimes with a line of it moved: nearly TOML, mostly not. */
export function mutated(texts: readonly string[]): fc.Arbitrary<string> {
  return (
    fc
      .record({
        text: fc.constantFrom(...texts),
        edits: fc.array(edit, { minLength: 1, maxLength: 3 }),
        move: fc.option(fc.tuple(fc.nat(1000), fc.nat(1000)), { freq: 4 }),
      })
      .map(({ text, edits, move }) => edits.reduce(apply, move ? moveLine(text, ...move) : text))
      // Half of a surrogate pair cannot be in a file, nor be handed to Rust.
      .filter((text) => !/\p{Cs}/u.test(text))
  );
}

function apply(text: string, { at, length, insert }: Edit): string {
  const start = at % (text.length + 1);
  return text.slice(0, start) + insert + text.slice(start + length);
}

function moveLine(text: string, from: number, to: number): string {
  const lines = text.split('\n');
  const [line] = lines.slice(from % lines.length);
  lines.splice(to % lines.length, 0, line!);
  return lines.join('\n');
}
