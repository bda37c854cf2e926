import {
  diffResolutions,
  keyByPath,
  type ConfigValue,
  type Origin,
  type Resolution,
  type ValueChange,
  callLine,
  paragraph,
  originText,
  valueText,
  type Places,
} from '@smolfile/core';
import type { Style } from '../reporters/report.ts';
import { visible } from '../reporters/visible.ts';

/** What changes from one call to another, value by value. */
export function renderDiff(before: Resolution, after: Resolution, places: Places, style: Style): string {
  const { bold, dim, green, red } = style.colors;
  const { changes, ignored } = diffResolutions(before, after);
  const title = (resolution: Resolution): string =>
    `${callLine(resolution, places, style.width - 2)}  (smolvm ${resolution.smolvm})`;
  const verdicts = [before, after].flatMap((one, index) =>
    one.accepted ? [] : [`${index === 0 ? red('-') : green('+')} refused: ${visible(one.error.message)}`],
  );
  const gone = changes.filter((change) => isDefault(change, 'before')).map(({ name }) => name);
  const come = changes.filter((change) => isDefault(change, 'after')).map(({ name }) => name);
  const lines = changes
    .filter(({ name }) => !gone.includes(name) && !come.includes(name))
    .flatMap((change) => changeLines(change, places, style));
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

function changeLines(change: ValueChange, places: Places, { colors }: Style): string[] {
  const { name, before, after, added, removed, origins } = change;
  const key = keyByPath(name);
  const text = (value: ConfigValue | undefined): string =>
    value === undefined ? 'does not exist' : valueText(value, key);
  const from = (list: readonly Origin[]): string =>
    list.length === 0
      ? ''
      : colors.dim(`  (${list.map((one) => originText(one, name, places)).join(' + ')})`);
  if (!added || !removed) {
    return [
      colors.bold(name),
      `  ${colors.red('-')} ${text(before)}${from(origins.before)}`,
      `  ${colors.green('+')} ${text(after)}${from(origins.after)}`,
    ];
  }
  const moved = added.length + removed.length === 0 ? ['  the same elements in another order'] : [];
  return [
    colors.bold(name),
    ...removed.map((value) => `  ${colors.red('-')} ${text(value)}`),
    ...added.map((value) => `  ${colors.green('+')} ${text(value)}`),
    ...moved,
  ];
}
