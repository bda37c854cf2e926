import { tomlString } from '../edit/index.ts';

/** What a key of the Smolfile can be set to here; a record is an inline table. */
export type Value = string | number | boolean | readonly string[] | Readonly<Record<string, string>>;

/** A string as a reader of the file likes to see it: without escapes where it can be, lines on lines of their own. */
function stringText(text: string): string {
  const plain = wellFormed(text);
  if (/[^\P{Cc}\n\t]/u.test(plain)) return tomlString(plain);
  const literal = !plain.includes("'''") && !plain.endsWith("'");
  if (plain.includes('\n')) return literal ? `'''\n${plain}'''` : `"""\n${escapedLines(plain)}"""`;
  if (!/["\\]/.test(plain)) return tomlString(plain);
  if (!plain.includes("'")) return `'${plain}'`;
  return literal ? `'''${plain}'''` : tomlString(plain);
}

/** For a string of several lines in double quotes, of which only three at once end it. */
function escapedLines(text: string): string {
  return text
    .replaceAll('\\', String.raw`\\`)
    .replaceAll('"""', String.raw`""\"`)
    .replace(/"$/, String.raw`\"`);
}

/** TOML has no halves of surrogate pairs, nor has UTF-8. */
function wellFormed(text: string): string {
  return text.replaceAll(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, '\uFFFD');
}

/** A value as TOML. */
export function valueText(value: Value): string {
  if (typeof value === 'string') return stringText(value);
  if (typeof value !== 'object') return String(value);
  if (isArray(value)) return `[${value.map(stringText).join(', ')}]`;
  const pairs = Object.entries(value).map(([key, text]) => `${keyText(key)} = ${stringText(text)}`);
  return `{ ${pairs.join(', ')} }`;
}

function isArray(value: object): value is readonly string[] {
  return Array.isArray(value);
}

/** A key as TOML, in quotes where it must be. */
export function keyText(key: string): string {
  return /^[\w-]+$/.test(key) ? key : tomlString(wellFormed(key));
}

/** A Smolfile with nothing but one value in it, and the network that every import asks for. */
export function fragment(path: string, value: Value, list: boolean): string {
  const dot = path.indexOf('.');
  const name = path.slice(dot + 1);
  const text = list && !Array.isArray(value) ? `[${valueText(value)}]` : valueText(value);
  return `net = true\n${dot < 0 ? '' : `[${path.slice(0, dot)}]\n`}${keyText(name)} = ${text}\n`;
}
