import { createColors } from 'picocolors';
import type { Io, Output } from '../io.ts';
import type { Style } from '../reporters/report.ts';

/** Values of `--color`. */
export type ColorChoice = 'auto' | 'always' | 'never';

/** No colours, without the package: loading it costs a look at standard output's stream. */
const PLAIN: Style['colors'] = {
  bold: String,
  cyan: String,
  dim: String,
  green: String,
  red: String,
  yellow: String,
};

/** Width of reports that go to no terminal, whose reader's width nobody knows. */
const DEFAULT_WIDTH = 100;
const NARROWEST = 40;

/**
 * Whether and how wide to paint.
 *
 * @param output where the report goes; `undefined` is a file.
 */
export function styleFor(output: Output | undefined, choice: ColorChoice, env: Io['env']): Style {
  const isColored = choice === 'always' || (choice === 'auto' && wantsColor(output, env));
  const isInteractive = output !== undefined && !env['CI'];
  const columns = (isInteractive ? output.columns() : undefined) ?? DEFAULT_WIDTH;
  return { colors: isColored ? createColors(true) : PLAIN, width: Math.max(columns, NARROWEST) };
}

/**
 * `NO_COLOR` beats `FORCE_COLOR`, and both beat what the terminal is (https://no-color.org). `CI` alone colours
 * nothing: output that is no terminal may be read by a program there, too.
 */
function wantsColor(output: Output | undefined, env: Io['env']): boolean {
  if (output === undefined || env['NO_COLOR']) return false;
  const force = env['FORCE_COLOR'];
  if (force !== undefined && force !== '') return force !== '0' && force !== 'false';
  return env['TERM'] !== 'dumb' && output.isTerminal();
}
