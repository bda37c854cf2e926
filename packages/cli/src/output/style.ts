import { createColors } from 'picocolors';
import type { Io, Output } from '../io.ts';
import type { Style } from '../reporters/report.ts';

/** Values of `--color`. */
export const COLOR_CHOICES = ['auto', 'always', 'never'] as const;
export type ColorChoice = (typeof COLOR_CHOICES)[number];

/** Whether a text is one of them. */
export function isColorChoice(text: string): text is ColorChoice {
  return (COLOR_CHOICES as readonly string[]).includes(text);
}

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
  return {
    colors: isColored ? createColors(true) : PLAIN,
    width: Math.max(columns, NARROWEST),
    links: isColored && choice !== 'always' && output !== undefined && wantsLinks(output, env),
  };
}

/**
 * Whether a terminal shows text as a link. Terminals cannot be asked, so that those count which are known to (see
 * https://github.com/Alhadis/OSC8-Adoption); a multiplexer may or may not pass links on.
 */
function wantsLinks(output: Output, env: Io['env']): boolean {
  if (!output.isTerminal()) return false;
  const force = env['FORCE_HYPERLINK'];
  if (force !== undefined && force !== '') return force !== '0' && force !== 'false';
  if (env['CI'] || env['TMUX'] || env['STY'] || /^(?:screen|tmux)/.test(env['TERM'] ?? '')) return false;
  if (env['WT_SESSION'] || env['KONSOLE_VERSION'] || env['DOMTERM'] || env['KITTY_WINDOW_ID']) return true;
  // VTE, behind GNOME Terminal and others, since 0.50; 0.50.0 itself crashes on links.
  const vte = Number(env['VTE_VERSION'] ?? 0);
  if (vte > 5000) return true;
  return (
    TERMINALS.test(env['TERM_PROGRAM'] ?? '') ||
    /^(?:alacritty|foot|xterm-(?:kitty|ghostty))/.test(env['TERM'] ?? '')
  );
}

const TERMINALS = /^(?:ghostty|Hyper|iTerm\.app|rio|Tabby|vscode|WezTerm|zed)$/;

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
