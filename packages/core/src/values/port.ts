import { accepted, refused, shown, suggest, type Parsed, type ValueProblem } from './result.ts';
import { parseUnsigned, rustTrim, U16_MAX, withoutWhitespace } from './rust.ts';
import type { Release } from '../release/index.ts';

export interface PortMapping {
  /** Port on the host's loopback, 1 to 65535. */
  readonly host: number;
  /** TCP port in the guest, 1 to 65535. */
  readonly guest: number;
}

/**
 * Reads `HOST:GUEST` or `PORT` as smolvm does: split at the first colon, host before guest, TCP only
 * (facts 4.1; the same for the keys and for `-p`).
 */
export function parsePort(spec: string): Parsed<PortMapping> {
  const mapping = read(spec);
  if ('host' in mapping) return accepted(mapping);
  return refused({ ...describe(spec, mapping), ...repair(spec) });
}

/** What releases allow, in `schemas/grammars.json`. */
export interface PortOptions {
  readonly ranges: boolean;
  readonly protocols: readonly string[];
  readonly mostMappings: number;
}

/**
 * Reads `HOST-HOST:GUEST-GUEST` as newer releases do: two ranges of one length, mapped one to one (facts 14).
 *
 * @returns `undefined` for what is no such pair of ranges, and for releases that read none.
 */
export function parsePortRange(spec: string, release: Release): PortMapping[] | undefined {
  const match = /^(\d{1,5})-(\d{1,5})(?::(\d{1,5})-(\d{1,5}))?$/.exec(spec);
  if (!match || !release.grammar<PortOptions>('port').ranges) return undefined;
  const [from = 0, to = 0, guestFrom = from, guestTo = to] = match
    .slice(1)
    .map((part: string | undefined) => (part === undefined ? undefined : Number(part)));
  const isRange = from >= 1 && from <= to && to <= 65535 && guestFrom >= 1 && guestTo <= 65535;
  if (!isRange || guestTo - guestFrom !== to - from) return undefined;
  return Array.from({ length: to - from + 1 }, (_, step) => ({ host: from + step, guest: guestFrom + step }));
}

/** A mapping as smolvm writes it; `parsePort` reads it back. */
export function formatPort(mapping: PortMapping): string {
  return `${mapping.host}:${mapping.guest}`;
}

interface BadPart {
  readonly role: 'host' | 'guest' | 'port';
  readonly text: string;
  readonly from: number;
  readonly zero: boolean;
}

function read(spec: string): PortMapping | BadPart {
  const colon = spec.indexOf(':');
  const host = readPart(spec, colon === -1 ? 'port' : 'host', 0, colon === -1 ? spec.length : colon);
  if (typeof host !== 'number') return host;
  if (colon === -1) return { host, guest: host };
  const guest = readPart(spec, 'guest', colon + 1, spec.length);
  return typeof guest === 'number' ? { host, guest } : guest;
}

function readPart(spec: string, role: BadPart['role'], from: number, to: number): number | BadPart {
  const text = spec.slice(from, to);
  const port = parseUnsigned(text, U16_MAX);
  return port === undefined || port === 0n ? { role, text, from, zero: port === 0n } : Number(port);
}

function describe(spec: string, { role, text, from, zero }: BadPart): ValueProblem {
  const named = role === 'port' ? 'port' : `${role} port`;
  const at = { from, to: from + text.length };
  if (zero) {
    return {
      ...at,
      reason: role === 'port' ? 'port-zero' : `${role}-zero`,
      message: `The ${named} is 0, which smolvm does not forward`,
      help: 'Name a port from 1 to 65535: smolvm picks no free one for you.',
      smolvm: `${named} 0 is not valid for VM port forwarding`,
    };
  }
  return { ...at, ...explain(spec, role, text, named), smolvm: `invalid ${named}: ${text}` };
}

const SHAPE = 'Write `HOST:GUEST`, for example `8080:80`, or one number when both are the same.';

