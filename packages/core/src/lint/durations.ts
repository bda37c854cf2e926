import type { RuleContext } from './context.ts';
import type { GivenText } from '../merge/index.ts';
import { checkDuration, formatDuration, parseDuration } from '../grammars/index.ts';
import type { Release } from '../release/index.ts';

/** One duration of the file. */
export interface DurationSetting {
  readonly item: GivenText;
  /** What smolvm takes where it cannot read the value. */
  readonly fallback: string;
  /** Absent when smolvm cannot read it. */
  readonly seconds?: bigint;
}

/** Every duration that the file sets, by the grammar that the schema gives its key. */
export function durationsOf(context: RuleContext): readonly DurationSetting[] {
  return context.once(durationsOf, () => readDurations(context));
}

function readDurations({ settings, release }: RuleContext): DurationSetting[] {
  const found: DurationSetting[] = [];
  for (const { path, schema } of settings.all()) {
    const text = schema.grammar === 'duration' ? settings.string(path) : undefined;
    if (!text) continue;
    const seconds = parseDuration(text.value, release);
    const item = { layer: path, offset: 0, ...text };
    found.push({ item, fallback: String(schema.default), ...(seconds !== undefined && { seconds }) });
  }
  return found;
}

/** Seconds that count for one key, or smolvm's default where it is absent or cannot be read. */
export function secondsOf(context: RuleContext, path: string, fallback: bigint): bigint {
  const chosen = context.merged(path).value;
  const seconds = chosen && parseDuration(String(chosen.value), context.release);
  return seconds ?? fallback;
}

const FRACTION = /^\s*(\d{1,9})\.(\d{1,9})\s*(s|m|h)?\s*$/i;
const MILLISECONDS = /^\s*(\d{1,12})\s*ms\s*$/i;

/**
 * A duration that smolvm reads for one that it does not: exactly as long, or rounded up to a second.
 *
 * @returns nothing where it is not plain what is meant.
 */
export function mendDuration(text: string, release: Release): { text: string; exact: boolean } | undefined {
  const checked = checkDuration(text, release);
  if (checked.ok) return undefined;
  const { suggestion, certain } = checked.problem;
  if (suggestion !== undefined) return { text: suggestion, exact: certain ?? false };
  const thousandths = inThousandths(text);
  if (thousandths === undefined || thousandths === 0n) return undefined;
  return { text: formatDuration((thousandths + 999n) / 1000n), exact: thousandths % 1000n === 0n };
}

function inThousandths(text: string): bigint | undefined {
  const milliseconds = MILLISECONDS.exec(text)?.[1];
  if (milliseconds !== undefined) return BigInt(milliseconds);
  const [, whole, fraction, unit = 's'] = FRACTION.exec(text) ?? [];
  if (whole === undefined || fraction === undefined) return undefined;
  const scale = { s: 1n, m: 60n, h: 3600n }[unit.toLowerCase() as 's' | 'm' | 'h'];
  const billionths = BigInt(whole + fraction.padEnd(9, '0')) * scale;
  return (billionths + 999_999n) / 1_000_000n;
}
