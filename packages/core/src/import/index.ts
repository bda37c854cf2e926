/** Smolfiles from other formats. Apart from the rest of core: only this folder needs the parsers of those formats. */
export { compareSmolfiles, type Difference } from './compare.ts';
export { SOURCE_NAMES, detectSource } from './detect.ts';
export {
  importSource,
  type ImportedFile,
  type ImportOptions,
  type ImportProblem,
  type ImportResult,
} from './import.ts';
export { NO_READER, type SourceReader } from './reader.ts';
export type { Outcome, ReportLine, ReportPlace } from './report.ts';
export { OUTCOMES, type Row, type SourceKind } from './table/index.ts';
