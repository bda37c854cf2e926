/** Asks an executable of many recorded inputs, in as few processes as it can be done. */
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { pathToFileURL } from 'node:url';
import { quoteWord, type Command, type Manifest, type Runs } from '@smolfile/core';
import { connected, type Client } from '../harness/connected.ts';
import { FILE, FOLDERS, HOST_VALUES, withoutFolders } from '../smolvm/case-host.ts';
import { parseExactly } from '../smolvm/release-vectors.ts';

/** A recorded input at one release. */
export interface Asked {
  readonly id: string;
  readonly command: Command;
  readonly smolfile: string;
  readonly args: readonly string[];
  readonly release: string;
}

/** The part of `smolfile resolve --format json` that is recorded, the case's folders written as there. */
export interface Resolved {
  readonly accepted: boolean;
  readonly error?: { readonly stage: string; readonly code: string; readonly message: string };
  readonly config?: Readonly<Record<string, unknown>>;
  readonly runs?: Runs;
  readonly manifest?: Manifest;
}

/** An error of `smolfile lint --format json`. */
export interface Found {
  readonly code: string;
  readonly message: string;
  readonly stage: string | null;
  readonly line: number;
  readonly column: number;
}

/** The folder of the recorded cases, with their files, and an executable that is run there. */
export class Place {
  readonly #executable: string;
  readonly #root = realpathSync(mkdtempSync(join(tmpdir(), 'smolvm-')));
  readonly #cwd = join(this.#root, 'w');
  readonly #env = { ...HOST_VALUES, HOME: join(this.#root, 'h') };
  readonly #names = new Map<string, string>();

