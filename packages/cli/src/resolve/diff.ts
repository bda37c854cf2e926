import {
  diffResolutions,
  keyByPath,
  type ConfigValue,
  type Origin,
  type Resolution,
  type ValueChange,
  callLine,
  paragraph,
  relativeResolution,
  originText,
  valueText,
  type Places,
} from '@smolfile/core';
import type { Style } from '../reporters/report.ts';
import { visible } from '../reporters/visible.ts';

/**
 * What changes from one call to another, value by value.
 *
 * @param cwd what host paths below it are shown relative to, as `./x`.
 */
export function renderDiff(
  resolutions: readonly [Resolution, Resolution],
  places: Places,
  cwd: string,
  style: Style,
): string {
  const [before, after] = resolutions.map((one) => relativeResolution(one, cwd)) as [Resolution, Resolution];
  const { bold, dim, green, red } = style.colors;
  const { changes, ignored } = diffResolutions(before, after);
  const sides = { before, after, places };
  const title = (resolution: Resolution): string =>
    `${callLine(resolution, places, style.width - 2)}  (smolvm ${resolution.smolvm})`;
  const verdicts = [before, after].flatMap((one, index) =>
    one.accepted ? [] : [`${index === 0 ? red('-') : green('+')} refused: ${visible(one.error.message)}`],
  );
  const gone = changes.filter((change) => isDefault(change, 'before')).map(({ name }) => name);
  const come = changes.filter((change) => isDefault(change, 'after')).map(({ name }) => name);
  const lines = changes
    .filter(({ name }) => !gone.includes(name) && !come.includes(name))
    .flatMap((change) => changeLines(change, sides, style));
  const only = [
    ...(gone.length > 0
      ? [paragraph(`Defaults that ${after.command} does not have:`, gone.join(', '), style)]
      : []),
    ...(come.length > 0
      ? [paragraph(`Defaults that ${before.command} does not have:`, come.join(', '), style)]
      : []),
    ...(ignored.before.length > 0
      ? [paragraph('Ignored only before:', ignored.before.join(', '), style)]
      : []),
    ...(ignored.after.length > 0 ? [paragraph('Ignored only after:', ignored.after.join(', '), style)] : []),
  ];
  const nothing = verdicts.length + lines.length + only.length === 0 ? [dim('Nothing changes.')] : [];
  const blocks = [
    [red(`- ${bold(title(before))}`), green(`+ ${bold(title(after))}`)].join('\n'),
    ...[verdicts, lines, only, nothing].filter((block) => block.length > 0).map((block) => block.join('\n')),
  ];
  return blocks.map((block) => `${block}\n`).join('\n');
}

/** Whether only one side has the value at all, and nobody gave it there. */
function isDefault({ before, after, origins }: ValueChange, side: 'before' | 'after'): boolean {
  const other = side === 'before' ? after : before;
  return other === undefined && origins[side].every(({ kind }) => kind === 'default');
}

interface Sides {
  readonly before: Resolution;
  readonly after: Resolution;
  readonly places: Places;
}

function changeLines(change: ValueChange, sides: Sides, { colors }: Style): string[] {
  const { name, before, after, added = [], removed = [], changed = [], origins } = change;
  const { places } = sides;
  const key = keyByPath(change.key);
  const missing = (side: Resolution): string => `${side.command} has no such value`;
  const text = (value: ConfigValue | undefined, side: Resolution): string =>
    value === undefined ? `(${missing(side)})` : valueText(value, key);
  const from = (list: readonly Origin[]): string => {
    const texts = new Set(list.map((one) => originText(one, name, places)));
    return texts.size === 0 ? '' : colors.dim(`  (${Array.from(texts).join(' + ')})`);
  };
  const minus = (value: ConfigValue): string => `  ${colors.red('-')} ${valueText(value, key)}`;
  const plus = (value: ConfigValue): string => `  ${colors.green('+')} ${valueText(value, key)}`;
  if (!change.added) {
    return [
      colors.bold(name),
      `  ${colors.red('-')} ${text(before, sides.before)}${from(origins.before)}`,
      `  ${colors.green('+')} ${text(after, sides.after)}${from(origins.after)}`,
    ];
  }
  const nothing = added.length + removed.length + changed.length === 0;
  const moved = nothing ? ['  the same elements in another order'] : [];
  const absent = before === undefined ? sides.before : after === undefined ? sides.after : undefined;
  return [
    `${colors.bold(name)}${absent ? colors.dim(`  (${missing(absent)})`) : ''}`,
    ...changed.flatMap((pair) => [minus(pair.before), plus(pair.after)]),
    ...removed.map(minus),
    ...added.map(plus),
    ...(absent ? [] : moved),
  ];
}
