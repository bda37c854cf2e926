import type { TomlErrorCode } from './problems.ts';
import type { Source } from './source.ts';

/** What a text that is no value was most likely meant to be. */
interface Mistake {
  code: TomlErrorCode;
  message: string;
  help?: string;
}

/** Reports the text between the offsets, which stands where a value is due and is none. */
export function explainWord(source: Source, start: number, end: number): void {
  const word = source.text.slice(start, Math.min(end, start + 200));
  const mistake =
    quoteMistake(word) ??
    controlMistake(word) ??
    booleanMistake(word) ??
    dateMistake(word) ??
    numberMistake(word) ??
    unquoted(word);
  source.report(
    mistake.code,
    start,
    end,
    mistake.message,
    mistake.help === undefined ? {} : { help: mistake.help },
  );
}

/** Reports, for the range, that there is nothing at `at` where a value is due. */
export function missingValue(source: Source, at: number, start: number, end: number): void {
  source.report('missing-value', start, end, `Expected a value, found ${show(source.text, at)}`);
}

/** The character at an offset as a message shows it: `x`, or U+0001 when it has no glyph. */
export function show(text: string, at: number): string {
  const point = text.codePointAt(at);
  if (point === undefined) return 'the end of the file';
  if (point === 10 || (point === 13 && text.charCodeAt(at + 1) === 10)) return 'the end of the line';
  const visible = point > 32 && point !== 127 && !/[\p{C}\p{Z}]/u.test(String.fromCodePoint(point));
  return visible
    ? `\`${String.fromCodePoint(point)}\``
    : `U+${point.toString(16).toUpperCase().padStart(4, '0')}`;
}

/** A text as a message shows it: in backquotes, shortened, nothing invisible in it. */
export function excerpt(word: string): string {
  const shown = word.length > 40 ? `${word.slice(0, 39)}…` : word;
  return `\`${shown.replaceAll(/[^\P{C}\t]|[^\P{Z} ]/gu, '\u{fffd}')}\``;
}

/** A text as a basic string. */
const quoted = (word: string): string => JSON.stringify(word);

