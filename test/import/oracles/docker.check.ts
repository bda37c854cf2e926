/** Command lines, as the docker command itself reads them: it is asked to create a container by a stand-in engine. */
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { importSource } from '@smolfile/core/import';
import { RUN_FLAGS } from '../../../packages/core/src/import/table/index.ts';
import { joinWords } from '../../../packages/core/src/call/index.ts';
import { run } from '../harness.ts';
import { meaningOfSmolfile } from './meaning.ts';
import { runWords } from './run-words.ts';
import { docker } from './tools.ts';

/** What docker asks an engine for. */
interface Request {
  readonly Cmd: readonly string[] | null;
  readonly Entrypoint: readonly string[] | null;
  readonly Env: readonly string[] | null;
  readonly Image: string;
  readonly User: string;
  readonly WorkingDir: string;
  readonly HostConfig: {
    readonly Binds: readonly string[] | null;
    readonly Memory: number;
    readonly NanoCpus: number;
    readonly PortBindings: Readonly<Record<string, readonly { readonly HostPort: string }[]>>;
    readonly RestartPolicy: { readonly Name: string; readonly MaximumRetryCount: number };
  };
}

const program = docker();
const folder = mkdtempSync(join(tmpdir(), 'smolfile-docker-'));
const socket = join(folder, 'docker.sock');
let engine: Server;
let asked: Request | undefined;

beforeAll(async () => {
  engine = createServer((request, response) => {
    let body = '';
    request.on('data', (piece: Buffer) => (body += piece.toString()));
    request.on('end', () => {
      const creates = request.url?.includes('/containers/create') ?? false;
      if (creates) asked = JSON.parse(body) as Request;
      response.setHeader('Content-Type', 'application/json').setHeader('Api-Version', '1.50');
      response.statusCode = creates ? 201 : 200;
      response.end(
        creates ? '{"Id":"0123456789abcdef","Warnings":[]}' : request.url?.endsWith('_ping') ? 'OK' : '{}',
      );
    });
  });
  await new Promise<void>((resolve) => engine.listen(socket, resolve));
});
afterAll(() => {
  engine.close();
  rmSync(folder, { recursive: true, force: true });
});

async function create(words: readonly string[]): Promise<Request | undefined> {
  asked = undefined;
  const child = spawn(program!, ['-H', `unix://${socket}`, 'create', ...words], {
    cwd: '/',
    env: { PATH: process.env['PATH'], HOME: folder },
    stdio: 'ignore',
  });
  const code = await new Promise((resolve) => child.on('close', resolve));
  return code === 0 ? asked : undefined;
}

describe.skipIf(program === undefined)('docker', () => {
  test('has the flags that the table has, written in the same way', () => {
    const help = execFileSync(program!, ['run', '--help'], { encoding: 'utf8' });
    const flags = Array.from(
      help.matchAll(/^ +(?:-(\w), )?(--[\w-]+)(?: ([\w-]+))? {2,}/gm),
      ([, short, name, value]) => ({
        name,
        short,
        takesValue: value !== undefined,
        repeats: /^(?:list|map|mount|network|ulimit|gpu-request)$/.test(value ?? ''),
      }),
    );
    const ours = RUN_FLAGS.map(({ name, short, takesValue, repeats }) => ({
      name,
      short,
      takesValue,
      repeats,
    }));
    const of = (list: readonly { readonly name?: string | undefined }[]) =>
      new Map(list.map((flag) => [flag.name, flag]));
    for (const [name, flag] of of(flags)) expect(of(ours).get(name), name).toEqual(flag);
  });

  test('asks for the same', async () => {
    let compared = 0;
    await fc.assert(
      fc.asyncProperty(runWords, async (words) => {
        const request = await create(words);
        const source = joinWords(['docker', 'run', ...words]);
        if (!request) {
          // what docker refuses need not be taken, and what names a host port twice is not compared
          return;
        }
        const { files } = importSource(source, { from: 'docker-run' });
        expect(files, source).toHaveLength(1);
        const { said } = run(source);
        compared++;
        const ours = meaningOfSmolfile(said);
        const { HostConfig: host } = request;
        expect(said['image']).toBe(request.Image);
        expect(ours.command).toEqual([...(request.Entrypoint ?? []), ...(request.Cmd ?? [])]);
        const env = new Map(
          (request.Env ?? []).map((each) => [
            each.slice(0, each.indexOf('=')),
            each.slice(each.indexOf('=') + 1),
          ]),
        );
        expect(ours.env).toEqual(Object.fromEntries(env));
        const hostPorts = new Set(
          Object.values(host.PortBindings ?? {}).flatMap((each) => each.map(({ HostPort }) => HostPort)),
        );
        expect(new Set(ours.ports.map((each) => each.split(':')[0]))).toEqual(hostPorts);
        expect(new Set(ours.mounts)).toEqual(
          new Set((host.Binds ?? []).map((each) => each.replace(/:z,ro$/, ':ro'))),
        );
        expect((said['memory'] as number | undefined) ?? 0).toBe(host.Memory / 1024 ** 2);
        expect((said['cpus'] as number | undefined) ?? 0).toBe(Math.ceil(host.NanoCpus / 1e9));
        expect(ours.workdir ?? '').toBe(request.WorkingDir);
        expect(said.restart?.['policy'] ?? 'no').toBe(host.RestartPolicy.Name);
        expect(said.restart?.['max_retries'] ?? 0).toBe(host.RestartPolicy.MaximumRetryCount);
      }),
      { numRuns: 120 },
    );
    expect(compared).toBeGreaterThan(60);
  });
});
