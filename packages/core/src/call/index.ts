export { hasFlag, usesOf, type Call, type FlagUse, type Word } from './call.ts';
export type { CallOptions } from './call-reader.ts';
export { completeFlags, type FlagCompletion, type FlagCompletions } from './complete-flags.ts';
export { parseCall, readCall } from './parse-call.ts';
export { CALL_PROBLEMS, type CallProblem, type CallProblemCode, type CallProblemInfo } from './problems.ts';
export { joinWords, splitWords, wordsFromArgv, type SplitWords } from './words.ts';
