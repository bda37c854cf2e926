import { accepted, refused, shown, type Parsed, type ValueProblem } from './result.ts';
import { parseUnsigned, U32_MAX, U64_MAX, U8_MAX } from './rust.ts';

export const DEFAULT_CPUS = 4n;
/** MiB. */
export const DEFAULT_MEMORY = 8192n;
/** MiB, what the machine is launched with. */
export const DEFAULT_GPU_VRAM = 4096n;
/** GiB. */
export const DEFAULT_STORAGE = 20n;
/** GiB. */
export const DEFAULT_OVERLAY = 10n;

export const MIN_CPUS = 1n;
/** More are asked for with a warning, and not given. */
export const HYPERVISOR_MAX_CPUS = 16n;
/** MiB. */
export const MIN_MEMORY = 64n;

/** What the merged configuration asks for; `undefined` where smolvm's own default holds. */
export interface Resources {
  readonly cpus?: bigint | undefined;
  /** MiB. */
  readonly memory?: bigint | undefined;
  /** GiB. */
  readonly storage?: bigint | undefined;
  /** GiB. */
  readonly overlay?: bigint | undefined;
}

export type ResourceKey = keyof Resources;

/** What smolvm refuses a resource with, after `validate resources: ` (facts 4.7). Offsets are unused. */
export function checkResource(key: ResourceKey, value: bigint): ValueProblem | undefined {
  if (key === 'cpus') {
    if (value >= MIN_CPUS) return undefined;
    return problem('cpus-zero', 'no CPU is asked for', 'Ask for 1 to 16.', 'CPU count must be at least 1');
  }
  if (key === 'memory') {
    if (value >= MIN_MEMORY) return undefined;
    return problem(
      'memory-too-small',
      `${value} MiB of memory is less than ${MIN_MEMORY}`,
      'The unit is MiB: 512 is half a gigabyte.',
      `memory must be at least ${MIN_MEMORY} MiB (got ${value} MiB)`,
    );
  }
  if (value > 0n) return undefined;
  return problem(
    `${key}-zero`,
    `the ${key} disk has no size`,
    'Write a number of GiB, or take it out for the default.',
    `${key} disk size must be greater than 0 GiB`,
  );
}

/** The first resource that `create` refuses, in smolvm's order (facts 4.7). `run` asks at launch, `pack` never. */
export function checkResources(
  resources: Resources,
): { readonly key: ResourceKey; readonly problem: ValueProblem } | undefined {
  for (const key of ['cpus', 'memory', 'storage', 'overlay'] as const) {
    const value = resources[key];
    const found = value === undefined ? undefined : checkResource(key, value);
    if (found !== undefined) return { key, problem: found };
  }
  return undefined;
}

/** The warning on stderr for more CPUs than there can be (facts 4.7). */
export function tooManyCpus(cpus: bigint): string | undefined {
  if (cpus <= HYPERVISOR_MAX_CPUS) return undefined;
  return `warning: requested ${cpus} vCPUs but the hypervisor supports at most 16; the VM will run with 16 vCPUs`;
}

const GPU_VRAM_ZERO =
  '--gpu-vram must be a positive number of MiB; use a value >= 1 or omit the flag to get the default';

/** What `create` says of `gpu_vram`, after `create machine: `, and the flag's parser; `run` takes 0 (facts 4.7). */
export function checkGpuVram(value: bigint): ValueProblem | undefined {
  if (value > 0n) return undefined;
  return problem(
    'gpu-vram-zero',
    'no GPU memory is asked for',
    'Write a number of MiB, or take it out for the default.',
    `gpu_vram: ${GPU_VRAM_ZERO}`,
  );
}

function problem(reason: string, message: string, help: string, smolvm: string): ValueProblem {
  return { reason, message, help, from: 0, to: 0, smolvm };
}

/** Flags of sizes, and the greatest value that each takes (facts 3.1). */
const FLAG_MAX = {
  '--cpus': U8_MAX,
  '--mem': U32_MAX,
  '--gpu-vram': U32_MAX,
  '--storage': U64_MAX,
  '--overlay': U64_MAX,
} as const;

export type ResourceFlag = keyof typeof FLAG_MAX;

/** {@link parseWholeNumber} for a flag of a size. */
export function parseResourceFlag(flag: ResourceFlag, text: string): Parsed<bigint> {
  return parseWholeNumber(flag, text, FLAG_MAX[flag]);
}

/**
 * Reads a flag whose value is one integer with the words of smolvm's argument parser, which come after
 * `error: invalid value 'X' for '--flag <UNIT>': ` (facts 3.1).
 *
 * @param flag with its hyphens: `--gpu-vram` takes no 0, and says so.
 * @param most the greatest that it takes.
 */
export function parseWholeNumber(flag: string, text: string, most: bigint): Parsed<bigint> {
  const value = parseUnsigned(isNegativeZero(flag, text, most) ? '0' : text, most);
  if (value !== undefined && (flag !== '--gpu-vram' || value > 0n)) return accepted(value);
  return refused({
    reason: 'flag-number',
    message: `${shown(text)} is no value for \`${flag}\``,
    help: `Write a whole number ${flag === '--gpu-vram' ? 'from 1' : 'from 0'} to ${most}.`,
    from: 0,
    to: text.length,
    smolvm: flag === '--gpu-vram' ? gpuVramText(text, value) : numberText(text, most),
  });
}

/** clap reads types below 64 bits as i64 first, where `-0` is 0. */
function isNegativeZero(flag: string, text: string, most: bigint): boolean {
  return most !== U64_MAX && flag !== '--gpu-vram' && /^-0+$/.test(text);
}

function gpuVramText(text: string, value: bigint | undefined): string {
  return value === 0n ? GPU_VRAM_ZERO : `'${text}' is not a valid MiB value`;
}

const I64_MAX = 0x7fff_ffff_ffff_ffffn;

/** clap reads types below 64 bits as i64 first, so that `-1` is a number out of range and not a bad digit. */
function numberText(text: string, max: bigint): string {
  if (text === '') return 'cannot parse integer from empty string';
  const wide = max === U64_MAX;
  const match = /^([+-]?)([0-9]+)$/.exec(text);
  if (match === null || (wide && match[1] === '-')) return 'invalid digit found in string';
  const negative = match[1] === '-';
  const magnitude = parseUnsigned(match[2]!, I64_MAX + (negative ? 1n : 0n));
  if (wide || magnitude === undefined)
    return `number too ${negative ? 'small' : 'large'} to fit in target type`;
  return `${negative ? -magnitude : magnitude} is not in 0..=${max}`;
}