  constructor(executable: string) {
    this.#executable = executable;
    for (const folder of FOLDERS) mkdirSync(join(this.#cwd, folder), { recursive: true });
    mkdirSync(this.#env.HOME);
    writeFileSync(join(this.#cwd, FILE), '');
    writeFileSync(join(this.#cwd, 'Smolfile'), '');
  }

  remove(): void {
    rmSync(this.#root, { recursive: true, force: true });
  }

  /** The errors of every file by itself, without the flags: by a process for each release and command. */
  async lint(all: readonly Asked[]): Promise<ReadonlyMap<Asked, readonly Found[]>> {
    const errors = new Map<Asked, readonly Found[]>();
    await atOnce(groupBy(all, groupOf).values(), async (own) => {
      const { command, release } = own[0]!;
      const names = new Set(own.map(({ smolfile }) => this.#nameOf(smolfile)));
      const argv = ['lint', '--format', 'json', '--for', command, '--smolvm-version', release, ...names];
      const { files } = JSON.parse((await this.#run(argv)).stdout) as LintOutput;
      const byPath = new Map(files.map(({ path, diagnostics }) => [path, errorsIn(diagnostics)]));
      for (const one of own) errors.set(one, byPath.get(this.#nameOf(one.smolfile))!);
    });
    return errors;
  }

  /** What everything comes to: by a language server for each processor. */
  async resolve(all: readonly Asked[]): Promise<ReadonlyMap<Asked, Resolved>> {
    const found = new Map<Asked, Resolved>();
    const waiting = groupBy(all, ({ smolfile }) => smolfile).entries();
    await atOnce(Array.from({ length: availableParallelism() }), async () => {
      const server = await this.#server();
      const { connection } = server;
      // the servers take the next one in turns
      const work = async ([smolfile, own]: [string, Asked[]]): Promise<void> => {
        const textDocument = { uri: pathToFileURL(join(this.#cwd, this.#nameOf(smolfile))).href };
        await connection.sendNotification('textDocument/didOpen', {
          textDocument: { ...textDocument, languageId: 'smolfile', version: 1, text: smolfile },
        });
        const asked = own.map(async (one) => {
          const { command, release: smolvm } = one;
          const params = { textDocument, command, smolvm, flags: flagsOf(one).map(quoteWord).join(' ') };
          const { json } = await connection.sendRequest<{ json: object }>('smolfile/resolve', params);
          found.set(one, this.#recorded(json));
        });
        await Promise.all(asked);
        await connection.sendNotification('textDocument/didClose', { textDocument });
      };
      await atOnce(waiting, work, 4);
      await server.end();
    });
    return found;
  }

  /** What each comes to: by a process for each, half of them with the flags as words, half as one. */
  async resolveAlone(all: readonly Asked[]): Promise<ReadonlyMap<Asked, Resolved>> {
    const found = new Map<Asked, Resolved>();
    await atOnce(all.entries(), async ([index, one]) => {
      const { command, release, smolfile } = one;
      const flags = flagsOf(one);
      const { stdout, code } = await this.#run([
        'resolve',
        this.#nameOf(smolfile),
        '--format',
        'json',
        '--show-values',
        '--for',
        command,
        '--smolvm-version',
        release,
        ...(index % 2 === 0 ? ['--', ...flags] : [`--cli-flags=${flags.map(quoteWord).join(' ')}`]),
      ]);
      const resolved = this.#recorded(parseExactly(stdout));
      if (code !== (resolved.accepted ? 0 : 1)) throw new Error(`${one.id}@${release}: exit ${code}`);
      found.set(one, resolved);
    });
    return found;
  }

  /** The name of the file with a text. */
  #nameOf(smolfile: string): string {
    let name = this.#names.get(smolfile);
    if (name === undefined) {
      name = `${this.#names.size}.smolfile`;
      this.#names.set(smolfile, name);
      writeFileSync(join(this.#cwd, name), smolfile);
    }
    return name;
  }

  async #run(argv: readonly string[]): Promise<{ readonly stdout: string; readonly code: number | null }> {
    const child = spawn(this.#executable, argv, {
      cwd: this.#cwd,
      env: this.#env,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const ended = new Promise<number | null>((resolve, reject) => {
      child.once('error', reject);
      child.once('close', resolve);
    });
    const stdout = await text(child.stdout);
    return { stdout, code: await ended };
  }

  async #server(): Promise<Client> {
    const child = spawn(this.#executable, ['lsp'], {
      cwd: this.#cwd,
      env: this.#env,
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    const client = connected(child);
    // who says that he asks for findings is not told any
    const capabilities = { textDocument: { diagnostic: {} } };
    await client.connection.sendRequest('initialize', { processId: null, rootUri: null, capabilities });
    await client.connection.sendNotification('initialized', {});
    return client;
  }

  /** Folders as they are recorded, and whole numbers that the protocol has as texts as numbers. */
  #recorded(value: unknown): Resolved {
    const revived = (one: unknown): unknown => {
      if (typeof one === 'string')
        return /^\d{16,}$/.test(one) ? BigInt(one) : withoutFolders(one, this.#root);
      if (Array.isArray(one)) return one.map(revived);
      if (typeof one !== 'object' || one === null) return one;
      return Object.fromEntries(Object.entries(one).map(([name, each]) => [name, revived(each)]));
    };
    const { accepted, error, config, runs, manifest } = value as Resolved;
    return revived({ accepted, error, config, runs, manifest }) as Resolved;
  }
}

interface LintOutput {
  readonly files: readonly { readonly path: string; readonly diagnostics: readonly Finding[] }[];
}

interface Finding extends Omit<Found, 'line' | 'column'> {
  readonly severity: string;
  readonly range: { readonly start: { readonly line: number; readonly column: number } };
}

function errorsIn(findings: readonly Finding[]): Found[] {
  return findings
    .filter(({ severity }) => severity === 'error')
    .map(({ code, message, stage, range: { start } }) => ({ code, message, stage, ...start }));
}

/** What stood on the line of the record; a preview takes the file and the output of a pack as given. */
function flagsOf({ command, args }: Asked): string[] {
  return [...(command === 'create' ? ['--name', 'c'] : []), ...args];
}

/** All of one group can be asked in one process. */
export function groupOf({ command, release }: Asked): string {
  return `${command} ${release}`;
}

export function groupBy<T>(all: readonly T[], keyOf: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const own = groups.get(keyOf(one));
    if (own) own.push(one);
    else groups.set(keyOf(one), [one]);
  }
  return groups;
}

/** Does something with all of them, so many at once. */
async function atOnce<T>(
  all: Iterable<T>,
  action: (one: T) => Promise<void>,
  most: number = availableParallelism(),
): Promise<void> {
  const iterator = all[Symbol.iterator]();
  const work = async (): Promise<void> => {
    for (let next = iterator.next(); next.done !== true; next = iterator.next()) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      await action(next.value);
    }
  };
  await Promise.all(Array.from({ length: most }, work));
}
