import { seconds } from '../map/amounts.ts';
import { mapHealth } from '../map/health.ts';
import { itemFor } from './item.ts';
import { itemsOf, textOf, valueAt, type Entry } from './node.ts';
import type { ServiceParts } from './service.ts';

/** A health check: of a string a shell line is made. */
export function mapHealthcheck(entry: Entry, { plan }: ServiceParts): void {
  const { value } = entry;
  const test = valueAt(value, 'test');
  const line = textOf(test);
  const off = textOf(valueAt(value, 'disable')) === 'true';
  const item = itemFor('healthcheck', entry);
  if (!test && !off) return plan.drop(item, 'It changes the check of the image, which smolvm does not get.');
  const duration = (key: string) => seconds(textOf(valueAt(value, key)) ?? '');
  mapHealth(plan, item, {
    test: off
      ? ['NONE']
      : line === undefined
        ? itemsOf(test).map((each) => textOf(each) ?? '')
        : ['CMD-SHELL', line],
    interval: duration('interval'),
    timeout: duration('timeout'),
    startPeriod: duration('start_period'),
    retries: Number(textOf(valueAt(value, 'retries')) ?? 0),
  });
}
