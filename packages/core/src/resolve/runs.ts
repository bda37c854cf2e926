import { hasFlag } from '../call/call.ts';
import { classifyImage } from '../grammars/index.ts';
import { bakeOf, type Bake } from '../lint/bake.ts';
import { entryOf } from '../merge/index.ts';
import type { Sources } from './contributions.ts';
import { readerOf } from './reader.ts';
import type { Config, ConfigValue, Runs } from './resolution.ts';

type EnvEntry = Runs['env'][number];

/** What reaches the guest, of a configuration that is accepted. */
export function runsOf(config: Config, sources: Sources): Runs {
  const { command } = sources;
  const bake = command === 'run' ? bakeOf(readerOf(sources)) : undefined;
  const hasImage = config['image'] !== null;
  const own = [...secretsOf(config, sources, bake)];
  const env = [...((config['env'] ?? []) as EnvEntry[]), ...own];
  const started = startedBy(config, sources, bake);
  const isIdle = started.command === null && started.from === null;
  return {
    init: initOf(config, sources, bake).map((line) => ['sh', '-c', line]),
    ...started,
    env: isIdle ? [] : command === 'run' && hasImage ? lastOfEach(env) : env,
    workdir: isIdle ? null : (config['workdir'] as string | null),
    // a bare machine has no users but its own
    user: hasImage && !isIdle ? ((config['user'] ?? null) as string | null) : null,
  };
}

/** The command: that of the call, else of the file; the two do not mix but for the entrypoint of `machine create`. */
function startedBy(
  config: Config,
  { command, call, release }: Sources,
  bake: Bake | undefined,
): Pick<Runs, 'command' | 'from'> {
  const entrypoint = config['entrypoint'] as readonly string[];
  const cmd = config['cmd'] as readonly string[];
  const isCall = call.trailing.length > 0;
  const words = isCall && command === 'run' ? cmd : [...entrypoint, ...cmd];
  if (words.length > 0) return { command: words, from: isCall ? 'call' : 'smolfile' };
  if (bake) {
    const rest = release.has('baked-command-keeps-true') ? ['/bin/true'] : [];
    const shell = release.has('baked-command-drops-shell') ? [] : ['/bin/sh'];
    return { command: [...shell, ...rest], from: 'smolvm' };
  }
  const image = config['image'] as string | null;
  const isDetached = hasFlag(call, 'detach');
  const isUnknown =
    command === 'run' &&
    image !== null &&
    classifyImage(image) !== 'registry' &&
    !release.has('local-image-brings-command');
  if (image !== null && !isUnknown) return { command: null, from: 'image' };
  if (command === 'create' || (image === null && isDetached)) return { command: null, from: null };
  return { command: isDetached ? ['sleep', 'infinity'] : ['/bin/sh'], from: 'smolvm' };
}

/** The lines of `init`, each as often as it runs. */
function initOf(config: Config, sources: Sources, bake: Bake | undefined): readonly string[] {
  const lines = config['init'] as readonly string[];
  if (!bake || !sources.release.has('bake-repeats-init')) return lines;
  // the bake is given the file, and the lines of the file once more as flags
  const { texts } = readerOf(sources).merged('init');
  return [...lines.filter((_, index) => texts[index]?.source !== 'flags'), ...lines];
}

/** Secrets as the variables that they become, in the order of their names. */
function secretsOf(config: Config, sources: Sources, bake: Bake | undefined): EnvEntry[] {
  const isDropped = bake !== undefined && sources.release.has('bake-drops-secret-flags');
  const given = isDropped ? readerOf(sources).merged('secrets').winners : [];
  const dropped = new Set(given.flatMap((each) => (each.use ? entryOf(each) : [])));
  return Object.entries((config['secrets'] ?? {}) as Readonly<Record<string, ConfigValue>>)
    .filter(([name]) => !dropped.has(name))
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, secret]) => [name, { secret }] as const);
}

/** A later entry takes the earlier one of its name away, and stands where it stands. */
function lastOfEach(entries: readonly EnvEntry[]): EnvEntry[] {
  const last = new Map(entries.map(([name], index) => [name, index]));
  return entries.filter(([name], index) => last.get(name) === index);
}
