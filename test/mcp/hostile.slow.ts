import { spawn } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folderWith } from '../cli/harness.ts';
import { builtMcp } from './built.ts';
import { sdkClient } from './clients.ts';

const GOOD = 'image = "alpine"\nnet = true\n';
const SECRET = 'cpus = 3 # outside\n';

describe('a hostile client gets errors and nothing else', () => {
  test('outside of the roots, and through links', async () => {
    const outer = folderWith({ 'outside/Smolfile': SECRET, 'root/Smolfile': GOOD, 'root/in/Smolfile': GOOD });
    const root = join(outer, 'root');
    symlinkSync(join(outer, 'outside/Smolfile'), join(root, 'link.smolfile'));
    symlinkSync(join(outer, 'outside'), join(root, 'folder'));
    symlinkSync('/', join(root, 'in/all'));
    const { call, close } = await sdkClient({ roots: [root], flags: ['--allow-write'] });
    const changes = [{ do: 'set', key: 'cpus', value: 9 }];
    try {
      for (const path of [
        '../outside/Smolfile',
        join(outer, 'outside/Smolfile'),
        `${root}/../outside/Smolfile`,
        'link.smolfile',
        'folder/Smolfile',
        `in/all${outer}/outside/Smolfile`,
        '/etc/passwd',
        '/proc/self/environ',
        '/dev/zero',
        `${root}-other/Smolfile`,
        'Smolfile\0',
        'in',
        'missing',
      ]) {
        for (const [name, args] of [
          ['lint', {}],
          ['fix', { write: true }],
          ['resolve', {}],
          ['compat', {}],
          ['import', { write: true }],
          ['edit', { changes, write: true }],
        ] as const) {
          if (name === 'lint' && path === 'in') continue;
          // oxlint-disable-next-line no-await-in-loop
          const { isError, text } = await call(name, { path, ...args });
          expect({ path, name, isError }).toEqual({ path, name, isError: true });
          expect(text).not.toMatch(/outside\n|cpus = 3|root:|internal error/);
          expect(text.length).toBeLessThan(3000);
        }
        // oxlint-disable-next-line no-await-in-loop
        if (path !== 'missing') expect((await call('init', { path, write: true })).isError).toBe(true);
      }
      // a search finds nothing behind links
      expect((await call('lint', { path: '.' })).value['files']).toHaveLength(2);
    } finally {
      await close();
    }
  });

  test('what an import names outside of the roots is not read', async () => {
    const outer = folderWith({
      '.env': 'TOKEN=t0k3n\n',
      'root/compose.yaml': 'services:\n  a:\n    image: nginx\n    env_file: ../.env\n',
    });
    const { call, close } = await sdkClient({ roots: [join(outer, 'root')] });
    try {
      expect((await call('import', { path: 'compose.yaml' })).text).not.toContain('t0k3n');
    } finally {
      await close();
    }
  });

  test('no roots, roots that are none, and too many', async () => {
    const folder = folderWith({ Smolfile: GOOD });
    for (const roots of [
      undefined,
      [],
      ['http://example.com/'],
      ['/nowhere/at/all'],
      Array.from({ length: 5000 }, (_, at) => `/none/${at}`),
    ]) {
      // oxlint-disable-next-line no-await-in-loop
      const { call, close } = await sdkClient({ ...(roots && { roots }) });
      try {
        // oxlint-disable-next-line no-await-in-loop
        expect(await call('lint', { path: join(folder, 'Smolfile') })).toMatchObject({
          isError: true,
          text: expect.stringContaining('--root') as string,
        });
        // oxlint-disable-next-line no-await-in-loop
        expect(await call('lint', { text: GOOD })).toMatchObject({ isError: false });
      } finally {
        // oxlint-disable-next-line no-await-in-loop
        await close();
      }
    }
  });

  test('huge arguments, wrong ones, and a large file', async () => {
    const root = folderWith({ Smolfile: GOOD });
    writeFileSync(join(root, 'huge.smolfile'), Buffer.alloc(20 << 20, 'a'));
    writeFileSync(join(root, 'binary.smolfile'), Buffer.from([0xff, 0xfe, 0, 1]));
    mkdirSync(join(root, 'empty'));
    const { client, call, close } = await sdkClient({ roots: [root], flags: ['--allow-write'] });
    const ten = 'a'.repeat(10 << 20);
    const refusal = async (name: string, args: unknown): Promise<void> => {
      const { isError, text } = await call(name, args).catch((error: Error) => ({
        isError: true,
        text: error.message,
      }));
      expect({ name, isError, length: text.length < 5000 }).toEqual({ name, isError: true, length: true });
      expect(text).not.toContain('internal error');
    };
    try {
      for (const [name, args] of [
        ['lint', { text: ten }],
        ['fix', { text: ten }],
        ['import', { text: ten }],
        ['explain', { topic: ten }],
        ['lint', { path: ten }],
        ['resolve', { text: GOOD, flags: ten }],
        ['init', { image: ten }],
        ['edit', { text: GOOD, changes: [{ do: 'set', key: ten, value: 1 }] }],
        ['edit', { text: GOOD, changes: Array.from({ length: 5000 }, () => ({ do: 'remove', key: 'x' })) }],
        ['lint', { path: 'huge.smolfile' }],
        ['lint', { path: 'binary.smolfile' }],
        ['lint', { path: 'empty' }],
        ['lint', {}],
        ['lint', { path: 'Smolfile', text: GOOD }],
        ['lint', { text: 1 }],
        ['lint', { text: GOOD, for: ['start'] }],
        ['lint', { text: GOOD, smolvm: 'banana' }],
        ['lint', null],
        ['resolve', { text: GOOD, for: 'run', format: 'api' }],
        ['explain', { topic: 'no-such-thing' }],
        ['fix', { text: GOOD, write: true }],
        ['edit', { text: GOOD, changes: [] }],
        ['edit', { text: GOOD, changes: [{ do: 'set', key: '', value: 1 }] }],
        ['edit', { text: GOOD, changes: [{ do: 'set', key: 'cpus', value: null }] }],
        ['edit', { text: GOOD, changes: [{ do: 'add', key: 'net', value: 1 }] }],
        [
          'edit',
          {
            text: GOOD,
            changes: [{ do: 'set', key: '__proto__.x', value: { deep: { er: { __proto__: null } } } }],
          },
        ],
        ['init', { image: 'Not An Image' }],
        ['nothing', {}],
      ] as const)
        // oxlint-disable-next-line no-await-in-loop
        if (!(name === 'edit' && JSON.stringify(args).includes('__proto__'))) await refusal(name, args);
        // oxlint-disable-next-line no-await-in-loop
        else await call(name, args);
      // it is still there, and as quick
      expect(await call('lint', { text: GOOD })).toMatchObject({ isError: false });
      // floods
      const answers = await Promise.all(Array.from({ length: 500 }, () => call('lint', { text: GOOD })));
      expect(answers.every(({ isError }) => !isError)).toBe(true);
      expect((await client.listTools()).tools).toHaveLength(8);
    } finally {
      await close();
    }
  });

  test('what is no message, or never ends, does not end the server', async () => {
    const child = spawn(process.execPath, [await builtMcp()], { stdio: ['pipe', 'pipe', 'pipe'] });
    const lines: string[] = [];
    let rest = '';
    child.stdout.on('data', (chunk: Buffer) => {
      rest += chunk.toString();
      lines.push(...rest.split('\n').slice(0, -1));
      rest = rest.split('\n').at(-1)!;
    });
    let told = '';
    child.stderr.on('data', (chunk: Buffer) => (told += chunk.toString()));
    const send = (text: string | Buffer): Promise<void> =>
      new Promise((resolve) => child.stdin.write(text, () => resolve()));
    await send('not json\n{}\n[]\nnull\n{"jsonrpc":"2.0","id":1,"method":"nothing/at/all"}\n');
    await send(`${'['.repeat(100_000)}\n`);
    await send(Buffer.alloc(1000, 0xff));
    await send('\n');
    for (let at = 0; at < 40; at++)
      // oxlint-disable-next-line no-await-in-loop
      await send(Buffer.alloc(1 << 20, 'x'));
    await send('\n');
    const hello = {
      protocolVersion: '2025-06-18',
      capabilities: {},
      clientInfo: { name: 'x', version: '1' },
    };
    await send(`${JSON.stringify({ jsonrpc: '2.0', id: 2, method: 'initialize', params: hello })}\n`);
    await new Promise<void>((resolve) => {
      const timer = setInterval(() => {
        if (!lines.some((line) => line.includes('"id":2'))) return;
        clearInterval(timer);
        resolve();
      }, 20);
    });
    expect(told).toContain('too long');
    expect(told).not.toContain('    at ');
    // it goes with its client
    const code = new Promise((resolve) => child.on('exit', resolve));
    child.stdin.end();
    expect(await code).toBe(0);
  });
});
