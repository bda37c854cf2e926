import { mapCpus, mapMemory } from '../map/resources.ts';
import { mapRestart } from '../map/restart.ts';
import type { Plan } from '../plan.ts';
import { isKey, itemFor } from './item.ts';
import { itemsOf, textOf, valueAt, type Entry, type Node } from './node.ts';
import type { ServiceParts } from './parts.ts';

/** `deploy`: limits, the restart policy, GPUs; the rest is for a swarm. */
export function mapDeploy({ value }: Entry, { plan }: ServiceParts): void {
  if (value.kind !== 'map') return;
  for (const [key, entry] of value.entries) {
    if (key === 'resources') mapResources(plan, entry.value);
    else if (key === 'restart_policy') mapPolicy(plan, entry);
    else plan.drop(itemFor(isKey(`deploy.${key}`) ? `deploy.${key}` : 'deploy', entry));
  }
}

function mapResources(plan: Plan, resources: Node): void {
  if (resources.kind !== 'map') return;
  for (const [kind, entry] of resources.entries) {
    if (entry.value.kind !== 'map') continue;
    if (kind === 'reservations') {
      mapReservations(plan, entry);
      continue;
    }
    for (const [key, limit] of entry.value.entries) {
      const text = textOf(limit.value) ?? '';
      const name = `deploy.resources.${kind}.${key}`;
      if (name === 'deploy.resources.limits.cpus') mapCpus(plan, itemFor(name, limit), text);
      else if (name === 'deploy.resources.limits.memory') mapMemory(plan, itemFor(name, limit), text);
      else plan.drop(itemFor(isKey(name) ? name : 'deploy', limit));
    }
  }
}

function mapReservations(plan: Plan, { value }: Entry): void {
  if (value.kind !== 'map') return;
  for (const [key, entry] of value.entries) {
    const item = itemFor('deploy.resources.reservations', entry);
    const nvidia = key === 'devices' && itemsOf(entry.value).some(isGpu);
    if (nvidia) plan.put(item, 'cuda', true, { changed: item.row.why });
    else plan.drop(item);
  }
}

function isGpu(device: Node): boolean {
  const capabilities = itemsOf(valueAt(device, 'capabilities')).flatMap((each) =>
    each.kind === 'list' ? each.items : [each],
  );
  return (
    textOf(valueAt(device, 'driver')) === 'nvidia' || capabilities.some((each) => textOf(each) === 'gpu')
  );
}

/** Compose makes of any condition but `none` a container that is always restarted (import 4). */
function mapPolicy(plan: Plan, entry: Entry): void {
  const item = itemFor('deploy.restart_policy', entry);
  const condition = textOf(valueAt(entry.value, 'condition')) ?? 'any';
  const retries = Number(textOf(valueAt(entry.value, 'max_attempts')) ?? 0);
  const policy = condition === 'none' ? 'no' : condition === 'on-failure' ? 'on-failure' : 'always';
  mapRestart(plan, item, {
    policy,
    retries,
    changed: `\`condition: ${condition}\` is ${policy === 'no' ? 'no restart' : policy} to Compose. Delay and window are smolvm’s own.`,
  });
}
