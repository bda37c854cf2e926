import { formatIp, formatIpv4, IPNET, IpScanner, parseIp } from './ip.ts';
import { accepted, refused, shown, suggest, type Parsed, type ValueProblem } from './result.ts';
import { withoutWhitespace } from './rust.ts';

/** A network, or one address as the network that it is alone in. */
export interface Cidr {
  /** As smolvm stores and prints it: host bits kept, IPv6 compressed, a bare address with `/32` or `/128`. */
  readonly text: string;
  readonly family: 4 | 6;
  readonly prefix: number;
  /** The address has bits beyond the prefix (`10.1.2.3/8`); smolvm keeps them. */
  readonly hasHostBits: boolean;
  /** The network itself, without host bits: `10.0.0.0/8`. */
  readonly network: string;
  /** First and last address of the network. */
  readonly first: string;
  readonly last: string;
  /** Whether another network lies within this one. */
  contains(inner: Cidr): boolean;
}

/**
 * Reads `IP/prefix` (the `ipnet` crate) or a bare address (Rust std) as smolvm does, for `network.allow_cidrs` and
 * `--allow-cidr` (facts 4.5). The two parsers differ: with a prefix, leading zeros are fine.
 * @example
 * ```ts
 * parseCidr('10.1.2.3/8').ok; // true
 * ```
 */
export function parseCidr(spec: string): Parsed<Cidr> {
  const read = readNet(spec);
  if (read !== undefined) return accepted(read);
  return refused({ ...explain(spec), ...repair(spec), smolvm: invalid(spec) });
}

function invalid(spec: string): string {
  return `invalid CIDR '${spec}': expected format like 10.0.0.0/8 or 1.1.1.1`;
}

const MAX_LENGTH = 64;

function readNet(spec: string): Cidr | undefined {
  if (spec.length > MAX_LENGTH) return undefined;
  const scanner = new IpScanner(spec, IPNET);
  const four = scanner.ipv4();
  if (four !== undefined) {
    const prefix = readPrefix(scanner, 2, 33);
    if (prefix !== undefined) return new CidrOf4(four, prefix);
    scanner.pos = 0;
  }
  const six = scanner.ipv6();
  const prefix = six === undefined ? undefined : readPrefix(scanner, 3, 129);
  if (six !== undefined && prefix !== undefined) return new CidrOf6(six, prefix);
  const address = parseIp(spec);
  if (address === undefined) return undefined;
  const { family, bits } = address;
  return family === 4 ? new CidrOf4(Number(bits), 32) : new CidrOf6(bits, 128);
}

function readPrefix(scanner: IpScanner, maxDigits: number, below: number): number | undefined {
  if (!scanner.take('/')) return undefined;
  const prefix = scanner.number(10, maxDigits, below, true);
  return scanner.atEnd ? prefix : undefined;
}

// The texts are made when asked for: most who read a network want to know one thing of it.

/** IPv4 fits into a number, which lists of thousands of ranges are read and compared much faster with. */
class CidrOf4 implements Cidr {
  readonly family = 4;
  readonly prefix: number;
  readonly #bits: number;

  constructor(bits: number, prefix: number) {
    this.#bits = bits;
    this.prefix = prefix;
  }

  get text(): string {
    return `${formatIpv4(this.#bits)}/${this.prefix}`;
  }

