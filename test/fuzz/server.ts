/** The language server in this process, asked everything that it says it answers, about any text at all. */
import { hostWith, lint, parseSmolfile } from '@smolfile/core';
import {
  AbstractMessageReader,
  AbstractMessageWriter,
  createConnection,
  createProtocolConnection,
  LSPErrorCodes,
  ProposedFeatures,
  ResponseError,
  type ClientCapabilities,
  type DataCallback,
  type Disposable,
  type Message,
  type Position,
  type ProtocolConnection,
  type ServerCapabilities,
  type TextEdit,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { serve } from '../../packages/language-server/src/server.ts';
import { NOWHERE } from '../../packages/language-server/src/world.ts';

/** A client that takes all there is, so that the server announces all it has. */
const CAPABILITIES: ClientCapabilities = {
  general: { positionEncodings: ['utf-16'] },
  textDocument: {
    diagnostic: { relatedInformation: true },
    completion: {
      completionItem: { snippetSupport: true, resolveSupport: { properties: ['documentation'] } },
    },
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: [''] } } },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    rename: { prepareSupport: true },
  },
  workspace: { workspaceFolders: true },
  experimental: { smolfile: { commands: ['smolfile.run', 'smolfile.pack', 'smolfile.preview'] } },
};

/** One end of a wire: what is written goes, as text, to whoever listens at the other. */
class Reader extends AbstractMessageReader {
  #deliver: DataCallback | undefined;

