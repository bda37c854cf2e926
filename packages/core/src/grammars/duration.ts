import type { Grammar } from './grammar.ts';
import { accepted, refused, shown, suggest, type Parsed, type ValueProblem } from './result.ts';
import {
  isRustWhitespace,
  parseUnsigned,
  rustTrim,
  U64_MAX,
  utf8Length,
  withoutWhitespace,
  withinNumber,
} from './rust.ts';
import type { Release } from '../release/index.ts';

const SECONDS: Readonly<Record<string, bigint>> = { s: 1n, m: 60n, h: 3600n };

/** What releases allow, in `schemas/grammars.json`. */
export interface DurationOptions {
  /** What becomes of more seconds than 64 bits hold. */
  readonly overflow: 'refused' | 'wraps';
}

/**
 * Seconds of a `[health]` or `[restart]` duration: trimmed, one number with `s`, `m`, `h` or nothing. `undefined` is
 * what smolvm silently takes its default for. Beyond 64 bits it wraps before 1.7.0 (facts 4.6).
 */
export function parseDuration(text: string, release: Release): bigint | undefined {
  const trimmed = rustTrim(text);
  const unit = SECONDS[trimmed.slice(-1)];
  const number = parseUnsigned(unit === undefined ? trimmed : trimmed.slice(0, -1), U64_MAX);
  if (number === undefined) return undefined;
  const seconds = number * (unit ?? 1n);
  if (seconds <= U64_MAX) return seconds;
  return release.grammar<DurationOptions>('duration').overflow === 'refused'
    ? undefined
    : BigInt.asUintN(64, seconds);
}

/** {@link parseDuration} with a reason; smolvm has no text for it, it says nothing. */
export function checkDuration(text: string, release: Release): Parsed<bigint> {
  const seconds = parseDuration(text, release);
  if (seconds !== undefined) return accepted(seconds);
  return refused({ ...explain(text), from: 0, to: text.length, ...repair(text, release) });
}

/** Seconds as the shortest duration that smolvm reads back. */
export function formatDuration(seconds: bigint): string {
  if (seconds > 0n && seconds % 3600n === 0n) return `${seconds / 3600n}h`;
  if (seconds > 0n && seconds % 60n === 0n) return `${seconds / 60n}m`;
  return `${seconds}s`;
}

const SHAPE = 'Write whole seconds, minutes or hours: `30s`, `5m`, `2h`.';

function explain(text: string): { reason: string; message: string; help: string } {
  if (rustTrim(text) === '') return { reason: 'empty', message: 'The duration is empty', help: SHAPE };
  if (/ms$/i.test(text)) {
    return { reason: 'duration-unit', message: `${shown(text)} is in milliseconds`, help: SHAPE };
  }
  if (/^[0-9]+[dw]$/i.test(rustTrim(text))) {
    return { reason: 'duration-unit', message: `${shown(text)} is in days or weeks`, help: SHAPE };
  }
  if (/[0-9]\s*[a-z]+\s*[0-9]/i.test(text)) {
    return { reason: 'duration-sum', message: `${shown(text)} has more than one unit`, help: SHAPE };
  }
  if (/^\s*-?[0-9]*\.[0-9]/.test(text)) {
    return { reason: 'duration-fraction', message: `${shown(text)} is no whole number`, help: SHAPE };
  }
  return { reason: 'not-a-duration', message: `${shown(text)} is no duration`, help: SHAPE };
}

/** Through the grammar of people's other tools, when that comes to whole seconds. */
function repair(text: string, release: Release): Partial<ValueProblem> {
  if (text.length > 64) return {};
  const dense = withoutWhitespace(text);
  const lower = dense.toLowerCase();
  if (parseDuration(lower, release) !== undefined) return suggest(lower, true);
  const human = readHumantime(dense);
  if (typeof human === 'string' || human.nanos !== 0 || human.seconds > U64_MAX / 3600n) return {};
  return suggest(formatDuration(human.seconds), true);
}

export interface HumanDuration {
  readonly seconds: bigint;
  /** 0 to 999 999 999. */
  readonly nanos: number;
}

/** Nanoseconds or seconds in a unit of the `humantime` crate, by all its names. */
const HUMAN_UNITS = new Map<string, { nanos: bigint } | { seconds: bigint }>();
for (const [names, unit] of [
  ['nanos nsec ns', { nanos: 1n }],
  ['usec us µs', { nanos: 1000n }],
  ['millis msec ms', { nanos: 1_000_000n }],
  ['seconds second secs sec s', { seconds: 1n }],
  ['minutes minute min mins m', { seconds: 60n }],
  ['hours hour hr hrs h', { seconds: 3600n }],
  ['days day d', { seconds: 86_400n }],
  ['weeks week wk wks w', { seconds: 604_800n }],
  ['months month M', { seconds: 2_630_016n }],
  ['years year yr yrs y', { seconds: 31_557_600n }],
] as const) {
  for (const name of names.split(' ')) HUMAN_UNITS.set(name, unit);
}

/**
 * Reads `--timeout`: the `humantime` crate's sum of whole numbers with units, white space allowed between and within
 * them, greater than zero (facts 3.1; unlike the durations of the file).
 */
