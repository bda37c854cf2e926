import type { Command } from '@smolfile/core';

/** What is asked of smolvm, as a person has set it in the preview. */
export interface Question {
  readonly command: Command;
  /** A release; empty for what file, configuration and settings ask for. */
  readonly smolvm: string;
  /** As one line. */
  readonly flags: string;
}
