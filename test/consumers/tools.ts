import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parse } from 'smol-toml';
import {
  StreamMessageReader,
  StreamMessageWriter,
  type CompletionItem,
  type Diagnostic,
  type Hover,
} from 'vscode-languageserver/node';
import { strictAjv } from '../../schemas/generate/validator.ts';
import { cache } from './place.ts';

// The tools that read TOML and JSON Schema, each as its users run it.

const repository = new URL('../../', import.meta.url);
const page = readFileSync(new URL('packages/language-server/EDITORS.md', repository), 'utf8');

/** What the extension names for other editors. */
export const url = /"url": "(https:[^"]*\/newest\.schema\.json)"/.exec(
  readFileSync(new URL('extension/package.json', repository), 'utf8'),
)![1]!;

/** The file of this tree at that address. */
export const schemaFile = fileURLToPath(new URL(url.slice(url.indexOf('/schemas/') + 1), repository));
const schema = JSON.parse(readFileSync(schemaFile, 'utf8')) as object;

/** The section of EDITORS.md that is about them. */
export const section = page.slice(page.indexOf('### Other TOML tools'), page.indexOf('### In a browser'));

const blocks = Array.from(section.matchAll(/```toml\n(.*?)```/gs), ([, block = '']) => block);

/** The set-ups of the page, and the comment for the first line of a file. */
export const [taploSetup = '', tombiSetup = '', directive = ''] = blocks;

/** A set-up of the page with the schema of this tree in place of the published one. */
export const here = (setup: string): string =>
  setup.replace(`url = "${url}"`, `path = "${schemaFile}"`).replace(url, schemaFile);

/** A folder with the set-ups of the page. */
export class Project {
  readonly folder: string = mkdtempSync(join(tmpdir(), 'smolfile-tools-'));

  constructor(taplo = taploSetup, tombi = tombiSetup) {
    this.write('.taplo.toml', here(taplo));
    this.write('tombi.toml', here(tombi));
  }

  write(name: string, text: string): string {
    const path = join(this.folder, name);
    mkdirSync(join(path, '..'), { recursive: true });
    writeFileSync(path, text);
    return path;
  }

  /** Runs a tool of PyPI on a file with this text. */
  run(tool: string, text: string): { status: number | null; said: string } {
    this.write('Smolfile', text);
    // Tombi fails where it cannot reach its catalogue, which no Smolfile is in
    const argv = tool === 'tombi' ? ['lint', '--offline', 'Smolfile'] : ['lint', 'Smolfile'];
    const { status, stdout, stderr } = spawnSync(program(tool), argv, {
      cwd: this.folder,
      encoding: 'utf8',
    });
    return { status, said: stdout + stderr };
  }

