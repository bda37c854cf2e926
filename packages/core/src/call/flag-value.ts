import type { FlagSchema } from '../schema/index.ts';
import {
  parseByteSize,
  parseCidr,
  parseDnsServer,
  parseHumantime,
  parseImageFlag,
  parsePort,
  parsePortRange,
  parseResourceFlag,
  shown,
  type Parsed,
  type ResourceFlag,
  type ValueProblem,
} from '../values/index.ts';
import type { Release } from '../release/index.ts';

type Check = (value: string, flag: FlagSchema, release: Release) => Parsed<unknown>;

const integer: Check = (value, flag) => parseResourceFlag(`--${flag.long}` as ResourceFlag, value);

/**
 * The grammars that smolvm's argument parser knows itself (facts 3.1). Values of other flags are text to it; what is
 * wrong with them is found later, together with the values of the file.
 */
const CHECKS: Readonly<Record<string, Check>> = {
  u8: integer,
  u32: integer,
  u64: integer,
  'positive-u32': integer,
  port: (value, _flag, release) => {
    const range = parsePortRange(value, release);
    return range ? { ok: true, value: range } : parsePort(value);
  },
  cidr: parseCidr,
  image: parseImageFlag,
  timeout: parseHumantime,
  'byte-size': parseByteSize,
  ipv4: parseDnsServer,
};

/** What the argument parser refuses a value with. */
export function checkFlagValue(flag: FlagSchema, value: string, release: Release): ValueProblem | undefined {
  if (flag.values && !flag.values.includes(value)) return notListed(flag.values, value);
  if (flag.grammar === 'path' || flag.grammar === 'pack-output')
    return value === '' ? emptyPath() : undefined;
  const parsed = CHECKS[flag.grammar]?.(value, flag, release);
  return parsed && !parsed.ok ? parsed.problem : undefined;
}

function notListed(values: readonly string[], value: string): ValueProblem {
  const near = values.find((one) => one === value.toLowerCase());
  return {
    reason: 'not-listed',
    message: `${shown(value)} is none of the values it takes`,
    help: `Write ${values.map((one) => `\`${one}\``).join(' or ')}`,
    from: 0,
    to: value.length,
    ...(near !== undefined && { suggestion: near, certain: true }),
  };
}

/** clap takes an empty path for a missing value. */
function emptyPath(): ValueProblem {
  return { reason: 'empty', message: 'the path is empty', help: 'Write a path', from: 0, to: 0 };
}
