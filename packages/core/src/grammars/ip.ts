// IP addresses as Rust reads and prints them. No npm package accepts and refuses the same spellings, so this follows
// the two Rust parsers instead: std's, and the copy of an older std inside the `ipnet` crate.

export interface IpAddress {
  readonly family: 4 | 6;
  /** 32 or 128 bits. */
  readonly bits: bigint;
}

export interface IpDialect {
  /** `ipnet` takes `01.2.3.4`; std does not. */
  readonly leadingZeros: boolean;
  /** In `ipnet`, `::` may stand for no group at all: `1:2:3:4:5:6:7::8`. */
  readonly emptyGap: boolean;
}

export const STD: IpDialect = { leadingZeros: false, emptyGap: false };
export const IPNET: IpDialect = { leadingZeros: true, emptyGap: true };

/** Reads from the front, and goes back to where it was when a thing is not there. */
export class IpScanner {
  pos = 0;

  constructor(
    readonly text: string,
    readonly dialect: IpDialect,
  ) {}

  get atEnd(): boolean {
    return this.pos === this.text.length;
  }

  take(character: string): boolean {
    if (this.text[this.pos] !== character) return false;
    this.pos++;
    return true;
  }

  /** More digits than allowed, or too great a value, is no number at all rather than a shorter one. */
  number(radix: 10 | 16, maxDigits: number, below: number, leadingZeros: boolean): number | undefined {
    const { text, pos: start } = this;
    let value = 0;
    let at = start;
    // one more than allowed is enough to see that there are too many
    for (; at - start <= maxDigits; at++) {
      const digit = digitOf(text.charCodeAt(at));
      if (digit >= radix) break;
      value = value * radix + digit;
    }
    const count = at - start;
    if (count === 0 || count > maxDigits || value >= below) return undefined;
    if (!leadingZeros && count > 1 && text.charCodeAt(start) === ZERO) return undefined;
    this.pos = at;
    return value;
  }

  /** All four parts as one number. */
  ipv4(): number | undefined {
    const start = this.pos;
    let bits = 0;
    for (let index = 0; index < 4; index++) {
      const octet =
        index === 0 || this.take('.') ? this.number(10, 3, 0x100, this.dialect.leadingZeros) : undefined;
      if (octet === undefined) {
        this.pos = start;
        return undefined;
      }
      bits = bits * 0x100 + octet;
    }
    return bits;
  }

  ipv6(): bigint | undefined {
    const start = this.pos;
    const bits = this.groupsWithGap();
    if (bits === undefined) this.pos = start;
    return bits;
  }

  address(): IpAddress | undefined {
    const four = this.ipv4();
    if (four !== undefined) return { family: 4, bits: BigInt(four) };
    const six = this.ipv6();
    return six === undefined ? undefined : { family: 6, bits: six };
  }

  private groupsWithGap(): bigint | undefined {
    const head = this.groups(8);
    if (head.groups.length === 8) return join(head.groups);
    // An IPv4 tail cannot stand before `::`.
    if (head.endsInIpv4 || !this.take(':') || !this.take(':')) return undefined;
    const room = 8 - head.groups.length - (this.dialect.emptyGap ? 0 : 1);
    const tail = this.groups(room).groups;
    const gap = Array.from({ length: 8 - head.groups.length - tail.length }, () => 0);
    return join([...head.groups, ...gap, ...tail]);
  }

  private groups(limit: number): { groups: number[]; endsInIpv4: boolean } {
    const groups: number[] = [];
    while (groups.length < limit) {
      const start = this.pos;
      if (groups.length > 0 && !this.take(':')) break;
      const four = groups.length < limit - 1 ? this.ipv4() : undefined;
      if (four !== undefined) {
        groups.push(four >>> 16, four & 0xffff);
        return { groups, endsInIpv4: true };
      }
      const group = this.number(16, 4, 0x10000, true);
      if (group === undefined) {
        this.pos = start;
        break;
      }
      groups.push(group);
    }
    return { groups, endsInIpv4: false };
  }
}

const ZERO = 0x30;

/** The value of a hexadecimal digit; more than any digit has for another character, or for none. */
function digitOf(code: number): number {
  if (code >= ZERO && code <= 0x39) return code - ZERO;
  const letter = code | 0x20;
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : 16;
}

function join(groups: readonly number[]): bigint {
  return groups.reduce((bits, group) => (bits << 16n) | BigInt(group), 0n);
}

/** Longer than any address; what is longer is refused without being read. */
const MAX_LENGTH = 64;

/** Rust `str::parse::<IpAddr>` (facts 4.5): no leading zeros in IPv4, no brackets, ports, zones or spaces. */
export function parseIp(text: string): IpAddress | undefined {
  if (text.length > MAX_LENGTH) return undefined;
  const scanner = new IpScanner(text, STD);
  const address = scanner.address();
  return address !== undefined && scanner.atEnd ? address : undefined;
}

/** Rust `str::parse::<Ipv4Addr>`, as for `--dns` (facts 3.4). */
export function parseIpv4(text: string): IpAddress | undefined {
  const address = parseIp(text);
  return address?.family === 4 ? address : undefined;
}

/**
 * Rust `Display`: IPv6 in lower case with the longest run of two or more zero groups compressed (the first of equals),
 * dotted only when IPv4-mapped (`::ffff:1.2.3.4`) (facts 4.5).
 */
export function formatIp({ family, bits }: IpAddress): string {
  if (family === 4) return formatIpv4(Number(bits));
  if (bits >> 32n === 0xffffn) return `::ffff:${formatIpv4(Number(bits & 0xffff_ffffn))}`;
  const groups = Array.from({ length: 8 }, (_, index) =>
    Number((bits >> BigInt(112 - 16 * index)) & 0xffffn),
  );
  const { start, length } = longestZeroRun(groups);
  const text = groups.map((group) => group.toString(16));
  if (length < 2) return text.join(':');
  return `${text.slice(0, start).join(':')}::${text.slice(start + length).join(':')}`;
}

/** An IPv4 address that is given as one number. */
export function formatIpv4(bits: number): string {
  return `${bits >>> 24}.${(bits >>> 16) & 0xff}.${(bits >>> 8) & 0xff}.${bits & 0xff}`;
}

function longestZeroRun(groups: readonly number[]): { start: number; length: number } {
  let longest = { start: 0, length: 0 };
  let current = { start: 0, length: 0 };
  for (const [index, group] of groups.entries()) {
    if (group === 0) {
      current =
        current.length === 0 ? { start: index, length: 1 } : { ...current, length: current.length + 1 };
      if (current.length > longest.length) longest = current;
    } else {
      current = { start: 0, length: 0 };
    }
  }
  return longest;
}
