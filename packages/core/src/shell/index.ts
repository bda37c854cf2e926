export { CODES_IN_STRINGS, type CodeInStrings } from './codes.ts';
export { readShellcheck, type ShellComment } from './comments.ts';
export type { Dialect } from './dialects.ts';
export { shellFindings, shellcheckUrl, type ShellFinding } from './findings.ts';
export { shellScripts, type ShellScript } from './scripts.ts';
