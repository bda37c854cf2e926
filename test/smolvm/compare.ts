import { isDeepStrictEqual } from 'node:util';
import type { Input, Outcome, OutcomeError } from './outcome.ts';
import { codesFor, HOST_ONLY, innermost, kindOf } from './refusals.ts';
import type { Answer } from './toolkit.ts';
import { factsOfProgram, untranslated } from './translation/facts.ts';
import { factsOfManifest, factsOfPack, factsOfRuns, factsOfWorkload } from './translation/guest.ts';
import type { Facts } from './translation/tables.ts';
import { factsOfToolkit } from './translation/toolkit.ts';

/** One point in which the toolkit says something else than smolvm did. */
export interface Disagreement {
  /** The same for all cases that look alike. */
  readonly kind: string;
  /** What smolvm did. */
  readonly smolvm: string;
  /** What the toolkit says. */
  readonly toolkit: string;
}

/** Syntax errors stand on the right line; these messages of the deserializer name the exact column, too. */
const EXACT = /^(?:invalid type|invalid value|unknown field|invalid length|missing field|duplicate field)/;

/** smolvm names the place after what a `\` of a string escapes. */
const ESCAPE = /^expected `b`, `f`/;

/** Everything in which the toolkit's answer differs from what smolvm did with an input; empty where they agree. */
export function compare(input: Input, outcome: Outcome, answer: Answer): Disagreement[] {
  const { error } = outcome;
  if (outcome.accept === null || error?.stage === 'timeout') return [];
  if (!error) {
    const verdict = isSettled(outcome, answer) ? verdictOfAccepted(answer) : [];
    return [...verdict, ...configs(input, outcome, answer), ...ends(outcome, answer)];
  }
  if (error.stage !== 'args' && HOST_ONLY.some((pattern) => pattern.test(error.message))) return [];
  return [...refusal(error, answer), ...verdictOfRefused(input, error, answer)];
}

/** `run` makes some of its checks after it has baked a layer, which a quick case does not see. */
function isSettled({ bake, runs }: Outcome, { resolution }: Answer): boolean {
  return !bake || runs !== undefined || resolution.accepted || resolution.error.stage !== 'config';
}

function verdictOfAccepted({ resolution }: Answer): Disagreement[] {
  if (resolution.accepted) return [];
  const { stage, code, message } = resolution.error;
  return [
    {
      kind: `accepted, but ${stage} ${code}: ${kindOf(message)}`,
      smolvm: 'accepts',
      toolkit: `${code}: ${message}`,
    },
  ];
}

function refusal(error: OutcomeError, { resolution }: Answer): Disagreement[] {
  const { stage, message } = error;
  const smolvm = `refuses (${stage}): ${message}`;
  const text = kindOf(innermost(message));
  if (resolution.accepted) return [{ kind: `${stage}: ${text}, but accepted`, smolvm, toolkit: 'accepts' }];
  const { error: own } = resolution;
  const toolkit = `refuses (${own.stage}) ${own.code}: ${own.message}`;
  if (own.stage !== stage)
    return [{ kind: `${stage}: ${text}, but ${own.stage} ${own.code}`, smolvm, toolkit }];
  if (stage !== 'config') return [];
  const codes = codesFor(message);
  if (!codes) return [{ kind: `no code for: ${text}`, smolvm, toolkit }];
  return codes.test(own.code) ? [] : [{ kind: `first: ${text}, but ${own.code}`, smolvm, toolkit }];
}

/** What lint says of the file alone, where smolvm stops at the file. */
function verdictOfRefused({ args }: Input, error: OutcomeError, answer: Answer): Disagreement[] {
  const { stage, message, line, column } = error;
  const { errors, places } = answer;
  const smolvm = `refuses (${stage}) at ${line}:${column}: ${message}`;
  const toolkit = errors.map(({ code }) => code).join(', ') || 'no error';
  if (stage === 'parse' && line !== undefined) {
    const exactly = EXACT.test(message);
    if (places.some((place) => place.line === line && (!exactly || place.column === column))) return [];
    // past a line break that a `\` stands before; the toolkit says it of the line with the `\`
    if (ESCAPE.test(message) && column === 1 && places.some((place) => place.line === line - 1)) return [];
    const at = places.map((place) => `${place.line}:${place.column} ${place.code}`).join(', ');
    return [{ kind: `place: ${kindOf(message)}`, smolvm, toolkit: at || toolkit }];
  }
  if (stage !== 'config' || args.length > 0 || codesFor(message) === undefined) return [];
  if (PER_CALL.some((pattern) => pattern.test(innermost(message))) || errors.length > 0) return [];
  return [{ kind: `lint: ${kindOf(innermost(message))}, but no error`, smolvm, toolkit }];
}

/** Refusals whose reason is not in the file but in the call or the host; lint may warn or say nothing. */
const PER_CALL = [
  /no command specified|no image specified/,
  /^mount source not found: (?=.)(?!$|~|\$(?:\w+|\{[^}]*\})|s3:|.*:\/\/)/,
  /must be a directory \(virtiofs limitation\)/,
  /cannot read archive/,
];

function configs({ command }: Input, outcome: Outcome, { config }: Answer): Disagreement[] {
  if (!config || !outcome.config || outcome.bake || command === 'pack') return [];
  const theirs = factsOfProgram(command, outcome.config);
  const unknown = untranslated(command, outcome.config).map((name) => ({
    kind: `untranslated: ${name}`,
    smolvm: `${name} = ${show(outcome.config?.[name])}`,
    toolkit: 'knows no such name',
  }));
  return [...values(theirs, factsOfToolkit(command, config, theirs)), ...unknown];
}

/** What reaches the guest, and what is packed, as far as the case was run. */
function ends(outcome: Outcome, { runs, manifest }: Answer): Disagreement[] {
  const found: Disagreement[] = [];
  if (outcome.runs && runs) {
    const ours = factsOfRuns(runs);
    // the first vectors have no init lines, and an image without a command, which smolvm's own then is another for
    const isFirst = outcome.runs.init === undefined;
    const left = isFirst ? ['runs.init', ...(runs.from === 'smolvm' ? ['runs.command'] : [])] : [];
    const told = (facts: Facts): Facts =>
      Object.fromEntries(Object.entries(facts).filter(([name]) => !left.includes(name)));
    found.push(...values(told(factsOfWorkload(outcome.runs)), told(ours)));
  }
  if (outcome.manifest && manifest) {
    const theirs = factsOfManifest(outcome.manifest);
    found.push(...values(theirs, factsOfPack(manifest, theirs)));
  }
  return found;
}

function values(theirs: Facts, ours: Facts): Disagreement[] {
  const names = new Set([...Object.keys(theirs), ...Object.keys(ours)]);
  const differing = [...names].filter((name) => !isDeepStrictEqual(exact(theirs[name]), exact(ours[name])));
  return differing.map((name) => ({
    kind: `value: ${name}`,
    smolvm: `${name} = ${show(theirs[name])}`,
    toolkit: `${name} = ${show(ours[name])}`,
  }));
}

/** Whole numbers alike, however large. */
export function exact(value: unknown): unknown {
  if (typeof value === 'number' && Number.isInteger(value)) return BigInt(value);
  if (Array.isArray(value)) return value.map(exact);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, exact(one)]));
}

/** A value as text for a message. */
export function show(value: unknown): string {
  return (
    JSON.stringify(value, (_, one: unknown) => (typeof one === 'bigint' ? Number(one) : one)) ?? 'nothing'
  );
}
