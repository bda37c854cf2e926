import { BOM, CR, HASH } from './characters.ts';
import { show } from './mistakes.ts';
import { trimEnd } from './recovery.ts';
import type { Source } from './source.ts';

/**
 * After a statement: reads the comment behind it and skips anything else on the line, which is reported.
 * @param value where the value starts, or undefined after a header.
 */
export function readStatementEnd(source: Source, value: number | undefined): void {
  source.skipSpaces();
  const { codes, position: at } = source;
  if (codes[at] === HASH) {
    source.readComment();
  } else if (!source.endsLine(at)) {
    reportRest(source, value);
    source.position = source.lineEnd(at);
  }
}

function reportRest(source: Source, value: number | undefined): void {
  const { codes, text, position: at } = source;
  const code = codes[at]!;
  if (code === CR || text.charCodeAt(at) === BOM) {
    source.reportStray(at);
    return;
  }
  const end = trimEnd(text, at, source.lineEnd(at));
  const after = value === undefined ? 'header' : 'value';
  const message = `Expected the end of the line after the ${after}, found ${show(text, at)}`;
  const help = restHelp(text, at, end, value);
  const lines = value !== undefined && text.slice(value, at).includes('\n');
  const related = { start: value ?? at, end: (value ?? at) + 1, message: 'The value starts here' };
  const more = { ...(help === undefined ? {} : { help }), ...(lines ? { related } : {}) };
  source.report('expected-newline', at, end, message, more);
}

/** The way out, by what the text behind a statement was most likely meant to be. */
function restHelp(text: string, at: number, end: number, value: number | undefined): string | undefined {
  const rest = text.slice(at, Math.min(end, at + 100));
  const found = rest.charAt(0);
  const before = text.charAt(at - 1);
  if (rest.startsWith('//')) return 'Comments start with `#`';
  if (found === ';') return 'Remove it: a line needs no mark at its end';
  if (value === undefined) {
    return found === ']' ? 'A header has as many brackets at its end as at its start' : undefined;
  }
  if (/^,\d{3}(?!\d)/.test(rest) && /\d/.test(before))
    return 'Write `_` between groups of digits, as in `1_000`';
  if (found === ',')
    return 'Several values go between brackets, as in `["a", "b"]`; a comma ends no statement';
  if (found === ']' || found === '}') return 'Remove it, or add what opens it';
  if (before === "'") return 'A text that contains `\'` goes between `"` and `"`';
  if (before === '"') return "Within the string write `\\\"` for a quote, or use '…' quotes around it";
  return rest.includes('=')
    ? undefined
    : 'If it belongs to the value, put all of it between `"` and `"`; a comment starts with `#`';
}
