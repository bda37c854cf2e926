import type { Release } from '../release/index.ts';
import { formOf } from './host.ts';
import { formatHostPattern, parseHostPattern } from './host-pattern.ts';

/** Which hosts a machine may reach by name. */
export interface HostFilter {
  /** Whether a name passes. Case does not matter, nor do dots at the end. */
  allows(host: string): boolean;
  /** Whether everything below a domain passes. */
  allowsBelow(domain: string): boolean;
}

/** What an entry of `allow_hosts` stands for; undefined for one that never matches. */
export interface HostRule {
  readonly kind: 'exact' | 'subdomains' | 'both';
  readonly host: string;
}

/**
 * Reads an entry as the filter of a release does: a bare name is that name and all below it (facts 2.6), `*.` in front
 * leaves the name itself out, `=` all below it (values 3).
 */
export function hostRule(entry: string, release: Release): HostRule | undefined {
  const form = formOf(entry, release);
  const host = canonicalHost(entry.slice(form?.length ?? 0));
  if (host === '') return undefined;
  return { kind: form === '*.' ? 'subdomains' : form === '=' ? 'exact' : 'both', host };
}

/** A pattern as smolvm puts it into the list of hosts; as it is where it cannot be read. */
export function patternEntry(pattern: string): string {
  const parsed = parseHostPattern(pattern);
  if (!parsed.ok) return pattern;
  return `${parsed.value.kind === 'exact' ? '=' : ''}${formatHostPattern(parsed.value)}`;
}

/**
 * The filter of a list: entries of `allow_hosts` as they are written, patterns as `patternEntry` gives them.
 * Each list is read once, each question then takes as long as the name has labels.
 */
export function hostFilter(entries: readonly string[], release: Release): HostFilter {
  const exact = new Set<string>();
  const below = new Set<string>();
  for (const entry of entries) {
    const rule = hostRule(entry, release);
    if (!rule) continue;
    if (rule.kind !== 'subdomains') exact.add(rule.host);
    if (rule.kind !== 'exact') below.add(rule.host);
  }
  const lengths = new Set(Array.from(below, ({ length }) => length));
  const isBelow = (name: string): boolean => {
    for (let dot = name.indexOf('.'); dot >= 0; dot = name.indexOf('.', dot + 1)) {
      // only what is as long as one of the list is worth a look
      if (lengths.has(name.length - dot - 1) && below.has(name.slice(dot + 1))) return true;
    }
    return false;
  };
  return {
    allows(host) {
      const name = canonicalHost(host);
      return exact.has(name) || isBelow(name);
    },
    allowsBelow(domain) {
      const name = canonicalHost(domain);
      return below.has(name) || isBelow(name);
    },
  };
}

function canonicalHost(host: string): string {
  let end = host.length;
  while (end > 0 && host[end - 1] === '.') end--;
  return host.slice(0, end).toLowerCase();
}
