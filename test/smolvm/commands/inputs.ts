import { writeFileSync } from 'node:fs';
import { edgeInputs } from '../generate/edges.ts';
import { orderInputs } from '../generate/orders.ts';
import type { Input } from '../outcome.ts';
import { PROGRAMS } from '../program/fetch.ts';
import { UsageError } from './options.ts';

const KINDS: Readonly<Record<string, () => readonly Input[]>> = {
  edges: () => edgeInputs(PROGRAMS.at(-1)!),
  orders: orderInputs,
};

/** `inputs edges|orders OUT.jsonl`: inputs for `record` that go through all of something. */
export function inputs([kind = '', to]: readonly string[]): number {
  const made = Object.hasOwn(KINDS, kind) ? KINDS[kind]!() : undefined;
  if (!made || to === undefined) throw new UsageError('inputs edges|orders OUT.jsonl');
  writeFileSync(to, made.map((input) => `${JSON.stringify(input)}\n`).join(''));
  console.log(`${made.length} inputs`);
  return 0;
}
