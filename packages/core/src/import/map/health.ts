import type { Item, Plan } from '../plan.ts';
import { durationText } from './amounts.ts';
import { checkOf } from './health-check.ts';
import { referencesIn } from './reference.ts';

/** A health check as Docker has it. */
export interface Health {
  /** As in an image: `CMD` and arguments, `CMD-SHELL` and a line, `NONE`. */
  readonly test: readonly string[];
  /** In seconds; Docker’s own value where undefined or zero. */
  readonly interval?: number | undefined;
  readonly timeout?: number | undefined;
  readonly startPeriod?: number | undefined;
  /** How many failures in a row; zero means Docker’s own three. */
  readonly retries?: number | undefined;
}

/** Docker’s own: 30s, 30s, 0s, 3 (import 5). smolvm’s differ, so all four are written. */
const DEFAULTS = { interval: 30, timeout: 30, retries: 3 };

/** A health check. smolvm runs it outside the image, where there is busybox and the same network. */
export function mapHealth(plan: Plan, item: Item, health: Health): void {
  const [kind = 'NONE'] = health.test;
  if (kind === 'NONE')
    return plan.report(item, 'kept', undefined, 'No check; smolvm takes none from an image either.');
  const check = checkOf(health.test);
  if ('reason' in check) return plan.drop(item, `${check.reason} ${item.row.why}`);
  if (referencesIn(check.argv).length > 0)
    return plan.drop(item, `There is a credential in it, which a check cannot be given. ${item.row.why}`);
  const interval = Math.ceil(health.interval || DEFAULTS.interval);
  const timeout = Math.ceil(health.timeout || DEFAULTS.timeout);
  // beyond it smolvm's monitor takes a check that hangs for a host that slept (facts 12)
  const longest = interval * 2 - 1;
  const shorter =
    timeout > longest
      ? ` A timeout of twice the interval or more would never count, so it is ${longest}s.`
      : '';
  const changed = `${check.why}${shorter} ${item.row.why}`;
  if (!plan.put(item, 'health.exec', check.argv, { changed })) return;
  plan.write(undefined, 'health.interval', durationText(interval));
  plan.write(undefined, 'health.timeout', durationText(Math.min(timeout, longest)));
  plan.write(undefined, 'health.retries', health.retries || DEFAULTS.retries);
  plan.write(undefined, 'health.startup_grace', durationText(health.startPeriod ?? 0));
}
