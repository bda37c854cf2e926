import { NEWEST_RELEASE, OLDEST_RELEASE, releasesIn } from '../release/index.ts';
import { COMMAND_NAMES } from '../schema/index.ts';

// What a caller hands in is looked at once, at the door: inside, the types are believed. A wrong option that is
// passed over in silence looks like a file without findings.

/** What one option may be: throws where a value is something else. */
export type Check = (value: unknown, name: string) => void;

/**
 * @param asked whose options they are, for the message.
 * @throws TypeError for an option that there is not, or of the wrong kind.
 */
export function checkOptions(options: object, asked: string, checks: Readonly<Record<string, Check>>): void {
  if (typeof options !== 'object' || options === null)
    throw new TypeError(`Expected the options of ${asked} to be an object, but got ${found(options)}`);
  for (const [name, value] of Object.entries(options)) {
    const check = Object.hasOwn(checks, name) ? checks[name] : undefined;
    if (!check) {
      const known = Object.keys(checks).join(', ');
      throw new TypeError(`${asked} has no option \`${name}\`; it has ${known}`);
    }
    if (value !== undefined) check(value, name);
  }
}

function wrong(name: string, expected: string, value: unknown): never {
  throw new TypeError(`Expected \`${name}\` to be ${expected}, but got ${found(value)}`);
}

function found(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value.slice(0, 80));
  if (Array.isArray(value)) return `[${value.slice(0, 5).map(found).join(', ')}]`;
  return typeof value === 'object' && value !== null ? 'an object' : String(value);
}

const COMMANDS = COMMAND_NAMES.map((name) => `'${name}'`).join(', ');

/** Whether a value is one of these words. */
export function isOneOf(words: readonly string[]): Check {
  return (value, name) => {
    const expected = words.map((word) => `'${word}'`).join(', ');
    if (!words.some((one) => one === value)) wrong(name, `one of ${expected}`, value);
  };
}

export const isCommand: Check = isOneOf(COMMAND_NAMES);

export const isCommands: Check = (value, name) => {
  if (!Array.isArray(value)) wrong(name, `a list of ${COMMANDS}`, value);
  for (const one of value as unknown[]) {
    if (!COMMAND_NAMES.some((known) => known === one)) wrong(name, `a list of ${COMMANDS}`, value);
  }
};

export const isRelease: Check = (value, name) => {
  const answer = typeof value === 'string' ? releasesIn(value) : 'no-range';
  if (answer === 'too-old') wrong(name, `a release of smolvm from ${OLDEST_RELEASE.version} on`, value);
  if (answer === 'empty') wrong(name, 'a range with a known release of smolvm in it', value);
  if (typeof answer === 'string')
    wrong(
      name,
      `a release of smolvm such as '${NEWEST_RELEASE.version}' or a range such as '>=${OLDEST_RELEASE.version}'`,
      value,
    );
};

export const isBoolean: Check = (value, name) => {
  if (typeof value !== 'boolean') wrong(name, 'true or false', value);
};

export const isCount: Check = (value, name) => {
  if (!(
    typeof value === 'number' &&
    (value === Number.POSITIVE_INFINITY || Number.isSafeInteger(value)) &&
    value > 0
  ))
    wrong(name, 'a number of findings above 0', value);
};

const LEVELS: ReadonlySet<unknown> = new Set(['error', 'warning', 'info', 'off']);

export const isSeverities: Check = (value, name) => {
  if (!(value instanceof Map)) wrong(name, "a Map of codes to 'error', 'warning', 'info' or 'off'", value);
  for (const [code, level] of value as Map<unknown, unknown>) {
    if (typeof code !== 'string' || !LEVELS.has(level))
      wrong(`${name}.${String(code)}`, "'error', 'warning', 'info' or 'off'", level);
  }
};

export const isRange: Check = (value, name) => {
  const { start, end } = Object(value) as { start?: unknown; end?: unknown };
  const sound = [start, end].every((place) => Number.isSafeInteger(place) && (place as number) >= 0);
  if (!sound || (start as number) > (end as number)) wrong(name, 'a range { start, end } of offsets', value);
};

/** An object of ours, or one that does what ours do; what is in it is its own matter. */
export const isObject: Check = (value, name) => {
  if (typeof value !== 'object' || value === null) wrong(name, 'an object', value);
};

export const isText: Check = (value, name) => {
  if (typeof value !== 'string') wrong(name, 'a text', value);
};

export const isFunction: Check = (value, name) => {
  if (typeof value !== 'function') wrong(name, 'a function', value);
};

/** Checked where it is read. */
export const isAnything: Check = () => {};
