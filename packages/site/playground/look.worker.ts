/** The second worker: what takes longer than a keystroke may. */
import {
  commandLineOf,
  compat,
  credentialRanges,
  maskedCallText,
  maskedDocumentText,
  parseSmolfile,
  releasesIn,
  RELEASES,
  resolve,
  visible,
  type CompatChange,
  type CompatSpan,
  type Resolution,
} from '@smolfile/core';
import type { CallAnswer, Looks, Reason, Span } from './look.ts';
import type { State } from './state.ts';

type Handlers = { readonly [Name in keyof Looks]: (asked: Looks[Name][0]) => Looks[Name][1] };

const HANDLERS: Handlers = {
  start: () => ({ releases: RELEASES.map(({ version }) => version).toReversed() }),
  releases: ({ text, command }) =>
    spansOf(compat(parseSmolfile(text), { commands: [command] }).get(command) ?? []),
  call: callOf,
  mask: (state) => ({
    ...state,
    text: maskedDocumentText(parseSmolfile(state.text)),
    flags: maskedCallText(resolutionOf(state).call),
  }),
};

function resolutionOf({ text, command, smolvm, flags }: State): Resolution {
  const known = smolvm !== '' && typeof releasesIn(smolvm) !== 'string';
  return resolve(parseSmolfile(text), {
    command,
    flags,
    assumed: ['output'],
    ...(known && { smolvm }),
  });
}

function callOf(state: State): CallAnswer {
  const document = parseSmolfile(state.text);
  const resolution = resolutionOf(state);
  const { call } = resolution;
  const line = resolution.accepted ? commandLineOf(resolution) : undefined;
  const lines = credentialRanges(document).map(({ start }) => document.lines.positionAt(start).line);
  const credentialInFlags = maskedCallText(call) !== call.text;
  return {
    ...(line && { text: line.text }),
    masked: lines.length > 0 || credentialInFlags,
    inexpressible: line?.inexpressible.map(({ what, reason }) => visible(`${what}: ${reason}`)) ?? [],
    credentialLines: [...new Set(lines)],
    credentialInFlags,
  };
}

/** Changes come and go from span to span; what a person asks of one is why it refuses. */
function spansOf(spans: readonly CompatSpan[]): Span[] {
  const refusing = new Map<string, Reason>();
  const versions = RELEASES.map(({ version }) => version);
  return spans.map(({ from, to, accepted, changes }) => {
    for (const change of changes.filter(({ refused }) => refused)) {
      if (change.begins) refusing.set(nameOf(change), { code: change.code, text: visible(change.what) });
      else refusing.delete(nameOf(change));
    }
    return {
      from: from.version,
      to: to.version,
      count: versions.indexOf(to.version) - versions.indexOf(from.version) + 1,
      accepted,
      reasons: accepted ? [] : Array.from(refusing.values()),
      changes: changes
        .filter(({ refused }) => !refused)
        .map(({ begins, what }) => visible(begins ? what : `no longer: ${what}`)),
    };
  });
}

function nameOf({ key, code, what }: CompatChange): string {
  return JSON.stringify([code, key ?? '', what.replaceAll(/\d+\.\d+\.\d+/g, '')]);
}

interface Asked {
  readonly id: number;
  readonly name: keyof Looks;
  readonly asked: never;
}

const scope = globalThis as unknown as {
  addEventListener(type: 'message', listener: (event: { readonly data: Asked }) => void): void;
  postMessage(message: unknown): void;
};
/** The rule that wants to know who may read a message is about windows. */
const tell: (message: unknown) => void = scope.postMessage.bind(scope);

scope.addEventListener('message', ({ data: { id, name, asked } }) => {
  try {
    tell({ id, answer: HANDLERS[name](asked) });
  } catch (error) {
    tell({ id, problem: error instanceof Error ? error.message : String(error) });
  }
});
