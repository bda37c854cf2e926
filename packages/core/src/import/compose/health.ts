import { seconds } from '../map/amounts.ts';
import { mapHealth, type Health } from '../map/health.ts';
import { itemFor } from './item.ts';
import { itemsOf, textOf, valueAt, type Entry, type Node } from './node.ts';
import type { Project } from './load.ts';
import { referringText, type ServiceParts } from './parts.ts';

/**
 * A health check: of a string a shell line is made, and what is left out is the image's.
 *
 * @param image that of the image, where it is known to have one.
 */
export function mapHealthcheck(
  entry: Entry,
  { plan, project }: ServiceParts,
  image: Health | undefined,
): void {
  const { value } = entry;
  const item = itemFor('healthcheck', entry);
  const test = testOf(value, project) ?? image?.test;
  if (!test) return plan.drop(item, 'It changes the check of the image, which smolvm does not get.');
  const duration = (key: string) => seconds(textOf(valueAt(value, key)) ?? '');
  mapHealth(plan, item, {
    test,
    interval: duration('interval') ?? image?.interval,
    timeout: duration('timeout') ?? image?.timeout,
    startPeriod: duration('start_period') ?? image?.startPeriod,
    retries: Number(textOf(valueAt(value, 'retries')) ?? image?.retries ?? 0),
  });
}

function testOf(value: Node, project: Project): readonly string[] | undefined {
  if (textOf(valueAt(value, 'disable')) === 'true') return ['NONE'];
  const test = valueAt(value, 'test');
  const line = referringText(test, project);
  if (line !== undefined) return ['CMD-SHELL', line];
  return test && itemsOf(test).map((each) => referringText(each, project) ?? '');
}
