import { chmodSync, linkSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folderWith } from '../cli/harness.ts';
import { aiClient, sdkClient, type Talk } from './clients.ts';

const BROKEN = 'imge = "alpine"\nenv = ["API_KEY=hunter2-hunter2"]\n';
const GOOD = 'image = "alpine"\nnet = true\n';
const FILES = {
  Smolfile: BROKEN,
  'good/Smolfile': GOOD,
  'docker/Dockerfile': 'FROM nginx:1.27\nEXPOSE 80\n',
};
const NAMES = ['compat', 'edit', 'explain', 'fix', 'import', 'init', 'lint', 'resolve'];

async function withClient(open: Promise<Talk>, work: (talk: Talk) => Promise<void>): Promise<void> {
  const talk = await open;
  try {
    await work(talk);
  } finally {
    await talk.close();
  }
}

type Open = (folder: string, ...flags: string[]) => Promise<Talk>;
const CLIENTS: readonly (readonly [string, Open])[] = [
  ["the SDK's client", (folder, ...flags) => sdkClient({ roots: [folder], flags })],
  ['the AI SDK’s client', (folder, ...flags) => aiClient({ flags: ['--root', folder, ...flags] })],
];

describe.each(CLIENTS)('%s', (_, open) => {
  test('runs every tool', async () => {
    const folder = folderWith(FILES);
    await withClient(open(folder), async ({ tools, call }) => {
      expect((await tools()).toSorted()).toEqual(NAMES);
      const value = async (name: string, args: object): Promise<unknown> => {
        const { isError, text, value: own } = await call(name, args);
        expect({ name, isError, text: isError ? text : '' }).toEqual({ name, isError: false, text: '' });
        return Object.keys(own).length > 0 ? own : JSON.parse(text);
      };
      expect(await value('lint', { path: 'Smolfile' })).toMatchObject({
        errors: 1,
        files: [{ path: 'Smolfile', diagnostics: [{ code: 'unknown-key', for: ['create', 'run'] }, {}] }],
      });
      expect(await value('lint', { path: '.' })).toMatchObject({ files: [{}, {}] });
      expect(await value('lint', { text: GOOD, smolvm: '1.9.3', for: ['pack'] })).toMatchObject({
        errors: 0,
        smolvm: '1.9.3',
      });
      expect(await value('fix', { text: 'imge = "alpine"\nnet = true\n', unsafe: true })).toMatchObject({
        text: GOOD,
        fixed: 1,
        written: false,
        masked: false,
      });
      expect(await value('resolve', { text: GOOD, flags: '--cpus 2' })).toMatchObject({
        accepted: true,
        result: { config: { cpus: 2 } },
      });
      expect(await value('resolve', { text: GOOD, format: 'flags' })).toMatchObject({
        result: { text: 'smolvm machine create --image alpine --net' },
      });
      expect(await value('resolve', { text: GOOD, format: 'api' })).toMatchObject({
        result: { body: { image: 'alpine', network: true } },
      });
      expect(await value('resolve', { text: BROKEN })).toMatchObject({
        accepted: false,
        result: { error: { code: 'unknown-key' } },
      });
      expect(await value('explain', { topic: 'port-invalid' })).toMatchObject({
        markdown: expect.stringContaining('# port-invalid') as string,
      });
      expect(await value('compat', { text: 'user = "x"\n', for: ['create'] })).toMatchObject({
        commands: { create: [{ accepted: false }, { accepted: true }] },
      });
      expect(await value('import', { path: 'docker/Dockerfile' })).toMatchObject({
        files: [{ name: 'Smolfile', written: false }],
        problems: [],
      });
      expect(await value('import', { text: 'docker run -p 80:80 nginx', from: 'docker-run' })).toMatchObject({
        problems: [],
      });
      expect(await value('init', { image: 'alpine:3.22' })).toMatchObject({
        text: expect.stringContaining('alpine:3.22') as string,
      });
      expect(
        await value('edit', {
          text: GOOD,
          changes: [
            { do: 'set', key: 'cpus', value: 2 },
            { do: 'add', key: 'dev.ports', value: '80:80' },
            { do: 'remove', key: 'net' },
          ],
        }),
      ).toMatchObject({ text: 'image = "alpine"\ncpus = 2\n\n[dev]\nports = ["80:80"]\n' });
    });
    expect(readFileSync(join(folder, 'Smolfile'), 'utf8')).toBe(BROKEN);
  });

  test.skipIf(process.platform === 'win32')('writes as carefully as the command does', async () => {
    const folder = folderWith({ 'shut/Smolfile': GOOD, 'linked/Smolfile': GOOD, 'mode/Smolfile': GOOD });
    chmodSync(join(folder, 'shut/Smolfile'), 0o444);
    linkSync(join(folder, 'linked/Smolfile'), join(folder, 'linked/other'));
    chmodSync(join(folder, 'mode/Smolfile'), 0o751);
    const changes = [{ do: 'set', key: 'cpus', value: 2 }];
    await withClient(open(folder, '--allow-write'), async ({ call }) => {
      const edit = (path: string) => call('edit', { path, changes, write: true });
      for (const [path, reason] of [
        ['shut/Smolfile', 'write-protected'],
        ['linked/Smolfile', 'hard link'],
      ] as const) {
        // oxlint-disable-next-line no-await-in-loop
        const said = await edit(path);
        expect(said).toMatchObject({ isError: true, text: expect.stringContaining(reason) as string });
        expect(readFileSync(join(folder, path), 'utf8')).toBe(GOOD);
      }
      expect(await edit('mode/Smolfile')).toMatchObject({ isError: false });
    });
    expect(statSync(join(folder, 'mode/Smolfile')).mode & 0o777).toBe(0o751);
    expect(readdirSync(join(folder, 'mode'))).toEqual(['Smolfile']);
  });

  test('writes only where it may', async () => {
    const folder = folderWith(FILES);
    const changes = [{ do: 'set', key: 'cpus', value: 2 }];
    const edit = { path: 'good/Smolfile', changes, write: true };
    await withClient(open(folder), async ({ call }) => {
      expect(await call('edit', edit)).toMatchObject({
        isError: true,
        text: expect.stringContaining('--allow-write') as string,
      });
      expect(await call('init', { path: 'new/Smolfile', write: true })).toMatchObject({ isError: true });
    });
    expect(readFileSync(join(folder, 'good/Smolfile'), 'utf8')).toBe(GOOD);
    await withClient(open(folder, '--allow-write'), async ({ call }) => {
      for (const [name, args] of [
        ['edit', edit],
        ['fix', { path: 'Smolfile', unsafe: true, write: true }],
        ['import', { path: 'docker/Dockerfile', write: true }],
        ['init', { path: 'good/other.smolfile', write: true }],
      ] as const) {
        // one after the other, as an agent would
        // oxlint-disable-next-line no-await-in-loop
        const { isError, text } = await call(name, args);
        expect({ name, isError, text }).toMatchObject({ isError: false });
      }
      expect(await call('import', { path: 'docker/Dockerfile', write: true })).toMatchObject({
        isError: true,
        text: expect.stringContaining('exists already') as string,
      });
    });
    const text = (name: string): string => readFileSync(join(folder, name), 'utf8');
    expect(text('good/Smolfile')).toBe(`${GOOD}cpus = 2\n`);
    // what is masked in the answer is whole in the file
    expect(text('Smolfile')).toBe(BROKEN.replace('imge', 'image'));
    expect(text('docker/Smolfile')).toContain('nginx:1.27');
    expect(text('good/other.smolfile')).toContain('image');
  });

  test('a file’s credentials are masked', async () => {
    const folder = folderWith(FILES);
    await withClient(open(folder), async ({ call }) => {
      for (const [name, args] of [
        ['lint', {}],
        ['fix', {}],
        ['resolve', {}],
        ['edit', { changes: [{ do: 'set', key: 'cpus', value: 1 }] }],
      ] as const) {
        // oxlint-disable-next-line no-await-in-loop
        expect((await call(name, { path: 'Smolfile', ...args })).text).not.toContain('hunter2');
      }
      expect((await call('fix', { path: 'Smolfile' })).text).toContain('"masked":true');
    });
  });
});

