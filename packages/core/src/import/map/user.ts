import type { Item, Plan } from '../plan.ts';

/** The user of the workload. Half a pair of user and group fails in the guest (import 3). */
export function mapUser(plan: Plan, item: Item, user: string): void {
  if (user === '') return plan.report(item, 'kept', undefined, 'The image’s own user.');
  if (/^:|:$/.test(user))
    return plan.drop(item, `\`${user}\` is half of a user and a group, which fails in a machine.`);
  plan.put(item, 'user', user);
}

/** The folder that the workload starts in; must be absolute. */
export function mapWorkdir(plan: Plan, item: Item, path: string): void {
  plan.put(item, 'workdir', path);
}
