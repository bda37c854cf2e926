import { seconds } from '../map/amounts.ts';
import { mapHealth } from '../map/health.ts';
import type { Plan } from '../plan.ts';
import type { FlagUse } from './flags.ts';

/** The flags that make a health check together. */
export function mapHealthFlags(plan: Plan, uses: readonly FlagUse[]): void {
  const last = (name: string) => uses.findLast(({ item }) => item.row.name === name);
  const check = last('--health-cmd');
  const off = last('--no-healthcheck');
  if (off) plan.report(off.item, 'kept');
  if (check && !off) {
    const duration = (name: string) => seconds(last(name)?.value ?? '');
    mapHealth(plan, check.item, {
      test: ['CMD-SHELL', check.value],
      interval: duration('--health-interval'),
      timeout: duration('--health-timeout'),
      startPeriod: duration('--health-start-period'),
      retries: Number(last('--health-retries')?.value ?? 0),
    });
  }
  const works = plan.keys.has('health.exec');
  for (const use of uses) {
    const key = KEYS[use.item.row.name];
    if (key === undefined || use === check) continue;
    if (works && use === last(use.item.row.name))
      plan.report(use.item, 'kept', key, 'Durations in whole seconds.');
    else plan.drop(use.item, works ? 'A later one counts.' : 'There is no check that it could go with.');
  }
}

const KEYS: Readonly<Record<string, string>> = {
  '--health-cmd': 'health.exec',
  '--health-interval': 'health.interval',
  '--health-timeout': 'health.timeout',
  '--health-retries': 'health.retries',
  '--health-start-period': 'health.startup_grace',
};
