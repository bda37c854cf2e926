import type { Item, Plan } from '../plan.ts';

/** A device of the host, `/dev/x[:/dev/y]`. */
export function mapDevice(plan: Plan, item: Item, path: string): void {
  if (path.startsWith('/dev/dri')) plan.put(item, 'gpu', true, { changed: item.row.why });
  else if (path.startsWith('/dev/nvidia')) plan.put(item, 'cuda', true, { changed: item.row.why });
  else plan.drop(item);
}