  [Symbol.dispose](): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

function program(name: string): string {
  return join(cache, 'python/bin', name);
}

interface Message {
  readonly jsonrpc: '2.0';
  readonly id?: number | string;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
}

interface Transport extends Disposable {
  send(message: Message): void;
}

/** Tombi's language server, as editors start it. */
function tombiServer(folder: string, receive: (message: Message) => void): Transport {
  const child = spawn(program('tombi'), ['lsp', '--offline'], {
    cwd: folder,
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  const writer = new StreamMessageWriter(child.stdin);
  new StreamMessageReader(child.stdout).listen((message) => receive(message as Message));
  return {
    send: (message) => void writer.write(message),
    [Symbol.dispose]: () => void child.kill(),
  };
}

interface TaploLsp {
  initialize(
    environment: object,
    handler: { onMessage(message: Message): void },
  ): Promise<{ send(message: Message): void; dispose(): void }>;
}

/** Even Better TOML's language server: its WebAssembly, with what the extension gives it. */
async function taploServer(folder: string, receive: (message: Message) => void): Promise<Transport> {
  const { TaploLsp } = createRequire(join(cache, 'package.json'))('@taplo/lsp') as { TaploLsp: TaploLsp };
  const sink = async (bytes: Uint8Array): Promise<number> => Promise.resolve(bytes.length);
  const server = await TaploLsp.initialize(
    {
      cwd: () => folder,
      envVar: () => '',
      envVars: () => [],
      findConfigFile: (from: string) => {
        const path = join(from, '.taplo.toml');
        return existsSync(path) ? path : undefined;
      },
      glob: () => [],
      isAbsolute,
      now: () => new Date(),
      readFile: async (path: string) => readFile(path),
      writeFile: async () => Promise.resolve(),
      stderr: sink,
      stdErrAtty: () => false,
      stdin: async () => Promise.resolve(new Uint8Array()),
      stdout: sink,
      // not every address is one of a file: as the extension does it
      urlToFilePath: (address: string) => decodeURI(address).slice('file://'.length),
    },
    { onMessage: receive },
  );
  return { send: (message) => server.send(message), [Symbol.dispose]: () => server.dispose() };
}

/** An editor with one file open. */
export class Editor {
  readonly #project = new Project();
  readonly #answers = new Map<number, (result: unknown) => void>();
  #transport: Transport | undefined;
  #diagnostics: readonly Diagnostic[] = [];
  #notify: () => void = () => {};
  #version = 0;
  #requests = 0;

  get #uri(): string {
    return pathToFileURL(join(this.#project.folder, 'Smolfile')).href;
  }

  async start(tool: 'Even Better TOML' | 'Tombi', text: string): Promise<void> {
    const { folder } = this.#project;
    this.#project.write('Smolfile', text);
    const receive = (message: Message): void => this.#receive(message);
    this.#transport = await (tool === 'Tombi' ? tombiServer(folder, receive) : taploServer(folder, receive));
    const rootUri = pathToFileURL(folder).href;
    await this.#ask('initialize', {
      processId: process.pid,
      rootUri,
      workspaceFolders: [{ uri: rootUri, name: 'project' }],
      capabilities: {
        workspace: { configuration: true, workspaceFolders: true },
        textDocument: {
          publishDiagnostics: {},
          hover: { contentFormat: ['markdown'] },
          completion: { completionItem: { documentationFormat: ['markdown'] } },
        },
      },
    });
    this.#tell('initialized', {});
    await this.#published(() =>
      this.#tell('textDocument/didOpen', {
        textDocument: { uri: this.#uri, languageId: 'toml', version: this.#version, text },
      }),
    );
  }

  #receive({ id, method, params, result }: Message): void {
    if (method === undefined) {
      this.#answers.get(id as number)?.(result);
      return;
    }
    if (id !== undefined) {
      const { items = [] } = (params ?? {}) as { items?: readonly unknown[] };
      const answer = method === 'workspace/configuration' ? items.map(() => ({})) : null;
      this.#transport!.send({ jsonrpc: '2.0', id, result: answer });
      return;
    }
    if (method !== 'textDocument/publishDiagnostics') return;
    const { uri, diagnostics } = params as { uri: string; diagnostics: readonly Diagnostic[] };
    if (uri !== this.#uri) return;
    this.#diagnostics = diagnostics;
    this.#notify();
  }

  #tell(method: string, params: unknown): void {
    this.#transport!.send({ jsonrpc: '2.0', method, params });
  }

  async #ask<Result>(method: string, params: unknown): Promise<Result> {
    const id = ++this.#requests;
    const { promise, resolve } = deferred<unknown>();
    this.#answers.set(id, resolve);
    this.#transport!.send({ jsonrpc: '2.0', id, method, params });
    return (await promise) as Result;
  }

  /** What it publishes after a change, once it has no more to say: taplo speaks twice, and names no version. */
  async #published(change: () => void): Promise<readonly Diagnostic[]> {
    const { promise, resolve } = deferred<void>();
    let timer: NodeJS.Timeout | undefined;
    this.#notify = () => {
      clearTimeout(timer);
      timer = setTimeout(resolve, 150);
    };
    change();
    await promise;
    return this.#diagnostics;
  }

  /** The errors that it shows in a text, once it has said something of it. */
  async diagnose(text: string): Promise<readonly Diagnostic[]> {
    this.#version++;
    const found = await this.#published(() =>
      this.#tell('textDocument/didChange', {
        textDocument: { uri: this.#uri, version: this.#version },
        contentChanges: [{ text }],
      }),
    );
    return found.filter(({ severity }) => severity === 1);
  }

  async complete(line: number, character: number): Promise<readonly string[]> {
    const found = await this.#ask<CompletionItem[] | { items: CompletionItem[] } | null>(
      'textDocument/completion',
      { textDocument: { uri: this.#uri }, position: { line, character } },
    );
    return (Array.isArray(found) ? found : (found?.items ?? [])).map(({ label }) => label);
  }

  async hover(line: number, character: number): Promise<string> {
    const found = await this.#ask<Hover | null>('textDocument/hover', {
      textDocument: { uri: this.#uri },
      position: { line, character },
    });
    return JSON.stringify(found?.contents ?? '');
  }

  [Symbol.dispose](): void {
    this.#transport?.[Symbol.dispose]();
    this.#project[Symbol.dispose]();
  }
}

