export { commandLineOf, type CommandLine } from './command-line.ts';
export { diffResolutions, type ChangedElement, type ResolutionDiff, type ValueChange } from './diff.ts';
export { explainValue, valueNames, type ChainLink, type KeyExplanation } from './explain.ts';
export { maskedDiagnostics } from './masked-diagnostics.ts';
export { credentialRanges, credentialRangesNear, maskedDocumentText } from './masked-document.ts';
export { MASK, maskedCallText, redactionFor } from './redact.ts';
export { relativeResolution, relativeToDirectory, relativeVolume } from './relative.ts';
export { isListProvenance } from './resolution.ts';
export type {
  Accepted,
  Config,
  ConfigValue,
  Dropped,
  ElementProvenance,
  HostEnvironment,
  IgnoredKey,
  Manifest,
  Origin,
  Provenance,
  Refused,
  Resolution,
  Runs,
  RunsFrom,
  ValueProvenance,
} from './resolution.ts';
export { resolve, type ResolveOptions } from './resolve.ts';
export { tomlOf, type TomlEntry, type TomlRendition, type TomlTable, type TomlValue } from './toml.ts';
export { dropsEntrypoint, valuesOf, type Inexpressible, type ResolvedValue } from './values-of.ts';
