import type { TextEdit, TextRange } from '../text/range.ts';

/** The commands of smolvm that read a Smolfile: `machine create`, `machine run`, `pack create`. */
export type Command = 'create' | 'run' | 'pack';

/**
 * A contract: `error` = smolvm refuses the file, or the machine certainly cannot work; `warning` = accepted,
 * but not what is written; `info` = advice.
 */
export type Severity = 'error' | 'warning' | 'info';

/**
 * Where smolvm itself fails: in its argument parser (`args`, only where a call is known), in its TOML parser (`parse`), after it and before boot (`config`), or certainly
 * once the machine starts (`launch`). `null`: it works, but not as written. Only a stage may be an error.
 */
export type Stage = 'args' | 'parse' | 'config' | 'launch';

/**
 * A check of smolvm, by the name that `schemas/commands.json` gives it in the order of a command; a test holds the
 * names that are used against that list.
 */
export type CheckName = string;

/**
 * Where within a check smolvm comes to a refusal, if that is not the order of the file: compared part by part, texts by
 * their bytes.
 */
export type Rank = readonly (number | string)[];

/** A check of smolvm that refuses something. */
export interface Refusing {
  readonly check: CheckName;
  readonly rank?: Rank;
}

/** Another place that a finding is about. */
export interface RelatedPlace {
  readonly range: TextRange;
  /** As in `Diagnostic`. */
  readonly source?: 'flags';
  readonly message: string;
}

/** A change that mends a finding. */
export interface Fix {
  /** What applying it does, as an imperative: "Replace `imge` with `image`". */
  readonly title: string;
  /** Whether the fix is certain to be what the author meant; others need `--unsafe-fixes`. */
  readonly safe: boolean;
  /** Not overlapping, in document order. */
  readonly edits: readonly TextEdit[];
}

/** Releases of smolvm from one to another one, both included. */
export interface ReleaseSpan {
  readonly from: string;
  readonly to: string;
}

/** One finding about one place of a document, as every consumer of core gets it. */
export interface Diagnostic {
  /** Stable; part of the API, unlike the message. */
  readonly code: string;
  readonly severity: Severity;
  readonly stage: Stage | null;
  /** The checks of smolvm that refuse it, where they are of those that come in an order; mostly one. */
  readonly refusing?: readonly Refusing[];
  /** What is wrong, with the offending text named. */
  readonly message: string;
  /** Why smolvm does so, in one or two sentences. */
  readonly why?: string;
  /** What to do about it. */
  readonly help?: string;
  /** The commands it holds for, in the order of `COMMANDS`. */
  readonly commands: readonly Command[];
  /** The releases it holds for, where it was looked for over a range and holds for some only. */
  readonly releases?: readonly ReleaseSpan[];
  /** In the document; in the text of the call where `source` is `flags`. */
  readonly range: TextRange;
  /** Set when the place is in the flags of a call, not in the document. */
  readonly source?: 'flags';
  readonly related: readonly RelatedPlace[];
  readonly fix?: Fix;
  /** How an editor may draw it: greyed out, or struck through. */
  readonly tags?: readonly ('unnecessary' | 'deprecated')[];
}
