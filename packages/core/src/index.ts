export type { TextEdit, TextRange } from './text/range.ts';
export { LineIndex, type LineColumn } from './text/line-index.ts';
export type { Command, Diagnostic, Fix, RelatedPlace, Severity, Stage } from './lint/diagnostic.ts';
export type { HostFileSystem, HostPath } from './lint/host.ts';
