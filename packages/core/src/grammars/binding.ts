import type { Release } from '../release/index.ts';
import type { Grammar, Part } from './grammar.ts';
import { isDnsName } from './host-pattern.ts';
import { parseIp } from './ip.ts';
import { accepted, refused, shown, suggest, type Parsed } from './result.ts';
import { debugText, rustTrim, withoutWhitespace } from './rust.ts';

// The parts of a credential binding, as smolvm checks them once file and flags are together (values 7). `smolvm` is
// what it says behind `credential "NAME" `, or behind `credentials: ` for the name and the variable.

/** Up to 64 bytes; the host writes the placeholder with it. */
export function parseBindingName(name: string): Parsed<string> {
  if (/^[\w.-]{1,64}$/.test(name)) return accepted(name);
  return refused({
    ...whole(name),
    reason: 'credential-name',
    message: name === '' ? 'The name is empty' : `${shown(name)} is no name for a credential`,
    help: 'Write 1 to 64 letters, digits, `_`, `.` and `-`.',
    smolvm: `credential name ${debugText(name)} is not a valid binding name`,
  });
}

/** The variable that gets the placeholder; unlike other names of variables, it is checked. */
export function parseBindingVariable(name: string): Parsed<string> {
  if (/^[A-Za-z_]\w*$/.test(name)) return accepted(name);
  return refused({
    ...whole(name),
    reason: 'credential-variable',
    message: name === '' ? 'No variable is named' : `${shown(name)} is no name of a variable`,
    help: 'Write letters, digits and `_`, not starting with a digit.',
    smolvm: `credential environment variable ${debugText(name)} is not a valid name`,
  });
}

const ROUTING = new Set(
  'host content-length transfer-encoding connection keep-alive te trailer upgrade proxy-authorization proxy-authenticate proxy-connection cookie'.split(
    ' ',
  ),
);

/** The header that the host sets: a lower-case token, and none that routes or frames the request. */
export function parseHeaderName(header: string): Parsed<string> {
  if (!/^[a-z0-9!#$%&'*+.^_`|~-]+$/.test(header)) {
    const lower = rustTrim(header).toLowerCase();
    return refused({
      ...whole(header),
      reason: 'header-name',
      message:
        header === '' ? 'The header is empty' : `${shown(header)} is no name of a header in lower case`,
      help: 'Write the name of one header in lower case, for example `authorization`.',
      smolvm: `set_header ${debugText(header)} must be a lowercase HTTP header name`,
      ...suggest(lower !== header && parseHeaderName(lower).ok ? lower : undefined, true),
    });
  }
  if (!ROUTING.has(header)) return accepted(header);
  return refused({
    ...whole(header),
    reason: 'header-routing',
    message: `${shown(header)} routes or frames the request, and cannot be set`,
    help: 'Name a header that carries credentials, for example `authorization` or `x-api-key`.',
    smolvm: `may not set ${debugText(header)}, a routing or framing header`,
  });
}

/** Methods that a binding may allow. */
export const HTTP_METHODS: readonly string[] = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];

/** In any case; smolvm keeps it as it is written. */
export function parseHttpMethod(method: string): Parsed<string> {
  if (HTTP_METHODS.includes(method.toUpperCase())) return accepted(method);
  const trimmed = rustTrim(method);
  return refused({
    ...whole(method),
    reason: 'http-method',
    message: `${shown(method)} is no method that a credential can be for`,
    help: `The methods are ${HTTP_METHODS.join(', ')}.`,
    smolvm: `method ${debugText(method)} is not supported`,
    ...suggest(HTTP_METHODS.includes(trimmed.toUpperCase()) ? trimmed : undefined, true),
  });
}

/** What releases allow, in `schemas/grammars.json`. */
interface CredentialHostOptions {
  readonly wildcards: boolean;
}

/** A host that may get the value: a DNS name in lower case, in newer releases also `*.` and at least two labels. */
export function parseCredentialHost(host: string, release: Release): Parsed<string> {
  const { wildcards } = release.grammar<CredentialHostOptions>('credential-host');
  if (isCredentialHost(host, wildcards)) return accepted(host);
  const lower = withoutWhitespace(host)
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/[/:].*$/s, '')
    .replace(/\.$/, '');
  const isWild = host.includes('*');
  return refused({
    ...whole(host),
    reason: 'credential-host',
    message: `${shown(host)} is no host that can get a credential`,
    help: isWild
      ? wildcards
        ? 'Write `*.` and a domain of at least two labels, for example `*.example.com`.'
        : 'Write each host by name: this smolvm reads no wildcards here.'
      : 'Write the bare DNS name in lower case: no scheme, port, path or address.',
    smolvm: wildcards
      ? `host ${debugText(host)} must be a lowercase DNS name, optionally \`*.\` plus a name with at least two labels (no scheme, port or IP)`
      : `host ${debugText(host)} must be an exact lowercase DNS name (no wildcard, scheme, port or IP)`,
    ...suggest(isCredentialHost(lower, wildcards) ? lower : undefined, lower === host.toLowerCase()),
  });
}

function isCredentialHost(host: string, wildcards: boolean): boolean {
  const isWild = wildcards && host.startsWith('*.');
  const name = isWild ? host.slice(2) : host;
  if (name !== name.toLowerCase() || !isDnsName(name) || parseIp(name) !== undefined) return false;
  return !isWild || name.includes('.');
}

function whole(text: string): { from: number; to: number } {
  return { from: 0, to: text.length };
}

const choice = (text: string): readonly Part[] => (text === '' ? [] : [[0, text.length, 'choice']]);

export const bindingGrammars: readonly Grammar[] = [
  { name: 'credential-name', parse: (text) => parseBindingName(text) },
  { name: 'credential-host', parse: (text, { release }) => parseCredentialHost(text, release) },
  { name: 'header-name', parse: (text) => parseHeaderName(text) },
  { name: 'http-method', parse: (text) => parseHttpMethod(text), parts: choice },
];
