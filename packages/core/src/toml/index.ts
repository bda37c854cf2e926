export { MAX_DEPTH, MAX_DOCUMENT_LENGTH, type ParseOptions, parseToml } from './parser.ts';
export { type PlainTable, type PlainValue, toPlain, valueOf } from './plain.ts';
export {
  type RelatedPlace,
  type TomlError,
  type TomlErrorCode,
  type TomlProblem,
  TOML_PROBLEMS,
} from './problems.ts';
export type * from './tree.ts';
export { offsetInString, stringOffsets, type StringOffsets, stringRange } from './string-offsets.ts';
export { type Token, type TokenKind, tokens } from './tokens.ts';
