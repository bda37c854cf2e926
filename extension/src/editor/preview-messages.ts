/** What the preview and the extension say to each other. Types only: they run in different worlds. */
import type { Command, ResolutionView, ViewPlace } from '@smolfile/core';

/** What is asked of smolvm, as a person has set it in the preview. */
export interface Question {
  readonly command: Command;
  /** A release; empty for what file, configuration and settings ask for. */
  readonly smolvm: string;
  /** As one line. */
  readonly flags: string;
}

export type ToPreview =
  | {
      readonly type: 'show';
      /** The file, as the text of its URI. */
      readonly source: string;
      readonly question: Question;
      /** Absent when there is no answer; `problem` says why. */
      readonly view?: ResolutionView;
      readonly problem?: string;
      /** The releases that one can choose from, the newest first. */
      readonly releases: readonly string[];
    }
  | { readonly type: 'line'; readonly line: number };

export type FromPreview =
  | { readonly type: 'ready' }
  | { readonly type: 'ask'; readonly question: Question }
  | { readonly type: 'go'; readonly place: ViewPlace }
  | { readonly type: 'explain'; readonly code: string };

/** What VS Code keeps of a preview while the window is closed; flags may hold credentials and are not kept. */
export interface PreviewState extends Pick<Question, 'command' | 'smolvm'> {
  readonly source: string;
}
