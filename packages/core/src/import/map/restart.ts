import type { Item, Plan } from '../plan.ts';
import { fragment } from '../toml.ts';

/** A restart policy as Docker has it. */
export interface Restart {
  /** `no`, `always`, `on-failure`, `unless-stopped`. */
  readonly policy: string;
  /** How often at most; without it, or with zero, for ever. */
  readonly retries?: number | undefined;
  /** Why it is not quite what the source says. */
  readonly changed?: string;
}

/** Reads `POLICY[:N]`. */
export function readRestart(text: string): Restart {
  const [policy = '', retries] = text.split(':');
  return { policy, ...(retries !== undefined && { retries: Number(retries) }) };
}

/** A restart policy. A machine outlives its workload, so one is told to end with it: else nothing is ever restarted. */
export function mapRestart(plan: Plan, item: Item, { policy, retries = 0, changed }: Restart): void {
  if (policy === 'no' || policy === '' || policy === 'none')
    return plan.report(item, 'kept', undefined, 'Nothing is restarted unasked.');
  const ends = plan.target.takes(fragment('stop_on_exit', true, false));
  const stays = ends
    ? undefined
    : `A machine of this release stays up when its workload ends: only a machine that stops is started again.`;
  const reasons = [changed, stays].filter((reason) => reason !== undefined);
  const done = plan.put(item, 'restart.policy', policy, {
    changed: reasons.length > 0 ? reasons.join(' ') : undefined,
  });
  if (!done) return;
  if (ends) plan.write(undefined, 'stop_on_exit', true);
  if (retries > 0) plan.write(undefined, 'restart.max_retries', retries);
}
