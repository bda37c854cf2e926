/** What the sources become, run by the published smolvm up to what reaches the guest. */
import TOML from '@iarna/toml';
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { normalizeImage } from '../../../packages/core/src/grammars/index.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { smolvmCommand, type SmolvmCommand } from '../../smolvm/program/command.ts';
import { programOf } from '../../smolvm/program/fetch.ts';
import { corpus, type CorpusCase } from '../corpus.ts';
import { importAll, readerOf, type Imported } from '../harness.ts';
import { startRegistry, type Registry } from './registry.ts';

/** The newest that can be had, and the last ones before what a Smolfile may say changed. */
const RELEASES = ['1.32.2', '1.28.1', '1.14.2', '1.9.1'];
const cases = corpus();
const imports = cases.map((source) => ({
  source,
  files: importAll(source.text, { files: source.files, ...source.options }),
}));
/** One for each Smolfile. */
const machines = imports.flatMap(({ source, files }) =>
  files.map((file, index) => ({ name: `${source.name} ${file.name}`, source, index })),
);
const images = imports.flatMap(({ files }) => files.map(({ said }) => String(said['image'])));
const root = realpathSync(mkdtempSync(join(tmpdir(), 'smolfile-import-')));
let registry: Registry;
beforeAll(async () => {
  registry = await startRegistry();
});
afterAll(async () => {
  await registry.close();
  rmSync(root, { recursive: true, force: true });
});

interface Boot {
  readonly mounts?: readonly {
    readonly source: string;
    readonly target: string;
    readonly read_only?: boolean;
  }[];
  readonly ports?: readonly { readonly host: number; readonly guest: number; readonly protocol?: string }[];
}

