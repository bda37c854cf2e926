import { NEWEST_RELEASE, type Release } from '../release/index.ts';
import { UNREADABLE, type Grammar, type Part } from './grammar.ts';
import { accepted, refused, shown, suggest, type Parsed, type ValueProblem } from './result.ts';
import { parseSmall, rustTrim, withoutWhitespace } from './rust.ts';

/** One port of the host that leads to one of the guest. */
export interface PortMapping {
  /** Port on the host's loopback, 1 to 65535. */
  readonly host: number;
  /** Port in the guest, 1 to 65535. */
  readonly guest: number;
}

/** What a port is published for. */
export type PortProtocol = 'tcp' | 'udp';

/** What one spec publishes: one mapping, or those of a range, one to one. */
export interface PublishedPorts {
  readonly protocol: PortProtocol;
  readonly mappings: readonly PortMapping[];
}

/** What releases allow, in `schemas/grammars.json`. */
interface PortOptions {
  readonly ranges: boolean;
  readonly protocols: readonly string[];
  readonly mostMappings: number;
}

/** How many mappings a machine may have, TCP and UDP together; any number where the release does not count them. */
export function mostPortMappings(release: Release): number {
  const { ranges, mostMappings } = release.grammar<PortOptions>('port');
  return ranges ? mostMappings : Number.POSITIVE_INFINITY;
}

/**
 * Reads `HOST:GUEST` or `PORT` as smolvm does, in newer releases with ranges and a protocol at the end: the protocol
 * is split off at the last slash, the rest at the first colon, host before guest, and each side at its first hyphen
 * (facts 4.1, values 10; the same for the keys and for `-p`).
 */
export function parsePort(spec: string, release: Release = NEWEST_RELEASE): Parsed<PublishedPorts> {
  const options = release.grammar<PortOptions>('port');
  const published = read(spec, options);
  if ('mappings' in published) return accepted(published);
  return refused({ ...describe(spec, published, options), ...repair(spec, options) });
}

/**
 * A mapping as smolvm writes it; `parsePort` reads it back.
 *
 * @example
 * ```ts
 * formatPort({ host: 8080, guest: 80 }); // '8080:80'
 * ```
 */
export function formatPort({ host, guest }: PortMapping, protocol: PortProtocol = 'tcp'): string {
  return `${host}:${guest}${protocol === 'udp' ? '/udp' : ''}`;
}

/** The greatest port there is. */
const MOST = 0xffff;

type Role = 'host' | 'guest' | 'port';

/** The first thing that smolvm stops at. */
type Bad =
  | { readonly kind: 'protocol'; readonly text: string; readonly from: number }
  | { readonly kind: 'number' | 'zero'; readonly role: Role; readonly text: string; readonly from: number }
  | { readonly kind: 'order'; readonly role: Role; readonly text: string; readonly from: number }
  | { readonly kind: 'lengths'; readonly text: string };

interface Range {
  readonly start: number;
  readonly end: number;
}

function read(spec: string, { ranges, protocols }: PortOptions): PublishedPorts | Bad {
  const slash = protocols.length > 0 ? spec.lastIndexOf('/') : -1;
  const protocol = slash < 0 ? 'tcp' : spec.slice(slash + 1);
  if (slash >= 0 && !protocols.includes(protocol))
    return { kind: 'protocol', text: protocol, from: slash + 1 };
  const ports = slash < 0 ? spec : spec.slice(0, slash);
  const colon = ports.indexOf(':');
  const host = readSide(ports, colon < 0 ? 'port' : 'host', 0, colon < 0 ? ports.length : colon, ranges);
  if ('kind' in host) return host;
  const guest = colon < 0 ? host : readSide(ports, 'guest', colon + 1, ports.length, ranges);
  if ('kind' in guest) return guest;
  if (host.end - host.start !== guest.end - guest.start) return { kind: 'lengths', text: ports };
  const mappings: PortMapping[] = [];
  for (let step = 0; step <= host.end - host.start; step++)
    mappings.push({ host: host.start + step, guest: guest.start + step });
  return { protocol: protocol as PortProtocol, mappings };
}

function readSide(spec: string, role: Role, from: number, to: number, ranges: boolean): Range | Bad {
  const text = spec.slice(from, to);
  const hyphen = ranges ? text.indexOf('-') : -1;
  const start = readNumber(hyphen < 0 ? text : text.slice(0, hyphen), role, from);
  if (typeof start !== 'number') return start;
  if (hyphen < 0) return { start, end: start };
  const end = readNumber(text.slice(hyphen + 1), role, from + hyphen + 1);
  if (typeof end !== 'number') return end;
  return start > end ? { kind: 'order', role, text, from } : { start, end };
}

function readNumber(text: string, role: Role, from: number): number | Bad {
  const port = parseSmall(text, MOST);
  if (port === undefined) return { kind: 'number', role, text, from };
  return port === 0 ? { kind: 'zero', role, text, from } : port;
}

