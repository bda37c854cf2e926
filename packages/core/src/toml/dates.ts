import type { ScalarKind } from './tree.ts';

const DATE_TIME = /^(\d{4})-(\d\d)-(\d\d)(?:[Tt ](\d\d):(\d\d):(\d\d)(?:\.\d+)?([Zz]|[+-](\d\d):(\d\d))?)?$/;
const TIME = /^(\d\d):(\d\d):(\d\d)(?:\.\d+)?$/;
const DAYS_PER_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** The kind of date-time that a text is, or why it is none. */
export type DateTimeReading = { kind: ScalarKind } | { problem: string };

/** @returns undefined when the text has not the shape of any date-time. */
export function readDateTime(text: string): DateTimeReading | undefined {
  if (text.charAt(2) === ':') {
    const clock = TIME.exec(text);
    return clock ? (timeProblem(clock[1]!, clock[2]!, clock[3]!) ?? { kind: 'local-time' }) : undefined;
  }
  const parts = DATE_TIME.exec(text);
  if (!parts) return undefined;
  const [, year, month, day, hour, minute, second, offset, offsetHour, offsetMinute] = parts;
  const problem = dateProblem(Number(year), Number(month), Number(day));
  if (problem) return problem;
  if (hour === undefined) return { kind: 'local-date' };
  const wrong = timeProblem(hour, minute!, second!);
  if (wrong) return wrong;
  if (offset === undefined) return { kind: 'local-date-time' };
  if (offsetHour !== undefined && (Number(offsetHour) > 23 || Number(offsetMinute) > 59)) {
    return { problem: `The offset ${offset} is out of range: it goes up to 23:59` };
  }
  return { kind: 'offset-date-time' };
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
function timeProblem(hour: string, minute: string, second: string): { problem: string } | undefined {
  if (Number(hour) > 23) return { problem: `There is no hour ${hour}: hours go from 00 to 23` };
  if (Number(minute) > 59) return { problem: `There is no minute ${minute}: minutes go from 00 to 59` };
  if (Number(second) > 60) return { problem: `There is no second ${second}: seconds go from 00 to 60` };
  return undefined;
}
