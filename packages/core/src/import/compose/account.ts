import type { Place } from '../place.ts';
import type { Plan } from '../plan.ts';
import { itemFor } from './item.ts';
import type { Entry, Node } from './node.ts';

/** Gives a line to whatever of a service has none yet: nothing is passed over in silence. */
export function account(plan: Plan, service: Entry): void {
  if (service.value.kind !== 'map') return;
  for (const entry of service.value.entries.values()) {
    // what an anchor brings along stands, and is reported, elsewhere
    if (isWithin(entry.place, service.place)) visit(plan, entry.key, entry, entry.place);
  }
  for (const place of service.value.merges ?? [])
    report(plan, '<<', place, 'What the anchor has is merged in.');
}

function visit(plan: Plan, name: string, { value }: { readonly value: Node }, place: Place): void {
  if (plan.isReported(place) || (value.kind === 'scalar' && plan.isReported(value.place))) return;
  if (value.kind === 'map' && value.entries.size > 0 && isWithin(value.place, place)) {
    for (const entry of value.entries.values())
      if (isWithin(entry.place, value.place)) visit(plan, name, entry, entry.place);
    for (const merge of value.merges ?? []) report(plan, '<<', merge, 'What the anchor has is merged in.');
    return;
  }
  const inside = value.kind === 'list' ? value.items.filter((item) => isWithin(item.place, value.place)) : [];
  if (inside.length > 0) {
    for (const item of inside) visit(plan, name, { value: item }, item.place);
    return;
  }
  const isEmpty = value.kind !== 'scalar' && isWithin(value.place, place) && sizeOf(value) === 0;
  report(
    plan,
    name,
    place,
    isEmpty ? 'There is nothing in it.' : 'What it refers to, or what takes its place, has lines of its own.',
  );
}

function report(plan: Plan, name: string, place: Place, why: string): void {
  if (!plan.isReported(place)) plan.report(itemFor(name, { place }), 'kept', undefined, why);
}

function sizeOf(value: Node): number {
  return value.kind === 'map' ? value.entries.size : value.kind === 'list' ? value.items.length : 1;
}

function isWithin({ file, range }: Place, outer: Place): boolean {
  return file === outer.file && outer.range.start <= range.start && range.end <= outer.range.end;
}
