import type { CheckName, Fix, Rank, RelatedPlace, Severity, Stage } from '../model/diagnostic.ts';
import type { TextRange } from '../text/range.ts';

/** What a rule says of one place. What is left out comes from the rule. */
export interface Report {
  readonly range: TextRange;
  /** Set when the range is in the flags of the call. */
  readonly source?: 'flags';
  readonly message: string;
  readonly help?: string;
  readonly why?: string;
  readonly severity?: Severity;
  readonly stage?: Stage | null;
  readonly check?: CheckName;
  readonly rank?: Rank;
  readonly related?: readonly RelatedPlace[];
  readonly fix?: Fix;
  readonly tags?: readonly ('unnecessary' | 'deprecated')[];
}