function describe(spec: string, bad: Bad, options: PortOptions): ValueProblem {
  const whole = { from: 0, to: spec.length };
  if (bad.kind === 'protocol') {
    return {
      from: bad.from,
      to: spec.length,
      reason: 'port-protocol',
      message: `${shown(bad.text)} is no protocol of a port`,
      help: 'Write `/udp` in lower case at the end, or leave it out for TCP.',
      smolvm: `unsupported port protocol '${bad.text}': use tcp or udp, as in 8080:80/udp`,
    };
  }
  if (bad.kind === 'lengths') {
    return {
      ...whole,
      reason: 'port-range-lengths',
      message: `The two ranges of ${shown(bad.text)} are not of the same length`,
      help: 'Ports are mapped one to one: write as many for the guest as for the host.',
      smolvm: `host and guest port ranges must have the same number of ports: ${bad.text}`,
    };
  }
  const { role, text, from } = bad;
  const named = role === 'port' ? 'port' : `${role} port`;
  const at = { from, to: from + text.length };
  if (bad.kind === 'order') {
    return {
      ...at,
      reason: 'port-range-order',
      message: `The range ${shown(text)} ends before it starts`,
      help: 'Write the lower port first.',
      smolvm: `${role === 'port' ? '' : role} port range start must not exceed its end: ${text}`,
    };
  }
  if (bad.kind === 'zero') {
    return {
      ...at,
      reason: role === 'port' ? 'port-zero' : `${role}-zero`,
      message: `The ${named} is 0, which smolvm does not forward`,
      help: 'Name a port from 1 to 65535: smolvm picks no free one for you.',
      smolvm: `${named} 0 is not valid for VM port forwarding`,
    };
  }
  return { ...at, ...explain(spec, role, text, named, options), smolvm: `invalid ${named}: ${text}` };
}

const SHAPE = 'Write `HOST:GUEST`, for example `8080:80`, or one number when both are the same.';

/** Which of the habits of other tools this is; the first that fits names the problem best. */
function explain(
  spec: string,
  role: Role,
  text: string,
  named: string,
  { ranges, protocols }: PortOptions,
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
  if (protocols.length === 0 && /\/[a-z]+$/i.test(text)) {
    return {
      reason: 'port-protocol',
      message: `The ${named} ${shown(text)} names a protocol`,
      help: 'smolvm forwards TCP and nothing else: leave the protocol out.',
    };
  }
  if (!ranges && /^[0-9]+-[0-9]+$/.test(text)) {
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
function repair(spec: string, options: PortOptions): Partial<ValueProblem> {
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
  return 'mappings' in read(text, options) ? suggest(text, certain) : {};
}

/**
 * The first host port that an earlier mapping of the same protocol already has (facts 4.1, values 10). Guest ports may
 * repeat.
 *
 * @returns the places of both among the specs, and the port with its protocol unless that is TCP: `80/udp`.
 */
export function duplicateHostPort(
  specs: readonly PublishedPorts[],
):
  | { readonly first: number; readonly second: number; readonly port: string; readonly smolvm: string }
  | undefined {
  const seen = new Map<string, number>();
  for (const [second, { protocol, mappings }] of specs.entries()) {
    for (const { host } of mappings) {
      const port = protocol === 'udp' ? `${host}/udp` : String(host);
      const first = seen.get(port);
      if (first !== undefined) {
        const smolvm = `duplicate host port ${port}: each host port can only be mapped once`;
        return { first, second, port, smolvm };
      }
      seen.set(port, second);
    }
  }
  return undefined;
}

/** Published ports: TCP in the list of the key, UDP in one of its own. */
export const portGrammar: Grammar = {
  name: 'port',
  parse: (text, { release }) => parsePort(text, release),
  byArgumentParser: true,
  lists: ['udp_ports'],
  read(text, { release }) {
    const parsed = parsePort(text, release);
    if (!parsed.ok) return UNREADABLE;
    const { protocol, mappings } = parsed.value;
    return {
      values: mappings.map((mapping) => ({
        value: [mapping.host, mapping.guest],
        // one mapping keeps its spelling
        written: mappings.length === 1 ? text : formatPort(mapping, protocol),
        ...(protocol === 'udp' && { list: 'udp_ports' }),
      })),
    };
  },
  display(value) {
    const [host, guest] = value as readonly [number, number];
    return host === guest ? String(host) : `${host} -> ${guest}`;
  },
  parts(text, { release }) {
    const slash = text.lastIndexOf('/');
    if (!parsePort(text, release).ok) return [];
    const numbers = Array.from(text.matchAll(/[0-9]+/g), ({ 0: { length }, index }): Part => [
      index,
      index + length,
      'number',
    ]);
    return slash < 0 ? numbers : [...numbers, [slash + 1, text.length, 'mode']];
  },
};
