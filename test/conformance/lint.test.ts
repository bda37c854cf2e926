import { lint, parseSmolfile, type Diagnostic } from '@smolfile/core';
import { expect, test } from 'vitest';
import { DIFFERENCES } from './lint-differences.ts';
import { cases, host, type Vector } from './vectors.ts';

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

interface Outcome {
  readonly id: string;
  /** `undefined` where we agree. */
  readonly difference: string | undefined;
}

function compare(vector: Vector, version: string): Outcome {
  const id = `${vector.id}@${version}`;
  const document = parseSmolfile(vector.smolfile);
  const { diagnostics } = lint(document, { commands: [vector.command], smolvm: version, host });
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  const { error } = vector;
  if (!error) return { id, difference: unexpected(errors) };
  if (error.stage === 'parse') {
    const exact = EXACT.test(error.message);
    const agrees = errors.some(({ stage, range }) => {
      const { line, column } = document.lines.positionAt(range.start);
      return stage === 'parse' && line === error.line && (!exact || column === error.column);
    });
    return {
      id,
      difference: agrees
        ? undefined
        : `no error at ${error.line}:${error.column} (${error.message.split(',')[0]})`,
    };
  }
  if (NOT_IN_THE_FILE.some((pattern) => pattern.test(error.message)))
    return { id, difference: unexpected(errors) };
  const message = error.message.replace('config operation failed: ', '');
  const code = CODES.find(([pattern]) => pattern.test(message))?.[1];
  if (code === undefined) return { id, difference: `nothing answers to: ${message}` };
  const agrees = errors.some((one) => one.stage === 'config' && new RegExp(`^${code}$`).test(one.code));
  return { id, difference: agrees ? undefined : `no ${code} (${message.split('\n')[0]})` };
}

function unexpected(errors: readonly Diagnostic[]): string | undefined {
  const wrong = errors.filter(({ stage }) => stage === 'parse' || stage === 'config');
  return wrong.length === 0
    ? undefined
    : `accepted by smolvm, but: ${wrong.map(({ code, message }) => `${code}: ${message}`).join('; ')}`;
}

const outcomes = cases
  .filter(({ vector }) => vector.args.length === 0)
  .map(({ vector, version }) => compare(vector, version));

test('there is something to compare', () => {
  expect(outcomes.length).toBeGreaterThan(3000);
});

test('every recorded file without flags gets the verdict of smolvm', () => {
  const found = Object.fromEntries(
    outcomes.flatMap(({ id, difference }) =>
      difference === undefined || id in DIFFERENCES ? [] : [[id, difference]],
    ),
  );
  expect(found).toEqual({});
});

test('every listed difference is one', () => {
  const agreeing = new Set(outcomes.filter(({ difference }) => difference === undefined).map(({ id }) => id));
  expect(Object.keys(DIFFERENCES).filter((id) => agreeing.has(id))).toEqual([]);
});

test('what smolvm refuses is never called out at a later stage only', () => {
  expect(Object.keys(DIFFERENCES).filter((id) => !outcomes.some((outcome) => outcome.id === id))).toEqual([]);
});
