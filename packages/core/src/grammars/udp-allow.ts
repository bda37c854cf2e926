import { parseCidr, type Cidr } from './cidr.ts';
import { UNREADABLE, type Grammar } from './grammar.ts';
import { accepted, refused, shown, suggest, type Parsed, type ValueProblem } from './result.ts';
import { parseUnsigned, U16_MAX, withoutWhitespace } from './rust.ts';

/** What may be reached by UDP. */
export interface UdpAllow {
  readonly cidr: Cidr;
  /** All ports when left out. */
  readonly ports?: { readonly start: number; readonly end: number };
}

/** What smolvm stops at: its own words for it, and where. */
interface Detail {
  readonly detail: string;
  readonly from: number;
  readonly to: number;
}

/**
 * Reads `CIDR[:PORT[-END]]` as smolvm does, for `network.allow_udp` and `--allow-udp` (values 5). What is an address or
 * range as a whole has no port, so `::1:53` is an address; brackets set an address of IPv6 off.
 */
export function parseUdpAllow(spec: string): Parsed<UdpAllow> {
  const read = readUdp(spec);
  if (!('detail' in read)) return accepted(read);
  const { detail, from, to } = read;
  const smolvm = `invalid UDP allow '${spec}': ${detail}; expected CIDR[:PORT[-END]], like 10.0.0.0/8, 1.1.1.1:123, 192.0.2.0/24:3478-3480 or [2001:db8::1]:443`;
  return refused({ from, to, ...explain(spec, read), ...repair(spec), smolvm });
}

/** As smolvm reads it back: an address of IPv6 with a port in brackets. */
export function formatUdpAllow({ cidr, ports }: UdpAllow): string {
  if (!ports) return cidr.text;
  const range = ports.start === ports.end ? `${ports.start}` : `${ports.start}-${ports.end}`;
  return cidr.family === 6 ? `[${cidr.text}]:${range}` : `${cidr.text}:${range}`;
}

function readUdp(spec: string): UdpAllow | Detail {
  if (spec.startsWith('[')) return readBracketed(spec);
  const whole = parseCidr(spec);
  if (whole.ok) return { cidr: whole.value };
  const colon = spec.lastIndexOf(':');
  if (colon < 0) return { detail: 'not a CIDR', from: 0, to: spec.length };
  return withPorts(spec, 0, colon, colon + 1);
}

function readBracketed(spec: string): UdpAllow | Detail {
  const close = spec.indexOf(']');
  if (close < 0) return { detail: "missing ']'", from: 0, to: spec.length };
  if (close === spec.length - 1) {
    const cidr = parseCidr(spec.slice(1, close));
    return cidr.ok ? { cidr: cidr.value } : { detail: cidr.problem.smolvm!, from: 1, to: close };
  }
  if (spec[close + 1] !== ':') return { detail: "expected ':' after ']'", from: close + 1, to: spec.length };
  return withPorts(spec, 1, close, close + 2);
}

function withPorts(spec: string, from: number, to: number, portsFrom: number): UdpAllow | Detail {
  const cidr = parseCidr(spec.slice(from, to));
  if (!cidr.ok) return { detail: cidr.problem.smolvm!, from, to };
  const text = spec.slice(portsFrom);
  const hyphen = text.indexOf('-');
  const start = portOf(hyphen < 0 ? text : text.slice(0, hyphen), portsFrom);
  if (typeof start !== 'number') return start;
  const end = hyphen < 0 ? start : portOf(text.slice(hyphen + 1), portsFrom + hyphen + 1);
  if (typeof end !== 'number') return end;
  if (end < start)
    return { detail: `port range ${start}-${end} ends before it starts`, from: portsFrom, to: spec.length };
  return { cidr: cidr.value, ports: { start, end } };
}

function portOf(text: string, from: number): number | Detail {
  const port = parseUnsigned(text, U16_MAX);
  return port === undefined || port === 0n
    ? { detail: `'${text}' is not a port from 1 to 65535`, from, to: from + text.length }
    : Number(port);
}

const SHAPE = 'Write an address or a range, and behind a colon one port or two with a hyphen, or none.';

function explain(
  spec: string,
  { detail, from, to }: Detail,
): Pick<ValueProblem, 'reason' | 'message' | 'help'> {
  const part = shown(spec.slice(from, to));
  if (withoutWhitespace(spec) !== spec)
    return {
      reason: 'udp-spaces',
      message: `${shown(spec)} has white space in it, which smolvm does not trim`,
      help: 'Take the white space out.',
    };
  if (detail.includes('is not a port'))
    return { reason: 'udp-port', message: `${part} is no port from 1 to 65535`, help: SHAPE };
  if (detail.startsWith('port range'))
    return {
      reason: 'udp-range-order',
      message: `The range ${part} ends before it starts`,
      help: 'Write the lower port first.',
    };
  if (detail.includes(']'))
    return {
      reason: 'udp-brackets',
      message: `${shown(spec)} has its brackets wrong`,
      help: 'Write an address of IPv6 with a port as `[2001:db8::1]:443`.',
    };
  if (/^[a-z][\w.-]*[a-z]/i.test(spec))
    return {
      reason: 'udp-hostname',
      message: `${part} is no address`,
      help: 'UDP is allowed by address only; names belong into `allow_hosts`.',
    };
  return { reason: 'udp-address', message: `${part} is neither an address nor a range`, help: SHAPE };
}

/** Undoes one habit; a suggestion only when smolvm takes the outcome. */
function repair(spec: string): Partial<ValueProblem> {
  const dense = withoutWhitespace(spec).replace(/^udp:\/\/|\/udp$/i, '');
  const turned = dense.replace(/:([0-9]+)-([0-9]+)$/, (all: string, one: string, other: string) =>
    Number(one) > Number(other) ? `:${other}-${one}` : all,
  );
  if (turned === spec || 'detail' in readUdp(turned)) return {};
  return suggest(turned, turned === dense);
}

export const udpAllowGrammar: Grammar = {
  name: 'udp-allow',
  byArgumentParser: true,
  parse: (text) => parseUdpAllow(text),
  read(text) {
    const parsed = parseUdpAllow(text);
    if (!parsed.ok) return UNREADABLE;
    return { values: [{ value: formatUdpAllow(parsed.value), written: text }] };
  },
};
