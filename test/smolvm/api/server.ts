import { spawn } from 'node:child_process';
import { chmodSync, closeSync, openSync, readFileSync } from 'node:fs';
import { request } from 'node:http';
import { createServer, connect } from 'node:net';
import { join } from 'node:path';
import { HOST_VALUES } from '../case-host.ts';
import { caseFolder, type CaseFolder } from '../program/case-folder.ts';
import { programOf } from '../program/fetch.ts';
import { plainRecord } from '../program/plain.ts';
import { readRecord } from '../program/records.ts';
import { standIns } from '../program/stand-ins.ts';

/** What a server answered. */
export interface Reply {
  readonly status: number;
  readonly text: string;
}

/** A real `smolvm serve` on loopback, in the folder of a case: nothing that it could boot is there. */
export interface ApiServer {
  readonly folder: CaseFolder;
  readonly send: (method: string, path: string, body?: string) => Promise<Reply>;
  /** The record of the machine `vm`, as `runQuickly` gives one. */
  readonly record: () => Promise<Readonly<Record<string, unknown>>>;
  readonly end: () => Promise<void>;
}

const DATABASE = '.local/share/smolvm/server/smolvm.db';

/** A folder for images, where a release takes one: without it, it takes none of this host. */
const IMAGES = '--local-image-dir';

/**
 * Starts it.
 *
 * @param help what `serve start --help` prints: a release gets the settings that it has.
 * @param socket a name below the case's folder to listen on, in place of a port.
 * @throws FetchError where the program cannot be had.
 */
export async function apiServer(release: string, help: string, socket?: string): Promise<ApiServer> {
  const [program, { shim, stop, lib }] = await Promise.all([programOf(release), standIns()]);
  const folder = caseFolder({ smolfile: '' });
  chmodSync(folder.root, 0o755);
  const [port, rollout] = await Promise.all([freePort(), freePort()]);
  const out = openSync(join(folder.root, 'served'), 'a');
  const at: Address =
    socket === undefined ? { host: '127.0.0.1', port } : { socketPath: folder.root + socket };
  const words = [
    'serve',
    'start',
    '--listen',
    socket === undefined ? `127.0.0.1:${port}` : `unix://${folder.root}${socket}`,
  ];
  if (help.includes(IMAGES)) words.push(IMAGES, folder.work);
  if (help.includes('--allow-nested-virt')) words.push('--allow-nested-virt');
  const child = spawn(program, words, {
    cwd: folder.work,
    stdio: ['ignore', out, out],
    env: {
      ...HOST_VALUES,
      HOME: folder.home,
      LD_PRELOAD: shim,
      GUEST_KVM: '1',
      GUEST_PROGRAM: program,
      GUEST_BOOTS: join(folder.root, 'boots'),
      SMOLVM_BOOT_BINARY: stop,
      SMOLVM_LIB_DIR: lib,
      SMOLVM_AGENT_ROOTFS: folder.rootfs,
      SMOLVM_VM_UID_DROP: 'off',
      SMOLVM_GUEST_ROLLOUT_HOST_PORT: String(rollout),
    },
  });
  closeSync(out);
  const ended = new Promise<void>((resolve) => {
    child.on('exit', () => resolve());
  });
  const end = async (): Promise<void> => {
    child.kill('SIGKILL');
    await ended;
    await folder.remove();
  };
  const told = (): string => readFileSync(join(folder.root, 'served'), 'utf8').slice(-800);
  if (!(await answers(at, child))) {
    const text = told();
    await end();
    throw new Error(`smolvm ${release} does not serve: ${text}`);
  }
  return {
    folder,
    end,
    send: (method, path, body) => send(at, method, path, body),
    record: async () => plainRecord(await readRecord(join(folder.home, DATABASE)), folder),
  };
}

/** Where a server listens. */
type Address = { readonly host: string; readonly port: number } | { readonly socketPath: string };

async function answers(at: Address, child: { readonly exitCode: number | null }): Promise<boolean> {
  for (let tries = 0; tries < 200 && child.exitCode === null; tries++) {
    // one try after the other
    // oxlint-disable-next-line no-await-in-loop
    if (await connects(at)) return true;
    // oxlint-disable-next-line no-await-in-loop
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return false;
}

function connects(at: Address): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = 'port' in at ? connect(at.port, at.host) : connect(at.socketPath);
    socket.on('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.on('error', () => resolve(false));
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { readonly port: number };
      server.close(() => resolve(port));
    });
  });
}

function send(at: Address, method: string, path: string, body = ''): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
    const sent = request({ ...at, method, path, headers, timeout: 30_000 }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text }));
    });
    sent.on('error', reject).end(body);
  });
}
