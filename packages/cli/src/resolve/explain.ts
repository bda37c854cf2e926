import {
  explainValue,
  keyByPath,
  mergeFor,
  mergeText,
  valueNames,
  type Accepted,
  type KeyExplanation,
  type KeySchema,
  paragraph,
  originText,
  valueText,
  type Places,
} from '@smolfile/core';
import { UsageError } from '../failure.ts';
import { didYouMean } from '../nearest.ts';
import { wrap } from '../output/wrap.ts';
import type { Style } from '../reporters/report.ts';
import { visible } from '../reporters/visible.ts';

/**
 * Everything that contributes to one value, and what became of it.
 *
 * @throws UsageError for what is no value, key or flag.
 */
export function renderExplanation(resolution: Accepted, name: string, places: Places, style: Style): string {
  const { bold, dim, green, yellow } = style.colors;
  const explanation = explainValue(resolution, name);
  if (!explanation) {
    throw new UsageError(`\`--explain\` does not know \`${name}\``, didYouMean(name, valueNames(resolution)));
  }
  const key = keyByPath(explanation.key, resolution.release);
  const rule = key && mergeFor(key, resolution.command, resolution.release);
  const shown = headText(explanation, key);
  const lines = explanation.chain.map(({ outcome, origin, value, reason }) => {
    const from = originText(origin, '', places);
    const became = value === undefined ? '' : ` -> ${valueText(value, key)}`;
    if (outcome === 'used') return `  ${green('✓')} ${from}${became}`;
    const because = wrap(visible(reason ?? ''), style.width - 6).map((text) => `      ${text}`);
    return [`  ${yellow('✗')} ${from}`, ...because].join('\n');
  });
  const { effect } = explanation;
  return `${[
    `${bold(visible(explanation.name ?? explanation.key))} ${shown}`,
    ...(rule ? [paragraph('Order:', mergeText(rule), style)] : []),
    ...(effect
      ? [
          paragraph(
            `For ${resolution.command}:`,
            effect.note ? `${effect.effect}. ${effect.note}` : effect.effect,
            style,
          ),
        ]
      : []),
    ...(lines.length > 0 ? ['', ...lines] : [dim('Nothing contributes to it.')]),
  ].join('\n')}\n`;
}

/** The value, or of a list how long it is: its elements are below. */
function headText({ value, chain }: KeyExplanation, key: KeySchema | undefined): string {
  if (value === undefined) return 'has no value of its own here';
  if (!Array.isArray(value) || chain.length === 0) return `= ${valueText(value, key)}`;
  return `= a list of ${value.length}`;
}
