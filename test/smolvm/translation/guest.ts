import { readFileSync } from 'node:fs';
import type { Manifest, Runs } from '@smolfile/core';
import { HOST_VALUES } from '../case-host.ts';
import type { Workload } from '../outcome.ts';
import { IMAGE } from '../program/guest.ts';
import { told } from './facts.ts';
import type { Facts } from './tables.ts';
import { storedAs } from './toolkit.ts';

/** Added by smolvm for a terminal, for init, and for credentials: made anew for each machine, and where their CA is. */
const isOwn = (name: string, entry: string): boolean =>
  name === 'TERM' ||
  /=(?:SMOL_PLACEHOLDER_\w+|\/run\/smol(?:vm)?\/(?:credentials\/)?ca[\w-]*\.pem)$/.test(entry) ||
  (IMAGE.env as readonly string[]).includes(entry);

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

/** The same of the toolkit's `runs`, with the values that the case's host has. */
export function factsOfRuns({ init, command, env, workdir, user }: Runs): Facts {
  return told({
    'runs.init': init.map((argv) => argv.at(-1)),
    'runs.command': command,
    'runs.env': env.map(([name, value]) => [name, valueOf(value)]),
    'runs.workdir': workdir,
    'runs.user': user,
  });
}

interface Reference {
  readonly fromHost?: string;
  readonly secret?: { readonly from_env?: string; readonly from_file?: string };
}

function valueOf(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const { fromHost, secret } = value as Reference;
  const name = fromHost ?? secret?.from_env;
  if (name !== undefined) return HOST_VALUES[name] ?? '';
  return readFileSync(secret!.from_file!, 'utf8').replace(/\n$/, '');
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

/** The same of the toolkit's `manifest`. */
export function factsOfPack({ image, ...manifest }: Manifest, program: Facts): Facts {
  const stored = image === null ? null : storedAs(image, program['manifest.image']);
  return packed({ ...manifest, image: stored });
}

function packed(facts: Facts): Facts {
  return Object.fromEntries(Object.entries(told(facts)).map(([name, value]) => [`manifest.${name}`, value]));
}

function same(value: unknown, list: readonly string[]): boolean {
  return JSON.stringify(value) === JSON.stringify(list);
}
