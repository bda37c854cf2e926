/**
 * @smolfile/core: everything the toolkit knows about Smolfiles, without IO. This is what is published, and what is not
 * here may change at any time; the toolkit's own parts use `index.ts`.
 *
 * Arguments are checked here, and what is shared is frozen.
 */
import { frozen } from './api/frozen.ts';
import { CALL_PROBLEMS as callProblems } from './call/index.ts';
import { RELEASES as releases } from './release/index.ts';
import { COMMAND_NAMES, EVERY_KEY } from './schema/index.ts';
import { TOML_PROBLEMS as tomlProblems } from './toml/index.ts';

export {
  fixAll,
  format,
  formatText,
  lint,
  resolve,
  type CheckedLintOptions as LintOptions,
} from './api/checked.ts';
export { splitWords } from './call/index.ts';
export { quoteWord } from './text/shell.ts';
export { CONFIG_FILE_NAMES, isIgnored, parseConfig, settingsFor } from './config/index.ts';
export { checkDuration, parsePort, parseVolume } from './api/values.ts';
export { parseSmolfile, SmolfileDocument } from './document/document.ts';
export {
  addItem,
  EditError,
  editSmolfile,
  ensureSection,
  moveKey,
  removeItem,
  removeKey,
  renameKey,
  setValue,
  writeAsSection,
  writeInline,
} from './edit/index.ts';
export {
  classifyHost,
  classifyImage,
  formatPort,
  normalizeImage,
  parseCidr,
  parseEnvSpec,
  parsePlatform,
  parseRestartPolicy,
} from './grammars/index.ts';
export { allCodes, explainCode } from './lint/explain.ts';
export { ruleUrl } from './lint/rule-url.ts';
export { NEWEST_RELEASE, OLDEST_RELEASE, Release, releaseAt, releasesIn } from './release/index.ts';
export { commandLineOf, diffResolutions, explainValue, tomlOf } from './resolve/index.ts';
export { allKeys, flagsFor, keyByPath } from './schema/index.ts';
export { chooseTarget } from './target/index.ts';
export { applyEdits } from './text/apply-edits.ts';
export { LineIndex } from './text/line-index.ts';
export { diagnosticMarkdown, diagnosticText, type DiagnosticPlace } from './render/diagnostic-text.ts';
export { wholeLines, type LineEdit } from './text/whole-lines.ts';
export { MAX_DOCUMENT_LENGTH } from './toml/index.ts';
export { TOOLKIT_VERSION } from './toolkit-version.ts';

