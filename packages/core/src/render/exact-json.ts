import { escapeJson } from '../text/json.ts';

/**
 * A value as JSON over several lines. JSON has no limit on digits, JavaScript's numbers do: integers beyond 2^53, which
 * are bigints here, are written as they are.
 */
export function exactJson(value: unknown): string {
  const plain = JSON.stringify(value, (_, one: unknown) => (typeof one === 'bigint' ? String(one) : one));
  let mark = '@';
  while (plain.includes(mark)) mark += '@';
  const marked = JSON.stringify(
    value,
    (_, one: unknown) => (typeof one === 'bigint' ? `${mark}${one}` : one),
    2,
  );
  return `${escapeJson(marked).replaceAll(new RegExp(`"${mark}(-?\\d+)"`, 'g'), '$1')}\n`;
}