describe('resources, progress and cancellation', () => {
  test('the reference and the rules of a release can be read', async () => {
    const { client, close } = await sdkClient();
    try {
      const { resources } = await client.listResources();
      expect(resources.map(({ uri }) => uri).toSorted()).toEqual([
        'smolfile://reference',
        'smolfile://rules',
      ]);
      const read = async (uri: string): Promise<string> =>
        (await client.readResource({ uri })).contents.map((one) => ('text' in one ? one.text : '')).join('');
      expect(await read('smolfile://reference')).toContain('# Smolfile reference');
      expect(await read('smolfile://reference/1.9.3')).toContain('(smolvm 1.9.3)');
      expect(await read('smolfile://rules/1.9.3')).toContain('`unknown-key` (error)');
      await expect(read('smolfile://reference/banana')).rejects.toThrow('no release');
    } finally {
      await close();
    }
  });

  test('says how far it is, and stops when it is told to', async () => {
    const numbers = Array.from({ length: 60 }, (_, at) => at);
    // So many that it is still at it when it is told, on whatever machine.
    const many = Array.from({ length: 500 }, (_, at) => [`many/${at}/Smolfile`, GOOD] as const);
    const few = numbers.map((at) => [`few/${at}/Smolfile`, GOOD] as const);
    const folder = folderWith(Object.fromEntries([...few, ...many]));
    const { client, close, call } = await sdkClient({ roots: [folder] });
    try {
      // On the wire: what comes together with the answer, the client of the SDK passes on no more.
      const seen: unknown[] = [];
      const { transport } = client;
      const taken = transport!.onmessage!;
      // What the SDK calls a transport has no events.
      // oxlint-disable-next-line unicorn/prefer-add-event-listener
      transport!.onmessage = (message) => {
        if ('method' in message && message.method === 'notifications/progress')
          seen.push(message.params?.['progress']);
        taken(message);
      };
      const request = (path: string) => ({ name: 'lint', arguments: { path } });
      await client.callTool(request('few'), undefined, { onprogress: () => undefined });
      expect(seen).toEqual(numbers);
      const abort = new AbortController();
      const cut = client.callTool(request('many'), undefined, {
        signal: abort.signal,
        onprogress: () => abort.abort('enough'),
      });
      await expect(cut).rejects.toThrow('enough');
      expect(await call('lint', { text: GOOD })).toMatchObject({ isError: false });
    } finally {
      await close();
    }
  });
});
