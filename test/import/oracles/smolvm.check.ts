/** What the forty sources become, run by the published smolvm up to what reaches the guest. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { smolvmCommand, type SmolvmCommand } from '../../smolvm/program/command.ts';
import { corpus, type CorpusCase } from '../corpus.ts';
import { importAll, readerOf, type Imported } from '../harness.ts';

const RELEASES = ['1.32.2', '1.28.1', '1.14.2', '1.9.1'];
const root = realpathSync(mkdtempSync(join(tmpdir(), 'smolfile-import-')));
afterAll(() => rmSync(root, { recursive: true, force: true }));

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
function mounted({ said }: Imported): { source: string; target: string }[] {
  return ((said.dev?.['volumes'] ?? []) as string[])
    .filter((each) => each.includes(':'))
    .map((each) => each.split(':'))
    .map(([source = '', target = '']) => ({ source, target }));
}

const strings = (value: unknown): string[] => (value ?? []) as string[];

describe.each(RELEASES)('smolvm %s', (release) => {
  let smolvm: SmolvmCommand | undefined;
  beforeAll(async () => {
    try {
      smolvm = await smolvmCommand(release);
    } catch (error) {
      process.stderr.write(
        `smolvm ${release} cannot be had here, so nothing is tried with it: ${String(error)}\n`,
      );
    }
  });
  afterAll(async () => smolvm?.remove());

  test.each(corpus())('$name', (source) => {
    if (!smolvm) return;
    const folder = place(`${release}-${source.name}`, source);
    const reader = { ...readerOf(source.files), folder };
    const made = importAll(source.text, { ...source.options, reader, smolvm: release });
    for (const [index, file] of made.entries()) {
      // what lies elsewhere on the computer is not made for a test
      if (mounted(file).some(({ source: each }) => each.startsWith('/'))) continue;
      for (const each of mounted(file)) mkdirSync(join(folder, each.source), { recursive: true });
      const image = String(file.said['image']);
      // an archive is opened by smolvm; its place is taken by an image of a registry
      const text = image.startsWith('./') ? file.text.replace(image, 'example/built:1') : file.text;
      writeFileSync(join(folder, file.name), text);
      const machine = `m${index}-${source.name}`.slice(0, 40).replace(/-+$/, '');
      const env: NodeJS.ProcessEnv = { ...process.env, PATH: `${smolvm.folder}:${process.env['PATH']}` };
      for (const name of Object.keys(file.said.secrets ?? {})) env[name] = `secret of ${name}`;
      for (const reference of Object.values(file.said.secrets ?? {}) as { from_env?: string }[])
        if (reference.from_env) env[reference.from_env] = 'secret';
      const call = (...argv: string[]): string =>
        execFileSync('smolvm', argv, {
          cwd: folder,
          env,
          encoding: 'utf8',
          stdio: ['ignore', 'pipe', 'pipe'],
        });
      call('machine', 'create', '--name', machine, '-s', file.name);
      call('machine', 'start', '--name', machine);
      const workload = smolvm.workload(machine);
      const { said } = file;
      const words = [...strings(said['entrypoint']), ...strings(said['cmd'])];
      // without either the image's own is run, which the stand-in says
      if (words.length > 0) expect(workload?.command).toEqual(words);
      const sent = new Map(workload?.env?.map(([name, value]) => [name, value]) ?? []);
      for (const each of [...strings(said['env']), ...strings(said.dev?.['env'])].filter((one) =>
        one.includes('='),
      ))
        expect(sent.get(each.slice(0, each.indexOf('=')))).toBe(each.slice(each.indexOf('=') + 1).trimEnd());
      for (const name of Object.keys(said.secrets ?? {})) expect(sent.has(name), name).toBe(true);
      if (said['workdir'] !== undefined) expect(workload?.workdir).toBe(said['workdir']);
      if (said['user'] !== undefined) expect(workload?.user).toBe(said['user']);
      expect(workload?.init ?? []).toEqual(strings(said.dev?.['init']));
      const boot = smolvm.requests().find((each) => each.kind === 'boot' && each.vm === machine) as
        { config?: Boot } | undefined;
      expect((boot?.config?.mounts ?? []).map((each) => each.target)).toEqual(
        expect.arrayContaining(mounted(file).map(({ target }) => target)),
      );
      expect((boot?.config?.mounts ?? []).map((each) => each.source)).toEqual(
        expect.arrayContaining(mounted(file).map((each) => resolve(folder, each.source))),
      );
      const expected = strings(said.dev?.['ports']).flatMap((each) => {
        const [host = '', guest = ''] = each.replace(/\/.*/, '').split(':');
        const [from = 0, to = from] = host.split('-').map(Number);
        const [first = 0] = guest.split('-').map(Number);
        return Array.from({ length: to - from + 1 }, (_, at) => `${from + at}:${first + at}`);
      });
      expect((boot?.config?.ports ?? []).map((each) => `${each.host}:${each.guest}`).toSorted()).toEqual(
        expected.toSorted(),
      );
      call('machine', 'stop', '--name', machine);
    }
  });
});
