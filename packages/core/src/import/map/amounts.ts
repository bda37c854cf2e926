const UNITS: Readonly<Record<string, number>> = {
  ns: 1e-9,
  us: 1e-6,
  µs: 1e-6,
  ms: 1e-3,
  s: 1,
  m: 60,
  h: 3600,
  d: 86_400,
  w: 604_800,
};

/**
 * Reads a duration as Docker and Compose write it: `1m30s`, `500ms`, `1.5h`, with `d` and `w` in Compose.
 *
 * @returns seconds; undefined for what is none.
 */
export function seconds(text: string): number | undefined {
  const trimmed = text.trim();
  if (trimmed === '0') return 0;
  if (!/^\+?(?:(?:\d+\.?\d*|\.\d+)(?:ns|us|µs|ms|[smhdw]))+$/.test(trimmed)) return undefined;
  let sum = 0;
  for (const [, amount = '', unit = ''] of trimmed.matchAll(/(\d+\.?\d*|\.\d+)(ns|us|µs|ms|[smhdw])/g))
    sum += Number(amount) * (UNITS[unit] ?? 0);
  // sums of decimal fractions miss whole numbers by a hair
  return Number(sum.toFixed(9));
}

/** Seconds as smolvm reads them: a whole number, rounded up, since it takes anything else for its default. */
export function durationText(amount: number): string {
  return `${Math.ceil(amount)}s`;
}