function quoteMistake(word: string): Mistake | undefined {
  const bare = word.slice(1, -1);
  if (/^[“”„‟«»‘’‚‛]/.test(word)) {
    const inner = word.replaceAll(/^[“”„‟«»‘’‚‛]|[“”„‟«»‘’‚‛]$/g, '');
    return {
      code: 'unquoted-string',
      message: `Typographic quotes such as ${word.charAt(0)} do not delimit a string`,
      help: `Use straight quotes: ${quoted(inner)}`,
    };
  }
  if (word.startsWith('`')) {
    return {
      code: 'unquoted-string',
      message: 'Backquotes do not delimit a string',
      help:
        word.length > 1 && word.endsWith('`') ? `Use straight quotes: ${quoted(bare)}` : 'Use `"` instead',
    };
  }
  if (/^[^"]*"$/.test(word)) {
    const help = `Write ${quoted(word.slice(0, -1))}`;
    return { code: 'unquoted-string', message: 'The opening `"` of this string is missing', help };
  }
  return undefined;
}

function controlMistake(word: string): Mistake | undefined {
  const code = word.charCodeAt(0);
  if (/[\p{Z}\p{Cf}]/u.test(word.charAt(0))) {
    const message = `Expected a value, found the invisible character ${show(word, 0)}`;
    return { code: 'invalid-value', message, help: 'Remove it, or replace it with a plain space' };
  }
  if (code >= 32 && code !== 127) return undefined;
  if (code === 13) {
    return { code: 'bare-carriage-return', message: 'A carriage return is not followed by a line feed' };
  }
  return { code: 'invalid-value', message: `Expected a value, found ${show(word, 0)}` };
}

function booleanMistake(word: string): Mistake | undefined {
  const lower = word.toLowerCase();
  if (lower === 'true' || lower === 'false') {
    const message = `\`${word}\` is not a boolean: TOML booleans are lower-case`;
    return { code: 'invalid-boolean', message, help: `Write \`${lower}\`` };
  }
  if (/^(?:yes|on|no|off)$/.test(lower)) {
    const value = lower === 'yes' || lower === 'on';
    const help = `Write \`${value}\`, or ${quoted(word)} if it is meant as text`;
    return { code: 'invalid-boolean', message: `\`${word}\` is not a boolean of TOML`, help };
  }
  if (/^(?:null|nil|none|undefined)$/.test(lower)) {
    const help = 'Leave the key out, or put a `#` before the line';
    return { code: 'invalid-value', message: `TOML has no \`${word}\``, help };
  }
  return undefined;
}

function dateMistake(word: string): Mistake | undefined {
  if (/^(?:[01]\d|2[0-3]):[0-5]\d$/.test(word)) {
    return {
      code: 'invalid-date-time',
      message: `\`${word}\` is not a time: the seconds are missing`,
      help: `Write \`${word}:00\`, or ${quoted(word)} if it is meant as text`,
    };
  }
  const minutes = /^(\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d)([Zz]|[+-]\d\d:\d\d)?$/.exec(word);
  if (minutes) {
    return {
      code: 'invalid-date-time',
      message: `\`${word}\` is not a date and time: the seconds are missing`,
      help: `Write \`${minutes[1]}:00${minutes[2] ?? ''}\``,
    };
  }
  if (/^\d{4}-\d\d?-\d\d?(?:[Tt ].*)?$/.test(word)) {
    return { code: 'invalid-date-time', message: `${excerpt(word)} is not a date or time of TOML` };
  }
  return undefined;
}

function numberMistake(word: string): Mistake | undefined {
  const zeros = /^([+-]?)0[0_]*([1-9][\d_]*|0)(\.\d+)?$/.exec(word);
  if (zeros) {
    const help = `Write \`${zeros[1]}${zeros[2]}${zeros[3] ?? ''}\``;
    return { code: 'invalid-number', message: `Leading zeros are not allowed in ${excerpt(word)}`, help };
  }
  const lower = word.toLowerCase();
  if (/^[+-]?(?:infinity|inf|nan)$/.test(lower)) {
    const help = `Write \`${lower.replace('infinity', 'inf')}\``;
    return { code: 'invalid-number', message: `\`${word}\` is not a number of TOML`, help };
  }
  const point = /^([+-]?\d*)\.(\d*)$/.exec(word);
  if (point && (point[1] !== '' || point[2] !== '')) {
    const whole = /\d/.test(point[1]!) ? point[1]! : `${point[1]!}0`;
    const message = `A decimal point needs digits on both sides`;
    return {
      code: 'invalid-number',
      message,
      help: `Write \`${whole}.${point[2] === '' ? '0' : point[2]}\``,
    };
  }
  if (/^[+-]?0[xob]/i.test(word)) return prefixMistake(word);
  if (/^[+-]?[\d_]*\d[\d_]*$/.test(word)) {
    const help = `Write \`${word.replaceAll(/_+/g, '_').replaceAll(/(?<!\d)_|_(?!\d)/g, '')}\``;
    return { code: 'invalid-number', message: 'Each `_` in a number needs a digit on both sides', help };
  }
  if (/^[+-]?\d[\d_]*(?:\.[\d_]*)?(?:e[+-]?[\d_.]*)?$/i.test(word) || /^[+-]{1,2}[\d.]/.test(word)) {
    return { code: 'invalid-number', message: `${excerpt(word)} is not a number of TOML` };
  }
  return undefined;
}

function prefixMistake(word: string): Mistake {
  const code = 'invalid-number';
  const lower = word.toLowerCase();
  const digits = { x: 'hexadecimal digits', o: 'digits from 0 to 7', b: 'digits 0 and 1' };
  if (/^[+-]/.test(word)) {
    const message = `A number with the prefix \`${word.slice(1, 3)}\` takes no sign`;
    return { code, message, help: 'Leave the sign out, or write the number in decimal' };
  }
  if (/^0[XOB]/.test(word)) {
    const help = `Write \`${lower.slice(0, 2)}${word.slice(2)}\``;
    return { code, message: `The prefix \`${word.slice(0, 2)}\` must be lower-case`, help };
  }
  const wanted = digits[lower.charAt(1) as keyof typeof digits];
  return {
    code,
    message: `After \`${lower.slice(0, 2)}\` only ${wanted} may follow, single \`_\` between them`,
  };
}

function unquoted(word: string): Mistake {
  if (!/[\p{L}\p{N}]/u.test(word)) {
    return { code: 'invalid-value', message: `Expected a value, found ${excerpt(word)}` };
  }
  const unit = /^([+-]?\d+(?:\.\d+)?)\s*[A-Za-z]+$/.exec(word);
  const number = unit ? `, or \`${unit[1]}\` if a number is due` : '';
  if (/^(?:t[rue]{1,4}|f[alse]{2,5})$/i.test(word) && !/^(?:true|false)$/i.test(word)) {
    const meant = /^t/i.test(word) ? 'true' : 'false';
    return {
      code: 'unquoted-string',
      message: `${excerpt(word)} is not a TOML value`,
      help: `Write \`${meant}\`, or ${quoted(word)} for text`,
    };
  }
  const short = word.length <= 60 && !/\p{C}|[^\P{Z} ]/u.test(word);
  return {
    code: 'unquoted-string',
    message: `${excerpt(word)} is not a TOML value; text needs quotes`,
    help: short
      ? `Write ${word.includes('"') ? `'${word}'` : quoted(word)}${number}`
      : 'Put it between `"` and `"`',
  };
}
