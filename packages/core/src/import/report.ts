import type { LineColumn } from '../text/line-index.ts';
import type { Place } from './place.ts';

/** What became of something in the source. */
export type Outcome = 'kept' | 'changed' | 'dropped';

/** A place for whoever is outside: text, offsets, lines and columns. */
export interface ReportPlace {
  /** Name of the file. */
  readonly path: string;
  /** UTF-16 offset with line and column, 1-based, columns in Unicode scalar values. */
  readonly start: LineColumn & { readonly offset: number };
  readonly end: LineColumn & { readonly offset: number };
}

/** What became of one instruction, key or flag; every one has at least one such line. */
export interface ReportLine {
  readonly source: ReportPlace;
  /** The instruction, key or flag, as the table of outcomes has it: `EXPOSE`, `deploy.resources.limits.cpus`. */
  readonly name: string;
  readonly kind: Outcome;
  /** The key of the Smolfile, where there is one: `dev.ports`. */
  readonly to?: string;
  /** What happened to it, and what to do; plain sentences. */
  readonly why: string;
}

/** Gives a place its lines and columns. */
export function reportPlace({ file, range }: Place): ReportPlace {
  const at = (offset: number) => ({ ...file.lines.positionAt(offset), offset });
  return { path: file.path, start: at(range.start), end: at(range.end) };
}
