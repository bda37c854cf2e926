import { HOST_VALUES } from '../case-host.ts';
import type { Workload } from '../outcome.ts';
import { IMAGE } from '../program/guest.ts';
import { told } from './facts.ts';
import type { Facts } from './tables.ts';

/** What the toolkit says of the guest (cli-contract: `runs`). */
export interface Runs {
  readonly init?: readonly (string | readonly string[])[];
  readonly command: readonly string[] | null;
  readonly env?: readonly (readonly [string, unknown])[];
  readonly workdir?: string | null;
  readonly user?: string | null;
}

type Secrets = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** Added by smolvm for a terminal and for init. */
const isOwn = (name: string, entry: string): boolean =>
  name === 'TERM' || (IMAGE.env as readonly string[]).includes(entry);

/** What smolvm sent to the guest; what is the image's own is left out. */
export function factsOfWorkload({ init = [], command, env, workdir, user }: Workload): Facts {
  return told({
    'runs.init': init,
    'runs.command': same(command, [...IMAGE.entrypoint, ...IMAGE.cmd]) ? undefined : command,
    'runs.env': env?.filter(([name, value]) => !isOwn(name, `${name}=${value}`)),
    'runs.workdir': workdir === IMAGE.workdir ? undefined : workdir,
    'runs.user': user === IMAGE.user ? undefined : user,
  });
}

/** The same of the toolkit's `runs`, with the values that the case's environment has. */
export function factsOfRuns({ init = [], command, env = [], workdir, user }: Runs, secrets: Secrets): Facts {
  return told({
    'runs.init': init.map((line) => (typeof line === 'string' ? line : line.at(-1))),
    'runs.command': command,
    'runs.env': env.map(([name, value]) => [name, valueIn(name, value, secrets)]),
    'runs.workdir': workdir,
    'runs.user': user,
  });
}

function valueIn(name: string, value: unknown, secrets: Secrets): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const { fromHost, secret } = value as { readonly fromHost?: string; readonly secret?: unknown };
  if (fromHost !== undefined) return HOST_VALUES[fromHost] ?? '';
  const reference =
    typeof secret === 'object' && secret !== null ? (secret as Secrets[string]) : secrets[name];
  return HOST_VALUES[reference?.['from_env'] ?? ''] ?? '';
}

/** By the manifest's name, ours. What is not here says nothing of the input. */
const MANIFEST: Readonly<Record<string, string>> = {
  image: 'image',
  cpus: 'cpus',
  mem: 'memory',
  entrypoint: 'entrypoint',
  cmd: 'cmd',
  env: 'env',
  workdir: 'workdir',
  user: 'user',
  network: 'net',
  gpu: 'gpu',
  cuda: 'cuda',
  secret_refs: 'secrets',
};

/** What the packed manifest has of each; what is the image's own is left out. */
export function factsOfManifest(manifest: Readonly<Record<string, unknown>>): Facts {
  const named = Object.entries(MANIFEST).map(([theirs, ours]) => [ours, manifest[theirs]] as const);
  const { entrypoint, cmd, env, workdir, user, ...rest } = Object.fromEntries(named);
  return packed({
    ...rest,
    entrypoint: same(entrypoint, IMAGE.entrypoint) ? undefined : entrypoint,
    cmd: same(cmd, IMAGE.cmd) ? undefined : cmd,
    env: ((env ?? []) as string[]).filter((entry) => !isOwn('', entry)),
    workdir: workdir === IMAGE.workdir ? undefined : workdir,
    user: user === IMAGE.user ? undefined : user,
  });
}

/** What the toolkit's `manifest`, or its `config` for pack, has of each. */
export function factsOfPack(config: Readonly<Record<string, unknown>>): Facts {
  const names = Object.entries(MANIFEST).map(
    ([theirs, ours]) => [ours, config[ours] ?? config[theirs]] as const,
  );
  return packed(Object.fromEntries(names));
}

function packed(facts: Facts): Facts {
  return Object.fromEntries(Object.entries(told(facts)).map(([name, value]) => [`manifest.${name}`, value]));
}

function same(value: unknown, list: readonly string[]): boolean {
  return JSON.stringify(value) === JSON.stringify(list);
}
