import type { Health } from './map/health.ts';

/** What an image itself says; what is undefined is not known. */
export interface ImageFacts {
  /** `[]` where it is known to have none. */
  readonly entrypoint?: readonly string[];
  readonly cmd?: readonly string[];
  readonly stopSignal?: string;
  readonly health?: Health;
}
