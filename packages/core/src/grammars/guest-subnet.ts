import { parseCidr } from './cidr.ts';
import { UNREADABLE, type Grammar } from './grammar.ts';
import { formatIp, parseIpv4 } from './ip.ts';
import { accepted, refused, shown, suggest, type Parsed, type ValueProblem } from './result.ts';
import { parseUnsigned, rustTrim, U8_MAX } from './rust.ts';

/** Where no machine may live: this host, loopback, link-local, multicast and what is kept for later (values 9). */
const RESERVED = ['0.0.0.0/8', '127.0.0.0/8', '169.254.0.0/16', '224.0.0.0/4', '240.0.0.0/4'];

/**
 * Reads `--guest-subnet`: a network of IPv4, `/8` to `/30`, without host bits and outside of what is reserved
 * (values 9). The value is the network without leading zeros.
 */
export function parseGuestSubnet(spec: string): Parsed<string> {
  const text = rustTrim(spec);
  const slash = text.indexOf('/');
  const bad = (smolvm: string, reason: string, message: string, more: Partial<ValueProblem> = {}) =>
    refused({
      from: 0,
      to: spec.length,
      reason,
      message,
      help: 'Write a private network of IPv4, for example `10.200.0.0/30`.',
      smolvm,
      ...more,
    });
  const named = `guest subnet '${text}'`;
  if (slash < 0)
    return bad(
      `${named} must be an IPv4 CIDR like 10.200.0.0/30`,
      'subnet-shape',
      `${shown(text)} has no prefix length`,
      suggest(parseIpv4(text) && `${text.replace(/\d+$/, '0')}/24`),
    );
  const address = parseIpv4(text.slice(0, slash));
  const length = text.slice(slash + 1);
  if (address === undefined)
    return bad(
      `${named}: '${text.slice(0, slash)}' is not an IPv4 address`,
      'subnet-address',
      `${shown(text.slice(0, slash))} is no address of IPv4`,
    );
  const prefix = Number(parseUnsigned(length, U8_MAX) ?? Number.NaN);
  if (Number.isNaN(prefix))
    return bad(
      `${named}: '${length}' is not a prefix length`,
      'subnet-prefix',
      `${shown(length)} is no prefix length`,
    );
  if (prefix < 8 || prefix > 30)
    return bad(
      `${named}: prefix must be between /8 and /30`,
      'subnet-prefix',
      `The prefix length of ${shown(text)} is not between 8 and 30`,
    );
  return checkNetwork(`${formatIp(address)}/${prefix}`, named, bad);
}

type Bad = (smolvm: string, reason: string, message: string, more?: Partial<ValueProblem>) => Parsed<never>;

function checkNetwork(value: string, named: string, bad: Bad): Parsed<string> {
  const cidr = parseCidr(value);
  if (!cidr.ok) return cidr;
  const { hasHostBits, network } = cidr.value;
  if (hasHostBits)
    return bad(
      `${named} has host bits set; did you mean ${network}?`,
      'subnet-host-bits',
      `${shown(value)} is an address inside of the network ${shown(network)}`,
      suggest(network, true),
    );
  const reserved = RESERVED.some((range) => {
    const block = parseCidr(range);
    return block.ok && block.value.contains(cidr.value);
  });
  if (!reserved) return accepted(value);
  return bad(
    `${named} is in a reserved range (0/8, loopback, link-local, multicast or 240/4)`,
    'subnet-reserved',
    `${shown(value)} is in a range that is reserved`,
  );
}

export const guestSubnetGrammar: Grammar = {
  name: 'guest-subnet',
  byArgumentParser: true,
  parse: (text) => parseGuestSubnet(text),
  read(text) {
    const parsed = parseGuestSubnet(text);
    return parsed.ok ? { values: [{ value: parsed.value, written: parsed.value }] } : UNREADABLE;
  },
};
