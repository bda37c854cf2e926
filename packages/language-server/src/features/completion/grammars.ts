import {
  checkDuration,
  HTTP_METHODS,
  isRemoteVolume,
  RESTART_POLICIES,
  SMOLVM_PLATFORMS,
  classifyImage,
} from '@smolfile/core';
import { pathsOf } from '../schema-paths.ts';
import { secondsInWords } from '../words.ts';
import { imageSuggestions } from './images.ts';
import { installs } from './installs.ts';
import type { Suggestion, Suggestions } from './item.ts';
import { cidrs, credentialHosts, hostPatterns, hosts, ports, udpRanges } from './network.ts';
import { pathSuggestions } from './paths.ts';
import { secretNames } from './entries.ts';
import type { Typed } from './asked.ts';

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
  'host-pattern': hostPatterns,
  'credential-host': credentialHosts,
  'http-method': () => plain(HTTP_METHODS),
  'header-name': () => plain(['authorization', 'x-api-key']),
  cidr: cidrs,
  'cidr-unchecked': cidrs,
  'udp-allow': udpRanges,
  'shell-command': installs,
};

function plain(texts: readonly string[]): Suggestions {
  return { suggestions: texts.map((text) => ({ text })) };
}

function images(typed: Typed): Suggestions {
  const { content, cursor } = typed;
  if (classifyImage(content.slice(0, cursor)) !== 'local-path') return imageSuggestions(content, cursor);
  return pathSuggestions(typed, { from: 0, files: true, only: ARCHIVE });
}

/** What `docker save` and its kin write; smolvm takes no recipe for an image (facts 4.1). */
const ARCHIVE = /\.(?:tar|tar\.\w+|tgz|tzst)$/i;

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
  // A name alone takes whatever the host has: nothing to suggest before somebody begins to write one.
  return { suggestions: cursor === 0 ? [pair] : [pair, ...hostNames(target.variables?.())] };
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
  const own = pathsOf('guest-path')
    .filter((path) => path !== key.path)
    .map((path) => settings.string(path)?.value)
    .filter((path) => path?.startsWith('/'));
  const mounted = pathsOf('volume')
    .filter((path) => path !== key.path)
    .flatMap((path) => settings.strings(path) ?? [])
    .map(({ value }) => /:(\/[^:]+)(?::r[ow])?$/.exec(value)?.[1]);
  const said = [...own, ...mounted].filter((path) => path !== undefined);
  const all = [...new Set([...said, '/app', '/workspace', '/data', '/src', '/root'])];
  return { suggestions: all.map((text) => ({ text, kind: 'folder' })) };
}

const DURATIONS = ['1s', '5s', '10s', '30s', '1m', '2m', '5m', '10m', '1h'];

function durations({ release }: Typed): Suggestions {
  return {
    suggestions: DURATIONS.map((text) => {
      const parsed = checkDuration(text, release);
      return { text, ...(parsed.ok && { detail: secondsInWords(parsed.value) }) };
    }),
  };
}
