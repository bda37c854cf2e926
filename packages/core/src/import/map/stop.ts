import type { Item, Plan } from '../plan.ts';

/** Names that Docker knows and smolvm does not (values 15), as numbers of Linux. */
const NUMBERS: Readonly<Record<string, number>> = { IOT: 6, CLD: 17, POLL: 29, RTMAX: 64 };

/** Seconds; smolvm takes no more (values 15). */
const LONGEST_STOP = 300;

/** The signal that ends the workload. */
export function mapStopSignal(plan: Plan, item: Item, text: string): void {
  const name = text.trim().toUpperCase().replace(/^SIG/, '');
  const [, base = name, minus] = /^(RTMAX)-(\d+)$/.exec(name) ?? [];
  const number = NUMBERS[base];
  if (number === undefined) {
    plan.put(item, 'stop_signal', text.trim());
    return;
  }
  const value = String(number - Number(minus ?? 0));
  plan.put(item, 'stop_signal', value, { changed: `smolvm knows ${text} by its number only.` });
}

/** How long the workload may take to end, in seconds. */
export function mapStopTimeout(plan: Plan, item: Item, amount: number): void {
  if (amount < 0) return plan.drop(item, 'Docker waits for ever; smolvm waits 300 seconds at most.');
  const whole = Math.ceil(amount);
  const value = Math.min(whole, LONGEST_STOP);
  const reasons = [
    ...(value < whole ? [`smolvm waits ${LONGEST_STOP} seconds at most, not ${whole}.`] : []),
    ...(whole === amount ? [] : [`${amount} seconds become ${value}.`]),
  ];
  plan.put(item, 'stop_timeout', value, { changed: reasons.length > 0 ? reasons.join(' ') : undefined });
}
