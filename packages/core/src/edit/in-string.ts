import { applyEdits } from '../text/apply-edits.ts';
import type { TextEdit, TextRange } from '../text/range.ts';
import { parseToml, stringOffsets, type StringOffsets } from '../toml/index.ts';
import { isWellFormed, textLike, tomlString } from './write.ts';

/**
 * Changes parts of a string where they are written, so that it reads as the changed value: the rest of it keeps its
 * spelling. Where its quotes cannot hold that, a string of one line is written anew.
 *
 * @param written the string with its quotes; one that is sound.
 * @param edits of its value, not overlapping, in order.
 * @returns edits of `written`; undefined where there is no way to write the value so.
 */
export function editString(
  written: string,
  value: string,
  edits: readonly TextEdit[],
): readonly TextEdit[] | undefined {
  const wanted = applyEdits(value, edits);
  if (!isWellFormed(wanted)) return undefined;
  const offsets = stringOffsets(written, { start: 0, end: written.length });
  for (const placeOf of [besideContinuations, overContinuations]) {
    for (const spell of spellingsFor(written)) {
      const own = edits.map(({ range, text }) => ({ range: placeOf(range, offsets), text: spell(text) }));
      if (reads(applyEdits(written, own), wanted)) return own;
    }
  }
  const whole = isOfLines(written) ? undefined : textLike(wanted, written);
  return whole !== undefined && reads(whole, wanted)
    ? [{ range: { start: 0, end: written.length }, text: whole }]
    : undefined;
}

type PlaceOf = (range: TextRange, offsets: StringOffsets) => TextRange;

/** Leaves a line-ending backslash where it is; what is put in stands in front of one, which would swallow its blanks. */
const besideContinuations: PlaceOf = ({ start, end }, offsets) =>
  start < end
    ? { start: offsets.starts[start]!, end: offsets.ends[end - 1]! }
    : overContinuations({ start, end }, offsets);

/** Takes a line-ending backslash in front of what is replaced away, too: it would swallow blanks that are left. */
const overContinuations: PlaceOf = ({ start, end }, { content, ends }) => {
  const from = start === 0 ? content : ends[start - 1]!;
  return { start: from, end: start < end ? ends[end - 1]! : from };
};

/** How a text may be written inside of such quotes, the plainest first; not all of them can hold every text. */
function spellingsFor(written: string): ((text: string) => string)[] {
  const eol = written.includes('\r\n') ? '\r\n' : '\n';
  const lines = (text: string, spell: (line: string) => string): string =>
    text.split('\n').map(spell).join(eol);
  if (written.startsWith("'")) return [(text) => lines(text, (line) => line)];
  if (!isOfLines(written)) return [escaped];
  return [
    (text) => lines(text, withPlainQuotes),
    (text) => lines(text, escaped),
    (text) => escaped(text).replace(/^ /, String.raw`\u0020`),
  ];
}

/** Between three quotes a single one needs no backslash. */
function withPlainQuotes(line: string): string {
  return line.split('"').map(escaped).join('"');
}

function escaped(text: string): string {
  return tomlString(text).slice(1, -1);
}

function isOfLines(written: string): boolean {
  return /^(?:"""|''')/.test(written);
}

/** Whether a text is one string, of that value. */
function reads(written: string, value: string): boolean {
  const { body, headers, errors } = parseToml(`x = ${written}`);
  const [entry] = body;
  const node = entry?.value;
  return (
    errors.length === 0 &&
    body.length === 1 &&
    headers.length === 0 &&
    node?.type === 'scalar' &&
    node.end === written.length + 4 &&
    node.value === value
  );
}
