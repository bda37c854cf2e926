import { classifyImage, hostsOfInit, registryHosts } from '@smolfile/core';
import type { Suggestion, Suggestions } from './item.ts';
import type { Typed } from './asked.ts';

/** Ports that services are known to listen on. */
const PORTS: readonly (readonly [port: number, what: string])[] = [
  [8080, 'HTTP'],
  [3000, 'HTTP, Node'],
  [8000, 'HTTP, Python'],
  [5173, 'HTTP, Vite'],
  [80, 'HTTP'],
  [443, 'HTTPS'],
  [22, 'SSH'],
  [5432, 'PostgreSQL'],
  [3306, 'MySQL'],
  [6379, 'Redis'],
  [27_017, 'MongoDB'],
];

/** `HOST:GUEST`, one side at a time. */
export function ports({ content, cursor }: Typed): Suggestions {
  const colon = content.indexOf(':');
  if (colon !== -1 && cursor > colon) {
    const host = content.slice(0, colon);
    const guests = [...new Set([host, ...PORTS.map(([port]) => String(port))])].filter(Boolean);
    return {
      part: { from: colon + 1, to: content.length },
      suggestions: guests.map((text) => ({ text, detail: 'Port in the guest', kind: 'number' })),
    };
  }
  const mapping: Suggestion = {
    text: '8080:80',
    stops: '‹1:8080›:‹2:80›',
    label: 'HOST:GUEST',
    detail: 'A port of the host and the one of the guest behind it',
    kind: 'snippet',
  };
  const known = PORTS.filter(([port]) => port >= 1024).map(([port, what]): Suggestion => {
    return { text: `${port}:${port}`, detail: what, kind: 'number' };
  });
  if (colon !== -1) {
    const part = { from: 0, to: colon };
    return {
      part,
      suggestions: known.map(({ text, ...rest }) => ({ ...rest, text: text.split(':', 1)[0]! })),
    };
  }
  return { suggestions: [mapping, ...known] };
}

/** Hosts that builds need, and what for. */
const HOSTS: readonly (readonly [what: string, ...hosts: readonly string[]])[] = [
  ['Python packages', 'pypi.org', 'files.pythonhosted.org'],
  ['npm packages', 'registry.npmjs.org'],
  ['Alpine packages', 'dl-cdn.alpinelinux.org'],
  ['Debian packages', 'deb.debian.org'],
  ['Ubuntu packages', 'archive.ubuntu.com', 'security.ubuntu.com'],
  ['Rust crates', 'crates.io', 'static.crates.io', 'index.crates.io'],
  ['Go modules', 'proxy.golang.org', 'sum.golang.org'],
  ['GitHub', 'github.com', 'githubusercontent.com'],
];

/** Hosts that `init`, the image and package managers need, in this order, without those that the list has. */
export function hosts(typed: Typed): Suggestions {
  const { settings } = typed.document;
  const given = settings.string('image')?.value;
  const image = given !== undefined && classifyImage(given) === 'registry' ? given : undefined;
  const lines = settings.firstNonEmpty(['dev.init', 'init'])?.items.map(({ value }) => value) ?? [];
  const needed = hostsOfInit(lines, image);
  const registry = image === undefined ? [] : registryHosts(image);
  const known = HOSTS.flatMap(([what, ...names]) =>
    names.map((text): Suggestion => ({ text, detail: what })),
  );
  const all = [
    ...needed.map((text): Suggestion => ({ text, detail: 'Asked for by `init`' })),
    ...registry.map((text): Suggestion => ({ text, detail: 'Pulls the image' })),
    ...known,
  ];
  const first = new Map(all.toReversed().map((one) => [one.text, one]));
  return notYet(
    typed,
    all.filter((one) => first.get(one.text) === one),
  );
}

/** What the list has already is of no use again; the element under the cursor may stay what it is. */
function notYet({ document, key, content }: Typed, suggestions: readonly Suggestion[]): Suggestions {
  const taken = new Set((document.settings.strings(key.path) ?? []).map(({ value }) => value));
  return { suggestions: suggestions.filter(({ text }) => text === content || !taken.has(text)) };
}

const CIDRS: readonly (readonly [cidr: string, what: string])[] = [
  ['10.0.0.0/8', 'Private network'],
  ['172.16.0.0/12', 'Private network'],
  ['192.168.0.0/16', 'Private network'],
  ['127.0.0.0/8', 'Loopback'],
  ['::1/128', 'Loopback, IPv6'],
  ['fd00::/8', 'Private network, IPv6'],
  ['1.1.1.1', 'One address: a DNS server of Cloudflare'],
  ['8.8.8.8', 'One address: a DNS server of Google'],
  ['0.0.0.0/0', 'Everything: as good as no list, for IPv4'],
];

/** Networks that one often means. */
export function cidrs(typed: Typed): Suggestions {
  return notYet(
    typed,
    CIDRS.map(([text, detail]) => ({ text, detail })),
  );
}

/** Strict patterns: the names that builds need, and all below a domain. */
export function hostPatterns(typed: Typed): Suggestions {
  const below: Suggestion = {
    text: '*.example.com',
    stops: '*.‹1:example.com›',
    label: '*.DOMAIN',
    detail: 'Every name below a domain, without the domain itself',
    kind: 'snippet',
  };
  const { suggestions } = hosts(typed);
  return { suggestions: [below, ...suggestions] };
}

/** What UDP is used for most. */
export function udpRanges(typed: Typed): Suggestions {
  return notYet(typed, [
    { text: '1.1.1.1:53', stops: '‹1:1.1.1.1›:‹2:53›', label: 'ADDRESS:PORT', kind: 'snippet' },
    { text: '10.0.0.0/8', detail: 'Any port of a private network' },
    { text: '192.0.2.0/24:3478-3480', detail: 'A range of ports, as STUN and TURN have' },
    { text: '[2001:db8::1]:443', detail: 'An address of IPv6 with a port, here that of HTTP/3' },
  ]);
}

/** Hosts that the egress lists allow, since a credential is refused for any other. */
export function credentialHosts(typed: Typed): Suggestions {
  const { settings } = typed.document;
  const allowed = ['network.allow_hosts', 'network.allow_host_patterns'].flatMap(
    (path) => settings.strings(path) ?? [],
  );
  const names = allowed.map(({ value }) => value.replace(/^=/, '').toLowerCase());
  const known = ['api.github.com', 'registry.npmjs.org', 'api.openai.com', 'api.anthropic.com'];
  const of = names.length > 0 ? names : known;
  return notYet(
    typed,
    of.map((text) => ({ text, ...(names.length > 0 && { detail: 'Allowed by the egress lists' }) })),
  );
}
