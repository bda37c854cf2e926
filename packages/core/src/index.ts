/**
 * @smolfile/core: everything the toolkit knows about Smolfiles, without IO. What is not exported here is internal.
 */
export {
  compat,
  lowestRelease,
  type CompatChange,
  type CompatOptions,
  type CompatSpan,
} from './compat/compat.ts';
export {
  CONFIG_FILE_NAMES,
  isIgnored,
  configKeys,
  parseConfig,
  settingsFor,
  type Config,
  type ConfigOverride,
  type ConfigProblem,
  type ConfigSettings,
  type ParsedConfig,
} from './config/index.ts';
export { parseSmolfile, SmolfileDocument } from './document/document.ts';
export type { VersionPin } from './document/directives.ts';
export type { SecretSetting } from './document/secrets.ts';
export type { Located, LocatedString, Setting } from './document/setting.ts';
export type { Settings } from './document/settings.ts';
export {
  CALL_PROBLEMS,
  completeFlags,
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
export type {
  Command,
  Diagnostic,
  Fix,
  RelatedPlace,
  ReleaseSpan,
  Severity,
  Stage,
} from './model/diagnostic.ts';
export { allCodes, explainCode, type CodeExplanation } from './lint/explain.ts';
export { exampleCommand, hostWith, lintExample } from './lint/examples.ts';
export { fixAll, type FixResult } from './lint/fix.ts';
export {
  impliedValues,
  Merge,
  type GivenValue,
  type ImpliedValue,
  type Implier,
  type Loss,
  type Lost,
  type MergedKey,
  type MergeSources,
} from './merge/index.ts';
export type { HostFileSystem, HostPath } from './model/host.ts';
export { lint, type LintOptions, type LintResult } from './lint/lint.ts';
export type { Report } from './lint/report.ts';
export type { Example, Rule } from './lint/rule.ts';
export { hostsOfInit } from './lint/package-hosts.ts';
export { ruleUrl } from './lint/rule-url.ts';
export { referenceUrl } from './schema/reference-url.ts';
export { rules } from './lint/rules/index.ts';
export {
  behaviour,
  NEWEST_RELEASE,
  OLDEST_RELEASE,
  Release,
  RELEASES,
  releaseAt,
  releasesIn,
  type RangeProblem,
  type ReleaseRange,
} from './release/index.ts';
export * from './render/index.ts';
export { isCredentialName } from './resolve/credentials.ts';
export { credentialsInText } from './resolve/credentials-in-text.ts';
export * from './resolve/index.ts';
export {
  COMMAND_NAMES as COMMANDS,
  EVERY_KEY,
  allKeys,
  byText,
  defaultText,
  flagText,
  flagsFor,
  foreignWord,
  foreignWordsIn,
  keyAt,
  keyByPath,
  mergeFor,
  mergeText,
  pathsOf,
  plainWord,
  schemaFor,
  treeAt,
  sinceText,
  typeText,
  type FlagSchema,
  type Implication,
  type KeySchema,
  type Presence,
} from './schema/index.ts';
export { markdownOf } from './schema/docs.ts';
export * from './shell/index.ts';
export {
  chooseTarget,
  type Target,
  type TargetOptions,
  type TargetSource,
  type Wanted,
} from './target/index.ts';
export { applyEdits } from './text/apply-edits.ts';
export { escapeJson, jsonText } from './text/json.ts';
export { LineIndex, type LineColumn } from './text/line-index.ts';
export { markdownCode, markdownPlain, markdownText } from './text/markdown.ts';
export { quoteWord, shellLine, shellWord, singleQuoted } from './text/shell.ts';
export { firstAfter, type TextEdit, type TextRange } from './text/range.ts';
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
  HTTP_METHODS,
  RESTART_POLICIES,
  SMOLVM_PLATFORMS,
  checkDuration,
  classifyHost,
  classifyImage,
  formatPort,
  grammarOf,
  isRemoteVolume,
  normalizeImage,
  parseCidr,
  parseEnvSpec,
  parseFileEnvSpec,
  parseHostPattern,
  parseKeychainItem,
  parsePlatform,
  parsePort,
  parseRestartPolicy,
  parseUdpAllow,
  parseVolume,
  registryHosts,
  shown,
} from './grammars/index.ts';
