/**
 * @smolfile/core: everything the toolkit knows about Smolfiles, without IO. What is not exported here is internal.
 */
export {
  CONFIG_FILE_NAMES,
  isIgnored,
  parseConfig,
  settingsFor,
  withSettings,
  type Config,
  type ConfigOverride,
  type ConfigProblem,
  type ConfigSettings,
  type ParsedConfig,
} from './config/index.ts';
export { parseSmolfile, SmolfileDocument } from './document/document.ts';
export type { VersionPin } from './document/directives.ts';
export type { Located, LocatedString, SecretSetting, Setting, Settings } from './document/settings.ts';
export {
  CALL_PROBLEMS,
  completeFlags,
  quoteWord,
  readCall,
  splitWords,
  wordsFromArgv,
  type Call,
  type CallProblemCode,
  type FlagCompletion,
  type FlagCompletions,
} from './call/index.ts';
export {
  addItem,
  EditError,
  editSmolfile,
  ifPossible,
  ensureSection,
  moveKey,
  removeItem,
  removeKey,
  renameKey,
  setValue,
  writeAsSection,
  writeInline,
  type AddOptions,
  type Change,
  type EditTable,
  type EditValue,
  type KeyPath,
  type PathStep,
  type RemoveOptions,
  type SetOptions,
  type Source,
} from './edit/index.ts';
export { format, formatText, type FormatOptions } from './format/index.ts';
export type { Command, Diagnostic, Fix, RelatedPlace, Severity, Stage } from './lint/diagnostic.ts';
export { allCodes, explainCode, type CodeExplanation } from './lint/explain.ts';
export { exampleCommand, hostWith, lintExample } from './lint/examples.ts';
export { fixAll, type FixResult } from './lint/fix.ts';
export type { HostFileSystem, HostPath } from './lint/host.ts';
export { lint, type LintOptions, type LintResult } from './lint/lint.ts';
export type { Example, Report, Rule } from './lint/rule.ts';
export { ruleUrl } from './lint/rule-url.ts';
export { rules } from './lint/rules/index.ts';
export { isSupportedVersion } from './lint/version.ts';
export * from './render/index.ts';
export { isCredentialName } from './resolve/credentials.ts';
export * from './resolve/index.ts';
export {
  COMMAND_NAMES as COMMANDS,
  KNOWN_VERSIONS,
  NEWEST,
  OLDEST,
  ROOT as SCHEMA,
  allKeys,
  byText,
  defaultText,
  flagText,
  flagsFor,
  isAtLeast,
  keyAt,
  keyByPath,
  mergeFor,
  mergeText,
  schemaFor,
  sinceText,
  typeText,
  type CommandName,
  type FlagSchema,
  type Implication,
  type KeySchema,
} from './schema/index.ts';
export { markdownOf } from './schema/docs.ts';
export { applyEdits } from './text/apply-edits.ts';
export { LineIndex, type LineColumn } from './text/line-index.ts';
export type { TextEdit, TextRange } from './text/range.ts';
export { wholeLines, type LineEdit } from './text/whole-lines.ts';
export { visible } from './text/visible.ts';
export { wrap } from './text/wrap.ts';
export {
  MAX_DOCUMENT_LENGTH,
  TOML_PROBLEMS,
  offsetInString,
  stringRange,
  type TomlErrorCode,
} from './toml/index.ts';
export type {
  ArrayNode,
  HeaderNode,
  InlineTableNode,
  Item,
  KeyNode,
  KeyValueNode,
  ScalarNode,
  Table,
  TableArray,
  TomlDocument,
  ValueNode,
} from './toml/index.ts';
export { TOOLKIT_VERSION } from './toolkit-version.ts';
export {
  RESTART_POLICIES,
  SMOLVM_PLATFORMS,
  checkDuration,
  classifyHost,
  classifyImage,
  formatPort,
  isRemoteVolume,
  normalizeImage,
  parseCidr,
  parseEnvSpec,
  parseFileEnvSpec,
  parsePlatform,
  parsePort,
  parseRestartPolicy,
  parseVolume,
  registryHosts,
  shown,
} from './values/index.ts';
