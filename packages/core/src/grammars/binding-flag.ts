import type { Release } from '../release/index.ts';
import { UNREADABLE, type Grammar } from './grammar.ts';
import { accepted, refused, shown, type Parsed } from './result.ts';
import { rustTrim } from './rust.ts';

/** What `--credential` says; what it leaves out has the defaults of the keys. */
export interface BindingFlag {
  readonly name: string;
  readonly variable: string;
  /** In lower case. */
  readonly hosts: readonly string[];
  readonly body: boolean;
  /** In lower case. */
  readonly header?: string;
}

/** What releases allow, in `schemas/grammars.json`. */
interface FlagOptions {
  readonly modifiers: readonly string[];
  /** Whether what stands behind a colon is a modifier in any case; otherwise it stays part of the host. */
  readonly refusesUnknown: boolean;
}

/**
 * Reads `NAME=ENV_VAR@HOST[,HOST…][:body][:set-header=HEADER]` (values 7): split at the first `=`, then at the first
 * `@`, the modifiers off at the first colon behind it. What the parts may be is checked later, with those of the file.
 */
export function parseBindingFlag(spec: string, release: Release): Parsed<BindingFlag> {
  const options = release.grammar<FlagOptions>('credential');
  const equals = spec.indexOf('=');
  const at = equals < 0 ? -1 : spec.indexOf('@', equals);
  const shape = refused({
    from: 0,
    to: spec.length,
    reason: 'credential-flag-shape',
    message: `The value of \`--credential\` is not \`${shapeOf(options)}\``,
    help: 'For example `--credential github=GITHUB_TOKEN@api.github.com`.',
    smolvm: `expected ${shapeOf(options)} (e.g. notion=NOTION_API_KEY@api.notion.com)`,
  });
  if (at < 0) return shape;
  const name = rustTrim(spec.slice(0, equals));
  const variable = rustTrim(spec.slice(equals + 1, at));
  const { hosts: list, modifiers } = splitModifiers(spec.slice(at + 1), options);
  const hosts = list
    .split(',')
    .map((host) => rustTrim(host).toLowerCase())
    .filter((host) => host !== '');
  const read = readModifiers(modifiers, spec);
  if (!read.ok) return read;
  if (name === '' || variable === '' || hosts.length === 0) return shape;
  return accepted({ name, variable, hosts, ...read.value });
}

function shapeOf({ modifiers }: FlagOptions): string {
  const forms = modifiers.map((one) => (one === 'body' ? '[:body]' : '[:set-header=HEADER]'));
  return `NAME=ENV_VAR@HOST[,HOST...]${forms.join('')}`;
}

function splitModifiers(
  text: string,
  { modifiers, refusesUnknown }: FlagOptions,
): { hosts: string; modifiers: readonly string[] } {
  if (refusesUnknown) {
    const [hosts = '', ...rest] = text.split(':');
    return { hosts, modifiers: rest };
  }
  const isBody = modifiers.includes('body') && text.endsWith(':body');
  return isBody
    ? { hosts: text.slice(0, -':body'.length), modifiers: ['body'] }
    : { hosts: text, modifiers: [] };
}

function readModifiers(
  modifiers: readonly string[],
  spec: string,
): Parsed<Pick<BindingFlag, 'body' | 'header'>> {
  let body = false;
  let header: string | undefined;
  const bad = (message: string, smolvm: string): Parsed<never> =>
    refused({
      from: 0,
      to: spec.length,
      reason: 'credential-modifier',
      message,
      help: 'Behind the hosts there may be `:body` and `:set-header=HEADER`, each once.',
      smolvm,
    });
  for (const modifier of modifiers) {
    const [name, value] = modifier.startsWith(SET_HEADER)
      ? ['set-header', modifier.slice(SET_HEADER.length)]
      : [modifier, undefined];
    if (modifier === '')
      return bad('There is a colon with nothing behind it', 'credential modifier is empty');
    if (name !== 'body' && value === undefined)
      return bad(
        `${shown(modifier)} is no modifier of a credential`,
        `unknown credential modifier :${modifier}; expected :body or :set-header=HEADER`,
      );
    if (value === '')
      return bad(
        '`:set-header=` names no header',
        'credential modifier :set-header=HEADER requires a non-empty header name',
      );
    if (name === 'body' ? body : header !== undefined)
      return bad(`\`:${name}\` is given twice`, `credential modifier :${name} appears more than once`);
    if (value === undefined) body = true;
    else header = value.toLowerCase();
  }
  return accepted({ body, ...(header !== undefined && { header }) });
}

const SET_HEADER = 'set-header=';

export const bindingFlagGrammar: Grammar = {
  name: 'credential',
  parse: (text, { release }) => parseBindingFlag(text, release),
  read(text, { release }) {
    const parsed = parseBindingFlag(text, release);
    if (!parsed.ok) return UNREADABLE;
    const { name, variable, hosts, body, header } = parsed.value;
    const value = {
      name,
      environment_variable: variable,
      allowed_hosts: hosts,
      ...(body && { injection_location: { header: true, body } }),
      ...(header !== undefined && { set_header: header }),
    };
    return { values: [{ value, written: text }] };
  },
};
