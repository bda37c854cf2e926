export { hasFlag, usesOf, type Call, type CallProblem, type FlagUse, type Word } from './call.ts';
export { parseCall, readCall, type CallOptions } from './parse-call.ts';
export { CALL_PROBLEMS, type CallProblemCode, type CallProblemInfo } from './problems.ts';
export { joinWords, quoteWord, splitWords, wordsFromArgv, type SplitWords } from './words.ts';
