import type { Item, Plan } from '../plan.ts';
import { bytes } from '../../text/byte-size.ts';

/** smolvm gives no more (facts 4.7). */
const MOST_CPUS = 16;
/** MiB; smolvm refuses less (facts 4.7). */
const LEAST_MEMORY = 64;
/** MiB; with less, the kernel of the machine leaves little for the workload. */
const TIGHT_MEMORY = 256;
const MIB = 1024 * 1024;

/** A number of CPUs, possibly a fraction of one. Zero is no limit. */
export function mapCpus(plan: Plan, item: Item, text: string): void {
  const asked = /^\d*\.?\d+$|^\d+\.$/.test(text.trim()) ? Number(text) : Number.NaN;
  if (Number.isNaN(asked)) return plan.drop(item, `\`${text}\` is no number of CPUs.`);
  if (asked === 0) return plan.drop(item, 'Zero is no limit.');
  const cpus = Math.min(Math.max(Math.ceil(asked), 1), MOST_CPUS);
  plan.put(item, 'cpus', cpus, {
    changed: cpus === asked ? undefined : `${text} CPUs become ${cpus}. ${item.row.why}`,
  });
}

/** An amount of memory, as Docker writes it. Zero is no limit. */
export function mapMemory(plan: Plan, item: Item, text: string): void {
  const amount = bytes(text);
  if (amount === undefined) return plan.drop(item, `\`${text}\` is no size.`);
  if (amount === 0) return plan.drop(item, 'Zero is no limit.');
  const memory = Math.max(Math.ceil(amount / MIB), LEAST_MEMORY);
  const reasons = [
    ...(memory * MIB === amount ? [] : [`${text} becomes ${memory} MiB.`]),
    ...(memory < TIGHT_MEMORY
      ? [
          `With ${memory} MiB little is left beside the kernel of the machine; ${TIGHT_MEMORY} or more is better.`,
        ]
      : []),
  ];
  const note = memory < TIGHT_MEMORY ? reasons.at(-1) : undefined;
  plan.put(item, 'memory', memory, { changed: reasons.length ? reasons.join(' ') : undefined, note });
}

/** A size of the disk, in GiB. */
export function mapStorage(plan: Plan, item: Item, text: string): void {
  const amount = bytes(text);
  if (amount === undefined || amount === 0) return plan.drop(item, `\`${text}\` is no size.`);
  plan.put(item, 'storage', Math.ceil(amount / (1024 * MIB)), { changed: item.row.why });
}
