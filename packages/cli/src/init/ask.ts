import type { Choice } from '@smolfile/core/templates';
import { readLine } from '@smolfile/host';
import { UsageError } from '../failure.ts';
import type { Io } from '../io.ts';
import { didYouMean } from '../nearest.ts';
import { visible } from '../reporters/visible.ts';

/** Bytes of an answer; no name is as long. */
const LONGEST = 200;

/** What can be chosen: a template, or the import of a file. */
export type Offer = Pick<Choice, 'name' | 'summary' | 'detected' | 'source'>;

/**
 * Asks on the terminal which one it is to be; Enter takes the first.
 *
 * @throws UsageError where the input ends without an answer.
 */
export function ask<T extends Offer>(offers: readonly T[], io: Io): T {
  const width = Math.max(...offers.map(({ name }) => name.length));
  const lines = offers.map(({ name, summary, detected, source }, index) => {
    const why = detected && source !== undefined ? ` (detected: ${source})` : '';
    return `  ${String(index + 1).padStart(2)}  ${name.padEnd(width)}  ${summary}${why}`;
  });
  io.stderr.write(`What is the Smolfile to start from?\n${lines.join('\n')}\n`);
  for (;;) {
    io.stderr.write(`Number or name [1]: `);
    const line = readLine(io.fs, io.stdin, LONGEST);
    if (line === undefined) {
      io.stderr.write('\n');
      throw new UsageError('nothing was chosen, so nothing is written');
    }
    const answer = line.trim().toLowerCase();
    const chosen =
      answer === '' ? offers[0] : offers.find(({ name }, at) => name === answer || `${at + 1}` === answer);
    if (chosen) return chosen;
    const guess = didYouMean(
      answer,
      offers.map(({ name }) => name),
    );
    io.stderr.write(
      `\`${visible(line.trim())}\` is none of them. ${guess ?? `There are 1 to ${offers.length}.`}\n`,
    );
  }
}