/** A promise and what fulfils it. */
function deferred<T>(): { promise: Promise<T>; resolve: (value: T) => void } {
  let resolve: (value: T) => void = () => {};
  const promise = new Promise<T>((fulfil) => {
    resolve = fulfil;
  });
  return { promise, resolve };
}

/** Which of some texts a tool finds fault with. */
export type Finder = (texts: readonly string[]) => Promise<boolean[]>;

const byCommand =
  (tool: string): Finder =>
  async (texts) => {
    using project = new Project();
    return Promise.resolve(texts.map((text) => project.run(tool, text).status === 1));
  };

const byEditor: Finder = async (texts) => {
  using editor = new Editor();
  await editor.start('Even Better TOML', '\n');
  const found: boolean[] = [];
  // oxlint-disable-next-line no-await-in-loop -- one after the other: it is one file
  for (const text of texts) found.push((await editor.diagnose(text)).length > 0);
  return found;
};

/** As the page calls it, but once for all: Python takes long to start. */
const byCheckJsonschema: Finder = async (texts) => {
  using project = new Project();
  const names = texts.map((text, index) => project.write(`files/${index}`, text));
  const [, call = ''] = /```sh\ncheck-jsonschema (.*) Smolfile\n/.exec(section) ?? [];
  const argv = [...here(call).split(' '), '--output-format', 'json', ...names];
  const { stdout } = spawnSync(program('check-jsonschema'), argv, { encoding: 'utf8' });
  const { errors = [], parse_errors = [] } = JSON.parse(stdout) as Partial<
    Record<'errors' | 'parse_errors', { filename: string }[]>
  >;
  const wrong = new Set([...errors, ...parse_errors].map(({ filename }) => filename));
  return Promise.resolve(names.map((name) => wrong.has(name)));
};

function dataOf(text: string): unknown {
  try {
    return parse(text);
  } catch {
    return undefined;
  }
}

const byAjv: Finder = async (texts) => {
  const accepts = strictAjv().compile(schema);
  const isWrong = (data: unknown): boolean => data === undefined || !accepts(data);
  return Promise.resolve(texts.map((text) => isWrong(dataOf(text))));
};

interface JsonService {
  getLanguageService(options: object): {
    configure(options: object): void;
    parseJSONDocument(document: object): object;
    doValidation(document: object, json: object, settings: object): Promise<{ severity?: number }[]>;
  };
  TextDocument: { create(uri: string, language: string, version: number, text: string): object };
}

/** VS Code's own for JSON, which has no TOML: it gets the data. */
const byVsCode: Finder = async (texts) => {
  const module = createRequire(join(cache, 'package.json'))('vscode-json-languageservice') as JsonService;
  const service = module.getLanguageService({});
  service.configure({ schemas: [{ uri: url, fileMatch: ['*'], schema }] });
  return Promise.all(
    texts.map(async (text) => {
      const data = dataOf(text);
      if (data === undefined) return true;
      const document = module.TextDocument.create('file:///a.json', 'json', 1, JSON.stringify(data));
      const found = await service.doValidation(document, service.parseJSONDocument(document), {
        schemaValidation: 'error',
      });
      return found.some(({ severity }) => severity === 1);
    }),
  );
};

/** By the name of the page. */
export const TOOLS: Readonly<Record<string, Finder>> = {
  taplo: byCommand('taplo'),
  'Even Better TOML': byEditor,
  Tombi: byCommand('tombi'),
  'check-jsonschema': byCheckJsonschema,
  ajv: byAjv,
  'vscode-json-languageservice': byVsCode,
};
