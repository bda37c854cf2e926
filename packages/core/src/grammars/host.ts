import { formatIp, parseIp } from './ip.ts';
import { rustTrim, withoutWhitespace } from './rust.ts';

/** What an entry of `network.allow_hosts` or `--allow-host` is. */
export type HostKind =
  /** Matches itself and every subdomain. */
  | 'hostname'
  /** `create` and `start` turn it into a CIDR; `run` never matches it. */
  | 'ip'
  | 'ip-port'
  | 'cidr'
  | 'wildcard'
  | 'port'
  | 'url'
  | 'path'
  | 'empty'
  | 'space'
  /** What no name in DNS can be. */
  | 'invalid';

export interface HostEntry {
  readonly kind: HostKind;
  /** What to write instead; absent when nothing is likely, or nothing is wrong. */
  readonly suggestion?: string;
  /** Offending part inside the entry. */
  readonly from: number;
  readonly to: number;
  /** What `--allow-host` refuses it with; the file's entries are refused by nothing (facts 4.5). */
  readonly smolvm?: string;
}

/**
 * What an allow-list entry is, by its spelling alone (facts 2.6, 4.5). Only `hostname` ever matches a name, and of the
 * others `ip` alone has an effect.
 */
export function classifyHost(entry: string): HostEntry {
  // what most entries are; the rest tells the others apart
  if (isHostname(entry) && !MAYBE_ADDRESS.test(entry)) return { kind: 'hostname', from: 0, to: entry.length };
  const whole = { from: 0, to: entry.length };
  if (rustTrim(entry) === '') return { kind: 'empty', ...whole };
  if (withoutWhitespace(entry) !== entry) {
    return { kind: 'space', ...whole, ...suggested(bareHost(rustTrim(entry))) };
  }
  const address = MAYBE_ADDRESS.test(entry) ? parseIp(entry) : undefined;
  // `::ffff:1.2.3.4` and upper case are printed differently, yet there is nothing to correct.
  if (address !== undefined) return { kind: 'ip', ...whole };
  const smolvm = entry.includes(':') ? { smolvm: portsUnsupported(entry) } : {};
  const found = SHAPES.find(({ looks }) => looks.test(entry));
  if (found === undefined) {
    return isHostname(entry)
      ? { kind: 'hostname', ...whole }
      : { kind: 'invalid', ...whole, ...suggested(bareHost(entry)) };
  }
  const part = found.looks.exec(entry)!;
  const from = found.wholeEntry ? 0 : part.index;
  const to = found.wholeEntry ? entry.length : part.index + part[0].length;
  return {
    kind: found.kind,
    from,
    to,
    ...smolvm,
    ...suggested(found.kind === 'cidr' ? undefined : bareHost(entry)),
  };
}

/** What has another letter in it is no address, and need not be read as one. */
const MAYBE_ADDRESS = /^[0-9a-f.:]+$/i;

function portsUnsupported(entry: string): string {
  return `invalid hostname '${entry}': port suffixes are not supported. Use the hostname only (all ports are allowed to resolved IPs).`;
}

const SHAPES: readonly { kind: HostKind; looks: RegExp; wholeEntry?: boolean }[] = [
  { kind: 'url', looks: /^[a-z][a-z0-9+.-]*:\/\//i },
  { kind: 'cidr', looks: /^[0-9a-f.:]+\/[0-9]{1,3}$/i, wholeEntry: true },
  {
    kind: 'ip-port',
    looks: /^\[[0-9a-f:.]*\](?::[0-9]*)?$|^[0-9]{1,3}(?:\.[0-9]{1,3}){3}:[0-9]*$/i,
    wholeEntry: true,
  },
  { kind: 'wildcard', looks: /\*\.?/ },
  { kind: 'port', looks: /:[0-9]*$/ },
  { kind: 'path', looks: /[/?#].*$/s },
  // Underscores occur in real names; bytes above ASCII never do, DNS has them as `xn--`.
  { kind: 'invalid', looks: /[^A-Za-z0-9._-]+/ },
];

function suggested(host: string | undefined): { suggestion?: string } {
  return host === undefined ? {} : { suggestion: host };
}

/** The host name or address inside a URL, a `host:port`, a wildcard. */
function bareHost(entry: string): string | undefined {
  const authority = entry
    .replace(/^[a-z][a-z0-9+.-]*:\/\//i, '')
    .replace(/[/?#].*$/s, '')
    .replace(/^[^@]*@/, '');
  const host = authority
    .replace(/^\[([^\]]*)\](?::[0-9]*)?$/, '$1')
    .replace(/^([^:]*):[0-9]*$/, '$1')
    .replace(/^\*?\.(?=.)/, '');
  const address = parseIp(host);
  if (address !== undefined) return formatIp(address);
  return isHostname(host) ? host : undefined;
}

const HOSTNAME =
  /^[A-Za-z0-9_](?:[A-Za-z0-9_-]*[A-Za-z0-9_])?(?:\.[A-Za-z0-9_](?:[A-Za-z0-9_-]*[A-Za-z0-9_])?)*\.?$/;

function isHostname(text: string): boolean {
  return text.length <= 254 && HOSTNAME.test(text);
}

/**
 * Whether the DNS filter lets `host` through: exactly listed, or a subdomain of what is listed; case does not matter,
 * trailing dots are ignored, `*` means nothing (facts 2.6).
 */
export function hostAllowed(host: string, list: readonly string[]): boolean {
  return hostsAllowedBy(list)(host);
}

/** The same for many hosts: the list is read once. */
export function hostsAllowedBy(list: readonly string[]): (host: string) => boolean {
  const allowed = new Set(list.map(canonicalHost).filter((name) => name !== ''));
  const lengths = new Set([...allowed].map((name) => name.length));
  return (host) => {
    const name = canonicalHost(host);
    if (allowed.has(name)) return true;
    for (let dot = name.indexOf('.'); dot >= 0; dot = name.indexOf('.', dot + 1)) {
      // only what is as long as one of the list is worth a look
      if (lengths.has(name.length - dot - 1) && allowed.has(name.slice(dot + 1))) return true;
    }
    return false;
  };
}

function canonicalHost(host: string): string {
  let end = host.length;
  while (end > 0 && host[end - 1] === '.') end--;
  return host.slice(0, end).toLowerCase();
}
