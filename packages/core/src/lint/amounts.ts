import { usesOf } from '../call/call.ts';
import type { RuleContext } from './context.ts';
import type { GivenValue } from '../merge/index.ts';

/** The number that wins for a key, in its unit; nothing where it is no whole number that its key can hold. */
export function effectiveAmount(
  context: RuleContext,
  path: string,
): { chosen: GivenValue; amount: number } | undefined {
  const chosen = context.merged(path).value;
  const amount = Number(chosen?.value);
  if (!chosen || !Number.isInteger(amount)) return undefined;
  const isRefused = context.findings.some(({ range }) => range.start === chosen.range.start);
  return isRefused && !chosen.source ? undefined : { chosen, amount };
}

/** A disk of a machine, as a file or a flag sizes it. */
export interface Disk extends Pick<GivenValue, 'range' | 'source'> {
  readonly name: string;
  /** As it is written. */
  readonly value: string;
  /** The check of smolvm that it comes to. */
  readonly check: string;
}

/** The disk of the machine that builds a pack: nothing of the file sizes it (values 17). */
export function buildDisk(context: RuleContext): Disk | undefined {
  const [use] = usesOf(context.call, 'storage');
  if (use?.value === undefined || context.command !== 'pack') return undefined;
  const { value, valueRange: range = use.range } = use;
  return { name: '--storage', value, range, source: 'flags', check: 'build-storage' };
}

/** The disks that a command creates, as far as they are sized. */
export function disksOf(context: RuleContext): Disk[] {
  const build = buildDisk(context);
  if (build) return [build];
  return ['storage', 'overlay'].flatMap((name): Disk[] => {
    const chosen = context.merged(name).value;
    if (!chosen) return [];
    const { value, range, source } = chosen;
    return [{ name, value: String(value), range, ...(source && { source }), check: name }];
  });
}
