/**
 * What the toolkit knows about keys and flags, read from the table that is generated from `schemas/`. This folder
 * stands alone: it knows neither TOML nor documents.
 */
import { COMMANDS, EVERY_KEY } from './generated/keys.ts';
import type { Command } from './types.ts';

export { COMMANDS, EVERY_KEY };
export { checksOf, placeIn } from './checks.ts';
export * from './describe.ts';
export { foreignWord, foreignWordsIn, plainWord } from './foreign.ts';
export type { ForeignWords } from './foreign-types.ts';
export { flagHistory, flagsFor } from './flags.ts';
export { flagValuesFor } from './flag-values.ts';
export { childNamed, keyAt, keyByPath, mergeFor, schemaFor, treeAt } from './keys.ts';
export { pathsOf } from './paths.ts';
export { vocabularyTurns } from './turns.ts';
export { allKeys, belowOf } from './walk.ts';
export type * from './types.ts';
export type { ValidationError, Validator } from './validator.ts';

/** The commands, in the order in which output lists them. */
export const COMMAND_NAMES: readonly Command[] = ['create', 'run', 'pack'];
