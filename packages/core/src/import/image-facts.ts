/** What an image itself says; what is undefined is not known. */
export interface ImageFacts {
  /** `[]` where it is known to have none. */
  readonly entrypoint?: readonly string[];
  readonly cmd?: readonly string[];
  readonly stopSignal?: string;
}
