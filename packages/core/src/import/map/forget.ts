import type { Plan } from '../plan.ts';

/** Takes an earlier value of a variable away. */
export function forget(plan: Plan, path: string, name: string): void {
  plan.keys.delete(`secrets.${name}`);
  const key = plan.keys.get(path);
  if (!key) return;
  const kept = key.values.filter(
    ({ value }) => value !== name && !(typeof value === 'string' && value.startsWith(`${name}=`)),
  );
  key.values.splice(0, key.values.length, ...kept);
  if (kept.length === 0) plan.keys.delete(path);
}
