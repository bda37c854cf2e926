import type { Release } from '../release/index.ts';
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
  /** `*.` in front of a name, where the release has that form: all below the name. */
  | 'subdomains'
  /** `=` in front of a name, where the release has that form: the name alone. */
  | 'exact'
  | 'wildcard'
  | 'port'
  | 'url'
  | 'path'
  | 'empty'
  | 'space'
  /** What no name in DNS can be. */
  | 'invalid';

/** What an entry of `network.allow_hosts` is taken for. */
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
 * What an allow-list entry is, by its spelling alone (facts 2.6, 4.5). Only `hostname` and the two strict forms ever
 * match a name, and of the others `ip` alone has an effect.
 *
 * @param release says whether there are strict forms (values 3); there are none when left out.
 * @example
 * ```ts
 * classifyHost('10.0.0.0/8').kind; // 'cidr'
 * ```
 */
export function classifyHost(entry: string, release?: Release): HostEntry {
  // what most entries are; the rest tells the others apart
  if (isHostname(entry) && !MAYBE_ADDRESS.test(entry)) return { kind: 'hostname', from: 0, to: entry.length };
  const whole = { from: 0, to: entry.length };
  const form = release && formOf(entry, release);
  if (form !== undefined && isHostname(entry.slice(form.length)))
    return { kind: form === '=' ? 'exact' : 'subdomains', ...whole };
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

/** What releases allow, in `schemas/grammars.json`. */
interface HostOptions {
  readonly forms: readonly string[];
}

/** The prefix that makes an entry strict: `*.` for all below the name, `=` for the name alone (values 3). */
export function formOf(entry: string, release: Release): string | undefined {
  return release.grammar<HostOptions>('host').forms.find((form) => entry.startsWith(form));
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