/** A folder with the files of a case, those that are mounted made. */
function place(name: string, { files }: CorpusCase): string {
  const folder = join(root, name);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

/** Host folders that must be there: Docker makes them, smolvm does not. Only those below the folder of the case. */
function mounted({ said }: Imported): { source: string; target: string; readOnly: boolean }[] {
  return ((said.dev?.['volumes'] ?? []) as string[])
    .filter((each) => each.includes(':'))
    .map((each) => each.split(':'))
    .map(([source = '', target = '', mode]) => ({ source, target, readOnly: mode === 'ro' }));
}

/** What lies elsewhere on the computer is not made for a test: its place is taken by a folder of the case. */
function here(file: Imported): Imported {
  const elsewhere = mounted(file).filter(({ source }) => source.startsWith('/'));
  const text = elsewhere.reduce(
    (before, { source, target }) =>
      before.replaceAll(`${source}:${target}`, `./elsewhere${source}:${target}`),
    file.text,
  );
  return { ...file, text, said: TOML.parse(text) };
}

const strings = (value: unknown): string[] => (value ?? []) as string[];

/** For every registry that the sources name: nothing is fetched from where it really is. */
function mirrors(): Record<string, string> {
  const names = images.filter((each) => !each.startsWith('./')).map((each) => normalizeImage(each).registry);
  return Object.fromEntries(names.map((name) => [name, registry.address]));
}

describe.each(RELEASES)('smolvm %s', (release) => {
  let isThere = false;
  beforeAll(async () => {
    try {
      await programOf(release);
      isThere = true;
    } catch (error) {
      process.stderr.write(
        `smolvm ${release} cannot be had here, so nothing is tried with it: ${String(error)}\n`,
      );
    }
  });

  test.each(machines)('$name', async ({ source, index }) => {
    if (!isThere) return;
    const folder = place(`${release}-${index}-${source.name}`, source);
    const reader = { ...readerOf(source.files), folder };
    const file = here(importAll(source.text, { ...source.options, reader, smolvm: release })[index]!);
    for (const each of mounted(file)) mkdirSync(join(folder, each.source), { recursive: true });
    // each with a home of its own: ports are taken as long as a machine runs
    const smolvm = await smolvmCommand(release, { mirrors: mirrors() });
    try {
      await start(file, folder, smolvm);
      expect(observed(file, smolvm)).toEqual(meant(file, folder));
    } finally {
      await smolvm.remove();
    }
  });
});

/** A machine by what reaches its guest. */
interface Machine {
  /** Undefined where the image's own is run, which the stand-in says. */
  readonly command: readonly string[] | undefined;
  /** As far as the Smolfile says them; of a secret only that it is there. */
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly secrets: readonly string[];
  readonly workdir: string | undefined;
  readonly user: string | undefined;
  readonly init: readonly string[];
  readonly mounts: readonly string[];
  readonly ports: readonly string[];
}

/** Creates and starts it. */
async function start(
  { text, name, said }: Imported,
  folder: string,
  { folder: bin }: SmolvmCommand,
): Promise<void> {
  const image = String(said['image']);
  // an archive is opened by smolvm; its place is taken by an image of a registry
  writeFileSync(join(folder, name), image.startsWith('./') ? text.replace(image, 'example/built:1') : text);
  const names = Object.values(said.secrets ?? {}).flatMap(
    (each) => (each as { from_env?: string }).from_env ?? [],
  );
  const secrets = Object.fromEntries(names.map((each) => [each, 'secret']));
  const env: NodeJS.ProcessEnv = { ...process.env, ...secrets, PATH: `${bin}:${process.env['PATH']}` };
  const call = async (...argv: string[]) => promisify(execFile)('smolvm', argv, { cwd: folder, env });
  await call('machine', 'create', '--name', 'm', '-s', name);
  await call('machine', 'start', '--name', 'm');
}

/** The variables that a Smolfile gives a value. */
function variables({ said }: Imported): [name: string, value: string][] {
  return [...strings(said['env']), ...strings(said.dev?.['env'])]
    .filter((each) => each.includes('='))
    .map((each) => [each.slice(0, each.indexOf('=')), each.slice(each.indexOf('=') + 1).trimEnd()]);
}

function meant(file: Imported, folder: string): Machine {
  const { said } = file;
  const words = [...strings(said['entrypoint']), ...strings(said['cmd'])];
  return {
    command: words.length === 0 ? undefined : words,
    env: Object.fromEntries(variables(file)),
    secrets: Object.keys(said.secrets ?? {}).toSorted(),
    workdir: said['workdir'] as string | undefined,
    user: said['user'] as string | undefined,
    init: strings(said.dev?.['init']),
    mounts: mounted(file)
      .map(({ source, target, readOnly }) => `${resolve(folder, source)}:${target}:${readOnly ? 'ro' : 'rw'}`)
      .toSorted(),
    ports: strings(said.dev?.['ports']).flatMap(numbers).toSorted(),
  };
}

function observed(file: Imported, smolvm: SmolvmCommand): Machine {
  const { said } = file;
  const workload = smolvm.workload('m');
  const sent = new Map(workload?.env?.map(([name, value]) => [name, value]) ?? []);
  const boot = smolvm.requests().find((each) => each.kind === 'boot' && each.vm === 'm') as
    { config?: Boot } | undefined;
  const { mounts = [], ports = [] } = boot?.config ?? {};
  // smolvm has mounts of its own, too
  const targets = new Set(mounted(file).map(({ target }) => target));
  return {
    command: said['entrypoint'] === undefined && said['cmd'] === undefined ? undefined : workload?.command,
    env: Object.fromEntries(variables(file).map(([name]) => [name, sent.get(name)])),
    secrets: Object.keys(said.secrets ?? {})
      .filter((name) => sent.has(name))
      .toSorted(),
    workdir: said['workdir'] === undefined ? undefined : workload?.workdir,
    user: said['user'] === undefined ? undefined : workload?.user,
    init: workload?.init ?? [],
    mounts: mounts
      .filter(({ target }) => targets.has(target))
      .map(({ source, target, read_only: readOnly }) => `${source}:${target}:${readOnly ? 'ro' : 'rw'}`)
      .toSorted(),
    ports: ports.map(({ host, guest, protocol = 'tcp' }) => `${host}:${guest}/${protocol}`).toSorted(),
  };
}

/** `90-91:80-81/udp`, one by one. */
function numbers(text: string): string[] {
  const [, host = '', guest = '', protocol = 'tcp'] = /^([\d-]+):([\d-]+)(?:\/(\w+))?$/.exec(text) ?? [];
  const [from = 0, to = from] = host.split('-').map(Number);
  const [first = 0] = guest.split('-').map(Number);
  return Array.from({ length: to - from + 1 }, (_, at) => `${from + at}:${first + at}/${protocol}`);
}
