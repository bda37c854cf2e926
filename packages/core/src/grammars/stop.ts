import type { Grammar } from './grammar.ts';
import { accepted, refused, shown, suggest, type Parsed } from './result.ts';
import { parseUnsigned, rustTrim, U64_MAX } from './rust.ts';

/** Signals that smolvm knows by name, with or without `SIG`, in any case (values 15; each was tried). */
const SIGNALS =
  'HUP INT QUIT ILL TRAP ABRT BUS FPE KILL USR1 SEGV USR2 PIPE ALRM TERM STKFLT CHLD CONT STOP TSTP TTIN TTOU URG XCPU XFSZ VTALRM PROF WINCH IO PWR SYS'.split(
    ' ',
  );

const MOST_SIGNAL = 64n;
const MOST_REAL_TIME = 30n;

/**
 * Reads a stop signal as smolvm does: white space around it does not count, the text is kept as it is written
 * (values 15).
 */
export function parseStopSignal(text: string): Parsed<string> {
  const trimmed = rustTrim(text);
  const number = parseUnsigned(trimmed, MOST_SIGNAL);
  if (number !== undefined ? number > 0n : isName(trimmed.toUpperCase())) return accepted(text);
  return refused({
    reason: 'stop-signal',
    message: `${shown(text)} is no signal that smolvm knows`,
    help: 'Write a name such as `SIGTERM`, `SIGINT` or `SIGRTMIN+3`, or a number from 1 to 64.',
    from: 0,
    to: text.length,
    smolvm: `unknown stop signal '${text}': use a signal name such as SIGTERM, SIGINT or SIGRTMIN+3, or its number`,
    ...suggest(nearby(trimmed)),
  });
}

function isName(name: string): boolean {
  const plain = name.startsWith('SIG') ? name.slice('SIG'.length) : name;
  if (SIGNALS.includes(plain) || plain === 'RTMIN') return true;
  if (!plain.startsWith('RTMIN+')) return false;
  const offset = parseUnsigned(plain.slice('RTMIN+'.length), MOST_REAL_TIME);
  return offset !== undefined;
}

/** Other names of signals on Linux. */
const OTHER_NAMES: Readonly<Record<string, string>> = { IOT: 'SIGABRT', CLD: 'SIGCHLD', POLL: 'SIGIO' };

function nearby(text: string): string | undefined {
  const plain = text
    .toUpperCase()
    .replace(/^(?:SIG)+/, '')
    .replaceAll(/[^A-Z0-9+]/g, '');
  return OTHER_NAMES[plain] ?? (SIGNALS.includes(plain) ? `SIG${plain}` : undefined);
}

/** Seconds from the stop signal to the kill, at most (values 15). */
export const MOST_STOP_TIMEOUT = 300n;

/** Why smolvm refuses so many seconds. */
export function checkStopTimeout(seconds: bigint): Parsed<bigint> {
  if (seconds <= MOST_STOP_TIMEOUT) return accepted(seconds);
  return refused({
    reason: 'stop-timeout',
    message: `A stop timeout of ${seconds} s is longer than the ${MOST_STOP_TIMEOUT} s that smolvm allows`,
    help: `Write a number from 0 to ${MOST_STOP_TIMEOUT}.`,
    from: 0,
    to: String(seconds).length,
    smolvm: `stop timeout ${seconds}s is longer than the ${MOST_STOP_TIMEOUT}s maximum`,
  });
}

export const stopSignalGrammar: Grammar = {
  name: 'stop-signal',
  byArgumentParser: true,
  parse: (text) => parseStopSignal(text),
  parts: (text) => (parseStopSignal(text).ok ? [[0, text.length, 'choice']] : []),
};

export const stopTimeoutGrammar: Grammar = {
  name: 'stop-timeout',
  byArgumentParser: true,
  parse(text) {
    const seconds = parseUnsigned(text, U64_MAX);
    if (seconds !== undefined) return checkStopTimeout(seconds);
    return refused({
      reason: 'stop-timeout',
      message: `${shown(text)} is not a whole number of seconds`,
      help: `Write a number from 0 to ${MOST_STOP_TIMEOUT}.`,
      from: 0,
      to: text.length,
      smolvm: `'${text}' is not a whole number of seconds`,
    });
  },
};
