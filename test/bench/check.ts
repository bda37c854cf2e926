/**
 * Fails where a third of a ratio in `ratios.json` is lost. Ratios only, each within one run: seconds say more about the
 * machine. What is lost on a busy machine is measured again before it counts. `--write` takes what is measured now.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { argv } from 'node:process';
import { benchLanguageServer } from './language-server.ts';
import { benchManyFiles } from './many-files.ts';
import { benchParser } from './parser.ts';
import { benchStartup } from './startup.ts';

/** How often a measurement may come out badly before it counts. */
const TRIES = 3;

interface Measurement {
  readonly name: string;
  /** Whether more is better: of what is faster, and not of what takes longer. */
  readonly isSpeed: boolean;
  readonly ratio: number;
}

type Measure = () => readonly Measurement[] | Promise<readonly Measurement[]>;

const MEASUREMENTS: readonly Measure[] = [
  () =>
    benchStartup(15)
      .filter(({ command }) => command.startsWith('smolfile lint'))
      // the last three of them: without certificates that slow every start of Node
      .slice(-3)
      .map(({ command, ratio }) => ({
        name: `${command.split(', ').slice(0, 2).join(', ')}, of bare Node`,
        isSpeed: false,
        ratio,
      })),
  () =>
    benchManyFiles(3)
      .filter(({ what }) => what.startsWith('1,000') || what.startsWith('200'))
      .map(({ what, ratio }) => ({ name: `lint of ${what}, of one file`, isSpeed: false, ratio })),
  () =>
    benchParser()
      .filter(({ parser }) => parser === 'smolfile')
      .map(({ document, ratio }) => ({ name: `parse ${document}, of smol-toml`, isSpeed: true, ratio })),
  async () =>
    (await benchLanguageServer())
      .filter(({ what }) => what === 'change to diagnostics')
      .map(({ what, document, ratio }) => ({
        name: `${what} in ${document}, of smol-toml`,
        isSpeed: false,
        ratio,
      })),
];

const path = new URL('ratios.json', import.meta.url);

if (argv.includes('--write')) {
  const all: Measurement[] = [];
  // one after the other: they would slow each other
  // oxlint-disable-next-line no-await-in-loop
  for (const measure of MEASUREMENTS) all.push(...(await measure()));
  const rounded = Object.fromEntries(all.map(({ name, ratio }) => [name, Number(ratio.toFixed(2))]));
  writeFileSync(path, `${JSON.stringify(rounded, undefined, 2)}\n`);
} else {
  const expected = JSON.parse(readFileSync(path, 'utf8')) as Readonly<Record<string, number>>;
  const isLost = ({ name, isSpeed, ratio }: Measurement): boolean => {
    const before = expected[name];
    if (before === undefined) throw new Error(`ratios.json has no "${name}": see \`--write\``);
    return isSpeed ? ratio < (before * 2) / 3 : ratio > before * 1.5;
  };
  let lost = 0;
  for (const measure of MEASUREMENTS) {
    /* oxlint-disable no-await-in-loop */
    let measured = await measure();
    for (let again = 1; again < TRIES && measured.some(isLost); again++) measured = await measure();
    /* oxlint-enable no-await-in-loop */
    for (const each of measured) {
      const isWorse = isLost(each);
      if (isWorse) lost++;
      console.log(
        `${isWorse ? 'LOST' : 'ok  '}  ${each.name}: ${each.ratio.toFixed(2)}, was ${expected[each.name]}`,
      );
    }
  }
  if (lost > 0) process.exitCode = 1;
}
