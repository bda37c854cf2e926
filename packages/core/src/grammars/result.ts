/**
 * Why smolvm refuses a value, or does not take it as it is written.
 * `message` and `help` are ours and never hold anything of the host; `smolvm` is what smolvm itself prints.
 */
export interface ValueProblem {
  /** Stable, kebab-case: what kind of mistake it is. */
  readonly reason: string;
  /** What is wrong, in plain words, with the offending part named. */
  readonly message: string;
  /** The way out, with a corrected example where one is certain. */
  readonly help: string;
  /** The offending part: UTF-16 offsets inside the spec, end exclusive. */
  readonly from: number;
  readonly to: number;
  /**
   * smolvm's own text, without `config operation failed: ` and without the operation in front of it, which is
   * another one for a file than for a flag.
   */
  readonly smolvm?: string;
  /** A replacement for the whole spec. */
  readonly suggestion?: string;
  /** Whether the suggestion surely is what was meant; without it, it is likely. */
  readonly certain?: boolean;
}

/** What a text was read as, or what is wrong with it. */
export type Parsed<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: ValueProblem };

export function accepted<T>(value: T): Parsed<T> {
  return { ok: true, value };
}

export function refused(problem: ValueProblem): Parsed<never> {
  return { ok: false, problem };
}

/** A replacement to offer; spread into a problem, so that absent stays absent. */
export function suggest(text: string | undefined, certain = false): Partial<ValueProblem> {
  return text === undefined ? {} : { suggestion: text, certain };
}

const SHOWN = 80;

/** What is shown as it is, which nearly every value is. */
const PLAIN = /^[ -~]*$/;

/**
 * A piece of a value as our messages show it: in backticks, control characters spelled out, long ones cut.
 * A terminal must not be steered by what somebody put into a Smolfile.
 */
export function shown(text: string): string {
  if (text.length <= SHOWN && PLAIN.test(text)) return `\`${text}\``;
  const points = Array.from(text.slice(0, SHOWN * 2));
  const cut = points.length > SHOWN || text.length > SHOWN * 2;
  const visible = points
    .slice(0, SHOWN)
    .map((point) => (/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(point) ? escapePoint(point) : point));
  return `\`${visible.join('')}${cut ? '…' : ''}\``;
}

function escapePoint(point: string): string {
  const short = { '\n': '\\n', '\r': '\\r', '\t': '\\t', '\0': '\\0' }[point];
  return short ?? `\\u{${point.codePointAt(0)!.toString(16)}}`;
}

/**
 * What smolvm names in front of a value's error: `config operation failed: OPERATION: TEXT`
 * (facts 2.2, 3.3, 4.1, 4.5, 4.7). Mount errors carry their own operation inside `smolvm`.
 */
export const OPERATION = {
  ports: 'smolfile ports',
  allowCidrs: 'smolfile [network] allow_cidrs',
  restartPolicy: 'smolfile [restart] policy',
  fork: 'smolfile [fork]',
  resources: 'validate resources',
  duplicatePorts: 'validate ports',
  createMachine: 'create machine',
  remoteVolume: 'parse remote volume',
  secretEnv: '--secret-env',
  secretFile: '--secret-file',
  allowHost: '--allow-host',
  label: '--label',
  image: '--image',
} as const;
