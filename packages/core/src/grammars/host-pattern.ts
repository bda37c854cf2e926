import type { Grammar } from './grammar.ts';
import { classifyHost } from './host.ts';
import { parseIp } from './ip.ts';
import { accepted, refused, shown, suggest, type Parsed, type ValueProblem } from './result.ts';
import { debugText, rustTrim, utf8Length } from './rust.ts';

/** What a pattern stands for: that name alone, or all below it without the name itself. */
export interface HostPattern {
  readonly kind: 'exact' | 'subdomains';
  /** In lower case, without the dot at the end. */
  readonly host: string;
}

/**
 * Reads an entry of `network.allow_host_patterns` or `--allow-host-pattern` (values 3): one dot at the end goes, `*.`
 * in front means the subdomains, and the rest is a DNS name. Nothing is trimmed.
 */
export function parseHostPattern(spec: string): Parsed<HostPattern> {
  const plain = spec.endsWith('.') ? spec.slice(0, -1) : spec;
  const isWild = plain.startsWith('*.');
  const host = isWild ? plain.slice(2) : plain;
  if (isDnsName(host) && (isWild || parseIp(host) === undefined))
    return accepted({ kind: isWild ? 'subdomains' : 'exact', host: host.toLowerCase() });
  const smolvm = `invalid host pattern ${debugText(plain)}: use an exact DNS hostname or *.domain`;
  return refused({ ...explain(spec, host), ...repair(spec), smolvm });
}

/** A pattern as smolvm reads it back. */
export function formatHostPattern({ kind, host }: HostPattern): string {
  return kind === 'subdomains' ? `*.${host}` : host;
}

const LABEL = /^[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?$/;

/** Labels of 1 to 63 letters, digits and inner hyphens with dots between them, 253 bytes in all. */
export function isDnsName(text: string): boolean {
  return text.length <= 253 && utf8Length(text) <= 253 && text.split('.').every((label) => LABEL.test(label));
}

const SHAPE = 'Write a host name, or `*.` and a domain for all below it.';

function explain(spec: string, host: string): Omit<ValueProblem, 'smolvm'> {
  const whole = { from: 0, to: spec.length };
  if (rustTrim(spec) === '')
    return { ...whole, reason: 'empty', message: 'The pattern is empty', help: SHAPE };
  if (spec === '*' || spec === '*.')
    return {
      ...whole,
      reason: 'pattern-everything',
      message: `${shown(spec)} names no domain`,
      help: 'Leave the list out and write `net = true`: then every host is allowed.',
    };
  if (parseIp(host) !== undefined)
    return {
      ...whole,
      reason: 'pattern-address',
      message: `${shown(host)} is an address, and a pattern is a host name`,
      help: 'Addresses belong into `allow_cidrs`.',
    };
  const wrong = PARTS.find(({ looks }) => looks.test(spec));
  const found = wrong?.looks.exec(spec);
  if (wrong && found)
    return {
      from: found.index,
      to: found.index + found[0].length,
      reason: wrong.reason,
      message: `${shown(spec)} ${wrong.message}`,
      help: SHAPE,
    };
  return { ...whole, reason: 'not-a-pattern', message: `${shown(spec)} is no host name`, help: SHAPE };
}

const PARTS = [
  { looks: /^[a-z][a-z0-9+.-]*:\/\//i, reason: 'pattern-url', message: 'is a URL, not a host name' },
  { looks: /[/?#].*$/s, reason: 'pattern-path', message: 'has a path, and a pattern is a host name' },
  { looks: /:[0-9]*$/, reason: 'pattern-port', message: 'has a port, and all ports of a host are allowed' },
  {
    looks: /^=/,
    reason: 'pattern-exact',
    message: 'starts with `=`: a bare name is that name alone already',
  },
  {
    looks: /(?<=.)\*+|^\*(?!\.)\**/,
    reason: 'pattern-star',
    message: 'has a `*` elsewhere than in `*.` in front',
  },
  { looks: /\.{2,}|^\.+/, reason: 'pattern-dots', message: 'has a dot where a name is missing' },
  {
    looks: /[^A-Za-z0-9.*-]+/,
    reason: 'pattern-characters',
    message: 'has more in it than letters, digits, hyphens and dots',
  },
] as const;

/** What of it is a host name after all; a suggestion only when smolvm takes it. */
function repair(spec: string): Partial<ValueProblem> {
  const trimmed = rustTrim(spec).replace(/^=/, '');
  const dotted = /^\.(?=[^.])/.test(trimmed) ? `*${trimmed}` : trimmed;
  const isWild = dotted.startsWith('*.');
  const { suggestion } = classifyHost(isWild ? dotted.slice(2) : dotted);
  const text = suggestion === undefined ? dotted : `${isWild ? '*.' : ''}${suggestion}`;
  return text === spec
    ? {}
    : suggest(isPattern(text) ? text : undefined, trimmed !== spec && text === trimmed);
}

function isPattern(text: string): boolean {
  const host = text.replace(/^\*\./, '').replace(/\.$/, '');
  return isDnsName(host) && parseIp(host) === undefined;
}

export const hostPatternGrammar: Grammar = {
  name: 'host-pattern',
  parse: (text) => parseHostPattern(text),
  read(text) {
    const parsed = parseHostPattern(text);
    if (!parsed.ok) return { drop: 'smolvm cannot read it' };
    const pattern = formatHostPattern(parsed.value);
    return { values: [{ value: pattern, written: pattern }] };
  },
};
