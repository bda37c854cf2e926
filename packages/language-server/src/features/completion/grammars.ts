import {
  checkDuration,
  isRemoteVolume,
  registryHosts,
  RESTART_POLICIES,
  SMOLVM_PLATFORMS,
  classifyImage,
} from '@smolfile/core';
import { secondsInWords } from '../words.ts';
import { imageSuggestions } from './images.ts';
import type { Suggestion, Suggestions } from './item.ts';
import { pathSuggestions } from './paths.ts';
import { secretNames } from './secrets.ts';
import type { Typed } from './values.ts';

/** What may be written by each value grammar of the schema; for one that is not here, its key's examples. */
export const GRAMMARS: Readonly<Record<string, (typed: Typed) => Suggestions>> = {
  'image-reference': images,
  env: variables,
  'env-name': hostVariables,
  port: ports,
  volume: volumes,
  duration: durations,
  platform: () => plain(SMOLVM_PLATFORMS),
  'restart-policy': () => plain(RESTART_POLICIES),
  'guest-path': guestPaths,
  'absolute-path': (typed) => pathSuggestions(typed, { from: 0, files: true }),
  host: hosts,
  cidr: cidrs,
};

function plain(texts: readonly string[]): Suggestions {
  return { suggestions: texts.map((text) => ({ text })) };
}

function images(typed: Typed): Suggestions {
  const { content, cursor } = typed;
  if (classifyImage(content.slice(0, cursor)) !== 'local-path') return imageSuggestions(content, cursor);
  return pathSuggestions(typed, { from: 0, files: true });
}

/** `KEY=value`; a bare `KEY` takes the value of the host, of which the name is all that is known. */
function variables(typed: Typed): Suggestions {
  const { content, cursor, target } = typed;
  const equals = content.indexOf('=');
  if (equals !== -1 && cursor > equals) return { suggestions: [] };
  if (equals !== -1) return { part: { from: 0, to: equals }, suggestions: hostNames(target.variables?.()) };
  const pair: Suggestion = {
    text: 'KEY=value',
    stops: '‹1:KEY›=‹2:value›',
    detail: 'A variable with its value',
    kind: 'snippet',
  };
  return { suggestions: [pair, ...hostNames(target.variables?.())] };
}

function hostNames(names: readonly string[] = []): Suggestion[] {
  return names.map((text) => ({ text, detail: 'Takes the value that the host has', kind: 'variable' }));
}

/** For `from_env`: what looks like a credential first, and the secret's own name before all. */
function hostVariables(typed: Typed): Suggestions {
  const likely = secretNames(typed).map(({ name }) => name);
  const all = [...new Set([...likely, ...(typed.target.variables?.() ?? [])])];
  return {
    suggestions: all.map((text) => ({ text, detail: 'A variable of this host', kind: 'variable' })),
  };
}

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

function ports({ content, cursor }: Typed): Suggestions {
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

function volumes(typed: Typed): Suggestions {
  const { content, cursor } = typed;
  const before = content.slice(0, cursor);
  if (isRemoteVolume(before)) return { suggestions: [] };
  const first = content.indexOf(':');
  const second = first === -1 ? -1 : content.indexOf(':', first + 1);
  if (second !== -1 && cursor > second) {
    return {
      part: { from: second + 1, to: content.length },
      suggestions: [
        { text: 'ro', detail: 'The guest can only read' },
        { text: 'rw', detail: 'The guest can read and write, the default' },
      ],
    };
  }
  if (first !== -1 && cursor > first) {
    const to = second === -1 ? content.length : second;
    return { part: { from: first + 1, to }, suggestions: guestPaths(typed).suggestions };
  }
  const { part, suggestions } = pathSuggestions(typed, {
    from: 0,
    to: first === -1 ? content.length : first,
  });
  if (content !== '') return { part: part!, suggestions };
  const mount: Suggestion = {
    text: './src:/app',
    stops: '‹1:./src›:‹2:/app›',
    label: 'HOST:GUEST',
    detail: 'A folder of the host and where the guest sees it',
    kind: 'snippet',
  };
  return { suggestions: [mount, ...suggestions] };
}

/** Folders of the guest that the file talks about, and those that one would use. */
function guestPaths({ document: { settings }, key }: Typed): Suggestions {
  const own = ['dev.workdir', 'workdir']
    .filter((path) => path !== key.path)
    .map((path) => settings.string(path)?.value)
    .filter((path) => path?.startsWith('/'));
  const mounted = ['dev.volumes', 'volumes']
    .filter((path) => path !== key.path)
    .flatMap((path) => settings.strings(path) ?? [])
    .map(({ value }) => /:(\/[^:]+)(?::r[ow])?$/.exec(value)?.[1]);
  const said = [...own, ...mounted].filter((path) => path !== undefined);
  const all = [...new Set([...said, '/app', '/workspace', '/data', '/src', '/root'])];
  return { suggestions: all.map((text) => ({ text, kind: 'folder' })) };
}

const DURATIONS = ['1s', '5s', '10s', '30s', '1m', '2m', '5m', '10m', '1h'];

function durations({ smolvm }: Typed): Suggestions {
  return {
    suggestions: DURATIONS.map((text) => {
      const parsed = checkDuration(text, smolvm);
      return { text, ...(parsed.ok && { detail: secondsInWords(parsed.value) }) };
    }),
  };
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

function hosts(typed: Typed): Suggestions {
  const image = typed.document.settings.string('image')?.value;
  const registry = image && classifyImage(image) === 'registry' ? registryHosts(image) : [];
  const known = HOSTS.flatMap(([what, ...names]) =>
    names.map((text): Suggestion => ({ text, detail: what })),
  );
  return notYet(typed, [
    ...registry.map((text): Suggestion => ({ text, detail: 'Pulls the image' })),
    ...known,
  ]);
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

function cidrs(typed: Typed): Suggestions {
  return notYet(
    typed,
    CIDRS.map(([text, detail]) => ({ text, detail })),
  );
}
