import type { Vector } from './vectors.ts';

/** Which of our codes answers to which of smolvm's refusals before boot. */
const CODES: readonly (readonly [pattern: RegExp, code: string])[] = [
  [/smolfile ports: /, 'port-invalid'],
  [/validate ports: duplicate/, 'port-duplicate-host'],
  [/invalid mount path: invalid format '(?:s3:|:[a-z])/, 'volume-(?:invalid|remote)'],
  [/invalid mount path: invalid format/, 'volume-invalid'],
  [/protected system path/, 'volume-protected-source'],
  [/validate guest path/, 'volume-guest-path'],
  [/duplicate mount target/, 'volume-duplicate-target'],
  [/remote volume/, 'volume-remote'],
  [/mount source not found: s3:/, 'volume-remote'],
  [/mount source not found: [~$]/, 'volume-unexpanded'],
  [/mount source not found:(?: ?$| .*:\/)/, 'volume-invalid'],
  [/allow_cidrs: invalid CIDR/, 'cidr-invalid'],
  [/\[restart\] policy/, 'restart-policy-invalid'],
  [/\[fork\]/, 'fork-invalid'],
  [/create machine: secret .* is relative/, 'secret-file-relative'],
  [/create machine: secret/, 'secret-source-count'],
  [/validate resources/, 'resource-too-small'],
  [/gpu_vram/, 'gpu-vram-zero'],
  [/must be pulled from a registry/, 'image-without-network'],
];

/** Refusals whose reason is not in the file but in the call or the host; a warning may still announce them. */
const NOT_IN_THE_FILE: readonly RegExp[] = [
  /no command specified/,
  /no image specified/,
  /^mount source not found: (?=.)(?!$|[~$]|s3:|.*:\/)/,
  /must be a directory \(virtiofs limitation\)/,
];

const EXACT = /^(?:invalid type|invalid value|unknown field|invalid length)/;

/** An error that lint finds in a file. */
export interface Found {
  readonly code: string;
  readonly message: string;
  readonly stage: string | null;
  readonly line: number;
  readonly column: number;
}

/** What the errors of a file by itself differ in from what smolvm made of it; undefined where they agree. */
export function verdictDifference({ error }: Vector, errors: readonly Found[]): string | undefined {
  if (!error) return unexpected(errors);
  if (error.stage === 'parse') {
    const exact = EXACT.test(error.message);
    const agrees = errors.some(
      ({ stage, line, column }) =>
        stage === 'parse' && line === error.line && (!exact || column === error.column),
    );
    return agrees ? undefined : `no error at ${error.line}:${error.column} (${error.message.split(',')[0]})`;
  }
  if (NOT_IN_THE_FILE.some((pattern) => pattern.test(error.message))) return unexpected(errors);
  const message = error.message.replace('config operation failed: ', '');
  const code = CODES.find(([pattern]) => pattern.test(message))?.[1];
  if (code === undefined) return `nothing answers to: ${message}`;
  const agrees = errors.some((one) => one.stage === 'config' && new RegExp(`^${code}$`).test(one.code));
  return agrees ? undefined : `no ${code} (${message.split('\n')[0]})`;
}

function unexpected(errors: readonly Found[]): string | undefined {
  const wrong = errors.filter(({ stage }) => stage === 'parse' || stage === 'config');
  return wrong.length === 0
    ? undefined
    : `accepted by smolvm, but: ${wrong.map(({ code, message }) => `${code}: ${message}`).join('; ')}`;
}