  listen(deliver: DataCallback): Disposable {
    this.#deliver = deliver;
    return { dispose: () => (this.#deliver = undefined) };
  }

  take(wire: string): void {
    setImmediate(() => this.#deliver?.(JSON.parse(wire) as Message));
  }
}

class Writer extends AbstractMessageWriter {
  readonly #to: Reader;

  constructor(to: Reader) {
    super();
    this.#to = to;
  }

  write(message: Message): Promise<void> {
    this.#to.take(JSON.stringify(message));
    return Promise.resolve();
  }

  end(): void {}
}

/** A sentence for people that says why there is no answer. */
const REQUEST_FAILED: number = LSPErrorCodes.RequestFailed;

/** A text and places in it to ask about. */
interface Asked {
  readonly uri: string;
  readonly document: TextDocument;
  readonly position: Position;
  /** From the position to another one. */
  readonly range: { readonly start: Position; readonly end: Position };
}

type Ask = (method: string, params: object) => Promise<unknown>;

const at = ({ uri, position }: Asked): object => ({ textDocument: { uri }, position });
const whole = ({ uri }: Asked): object => ({ textDocument: { uri } });
const within = ({ uri, range }: Asked): object => ({ textDocument: { uri }, range });

/**
 * How each thing that the server announces is asked for. Its name is the path in the announced capabilities; a test
 * fails when one is announced that is not here.
 */
export const REQUESTS: Readonly<Record<string, (ask: Ask, asked: Asked) => Promise<unknown>>> = {
  completionProvider: (ask, asked) => ask('textDocument/completion', at(asked)),
  'completionProvider.resolveProvider': async (ask, asked) => {
    const { items } = (await ask('textDocument/completion', at(asked))) as { items: object[] };
    return Promise.all(items.slice(0, 3).map((item) => ask('completionItem/resolve', item)));
  },
  hoverProvider: (ask, asked) => ask('textDocument/hover', at(asked)),
  definitionProvider: (ask, asked) => ask('textDocument/definition', at(asked)),
  referencesProvider: (ask, asked) =>
    ask('textDocument/references', { ...at(asked), context: { includeDeclaration: true } }),
  documentHighlightProvider: (ask, asked) => ask('textDocument/documentHighlight', at(asked)),
  documentSymbolProvider: (ask, asked) => ask('textDocument/documentSymbol', whole(asked)),
  workspaceSymbolProvider: (ask) => ask('workspace/symbol', { query: 'e' }),
  foldingRangeProvider: (ask, asked) => ask('textDocument/foldingRange', whole(asked)),
  selectionRangeProvider: (ask, asked) =>
    ask('textDocument/selectionRange', { ...whole(asked), positions: [asked.range.start, asked.range.end] }),
  documentLinkProvider: (ask, asked) => ask('textDocument/documentLink', whole(asked)),
  inlayHintProvider: (ask, asked) => ask('textDocument/inlayHint', within(asked)),
  documentFormattingProvider: (ask, asked) =>
    ask('textDocument/formatting', { ...whole(asked), options: {} }),
  documentRangeFormattingProvider: (ask, asked) =>
    ask('textDocument/rangeFormatting', { ...within(asked), options: {} }),
  renameProvider: (ask, asked) => ask('textDocument/rename', { ...at(asked), newName: 'NEW_NAME' }),
  'renameProvider.prepareProvider': (ask, asked) => ask('textDocument/prepareRename', at(asked)),
  'semanticTokensProvider.full': (ask, asked) => ask('textDocument/semanticTokens/full', whole(asked)),
  'semanticTokensProvider.full.delta': async (ask, asked) => {
    const full = (await ask('textDocument/semanticTokens/full', whole(asked))) as { resultId?: string };
    return ask('textDocument/semanticTokens/full/delta', {
      ...whole(asked),
      previousResultId: full.resultId ?? '',
    });
  },
  'semanticTokensProvider.range': (ask, asked) => ask('textDocument/semanticTokens/range', within(asked)),
  executeCommandProvider: (ask) =>
    ask('workspace/executeCommand', { command: 'smolfile.explainRule', arguments: ['unknown-key'] }),
  codeActionProvider: async (ask, asked) => {
    const found = await Promise.all(
      [undefined, ['source'], ['quickfix'], ['refactor']].map((only) =>
        ask('textDocument/codeAction', {
          ...within(asked),
          context: { diagnostics: [], ...(only && { only }) },
        }),
      ),
    );
    return found.flat();
  },
  codeLensProvider: (ask, asked) => ask('textDocument/codeLens', whole(asked)),
  diagnosticProvider: (ask, asked) => ask('textDocument/diagnostic', whole(asked)),
  'diagnosticProvider.workspaceDiagnostics': (ask) => ask('workspace/diagnostic', { previousResultIds: [] }),
  'experimental.smolfile.resolve': (ask, asked) =>
    ask('smolfile/resolve', { ...whole(asked), command: 'run', flags: '--net -e A=1' }),
};

/** Capabilities that say how, not that something is answered. */
const NO_REQUESTS = new Set(['positionEncoding', 'textDocumentSync', 'workspace', 'experimental']);
/** Parts of a capability that are asked for by a method, or kind of question, of their own. */
const PARTS = new Set([
  'resolveProvider',
  'prepareProvider',
  'full',
  'delta',
  'range',
  'workspaceDiagnostics',
  'resolve',
]);

/** Everything announced that can be asked for, as in `REQUESTS`. */
export function announced(capabilities: ServerCapabilities): string[] {
  const parts = (value: unknown, path: string): string[] => {
    if (value === undefined || value === false || value === null) return [];
    const inner = Object.entries(typeof value === 'object' ? value : {})
      .filter(([name]) => PARTS.has(name))
      .flatMap(([name, part]) => parts(part, `${path}.${name}`));
    return path === 'semanticTokensProvider' ? inner : [path, ...inner];
  };
  const { experimental, ...standard } = capabilities;
  const own = Object.entries((experimental ?? {}) as Record<string, object>).flatMap(([name, values]) =>
    Object.keys(values).map((part) => `experimental.${name}.${part}`),
  );
  return Object.entries(standard)
    .filter(([name]) => !NO_REQUESTS.has(name))
    .flatMap(([name, value]) => parts(value, name))
    .concat(own);
}

/** A server and its client. */
export interface Wire {
  readonly client: ProtocolConnection;
  readonly capabilities: ServerCapabilities;
}

/** Starts a server that never ends this process. */
export async function startServer(): Promise<Wire> {
  const [toServer, toClient] = [new Reader(), new Reader()];
  const world = {
    ...NOWHERE,
    hostFor: () => hostWith({ '.': 'directory', src: 'directory' }),
    list: () => [{ name: 'src', folder: true }],
    variables: () => ['HOME', 'API_TOKEN'],
    locate: (_: string, path: string) =>
      `file:///w/${encodeURIComponent(path.replaceAll(/[\ud800-\udfff]/g, '_'))}`,
  };
  serve(createConnection(ProposedFeatures.all, toServer, new Writer(toClient)), world);
  const client = createProtocolConnection(toClient, new Writer(toServer));
  client.listen();
  const { capabilities } = await client.sendRequest<{ capabilities: ServerCapabilities }>('initialize', {
    processId: null,
    rootUri: null,
    workspaceFolders: [{ uri: 'file:///w', name: 'w' }],
    capabilities: CAPABILITIES,
  });
  await client.sendNotification('initialized', {});
  return { client, capabilities };
}

let count = 0;

/**
 * Opens a text, asks everything about a place in it and about one that it has not, deletes from that place on, and asks
 * again what there is to say.
 *
 * @param seed chooses the places.
 * @returns what is wrong with the answers, in words.
 */
export async function badAnswers({ client }: Wire, text: string, seed: number): Promise<string[]> {
  const uri = `file:///w/${++count}/Smolfile`;
  const problems: string[] = [];
  const notify = (method: string, params: object): Promise<void> =>
    client.sendNotification(`textDocument/${method}`, params);
  await notify('didOpen', { textDocument: { uri, languageId: 'smolfile', version: 1, text } });
  const document = TextDocument.create(uri, 'smolfile', 1, text);
  const offset = seed % (text.length + 1);
  const end = offset + ((seed >> 3) % (text.length + 1 - offset));
  const range = { start: document.positionAt(offset), end: document.positionAt(end) };
  const outside = { line: 99_999, character: seed % 99_999 };
  const asks: Asked[] = [
    { uri, document, position: range.start, range },
    { uri, document, position: outside, range: { start: range.start, end: outside } },
  ];
  await Promise.all(
    asks.flatMap((asked) =>
      Object.entries(REQUESTS).map(async ([name, request]) => {
        try {
          const answer = await request((method, params) => client.sendRequest(method, params), asked);
          const bad =
            outOfText(answer, name.startsWith('workspace') ? undefined : document) ??
            badTokens(answer, document);
          if (bad !== undefined) problems.push(`${name}: ${bad}`);
          if (name.endsWith('FormattingProvider'))
            TextDocument.applyEdits(document, (answer ?? []) as TextEdit[]);
        } catch (error) {
          // A sentence for people, such as what cannot be renamed, is an answer.
          if (!(error instanceof ResponseError) || error.code !== REQUEST_FAILED)
            problems.push(`${name}: throws ${String(error)}`);
        }
      }),
    ),
  );
  await notify('didChange', { textDocument: { uri, version: 2 }, contentChanges: [{ range, text: '' }] });
  const left = text.slice(0, document.offsetAt(range.start)) + text.slice(document.offsetAt(range.end));
  const { items } = await client.sendRequest<{ items: { code: string }[] }>('textDocument/diagnostic', {
    textDocument: { uri },
  });
  const host = hostWith({ '.': 'directory', src: 'directory' });
  const expected = lint(parseSmolfile(left), { host }).diagnostics.map(({ code }) => code);
  if (items.map(({ code }) => code).join() !== expected.join())
    problems.push('after a change the findings are not those of the text');
  await notify('didClose', { textDocument: { uri } });
  return problems;
}

/** Every position in an answer, wherever it is, has to be in the text. */
function outOfText(answer: unknown, document: TextDocument | undefined): string | undefined {
  if (typeof answer !== 'object' || answer === null || document === undefined) return undefined;
  const { line, character } = answer as Partial<Position>;
  if (typeof line === 'number' && typeof character === 'number') {
    const offset = document.offsetAt({ line, character });
    const back = document.positionAt(offset);
    return back.line === line && back.character === character
      ? undefined
      : `${line}:${character} is not in the text`;
  }
  for (const part of Object.values(answer)) {
    const bad = outOfText(part, document);
    if (bad !== undefined) return bad;
  }
  return undefined;
}

/** Semantic tokens are numbers: lines and columns relative to the token before. */
function badTokens(answer: unknown, document: TextDocument): string | undefined {
  const { data } = (answer ?? {}) as { data?: unknown };
  if (!Array.isArray(data)) return undefined;
  let line = 0;
  let character = 0;
  for (let index = 0; index < data.length; index += 5) {
    const [down, right, length] = data.slice(index, index + 3) as [number, number, number];
    line += down;
    character = down > 0 ? right : character + right;
    const bad = outOfText(
      [
        { line, character },
        { line, character: character + length },
      ],
      document,
    );
    if (bad !== undefined) return `token: ${bad}`;
  }
  return undefined;
}
