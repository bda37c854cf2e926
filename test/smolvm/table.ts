import { byRelease } from './releases.ts';
import type { Group, Tally } from './tally.ts';

/** Agreement per release and stage as a Markdown table. */
export function countsTable(tally: Tally): string {
  const { stages } = tally;
  const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const cell = (release?: string, stage?: string): string => {
    const { cases, differing } = tally.count(release, stage);
    return cases === 0 ? '' : `${cases - differing}/${cases}`;
  };
  const share = (release?: string): string => {
    const { cases, differing } = tally.count(release);
    return `${((100 * (cases - differing)) / Math.max(cases, 1)).toFixed(1)} %`;
  };
  return [
    row(['release', ...stages, 'all', '']),
    row(['---', ...stages, '', ''].map(() => '---')),
    ...tally.releases.map((release) =>
      row([release, ...stages.map((stage) => cell(release, stage)), cell(release), share(release)]),
    ),
    row(['all', ...stages.map((stage) => cell(undefined, stage)), cell(), share()]),
  ].join('\n');
}

/** What disagrees, one line a kind: count, releases, example. */
export function groupLines(groups: readonly Group[], width = 220): string {
  return groups.map((group) => lineOf(group, width)).join('\n');
}

function lineOf({ kind, releases, example }: Group, width: number): string {
  const at = [...releases.keys()].toSorted(byRelease);
  const total = [...releases.values()].reduce((sum, count) => sum + count, 0);
  const span = at.length === 1 ? at[0] : `${at[0]} to ${at.at(-1)}`;
  const cut = (text: string): string => {
    const line = text.replaceAll('\n', ' ⏎ ');
    return line.length > width ? `${line.slice(0, width)}…` : line;
  };
  return [
    `- **${total}** ${cut(kind)} (${span}), as ${example.id} at ${example.release}`,
    `  - smolvm: ${cut(example.smolvm)}`,
    `  - toolkit: ${cut(example.toolkit)}`,
  ].join('\n');
}
