import { ZERO } from './characters.ts';
import type { ScalarKind } from './tree.ts';

// What they match has fixed places for all but the fraction of a second, and need not be taken apart.
const DATE_TIME = /^\d{4}-\d\d-\d\d(?:[Tt ]\d\d:\d\d:\d\d(?:\.\d+)?(?:[Zz]|[+-]\d\d:\d\d)?)?$/;
const TIME = /^\d\d:\d\d:\d\d(?:\.\d+)?$/;
const DAYS_PER_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** The kind of date-time that a text is, or why it is none. */
export type DateTimeReading = { kind: ScalarKind } | { problem: string };

/** @returns undefined when the text has not the shape of any date-time. */
export function readDateTime(text: string): DateTimeReading | undefined {
  if (text.charAt(2) === ':') {
    return TIME.test(text) ? (timeProblem(text, 0) ?? { kind: 'local-time' }) : undefined;
  }
  if (!DATE_TIME.test(text)) return undefined;
  const problem = dateProblem(
    twoDigits(text, 0) * 100 + twoDigits(text, 2),
    twoDigits(text, 5),
    twoDigits(text, 8),
  );
  if (problem) return problem;
  const { length } = text;
  if (length === 10) return { kind: 'local-date' };
  const wrong = timeProblem(text, 11);
  if (wrong) return wrong;
  const last = text.charAt(length - 1);
  if (last === 'Z' || last === 'z') return { kind: 'offset-date-time' };
  const sign = text.charAt(length - 6);
  if (sign !== '+' && sign !== '-') return { kind: 'local-date-time' };
  if (twoDigits(text, length - 5) > 23 || twoDigits(text, length - 2) > 59)
    return { problem: `The offset ${text.slice(length - 6)} is out of range: it goes up to 23:59` };
  return { kind: 'offset-date-time' };
}

function twoDigits(text: string, at: number): number {
  return (text.charCodeAt(at) - ZERO) * 10 + text.charCodeAt(at + 1) - ZERO;
}

function dateProblem(year: number, month: number, day: number): { problem: string } | undefined {
  if (month < 1 || month > 12) return { problem: `There is no month ${month}` };
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const days = month === 2 && leap ? 29 : DAYS_PER_MONTH[month - 1]!;
  if (day >= 1 && day <= days) return undefined;
  const name = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}`;
  return {
    problem: day === 0 ? 'There is no day 0' : `There is no day ${day} in ${name}, which has ${days}`,
  };
}

/** Second 60 is allowed: TOML leaves room for leap seconds. */
function timeProblem(text: string, at: number): { problem: string } | undefined {
  if (twoDigits(text, at) > 23)
    return { problem: `There is no hour ${text.slice(at, at + 2)}: hours go from 00 to 23` };
  if (twoDigits(text, at + 3) > 59)
    return { problem: `There is no minute ${text.slice(at + 3, at + 5)}: minutes go from 00 to 59` };
  if (twoDigits(text, at + 6) > 60)
    return { problem: `There is no second ${text.slice(at + 6, at + 8)}: seconds go from 00 to 60` };
  return undefined;
}
