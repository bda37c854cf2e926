import type { Item, Plan } from '../plan.ts';
import { bytes } from '../../text/byte-size.ts';

const MIB = 1024 * 1024;
/** MiB; what a machine has without being told (facts 4.7). */
const USUAL_MEMORY = 8192;

/** What a Smolfile has no key for, and the command that makes the machine has a flag for, in some releases. */
export function mapFlag(plan: Plan, item: Item, flag: string, why = ''): void {
  if (!plan.target.hasFlags(flag)) return plan.drop(item);
  plan.start.flags.push(flag);
  plan.report(
    item,
    'changed',
    undefined,
    `\`${flag}\` of \`machine create\`, as the first lines of the Smolfile have it.${why}`,
  );
}

/** The size of `/dev/shm`: half of the memory of a machine, which mostly is more than a container is given. */
export function mapShm(plan: Plan, item: Item, text: string): void {
  const amount = bytes(text);
  if (amount === undefined) return plan.drop(item, `\`${text}\` is no size.`);
  // the memory may be said further down
  plan.last.push(() => {
    const memory = Number(plan.keys.get('memory')?.values[0]?.value ?? USUAL_MEMORY);
    if (amount > (memory * MIB) / 2) return mapFlag(plan, item, `--shm-size ${Math.ceil(amount / MIB)}m`);
    plan.report(item, 'kept', undefined, `\`/dev/shm\` is half of the memory: ${memory / 2} MiB.`);
  });
}

/** A server that resolves names: smolvm takes one, with an address of four numbers. */
export function mapDns(plan: Plan, item: Item, text: string): void {
  if (!/^\d{1,3}(?:\.\d{1,3}){3}$/.test(text)) return plan.drop(item);
  if (text.startsWith('127.')) return plan.drop(item, 'It is the container itself, which smolvm cannot ask.');
  if (plan.start.flags.some((flag) => flag.startsWith('--dns ')))
    return plan.drop(item, 'smolvm asks one server only, the first.');
  mapFlag(plan, item, `--dns ${text}`);
}
