export { relativeToDirectory, relativeVolume } from './relative.ts';
export { MASK } from './redact.ts';
export { isListProvenance } from './resolution.ts';
export type {
  Accepted,
  Config,
  ConfigValue,
  Dropped,
  ElementProvenance,
  HostEnvironment,
  IgnoredKey,
  Origin,
  Provenance,
  Refused,
  Resolution,
  ValueProvenance,
} from './resolution.ts';
export { resolve, type ResolveOptions } from './resolve.ts';
