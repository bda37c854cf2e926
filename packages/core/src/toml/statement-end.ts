import { BOM, CLOSE_BRACKET, COMMA, CR, HASH } from './characters.ts';
import { show } from './mistakes.ts';
import { trimEnd } from './recovery.ts';
import type { Source } from './source.ts';

/**
 * After a statement: reads the comment behind it and skips anything else on the line, which is reported.
 * @param value where the value starts, or undefined after a header.
 */
export function readStatementEnd(source: Source, value: number | undefined): void {
  source.skipSpaces();
  const { text, position: at } = source;
  if (text.charCodeAt(at) === HASH) {
    source.readComment();
  } else if (!source.endsLine(at)) {
    reportRest(source, value);
    source.position = source.lineEnd(at);
  }
}

function reportRest(source: Source, value: number | undefined): void {
  const { text, position: at } = source;
  const code = text.charCodeAt(at);
  if (code === CR || code === BOM) {
    source.reportStray(at);
    return;
  }
  const end = trimEnd(text, at, source.lineEnd(at));
  const after = value === undefined ? 'header' : 'value';
  const message = `Expected the end of the line after the ${after}, found ${show(text, at)}`;
  if (value === undefined && code === CLOSE_BRACKET) {
    const help = 'A header has as many brackets at its end as at its start';
    source.report('expected-newline', at, end, message, { help });
  } else if (code === COMMA && value !== undefined) {
    const help = 'Several values go between brackets, as in `["a", "b"]`; a comma ends no statement';
    source.report('expected-newline', at, end, message, { help });
  } else if (value !== undefined && text.slice(value, at).includes('\n')) {
    const related = { start: value, end: value + 1, message: 'The value starts here' };
    source.report('expected-newline', at, end, message, { related });
  } else {
    source.report('expected-newline', at, end, message);
  }
}
