import { distance } from 'fastest-levenshtein';
import type { Grammar } from './grammar.ts';
import { accepted, refused, shown, suggest, type Parsed, type ValueProblem } from './result.ts';
import { parseUnsigned, rustTrim, U32_MAX } from './rust.ts';

/** Options of the guest's resolver; those with a number say from where to where it goes (values 9). */
export const DNS_OPTIONS: ReadonlyMap<string, readonly [least: number, most: number] | null> = new Map([
  ['rotate', null],
  ['no-check-names', null],
  ['inet6', null],
  ['edns0', null],
  ['single-request', null],
  ['single-request-reopen', null],
  ['no-tld-query', null],
  ['use-vc', null],
  ['no-reload', null],
  ['trust-ad', null],
  ['no-aaaa', null],
  ['ndots', [0, 15]],
  ['timeout', [1, 30]],
  ['attempts', [1, 5]],
]);

/** Reads `--dns-option NAME[:VALUE]`, in lower case, without white space (values 9). */
export function parseDnsOption(spec: string): Parsed<string> {
  const colon = spec.indexOf(':');
  const name = colon < 0 ? spec : spec.slice(0, colon);
  const range = DNS_OPTIONS.get(name);
  const bad = (smolvm: string, message: string, help: string, more: Partial<ValueProblem> = {}) =>
    refused({ from: 0, to: spec.length, reason: 'dns-option', message, help, smolvm, ...more });
  if (range === undefined) {
    const known = Array.from(DNS_OPTIONS.keys(), (one) => `\`${one}\``).join(', ');
    return bad(
      `unsupported resolver option \`${spec}\``,
      `${shown(name)} is no option of the resolver`,
      `The options are ${known}.`,
      suggest(nearest(spec)),
    );
  }
  if (range === null) {
    if (colon < 0) return accepted(spec);
    return bad(
      `resolver option \`${name}\` takes no value`,
      `The option \`${name}\` takes no value`,
      'Leave the colon and what follows it out.',
      suggest(name),
    );
  }
  const [least, most] = range;
  if (colon < 0)
    return bad(
      `resolver option \`${name}\` needs a value, e.g. \`${name}:1\``,
      `The option \`${name}\` needs a number`,
      `Write \`${name}:\` and a number from ${least} to ${most}.`,
    );
  const value = parseUnsigned(spec.slice(colon + 1), U32_MAX);
  if (value !== undefined && value >= BigInt(least) && value <= BigInt(most)) return accepted(spec);
  return bad(
    `resolver option \`${spec}\` is out of range`,
    `${shown(spec.slice(colon + 1))} is no number from ${least} to ${most}`,
    `Write \`${name}:\` and a number from ${least} to ${most}.`,
  );
}

/** The option that is spelled most alike, its value kept. */
function nearest(spec: string): string | undefined {
  const [name = '', value] = rustTrim(spec).toLowerCase().replaceAll('_', '-').split(':');
  const found = Array.from(DNS_OPTIONS.keys()).find((one) => distance(one, name) <= 2);
  if (found === undefined) return undefined;
  const text = value === undefined ? found : `${found}:${value}`;
  return parseDnsOption(text).ok ? text : undefined;
}

export const dnsOptionGrammar: Grammar = {
  name: 'dns-option',
  byArgumentParser: true,
  parse: (text) => parseDnsOption(text),
};
