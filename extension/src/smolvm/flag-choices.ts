/** What the box for flags offers. Pure: what may be completed and what is wrong is asked of the language server. */
import type { FlagsAnswer } from '@smolfile/language-server';
import type { FileActionKind } from './argv.ts';

/** One line of the list. Only `start` goes on; everything else changes what is typed. */
export type FlagChoice =
  | {
      readonly kind: 'start';
      readonly label: string;
      readonly description: string;
      /** What is wrong with the line, or worth knowing. */
      readonly detail?: string;
    }
  | {
      readonly kind: 'line' | 'completion';
      readonly label: string;
      readonly description: string;
      /** The text after it is taken. */
      readonly text: string;
    };

/** What is known of a line of flags. */
export interface FlagLine {
  readonly action: FileActionKind;
  /** As it is typed. */
  readonly text: string;
  /** Lines that were used before, the latest first. */
  readonly earlier: readonly string[];
  readonly completions: Pick<FlagsAnswer, 'range' | 'items'>;
  readonly problem?: { readonly severity: 'error' | 'warning'; readonly message: string };
}

/** What the buttons of an action say. */
export const VERBS: Readonly<Record<FileActionKind, string>> = { run: 'Run', create: 'Create', pack: 'Pack' };

/**
 * What to offer, best first: it is what Enter takes.
 *
 * A line that smolvm would take is started by Enter. One that it would refuse is most likely not finished, so that
 * what may complete it comes first, and starting it as it is, last.
 */
export function flagChoices({ action, text, earlier, completions, problem }: FlagLine): FlagChoice[] {
  const start = startOf(action, text, problem);
  const lines = earlier
    .filter((line) => line !== text.trim() && line.startsWith(text.trim()))
    .map((line): FlagChoice => ({ kind: 'line', label: line, description: 'used before', text: line }));
  const { range, items } = completions;
  const completing = items
    .map((item): FlagChoice => ({
      kind: 'completion',
      label: item.label,
      description: item.detail,
      text: text.slice(0, range.start) + item.text + text.slice(range.end),
    }))
    // What is there already completes nothing.
    .filter((choice) => 'text' in choice && choice.text.trim() !== text.trim());
  if (text.trim() === '') return [...lines, start, ...completing];
  return problem?.severity === 'error' ? [...lines, ...completing, start] : [start, ...lines, ...completing];
}

function startOf(action: FileActionKind, text: string, problem: FlagLine['problem']): FlagChoice {
  const line = text.trim();
  const kind = 'start';
  if (line === '') return { kind, label: `$(play) ${VERBS[action]}`, description: 'without flags' };
  if (!problem) return { kind, label: `$(play) ${VERBS[action]}`, description: line };
  const detail = problem.message.replaceAll('`', '"');
  return problem.severity === 'error'
    ? { kind, label: `$(error) ${VERBS[action]} anyway`, description: line, detail }
    : { kind, label: `$(warning) ${VERBS[action]}`, description: line, detail };
}
