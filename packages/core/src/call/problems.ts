import type { RelatedPlace } from '../model/diagnostic.ts';
import type { TextRange } from '../text/range.ts';

/** What is known about a kind of mistake in the flags of a call, wherever it occurs. */
export interface CallProblemInfo {
  readonly summary: string;
  /** The rule of smolvm's argument parser (or of the shell before it) behind it. */
  readonly why: string;
  readonly help: string;
  /** Flags whose first problem is this one, and the command they are given to. */
  readonly example: {
    readonly command: 'create' | 'run' | 'pack';
    readonly flags: string;
    readonly smolvm?: string;
  };
}

/**
 * Everything that keeps smolvm from reading its arguments. It finds these before it looks at any file, prints
 * `error: …` and ends with exit code 2 (facts, conventions and 3).
 */
export const CALL_PROBLEMS = {
  'unterminated-quote': {
    summary: 'A quote in the flags is not closed',
    why: 'The flags are split into words like in a POSIX shell, where a quote goes up to the next one of its kind.',
    help: 'Close the quote, or put a backslash before it if it is meant literally',
    example: { command: 'create', flags: '-e "GREETING=hello' },
  },
  'trailing-backslash': {
    summary: 'The flags end with a backslash',
    why: 'A backslash takes the special meaning from the character after it, and there is none.',
    help: 'Remove it, or write two for a literal backslash',
    example: { command: 'create', flags: '--net \\' },
  },
  'unknown-flag': {
    summary: 'A flag that smolvm does not know',
    why: 'smolvm refuses a call with a flag that the command does not have.',
    help: 'Correct the spelling, or remove the flag',
    example: { command: 'create', flags: '--bogus' },
  },
  'flag-of-other-command': {
    summary: 'A flag that only another command of smolvm has',
    why: 'Each command of smolvm has its own flags, and refuses those of the others.',
    help: 'Remove the flag, or call the command that has it',
    example: { command: 'run', flags: '--label team=core' },
  },
  'flag-needs-newer-smolvm': {
    summary: 'A flag that came with a newer smolvm',
    why: 'smolvm refuses a flag that its version does not have yet.',
    help: 'Use that version or a newer one, or remove the flag',
    example: { command: 'create', flags: "--user 'app'", smolvm: '1.9.3' },
  },
  'unexpected-argument': {
    summary: 'An argument that is no flag where none is expected',
    why: '`machine create` takes a command only after `--`, and `pack create` takes none; neither takes an image as a bare argument.',
    help: 'Give the command after `--`, and the image with `--image`',
    example: { command: 'create', flags: 'alpine' },
  },
  'unexpected-value': {
    summary: 'A value for a flag that takes none',
    why: 'A switch is on when it is given; there is no way to switch it off with a value.',
    help: 'Remove the value; to leave the switch off, remove the flag',
    example: { command: 'create', flags: '--net=false' },
  },
  'missing-flag-value': {
    summary: 'A flag without the value it needs',
    why: 'A value that starts with a hyphen counts as the next flag, unless it is attached with `=`.',
    help: 'Write the value after the flag, or attach it: `--flag=VALUE`',
    example: { command: 'create', flags: '--cpus' },
  },
  'invalid-flag-value': {
    summary: 'A value that the flag does not take',
    why: 'smolvm checks these values as it reads its arguments, before it reads the Smolfile.',
    help: 'Write a value of the kind that the flag takes',
    example: { command: 'create', flags: '--cpus 256' },
  },
  'repeated-flag': {
    summary: 'A flag that is given twice',
    why: 'Only flags that add to a list may be repeated (`-e`, `-p`, `-v` and the like); for the others smolvm does not let the last one win.',
    help: 'Keep one of the two',
    example: { command: 'create', flags: '--cpus 1 --cpus 2' },
  },
  'conflicting-flags': {
    summary: 'Two flags that exclude each other',
    why: 'smolvm refuses the call when both are given, whatever their values.',
    help: 'Keep one of the two',
    example: { command: 'pack', flags: '--from-vm dev --image alpine' },
  },
  'missing-flag': {
    summary: 'A flag is lacking that the call needs',
    why: 'Some flags are required, and some make sense together with another one only.',
    help: 'Add the flag',
    example: { command: 'pack', flags: '--rebase-from-image' },
  },
  'help-flag': {
    summary: 'A flag that only prints help',
    why: 'smolvm prints the help of the command and ends, without reading the other arguments or the Smolfile.',
    help: 'Remove the flag to see what the others come to',
    example: { command: 'create', flags: '--help' },
  },
} as const satisfies Record<string, CallProblemInfo>;

/** Codes of what can be wrong with a call: the keys of `CALL_PROBLEMS`. */
export type CallProblemCode = keyof typeof CALL_PROBLEMS;

/** What smolvm's argument parser refuses, before it looks at any file. */
export interface CallProblem {
  readonly code: CallProblemCode;
  /** What is wrong, in one sentence without a full stop. */
  readonly message: string;
  readonly help?: string;
  /** In `Call.text`. */
  readonly range: TextRange;
  readonly related?: readonly RelatedPlace[];
}

/** Makes a problem; what is left out comes from the catalogue. */
export function callProblem(
  code: CallProblemCode,
  details: { message: string; range: TextRange } & Partial<Pick<CallProblem, 'help' | 'related'>>,
): CallProblem {
  return { code, help: CALL_PROBLEMS[code].help, ...details };
}
