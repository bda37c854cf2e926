import type { Outcome } from './outcome.ts';

type Json = Readonly<Record<string, unknown>>;

/** What newer records spell out and older ones leave out. */
const DEFAULTS: Readonly<Record<string, unknown>> = { block_io: 'sync', disk_durability: 'full' };

/**
 * The same text for outcomes that mean the same: what each release adds to lists of keys, to hints and to warnings is
 * left out, and so are defaults.
 */
export function outcomeKey({ accept, error, config, bake, runs, manifest, launch }: Outcome): string {
  const { resources } = (config ?? {}) as { readonly resources?: Json };
  return JSON.stringify(
    sorted({
      accept,
      bake,
      runs,
      manifest,
      launch: launch !== undefined,
      error: error && { ...error, message: lasting(error.stage, error.message) },
      config: config && {
        ...withoutDefaults(config),
        ...(resources && { resources: withoutDefaults(resources) }),
      },
    }),
  );
}

function lasting(stage: string, message: string): string {
  return (stage === 'args' ? message.split('\n')[0]! : message).replace(/, expected (?:one of )?`.*$/, '');
}

function withoutDefaults(config: Json): Json {
  return Object.fromEntries(Object.entries(config).filter(([name, value]) => value !== DEFAULTS[name]));
}

function sorted(value: unknown): unknown {
  if (typeof value === 'bigint') return `${value}n`;
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, one]) => one !== undefined);
  return Object.fromEntries(
    entries.toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([name, one]) => [name, sorted(one)]),
  );
}
