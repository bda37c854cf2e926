import { formatText, lint, parseSmolfile, resolve } from '@smolfile/core';

const LENGTH = 40_000;
/** Below this, the clock and the garbage collector say more than the work. */
const WORTH_A_LOOK = 400;

const OPERATIONS: Readonly<Record<string, (text: string) => unknown>> = {
  lint: (text) => lint(parseSmolfile(text)),
  resolve: (text) => resolve(parseSmolfile(text), { command: 'create' }),
  format: formatText,
};

/**
 * Repeats a text, or the inside of its first array, until it is long; then twice as long: what takes more than three
 * times the time then is not linear.
 *
 * @returns what grows, in words.
 */
export function superlinear(text: string): string[] {
  const open = text.indexOf('[');
  const inner = open < 0 ? '' : text.slice(open + 1, text.indexOf(']', open));
  const shapes = [
    (length: number) => `${text}\n`.repeat(Math.ceil(length / (text.length + 1))),
    (length: number) => `ports = [${`${inner},\n`.repeat(Math.ceil(length / (inner.length + 2)))}]\n`,
  ];
  return shapes.slice(0, inner.trim() === '' ? 1 : 2).flatMap((shape) =>
    Object.entries(OPERATIONS).flatMap(([name, run]) => {
      const [short, long] = [shape(LENGTH), shape(2 * LENGTH)];
      const first = best(run, short, 1);
      if (best(run, long, 1) < Math.max(WORTH_A_LOOK, 3 * first)) return [];
      // Once may be the machine's fault.
      const [before, after] = [best(run, short, 3), best(run, long, 3)];
      if (after < Math.max(WORTH_A_LOOK, 3 * before)) return [];
      return [
        `${name}: ${before.toFixed(0)} ms for ${short.length} characters, ${after.toFixed(0)} ms for ${long.length}`,
      ];
    }),
  );
}

/** Processor time: what else the machine does counts less than with a clock. */
function best(run: (text: string) => unknown, text: string, times: number): number {
  let least = Number.POSITIVE_INFINITY;
  for (let time = 0; time < times; time++) {
    const start = process.cpuUsage();
    run(text);
    least = Math.min(least, process.cpuUsage(start).user / 1000);
  }
  return least;
}
