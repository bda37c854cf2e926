import {
  explainValue,
  foreignWord,
  keyByPath,
  mergeFor,
  mergeText,
  valueNames,
  type Accepted,
  type KeyExplanation,
  type KeySchema,
  paragraph,
  originText,
  schemaFor,
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
  const explanation = explainValue(resolution, name);
  if (!explanation) throw unknownName(resolution, name);
  const { values } = explanation;
  if (!values || values.length === 0) return explanationText(resolution, explanation, places, style);
  return values.map((one) => explanationText(resolution, one, places, style)).join('\n');
}

function unknownName(resolution: Accepted, name: string): UsageError {
  const foreign = foreignWord('', name)?.key;
  return new UsageError(
    `\`--explain\` does not know \`${name}\``,
    foreign === undefined
      ? didYouMean(name, [...valueNames(resolution), ...sectionNames(resolution)])
      : `It is \`${foreign}\` in a Smolfile.`,
  );
}

function sectionNames({ release }: Accepted): string[] {
  return (schemaFor(release).children ?? []).flatMap(({ type, path }) => (type === 'table' ? [path] : []));
}

function explanationText(
  resolution: Accepted,
  explanation: KeyExplanation,
  places: Places,
  style: Style,
): string {
  const { bold, dim, green, yellow } = style.colors;
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
    ...(lines.length > 0 ? ['', ...lines] : explanation.values ? [] : [dim('Nothing contributes to it.')]),
  ].join('\n')}\n`;
}

/** The value, or of a list how long it is: its elements are below. */
function headText({ name, value, values, chain }: KeyExplanation, key: KeySchema | undefined): string {
  if (values) return 'has nothing in it here';
  if (value === undefined) return 'has no value of its own here';
  const isWhole = name === (key?.result ?? key?.path);
  if (!isWhole || !Array.isArray(value) || chain.length === 0) return `= ${valueText(value, key)}`;
  return `= a list of ${value.length}`;
}