export function parseHumantime(text: string): Parsed<HumanDuration> {
  const read = readHumantime(text);
  const problem = {
    reason: 'not-a-timeout',
    message: `${shown(text)} is no time span`,
    help: 'Write numbers with units, for example `30s`, `5min` or `1h 30m`.',
    from: 0,
    to: text.length,
  };
  if (typeof read === 'string') {
    const bare = parseUnsigned(rustTrim(text), U64_MAX);
    const seconds = bare === undefined || bare === 0n ? undefined : `${bare}s`;
    // What newer releases of the crate print differently is left out.
    return refused({ ...problem, ...(read === '' ? {} : { smolvm: read }), ...suggest(seconds) });
  }
  if (read.seconds !== 0n || read.nanos !== 0) return accepted(read);
  const smolvm = 'timeout must be greater than 0 (e.g., 5sec, 30s)';
  return refused({ ...problem, reason: 'timeout-zero', message: 'The timeout is zero', smolvm });
}

const TOO_LARGE = 'number is too large';

/** The span, or the crate's text for what it stumbled over (empty: not the same in all its releases). */
function readHumantime(text: string): HumanDuration | string {
  let seconds = 0n;
  let nanos = 0n;
  let pos = skipSpace(text, 0);
  if (pos === text.length) return 'value was empty';
  while (pos < text.length) {
    if (!isDigit(text, pos)) return `expected number at ${utf8Length(text.slice(0, pos))}`;
    let number = 0n;
    for (; pos < text.length; pos++) {
      if (isDigit(text, pos)) number = number * 10n + BigInt(text[pos]!);
      else if (!isRustWhitespace(text[pos]!)) break;
      // Checked at each digit: a long number must not become a huge one.
      if (number > U64_MAX) return TOO_LARGE;
    }
    const start = pos;
    while (pos < text.length && /[A-Za-zµ]/.test(text[pos]!)) pos++;
    if (pos < text.length && !isDigit(text, pos) && !isRustWhitespace(text[pos]!)) {
      return `invalid character at ${utf8Length(text.slice(0, pos))}`;
    }
    const name = text.slice(start, pos);
    const unit = HUMAN_UNITS.get(name);
    if (unit === undefined) {
      if (/^0+$/.test(text)) return '';
      return name === '' ? `time unit needed, for example ${number}sec or ${number}ms` : '';
    }
    if ('nanos' in unit) {
      // The crate carries whole seconds over, and overflows 64 bits of nanoseconds before.
      nanos += number * unit.nanos;
      if (number * unit.nanos > U64_MAX || nanos > U64_MAX) return TOO_LARGE;
      seconds += nanos / 1_000_000_000n;
      nanos %= 1_000_000_000n;
    } else {
      seconds += number * unit.seconds;
    }
    if (seconds > U64_MAX) return TOO_LARGE;
    pos = skipSpace(text, pos);
  }
  return { seconds, nanos: Number(nanos) };
}

function isDigit(text: string, pos: number): boolean {
  const code = text.charCodeAt(pos);
  return code >= 0x30 && code <= 0x39;
}

function skipSpace(text: string, pos: number): number {
  let end = pos;
  while (end < text.length && isRustWhitespace(text[end]!)) end++;
  return end;
}

const SIZE_SHIFT: Readonly<Record<string, bigint>> = { '': 0n, k: 10n, m: 20n, g: 30n, t: 40n };

/**
 * Reads `--max-image-size` into bytes: a number, then nothing, `B`, or `K`, `M`, `G`, `T` with an optional `i` and `B`,
 * in any case, always powers of 1024 (facts 3.1). Fractions are cut to whole bytes.
 */
export function parseByteSize(text: string): Parsed<bigint> {
  const trimmed = rustTrim(text);
  const match =
    trimmed.length > 64
      ? null
      : /^([0-9]+\.?[0-9]*|\.[0-9]+)\s*(?:([kmgt]?)(?:(?<=[kmgt])i)?b?)$/i.exec(trimmed);
  if (match !== null) {
    const rounded = Number(match[1]) * Number(1n << SIZE_SHIFT[match[2]!.toLowerCase()]!);
    const bytes = exactBytes(match[1]!, match[2]!) ?? BigInt(Math.floor(rounded));
    if (bytes > 0n) return accepted(bytes);
    return refused({
      reason: 'size-zero',
      message: `${shown(text)} comes to no byte at all`,
      help: 'Write a size above zero, for example `16GiB`, or leave the flag out for the default.',
      from: 0,
      to: text.length,
      smolvm: `size '${trimmed}' must be greater than zero`,
    });
  }
  return refused({
    reason: trimmed === '' ? 'empty' : 'not-a-size',
    message: trimmed === '' ? 'The size is empty' : `${shown(text)} is no size`,
    help: 'Write bytes, or a number with K, M, G or T, for example `16GiB`.',
    from: 0,
    to: text.length,
    ...(trimmed === '' ? { smolvm: 'size must not be empty' } : {}),
  });
}

/** Whole numbers do not go through a float. */
function exactBytes(number: string, unit: string): bigint | undefined {
  return /^[0-9]+$/.test(number) ? BigInt(number) << SIZE_SHIFT[unit.toLowerCase()]! : undefined;
}

/** Seconds of the configuration (facts 4.6); what smolvm cannot read counts as absent, silently. */
export const durationGrammar: Grammar = {
  name: 'duration',
  parse: (text, { release }) => checkDuration(text, release),
  read(text, { release }) {
    const seconds = parseDuration(text, release);
    if (seconds === undefined) return { drop: 'smolvm cannot read this duration' };
    return { values: [{ value: withinNumber(seconds), written: text }] };
  },
  write: (value) => (typeof value === 'number' || typeof value === 'bigint' ? `${value}s` : undefined),
  parts: (text) => (/^\s*\d+[smh]?\s*$/.test(text) ? [[0, text.length, 'number']] : []),
};
