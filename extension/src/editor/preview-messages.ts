/** What the preview and the extension say to each other. Types only: they run in different worlds. */
import type { ResolutionView, ViewPlace } from '@smolfile/core';
import type { Question } from '@smolfile/preview/question';

export type { Question } from '@smolfile/preview/question';

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