/** Which of the habits of other tools this is; the first that fits names the problem best. */
function explain(
  spec: string,
  role: BadPart['role'],
  text: string,
  named: string,
): { reason: string; message: string; help: string } {
  if (rustTrim(spec) === '') {
    return { reason: 'empty', message: 'The port is empty', help: SHAPE };
  }
  if (text === '') {
    return { reason: `${role}-missing`, message: `There is no ${named} in ${shown(spec)}`, help: SHAPE };
  }
  if (withoutWhitespace(text) !== text) {
    return {
      reason: 'port-spaces',
      message: `The ${named} ${shown(text)} has white space in it, which smolvm does not trim`,
      help: 'Take the white space out.',
    };
  }
  if (/\/[a-z]+$/i.test(text)) {
    return {
      reason: 'port-protocol',
      message: `The ${named} ${shown(text)} names a protocol`,
      help: 'smolvm forwards TCP and nothing else: leave the protocol out.',
    };
  }
  if (/^[0-9]+-[0-9]+$/.test(text)) {
    return {
      reason: 'port-range',
      message: `The ${named} ${shown(text)} is a range`,
      help: 'Write one entry for each port: this smolvm reads no ranges.',
    };
  }
  if (role === 'host' && bindAddress(spec) !== undefined) {
    return {
      reason: 'port-bind-address',
      message: `${shown(bindAddress(spec)!)} is an address, where smolvm wants the host port`,
      help: 'Leave the address out: smolvm binds published ports to the loopback of the host.',
    };
  }
  if (/^\+?[0-9]+$/.test(text)) {
    return {
      reason: 'port-out-of-range',
      message: `The ${named} ${shown(text)} is above 65535`,
      help: 'Ports go from 1 to 65535.',
    };
  }
  return {
    reason: role === 'port' ? 'not-a-port' : `${role}-not-a-port`,
    message: `The ${named} ${shown(text)} is not a number from 1 to 65535`,
    help: SHAPE,
  };
}

/** The `ADDRESS` of Docker's `ADDRESS:HOST:GUEST`. */
function bindAddress(spec: string): string | undefined {
  return /^(\[[0-9a-f:.]*\]|[0-9]{1,3}(?:\.[0-9]{1,3}){3}|localhost|\*):/i.exec(spec)?.[1];
}

const LOOPBACK = /^(?:localhost|127\..*|\[::1\])$/i;

/** Undoes one habit after the other; a suggestion only when smolvm takes the outcome. */
function repair(spec: string): Partial<ValueProblem> {
  let text = withoutWhitespace(spec);
  let certain = true;
  const address = bindAddress(text);
  if (address !== undefined) {
    text = text.slice(address.length + 1);
    // Loopback is where smolvm binds anyhow; any other address asked for something else.
    certain = LOOPBACK.test(address);
  }
  text = text.replaceAll(/\/tcp(?=:|$)/gi, '');
  const half = /^:([0-9]+)$|^([0-9]+):$/.exec(text);
  if (half !== null) {
    text = (half[1] ?? half[2])!;
    certain = false;
  }
  if (/^[0-9_]+(?::[0-9_]+)?$/.test(text) && text.includes('_')) {
    text = text.replaceAll('_', '');
    certain = false;
  }
  return 'host' in read(text) ? suggest(text, certain) : {};
}

/**
 * The first host port that an earlier mapping already has, with smolvm's text (facts 4.1). Guest ports may repeat.
 */
export function duplicateHostPort(
  mappings: readonly PortMapping[],
): { readonly first: number; readonly second: number; readonly smolvm: string } | undefined {
  const seen = new Map<number, number>();
  for (const [second, { host }] of mappings.entries()) {
    const first = seen.get(host);
    if (first !== undefined) {
      const smolvm = `duplicate host port ${host}: each host port can only be mapped once`;
      return { first, second, smolvm };
    }
    seen.set(host, second);
  }
  return undefined;
}
