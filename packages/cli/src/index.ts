/** The CLI as a library, for tests and for programs that embed it. */
export { commands } from './commands/index.ts';
export { EXIT, type ExitCode, type FileSystem, type Io, type Output } from './io.ts';
export { processIo } from './process-io.ts';
export { run } from './run.ts';
export { apiCode, codePage } from './explain/code-page.ts';
export { flagLine, flagOf, flagsOfKey, keyFacts } from './explain/key-facts.ts';
export { FILE_CODES, fileCodeInfo } from './read/file-findings.ts';
export type { Log as SarifLog, Result as SarifResult } from 'sarif';
