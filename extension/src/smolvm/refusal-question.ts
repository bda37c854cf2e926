/** What is asked before something is started that smolvm would refuse, or that would not get far. Pure. */
import { NEWEST_RELEASE } from '@smolfile/core';
import type { FileActionKind } from './argv.ts';
import { VERBS } from './flag-choices.ts';
import { isBeyond } from './version.ts';

/** What is known to be in the way. */
export interface Obstacle {
  /** Without a full stop, perhaps with backticks. */
  readonly message: string;
  readonly source?: 'flags';
}

/** A question with buttons. */
export interface Question {
  readonly severity: 'error' | 'warning';
  readonly text: string;
  /** What to look at first. */
  readonly look: string;
  /** Where there is more than is said. */
  readonly all: string | undefined;
  /** Goes on all the same. */
  readonly anyway: string;
}

/**
 * Whether what is said of a release stands for a newer one, of which nothing is known exactly.
 *
 * @param judged the release that the file was judged by.
 * @param installed the one that will be started.
 */
export function isGuess(judged: string | undefined, installed: string | undefined): installed is string {
  const { version } = NEWEST_RELEASE;
  return installed !== undefined && judged === version && isBeyond(installed, version);
}

/**
 * What to ask.
 *
 * @param judged the release that found them, `installed` the one that is there: what is said of a newer one than all
 * that are known is no fact.
 */
export function refusalQuestion(
  kind: FileActionKind | 'start',
  obstacles: readonly Obstacle[],
  { judged, installed }: { readonly judged?: string; readonly installed: string | undefined },
): Question | undefined {
  const [first] = obstacles;
  if (!first) return undefined;
  const more = obstacles.length === 1 ? '' : ` And ${obstacles.length - 1} more.`;
  const guess = isGuess(judged, installed);
  const before = guess
    ? `smolvm ${installed} is not known exactly. ${judged ?? ''} would refuse this: `
    : 'smolvm would not get far: ';
  return {
    severity: guess ? 'warning' : 'error',
    text: `${before}${sentence(first.message)}${more}`,
    look: first.source === 'flags' ? 'Change Flags…' : 'Show Problem',
    all: obstacles.length > 1 ? 'Show All' : undefined,
    anyway: `${kind === 'start' ? 'Start' : VERBS[kind]} Anyway`,
  };
}

/** Findings carry no full stop. Backticks mean nothing in a message box. */
export function sentence(message: string): string {
  const plain = message.replaceAll('`', '"');
  return /[.!?]$/.test(plain) ? plain : `${plain}.`;
}