  get hasHostBits(): boolean {
    return (this.#bits & this.#hostBits) !== 0;
  }

  get network(): string {
    return `${this.first}/${this.prefix}`;
  }

  /** The network and its prefix as one number, which no other IPv4 network has. */
  get id(): number {
    return ((this.#bits & ~this.#hostBits) >>> 0) * 64 + this.prefix;
  }

  get first(): string {
    return formatIpv4(this.#bits & ~this.#hostBits);
  }

  get last(): string {
    return formatIpv4(this.#bits | this.#hostBits);
  }

  contains(inner: Cidr): boolean {
    if (!(inner instanceof CidrOf4) || inner.prefix < this.prefix) return false;
    return ((inner.#bits ^ this.#bits) & ~this.#hostBits) === 0;
  }

  get #hostBits(): number {
    // a shift by 32 is one by 0
    return this.prefix === 32 ? 0 : 0xffff_ffff >>> this.prefix;
  }
}

class CidrOf6 implements Cidr {
  readonly family = 6;
  readonly prefix: number;
  readonly #bits: bigint;

  constructor(bits: bigint, prefix: number) {
    this.#bits = bits;
    this.prefix = prefix;
  }

  get text(): string {
    return `${formatIp({ family: 6, bits: this.#bits })}/${this.prefix}`;
  }

  get hasHostBits(): boolean {
    return (this.#bits & this.#hostBits) !== 0n;
  }

  get network(): string {
    return `${this.first}/${this.prefix}`;
  }

  get first(): string {
    return formatIp({ family: 6, bits: this.#bits & ~this.#hostBits });
  }

  get last(): string {
    return formatIp({ family: 6, bits: this.#bits | this.#hostBits });
  }

  contains(inner: Cidr): boolean {
    if (!(inner instanceof CidrOf6) || inner.prefix < this.prefix) return false;
    return ((inner.#bits ^ this.#bits) & ~this.#hostBits) === 0n;
  }

  get #hostBits(): bigint {
    return (1n << BigInt(128 - this.prefix)) - 1n;
  }
}

/**
 * What two entries have in common that are the same network, whatever their spelling and host bits: for maps, as it is
 * made much faster than a text.
 */
export function networkId(cidr: Cidr): number | string {
  return cidr instanceof CidrOf4 ? cidr.id : cidr.network;
}

const SHAPE = 'Write a network such as `10.0.0.0/8`, or one address such as `1.1.1.1`.';

function explain(spec: string): Omit<ValueProblem, 'smolvm'> {
  const whole = { from: 0, to: spec.length };
  const slash = spec.indexOf('/');
  if (spec === '') {
    return { ...whole, reason: 'empty', message: 'The network is empty', help: SHAPE };
  }
  if (withoutWhitespace(spec) !== spec) {
    return {
      ...whole,
      reason: 'cidr-spaces',
      message: `${shown(spec)} has white space in it, which smolvm does not trim`,
      help: 'Take the white space out.',
    };
  }
  const address = parseIp(slash === -1 ? spec : spec.slice(0, slash));
  if (slash !== -1 && address !== undefined) {
    const most = address.family === 4 ? 32 : 128;
    return {
      from: slash + 1,
      to: spec.length,
      reason: 'cidr-prefix',
      message: `${shown(spec.slice(slash + 1))} is not a prefix length for IPv${address.family}`,
      help: `Write a number from 0 to ${most} after the slash.`,
    };
  }
  const mistake = HABITS.find(({ looks }) => looks.test(spec));
  if (mistake !== undefined) {
    return {
      ...whole,
      reason: mistake.reason,
      message: `${shown(spec)} ${mistake.message}`,
      help: mistake.help,
    };
  }
  return { ...whole, reason: 'not-a-cidr', message: `${shown(spec)} is no IP network`, help: SHAPE };
}

const HABITS = [
  {
    looks: /%/,
    reason: 'cidr-zone',
    message: 'names a zone, which smolvm does not read',
    help: 'Leave out the `%` and what follows it.',
  },
  {
    looks: /^\[|^[0-9.]+:[0-9]+$/,
    reason: 'cidr-port',
    message: 'has brackets or a port; the policy is about addresses only',
    help: 'Write the bare address: every port of it is allowed.',
  },
  {
    looks: /^[0-9]{1,3}(?:\.[0-9]{1,3}){3}$/,
    reason: 'cidr-octet',
    message: 'has a part that is above 255 or starts with a zero',
    help: SHAPE,
  },
  {
    looks: /^[0-9]{1,3}(?:\.[0-9]{1,3}){0,2}(?:\/|$)/,
    reason: 'cidr-short',
    message: 'has fewer than four parts',
    help: 'Write all four: `10.0.0.0/8`, not `10/8`.',
  },
  {
    looks: /[g-z]/i,
    reason: 'cidr-hostname',
    message: 'looks like a host name',
    help: 'Host names belong in `allow_hosts`.',
  },
] as const;

/** Undoes one habit; a suggestion only when smolvm takes the outcome. */
function repair(spec: string): Partial<ValueProblem> {
  if (spec.length > MAX_LENGTH) return {};
  const dense = withoutWhitespace(spec);
  const bare = dense.replace(/%[^/]*/, '').replace(/^\[([^\]]*)\](?::[0-9]+)?/, '$1');
  const address = /^([0-9.]+):[0-9]+$/.exec(bare)?.[1] ?? bare;
  const short = /^([0-9]+(?:\.[0-9]+){0,2})\/([0-9]+)$/.exec(address);
  const padded =
    short === null ? address : `${[...short[1]!.split('.'), 0, 0, 0].slice(0, 4).join('.')}/${short[2]}`;
  const unpadded = padded.replace(/^[0-9.]+$/, (four) => four.split('.').map(withoutZeros).join('.'));
  const prefix = unpadded.replace(/\/0+(?=[0-9])/, '/');
  if (readNet(prefix) === undefined) return {};
  // A leading zero may have been octal, and `10/8` an unfinished line.
  return suggest(prefix, prefix === dense || prefix === bare);
}

function withoutZeros(octet: string): string {
  return octet.replace(/^0+(?=[0-9])/, '');
}