export type { CallOptions } from './call/call-reader.ts';
export type { Call, FlagUse, Word } from './call/call.ts';
export type { FlagCompletion, FlagCompletions } from './call/complete-flags.ts';
export type { CallProblem, CallProblemCode } from './call/problems.ts';
export type { SplitWords } from './call/words.ts';
export type { Config, ConfigOverride, ConfigSettings } from './config/config.ts';
export type { ConfigProblem } from './config/data.ts';
export type { ParsedConfig } from './config/parse.ts';
export type { VersionPin } from './document/directives.ts';
export type { SecretSetting } from './document/secrets.ts';
export type { Content, Located, LocatedString, PositionalSection, Setting } from './document/setting.ts';
export type { Settings } from './document/settings.ts';
export type { Change, Source } from './edit/change.ts';
export type { AddOptions } from './edit/items-of.ts';
export type { KeyPath, PathStep } from './edit/path.ts';
export type { RemoveOptions } from './edit/remove-key.ts';
export type { SetOptions } from './edit/set-value.ts';
export type { EditTable, EditValue } from './edit/write.ts';
export type { FormatOptions } from './format/format.ts';
export type { Cidr } from './grammars/cidr.ts';
export type { EnvSpec } from './grammars/env.ts';
export type { HostEntry, HostKind } from './grammars/host.ts';
export type { ImageKind, ImageReference } from './grammars/image.ts';
export type { Platform } from './grammars/platform.ts';
export type { PortMapping, PortProtocol, PublishedPorts } from './grammars/port.ts';
export type { RestartPolicy } from './grammars/restart-policy.ts';
export type { Parsed, ValueProblem } from './grammars/result.ts';
export type { Volume } from './grammars/volume.ts';
export type { RuleContext } from './lint/context.ts';
export type { CodeExplanation } from './lint/explain.ts';
export type { FixResult } from './lint/fix.ts';
export type { LintOptions as DocumentLintOptions, LintResult } from './lint/lint.ts';
export type { Report } from './lint/report.ts';
export type { Example, Rule } from './lint/rule.ts';
export type { GivenValue, Layer } from './merge/given.ts';
export type { ImpliedValue, Implier } from './merge/implied.ts';
export type { GivenText, MergedKey } from './merge/merge.ts';
export type { Loss, Lost } from './merge/strategies.ts';
export type {
  CheckName,
  Command,
  Diagnostic,
  Fix,
  Rank,
  Refusing,
  RelatedPlace,
  ReleaseSpan,
  Severity,
  Stage,
} from './model/diagnostic.ts';
export type { HostFileSystem, HostPath } from './model/host.ts';
export type { BehaviourName, GrammarName } from './release/generated/tables.ts';
export type { RangeProblem, ReleaseRange } from './release/range.ts';
export type { Change as ReleaseChange, Changes } from './release/types.ts';
export type { CommandLine } from './resolve/command-line.ts';
export type { ChangedElement, ResolutionDiff, ValueChange } from './resolve/diff.ts';
export type { ChainLink, KeyExplanation } from './resolve/explain.ts';
export type {
  Accepted,
  Common as ResolutionCommon,
  Config as MergedConfig,
  ConfigValue,
  DefaultOrigin,
  Dropped,
  ElementProvenance,
  FlagOrigin,
  GivenOrigin,
  HostEnvironment,
  IgnoredKey,
  ImpliedOrigin,
  Manifest,
  Origin,
  Provenance,
  Refused,
  Resolution,
  Runs,
  RunsFrom,
  SmolfileOrigin,
  ValueProvenance,
} from './resolve/resolution.ts';
export type { ResolveOptions } from './resolve/resolve.ts';
export type { TomlEntry, TomlRendition, TomlTable, TomlValue } from './resolve/toml.ts';
export type { Inexpressible } from './resolve/values-of.ts';
export type {
  Effect,
  FlagResult,
  FlagSchema,
  FlagShape,
  Implication,
  IntegerName,
  KeyEffect,
  KeySchema,
  KeyType,
  MergeLayer,
  MergeRule,
  MergeStrategy,
  Presence,
} from './schema/types.ts';
export type { Target, TargetOptions, TargetSource, Wanted } from './target/target.ts';
export type { LineColumn } from './text/line-index.ts';
export type { TextEdit, TextRange } from './text/range.ts';
export type { RelatedPlace as TomlRelatedPlace, TomlError, TomlErrorCode } from './toml/problems.ts';
export type {
  ArrayNode,
  HeaderNode,
  InlineTableNode,
  Item,
  KeyNode,
  KeyValueNode,
  Leaf,
  ScalarKind,
  ScalarNode,
  ScalarValue,
  Table,
  TableArray,
  TableOrigin,
  TomlDocument,
  ValueNode,
} from './toml/tree.ts';
export type {
  AbsentKeyFinding,
  Content as FindingContent,
  Finding,
  MissingKeyFinding,
  Place as FindingPlace,
  RangeFinding,
  ShortSectionFinding,
  TypeFinding,
  UnknownKeyFinding,
} from './validate/findings.ts';

/** Every key that any known release has, as the newest has it, with its history. */
export const SCHEMA = /* @__PURE__ */ frozen(EVERY_KEY);
/** The commands of smolvm that read a Smolfile, in the order in which output lists them. */
export const COMMANDS = /* @__PURE__ */ frozen(COMMAND_NAMES);
/** Every release that is known, oldest first. */
export const RELEASES = /* @__PURE__ */ frozen(releases);
/** What can be wrong with TOML, by the codes of findings. */
export const TOML_PROBLEMS = /* @__PURE__ */ frozen(tomlProblems);
/** What can be wrong with a call, by the codes of findings. */
export const CALL_PROBLEMS = /* @__PURE__ */ frozen(callProblems);
