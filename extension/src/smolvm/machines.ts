/** What `smolvm machine ls --json` says, as far as it can be understood. Pure. */
import { redactionFor } from '@smolfile/core';

/** A machine as smolvm lists it (facts 6); what a version does not say is absent. */
export interface Machine {
  readonly name: string;
  /** `running`, `stopped`, `created` and whatever else a version has. */
  readonly state: string;
  /** Everything else that was said, by smolvm's own names; what looks like a credential is masked, as in `resolve`. */
  readonly facts: Readonly<Record<string, unknown>>;
}

/** A list of machines, or why there is none. */
export type MachineList =
  | { readonly machines: readonly Machine[]; readonly problem?: undefined }
  | { readonly machines: readonly []; readonly problem: string };

/** More machines than anybody has; a longer list is taken for something else. */
const MOST_MACHINES = 10_000;

/**
 * Reads the output of `smolvm machine ls --json`.
 *
 * @param output what was printed; with Pilot, possibly wrapped in an object that has it as `stdout` or `output`.
 * @returns machines by name; entries that are no machines are left out.
 */
export function readMachines(output: string): MachineList {
  const list = listIn(output);
  if (!list) return { machines: [], problem: 'smolvm did not answer with a list of machines.' };
  if (list.length > MOST_MACHINES) {
    return {
      machines: [],
      problem: `smolvm lists ${list.length} machines, which is more than can be shown.`,
    };
  }
  const machines = list.map(machineOf).filter((machine) => machine !== undefined);
  return { machines: machines.toSorted((a, b) => (a.name < b.name ? -1 : 1)) };
}

function listIn(output: string): readonly unknown[] | undefined {
  const value = parsed(output);
  if (Array.isArray(value)) return value;
  if (!isRecord(value)) return undefined;
  for (const inner of [value['stdout'], value['output'], value['result']]) {
    const list = typeof inner === 'string' ? parsed(inner) : inner;
    if (Array.isArray(list)) return list;
  }
  return undefined;
}

/** Warnings may stand before the JSON, on lines of their own. */
function parsed(text: string): unknown {
  const trimmed = text.replace(/^\uFEFF/, '').trim();
  const start = /^[[{]/m.exec(trimmed)?.index ?? 0;
  for (const candidate of [trimmed, trimmed.slice(start)]) {
    try {
      return JSON.parse(candidate);
    } catch {
      // Then it may be the other.
    }
  }
  return undefined;
}

function machineOf(value: unknown): Machine | undefined {
  if (!isRecord(value)) return undefined;
  const { name, state, ...facts } = value;
  if (typeof name !== 'string' || name === '') return undefined;
  return { name, state: typeof state === 'string' && state !== '' ? state : 'unknown', facts: masked(facts) };
}

const REDACTION = redactionFor({ masked: true });

/** Commands are listed as they were given, whatever was in them. */
function masked(facts: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, maskedValue(value)]));
}

function maskedValue(value: unknown): unknown {
  if (typeof value === 'string') return REDACTION.text(value);
  const isCommand = Array.isArray(value) && value.every((word) => typeof word === 'string');
  return isCommand ? REDACTION.words(value) : value;
}

/** Whether there is something to stop, or a shell to be had. */
export function isRunning({ state }: Machine): boolean {
  return state.toLowerCase() === 'running';
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
