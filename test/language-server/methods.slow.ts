/** Every method, over real streams, with what a complete client announces. */
import { mkdir, mkdtemp, readdir, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { NEWEST_RELEASE } from '@smolfile/core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  CancellationTokenSource,
  DiagnosticRefreshRequest,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  DidChangeWorkspaceFoldersNotification,
  DidOpenTextDocumentNotification,
  HoverRequest,
  InlayHintRefreshRequest,
  LogMessageNotification,
  LogTraceNotification,
  SemanticTokensRefreshRequest,
  SetTraceNotification,
  ShowDocumentRequest,
  type ClientCapabilities,
  type CodeAction,
  type CompletionItem,
  type CompletionList,
  type DocumentDiagnosticReport,
  type DocumentLink,
  type DocumentSymbol,
  type FullDocumentDiagnosticReport,
  type Hover,
  type InlayHint,
  type Location,
  type SemanticTokens,
  type SemanticTokensDelta,
  type TextEdit,
  type WorkspaceDiagnosticReport,
  type WorkspaceEdit,
  type WorkspaceSymbol,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { buildServer } from '../../packages/language-server/build.ts';
import { Session } from './harness/client.ts';

const FULL: ClientCapabilities = {
  general: { positionEncodings: ['utf-8', 'utf-16'] },
  textDocument: {
    diagnostic: { relatedDocumentSupport: false },
    completion: {
      completionItem: {
        snippetSupport: true,
        documentationFormat: ['markdown', 'plaintext'],
        resolveSupport: { properties: ['documentation'] },
        tagSupport: { valueSet: [1] },
      },
    },
    hover: { contentFormat: ['markdown'] },
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: [''] } } },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    documentLink: { tooltipSupport: true },
    rename: { prepareSupport: true },
  },
  workspace: {
    workspaceEdit: { documentChanges: true },
    workspaceFolders: true,
    diagnostics: { refreshSupport: true },
    inlayHint: { refreshSupport: true },
    semanticTokens: { refreshSupport: true },
    didChangeWatchedFiles: { dynamicRegistration: true },
  },
  window: { showDocument: { support: true } },
  experimental: {
    smolfile: {
      commands: ['smolfile.run', 'smolfile.preview', 'other.command', 'editor.action.triggerSuggest'],
    },
  },
};

let bundle: string;
let server: string;
let folder: string;
let session: Session;
let uri: string;

beforeAll(async () => {
  bundle = await mkdtemp(join(tmpdir(), 'smolfile-methods-'));
  server = await buildServer(bundle);
});
afterAll(() => rm(bundle, { recursive: true, force: true }));
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'smolfile work '));
  uri = pathToFileURL(join(folder, 'Smolfile')).href;
  session = new Session(server);
});
afterEach(async () => {
  session.dispose();
  await rm(folder, { recursive: true, force: true });
});

/** A session with everything, and one open document. */
async function opened(text: string, capabilities: ClientCapabilities = FULL): Promise<void> {
  const workspaceFolders = [{ uri: pathToFileURL(folder).href, name: 'work' }];
  await session.initialize({ capabilities, workspaceFolders });
  await session.open(uri, text);
}

function at(line: number, character: number) {
  return { textDocument: { uri }, position: { line, character } };
}

const whole = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };

describe('completion', () => {
  // An editor asks an incomplete list anew at each key, and shows the last one until the answer is there.
  const words = ['net = tru', 'net=tru', 'net =f', '[dev]\ninit = []\nnet_backend = 1\n# smolfile-ignore cp'];
  const clients = [true, false];
  test.each(words.flatMap((text) => clients.map((able) => [text, able] as const)))(
    'of words is whole where Enter takes changes only: %j, %s',
    async (text, enterTakesChanges) => {
      const { smolfile } = FULL.experimental as { smolfile: object };
      await opened(text, { ...FULL, experimental: { smolfile: { ...smolfile, enterTakesChanges } } });
      const lines = text.split('\n');
      const position = at(lines.length - 1, lines.at(-1)!.length);
      const list = await session.request<CompletionList>('textDocument/completion', position);
      expect(list.items.length).toBeGreaterThan(0);
      expect(list.isIncomplete).toBe(!enterTakesChanges);
      // what is typed then is what Enter would put there
      for (const { label, textEdit } of list.items) expect(textEdit).toMatchObject({ newText: label });
    },
  );

  test('of what begins with a blank, or may grow, is asked anew everywhere', async () => {
    const { smolfile } = FULL.experimental as { smolfile: object };
    await opened('net=', { ...FULL, experimental: { smolfile: { ...smolfile, enterTakesChanges: true } } });
    const list = await session.request<CompletionList>('textDocument/completion', at(0, 4));
    expect(list.items.map(({ textEdit }) => textEdit?.newText)).toContain(' true');
    expect(list.isIncomplete).toBe(true);
  });

  test('is what the client can take', async () => {
    await opened('im\n');
    const { items } = await session.request<CompletionList>('textDocument/completion', at(0, 2));
    const image = items.find(({ label }) => label === 'image')!;
    expect(image).toMatchObject({
      textEdit: {
        newText: 'image = "$1"',
        range: { start: { line: 0, character: 0 }, end: { line: 0, character: 2 } },
      },
      insertTextFormat: 2,
      command: { command: 'editor.action.triggerSuggest' },
    });
    expect(image.documentation).toBeUndefined();
    const resolved = await session.request<CompletionItem>('completionItem/resolve', image);
    expect(resolved.documentation).toMatchObject({
      kind: 'markdown',
      value: expect.stringContaining('image'),
    });
    const sorted = items.map(({ sortText }) => sortText!);
    expect(sorted.every((text) => /^\d{5}$/.test(text))).toBe(true);
  });

  test('of a plain client has no snippets and its documentation at once', async () => {
    await opened('im\n', {});
    const { items } = await session.request<CompletionList>('textDocument/completion', at(0, 2));
    const image = items.find(({ label }) => label === 'image')!;
    expect(image).toMatchObject({
      textEdit: { newText: 'image = ""' },
      documentation: { kind: 'plaintext', value: expect.not.stringContaining('**') },
    });
    expect(image).not.toHaveProperty('insertTextFormat');
    expect(image).not.toHaveProperty('command');
    expect(items.find(({ label }) => label === 'ports')).toMatchObject({ deprecated: true });
  });

  test('after a space offers no keys', async () => {
    await opened('image = "a" \nnet = \n');
    const context = { triggerKind: 2, triggerCharacter: ' ' };
    const { items: values } = await session.request<CompletionList>('textDocument/completion', {
      ...at(1, 6),
      context,
    });
    expect(values.map(({ label }) => label)).toEqual(['true', 'false']);
    const { items: keys } = await session.request<CompletionList>('textDocument/completion', {
      ...at(2, 0),
      context,
    });
    expect(keys.filter(({ label }) => label === 'cpus')).toEqual([]);
  });

  test('knows the folders around the document, and names of variables without values', async () => {
    await mkdir(join(folder, 'src'));
    await opened('dev.volumes = ["./"]\nenv = ["P"]\n');
    const { items: folders } = await session.request<CompletionList>('textDocument/completion', at(0, 18));
    expect(folders.map(({ label }) => label)).toEqual(['src']);
    const { items: names } = await session.request<CompletionList>('textDocument/completion', at(1, 9));
    expect(names.map(({ label }) => label)).toContain('PATH');
    expect(JSON.stringify(names)).not.toContain(process.env['PATH']);
  });
});

test('hover', async () => {
  await opened('# 😀\nmemory = 1536\n');
  const hover = await session.request<Hover>('textDocument/hover', at(1, 10));
  expect(hover).toMatchObject({
    contents: { kind: 'markdown', value: expect.stringMatching(/^1536 MiB = \*\*1\.5 GiB\*\*/) },
    range: { start: { line: 1, character: 9 }, end: { line: 1, character: 13 } },
  });
  expect(await session.request('textDocument/hover', at(0, 1))).toBeNull();
});

test('hover for a client without Markdown is plain text', async () => {
  await opened('memory = 1536\n', {});
  const hover = await session.request<Hover>('textDocument/hover', at(0, 2));
  expect(hover.contents).toMatchObject({ kind: 'plaintext' });
  expect(JSON.stringify(hover.contents)).not.toMatch(/\*\*|```/);
});

test('document symbols, as a tree or as a list', async () => {
  await opened('net = true\n[dev]\nports = []\n');
  const params = { textDocument: { uri } };
  const tree = await session.request<DocumentSymbol[]>('textDocument/documentSymbol', params);
  expect(tree.map(({ name, children }) => [name, children?.length])).toEqual([
    ['net', 0],
    ['dev', 1],
  ]);
});

test('document symbols as a list', async () => {
  await opened('[dev]\nports = []\n', {});
  const list = await session.request('textDocument/documentSymbol', { textDocument: { uri } });
  expect(list).toMatchObject([
    { name: 'dev', location: { uri } },
    { name: 'ports', containerName: 'dev' },
  ]);
});

test('workspace symbols', async () => {
  await opened('[dev]\nports = []\n');
  const found = await session.request<WorkspaceSymbol[]>('workspace/symbol', { query: 'prt' });
  expect(found).toMatchObject([{ name: 'ports', containerName: 'dev', location: { uri } }]);
});

test('folding ranges and selection ranges', async () => {
  await opened('[dev]\nports = [\n  "80:80",\n]\n');
  const textDocument = { uri };
  expect(await session.request('textDocument/foldingRange', { textDocument })).toEqual([
    { startLine: 0, endLine: 3 },
    { startLine: 1, endLine: 3 },
  ]);
  const positions = [
    { line: 2, character: 4 },
    { line: 0, character: 1 },
  ];
  const ranges = await session.request<object[]>('textDocument/selectionRange', { textDocument, positions });
  expect(ranges).toHaveLength(2);
  expect(ranges[0]).toMatchObject({
    range: { start: { line: 2, character: 3 }, end: { line: 2, character: 8 } },
    parent: { range: { start: { line: 2, character: 2 } } },
  });
});

test('document links', async () => {
  await mkdir(join(folder, 'my src'));
  await opened('image = "alpine:3.20"\ndev.volumes = ["./my src:/app"]\n');
  const found = await session.request<DocumentLink[]>('textDocument/documentLink', { textDocument: { uri } });
  expect(found.map(({ target }) => target)).toEqual([
    'https://hub.docker.com/_/alpine/tags?name=3.20',
    pathToFileURL(join(folder, 'my src')).href,
  ]);
});

test('highlights, definition, references and rename', async () => {
  await opened('env = ["A=1"]\ncmd = ["sh", "-c", "$A"]\nports = ["80"]\n[dev]\nports = ["81"]\n');
  const highlights = await session.request<object[]>('textDocument/documentHighlight', at(0, 8));
  expect(highlights).toMatchObject([{ kind: 3 }, { kind: 2 }]);
  const [definition] = await session.request<Location[]>('textDocument/definition', at(2, 1));
  expect(definition).toMatchObject({ uri, range: { start: { line: 4, character: 0 } } });
  const reads = await session.request<Location[]>('textDocument/references', {
    ...at(0, 8),
    context: { includeDeclaration: false },
  });
  expect(reads).toMatchObject([{ range: { start: { line: 1, character: 21 } } }]);
  expect(await session.request('textDocument/prepareRename', at(0, 9))).toMatchObject({ placeholder: 'A' });
  expect(await session.request('textDocument/prepareRename', at(2, 1))).toBeNull();
  const edit = await session.request<WorkspaceEdit>('textDocument/rename', { ...at(0, 9), newName: 'B' });
  expect(edit.documentChanges).toMatchObject([
    { textDocument: { uri, version: 1 }, edits: [{ newText: 'B' }, { newText: 'B' }] },
  ]);
  await expect(session.request('textDocument/rename', { ...at(0, 9), newName: '1' })).rejects.toThrow(
    'A variable has letters',
  );
});

describe('inlay hints', () => {
  const params = () => ({ textDocument: { uri }, range: whole });

  test('stand behind what they are about', async () => {
    await opened('memory = 2048\n');
    const hints = await session.request<InlayHint[]>('textDocument/inlayHint', params());
    expect(hints.find(({ label }) => label === '= 2 GiB')).toMatchObject({
      position: { line: 0, character: 13 },
      paddingLeft: true,
    });
  });

  test('can be switched off, together or by kind', async () => {
    await session.initialize({ initializationOptions: { inlayHints: { defaults: false } } });
    await session.open(uri, 'memory = 2048\n');
    expect(await session.request('textDocument/inlayHint', params())).toHaveLength(1);
    const settings = { smolfile: { inlayHints: false } };
    await session.connection.sendNotification(DidChangeConfigurationNotification.type, { settings });
    expect(await session.request('textDocument/inlayHint', params())).toEqual([]);
  });
});

test('code lenses for the commands that the client has', async () => {
  await opened('net = true\n');
  expect(await session.request('textDocument/codeLens', { textDocument: { uri } })).toMatchObject([
    { command: { title: 'Run', command: 'smolfile.run', arguments: [uri] } },
    { command: { title: 'Preview', command: 'smolfile.preview' } },
  ]);
});

test('no code lenses for a client without commands', async () => {
  const { capabilities } = await session.initialize();
  expect(capabilities).not.toHaveProperty('codeLensProvider');
});

test('semantic tokens: all, of a range, and what changed', async () => {
  await opened('net = true\ncpus = 2\n');
  const textDocument = { uri };
  const full = await session.request<SemanticTokens>('textDocument/semanticTokens/full', { textDocument });
  expect(full.data).toHaveLength(20);
  const range = { start: { line: 1, character: 0 }, end: { line: 1, character: 8 } };
  const part = await session.request<SemanticTokens>('textDocument/semanticTokens/range', {
    textDocument,
    range,
  });
  expect(part.data).toHaveLength(10);
  await session.change(uri, 2, [
    { range: { start: { line: 1, character: 7 }, end: { line: 1, character: 8 } }, text: '16' },
  ]);
  const delta = await session.request<SemanticTokensDelta>('textDocument/semanticTokens/full/delta', {
    textDocument,
    previousResultId: full.resultId,
  });
  expect(delta.edits).toEqual([{ start: 17, deleteCount: 1, data: [2] }]);
});

describe('code actions', () => {
  const actionsOf = (only?: string[]) =>
    session.request<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri },
      range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
      context: { diagnostics: [], ...(only && { only }) },
    });

  test('come by kind', async () => {
    await opened('ports = ["127.0.0.1:80:80"]\n');
    const kinds = async (...only: string[]) => [...new Set((await actionsOf(only)).map(({ kind }) => kind))];
    expect(await kinds('source.fixAll')).toEqual(['source.fixAll.smolfile']);
    expect(await kinds('refactor')).toEqual(['refactor.rewrite']);
    expect(await kinds('source.organizeImports')).toEqual([]);
    const unasked = await actionsOf();
    expect(unasked.some(({ kind }) => kind?.startsWith('source'))).toBe(false);
  });

  test('explain a rule by opening its page', async () => {
    await opened('imge = 1\n');
    const explain = (await actionsOf()).find(({ title }) => title === 'Explain `unknown-key`')!;
    const shown = new Promise((resolve) => {
      session.connection.onRequest(ShowDocumentRequest.type, (params) => {
        resolve(params);
        return { success: true };
      });
    });
    await session.request('workspace/executeCommand', explain.command!);
    expect(await shown).toMatchObject({ uri: expect.stringContaining('/unknown-key'), external: true });
    await expect(
      session.request('workspace/executeCommand', { command: 'smolfile.explainRule', arguments: ['nope'] }),
    ).rejects.toThrow('There is no rule nope.');
  });

  test('make a folder that is mounted and not there, below that of the file only', async () => {
    const project = await realpath(await mkdtemp(join(tmpdir(), 'smolfile-folder-')));
    const elsewhere = await mkdtemp(join(tmpdir(), 'smolfile-elsewhere-'));
    try {
      await symlink(elsewhere, join(project, 'link'));
      await symlink(join(elsewhere, 'none'), join(project, 'dangling'));
      uri = pathToFileURL(join(project, 'Smolfile')).href;
      await opened(
        'net = true\n[dev]\nvolumes = ["./data/web:/data", "../no-such-folder:/x", "/no/such:/y"]\n',
      );
      const findings = () =>
        session.request<FullDocumentDiagnosticReport>('textDocument/diagnostic', { textDocument: { uri } });
      const missing = async (): Promise<number> =>
        (await findings()).items.filter(({ code }) => code === 'volume-source-missing').length;
      expect(await missing()).toBe(3);
      const range = { start: { line: 2, character: 0 }, end: { line: 2, character: 60 } };
      const actions = await session.codeActions(uri, range, ['quickfix']);
      const creating = actions.filter(({ title }) => title.startsWith('Create'));
      expect(creating.map(({ title }) => title)).toEqual(['Create the directory `./data/web`']);
      await session.request('workspace/executeCommand', creating[0]!.command!);
      expect(await missing()).toBe(2);
      for (const path of ['../x', '/no/such', 'link/x', 'dangling', 'dangling/x', 'a/../../x', ''])
        // One after the other, as a person would.
        // oxlint-disable-next-line no-await-in-loop
        await expect(
          session.request('workspace/executeCommand', {
            command: 'smolfile.createFolder',
            arguments: [uri, path],
          }),
        ).rejects.toThrow(/below that of an open Smolfile|outside of the folder|could not be made/);
      expect(await readdir(elsewhere)).toEqual([]);
    } finally {
      await Promise.all([project, elsewhere].map((each) => rm(each, { recursive: true, force: true })));
    }
  });

  test('that the server has not are refused', async () => {
    await opened('net = true\n');
    await expect(
      session.request('workspace/executeCommand', { command: 'smolfile.none', arguments: [] }),
    ).rejects.toThrow('There is no command smolfile.none.');
  });
});

describe('diagnostics that are asked for', () => {
  const pull = (previousResultId?: string) =>
    session.request<DocumentDiagnosticReport>('textDocument/diagnostic', {
      textDocument: { uri },
      ...(previousResultId !== undefined && { previousResultId }),
    });

  test('are not pushed as well, and sent only once', async () => {
    await opened('imge = 1\n');
    const first = await pull();
    expect(first).toMatchObject({ kind: 'full', items: [{ code: 'unknown-key' }] });
    expect(await pull(first.resultId)).toMatchObject({ kind: 'unchanged', resultId: first.resultId });
    await session.change(uri, 2, [{ text: 'net = true\n' }]);
    expect(await pull(first.resultId)).toMatchObject({ kind: 'full', items: [] });
    expect(session.published(uri)).toEqual([]);
  });

  test('are new when a document is opened again with the same version', async () => {
    await opened('imge = 1\n');
    const first = await pull();
    await session.close(uri);
    await session.open(uri, 'net = true\n');
    expect(await pull(first.resultId)).toMatchObject({ kind: 'full', items: [] });
  });

  test('of a workspace are those of its files too, by what changed', async () => {
    await mkdir(join(folder, 'web'));
    await mkdir(join(folder, 'node_modules'));
    const other = join(folder, 'web', 'api.smolfile');
    await writeFile(other, 'cpuz = 1\n');
    await writeFile(join(folder, 'node_modules', 'Smolfile'), 'cpuz = 1\n');
    await writeFile(join(folder, 'README.md'), '');
    await opened('imge = 1\n');
    const ask = (previousResultIds: { uri: string; value: string }[]) =>
      session.request<WorkspaceDiagnosticReport>('workspace/diagnostic', { previousResultIds });
    const { items } = await ask([]);
    expect(items).toMatchObject([
      { uri, version: 1, kind: 'full', items: [{ code: 'unknown-key' }] },
      { uri: pathToFileURL(other).href, version: null, kind: 'full', items: [{ code: 'unknown-key' }] },
    ]);
    const known = items.map((item) => ({ uri: item.uri, value: item.resultId! }));
    expect((await ask(known)).items.map(({ kind }) => kind)).toEqual(['unchanged', 'unchanged']);
    await rm(other);
    expect((await ask(known)).items).toMatchObject([{ kind: 'unchanged' }, { kind: 'full', items: [] }]);
  });

  test('are asked for anew when settings or watched files change', async () => {
    await opened('docker_socket = true\n');
    const before = await pull();
    const refreshed = [DiagnosticRefreshRequest, InlayHintRefreshRequest, SemanticTokensRefreshRequest].map(
      ({ type }) => new Promise<void>((resolve) => session.connection.onRequest(type, () => resolve())),
    );
    const settings = { smolfile: { smolvmVersion: '1.2.0' } };
    await session.connection.sendNotification(DidChangeConfigurationNotification.type, { settings });
    await Promise.all(refreshed);
    expect(await pull(before.resultId)).toMatchObject({
      kind: 'full',
      items: expect.arrayContaining([expect.objectContaining({ code: 'key-needs-newer-version' })]),
    });
    const again = new Promise<void>((resolve) => {
      session.connection.onRequest(DiagnosticRefreshRequest.type, () => resolve());
    });
    const changes = [{ uri: pathToFileURL(join(folder, 'smolfile.config.toml')).href, type: 1 as const }];
    await session.connection.sendNotification(DidChangeWatchedFilesNotification.type, { changes });
    await again;
  });

  test('of folders follow the client', async () => {
    const second = await mkdtemp(join(tmpdir(), 'smolfile-second-'));
    await writeFile(join(second, 'Smolfile'), 'cpuz = 1\n');
    await opened('net = true\n');
    const added = [{ uri: pathToFileURL(second).href, name: 'second' }];
    const removed = [{ uri: pathToFileURL(folder).href, name: 'work' }];
    await session.connection.sendNotification(DidChangeWorkspaceFoldersNotification.type, {
      event: { added, removed },
    });
    const { items } = await session.request<WorkspaceDiagnosticReport>('workspace/diagnostic', {
      previousResultIds: [],
    });
    expect(items.map((item) => item.uri)).toEqual([uri, pathToFileURL(join(second, 'Smolfile')).href]);
    await rm(second, { recursive: true });
  });
});

test(
  'a folder that appears on the host changes what is said, without any event',
  { timeout: 15_000 },
  async () => {
    await session.initialize();
    await session.open(uri, 'dev.volumes = ["./data:/data"]\n');
    const codes = (params: { diagnostics: { code?: unknown }[] }) =>
      params.diagnostics.map(({ code }) => code);
    await session.publication(uri, (params) => codes(params).includes('volume-source-missing'));
    await mkdir(join(folder, 'data'));
    const later = await session.publication(
      uri,
      (params) => !codes(params).includes('volume-source-missing'),
    );
    expect(codes(later)).not.toContain('volume-source-missing');
  },
);

test('formatting, of the whole and of a part', async () => {
  await opened('net=true\ncpus=2\n');
  const options = { tabSize: 4, insertSpaces: false };
  const textDocument = { uri };
  const formatted = await session.request<TextEdit[]>('textDocument/formatting', { textDocument, options });
  expect(TextDocument.applyEdits(TextDocument.create(uri, '', 1, 'net=true\ncpus=2\n'), formatted)).toBe(
    'net = true\ncpus = 2\n',
  );
  const range = { start: { line: 1, character: 0 }, end: { line: 1, character: 6 } };
  const part = await session.request<TextEdit[]>('textDocument/rangeFormatting', {
    textDocument,
    range,
    options,
  });
  expect(TextDocument.applyEdits(TextDocument.create(uri, '', 1, 'net=true\ncpus=2\n'), part)).toBe(
    'net=true\ncpus = 2\n',
  );
});

describe('configuration files', () => {
  test('say what a file is checked for, and how severe its findings are', async () => {
    await writeFile(
      join(folder, 'smolfile.config.toml'),
      'smolvm = "1.2.0"\n[severity]\nunknown-key = "warning"\n',
    );
    await opened('docker_socket = true\nimge = 1\n');
    const report = await session.request<FullDocumentDiagnosticReport>('textDocument/diagnostic', {
      textDocument: { uri },
    });
    const severities = Object.fromEntries(report.items.map(({ code, severity }) => [code, severity]));
    expect(severities).toMatchObject({ 'key-needs-newer-version': 1, 'unknown-key': 2 });
    const hover = await session.request<Hover>('textDocument/hover', at(0, 2));
    expect(JSON.stringify(hover.contents)).toContain('smolvm 1.2.0, which this file is for, does not know');
  });

  test('leave files out of a workspace, not out of an editor', async () => {
    await writeFile(join(folder, 'smolfile.config.toml'), 'ignore = ["old"]\n');
    await mkdir(join(folder, 'old'));
    await writeFile(join(folder, 'old', 'Smolfile'), 'imge = 1\n');
    await opened('net = true\n');
    const { items } = await session.request<WorkspaceDiagnosticReport>('workspace/diagnostic', {
      previousResultIds: [],
    });
    expect(items.map((item) => item.uri)).toEqual([uri]);
    uri = pathToFileURL(join(folder, 'old', 'Smolfile')).href;
    await session.open(uri, 'imge = 1\n');
    expect(await session.request('textDocument/diagnostic', { textDocument: { uri } })).toMatchObject({
      items: [{ code: 'unknown-key' }],
    });
  });

  test('and what git ignores is left out as well, down to the files that are taken in again', async () => {
    const write = async (path: string, text: string) => {
      await mkdir(join(folder, path, '..'), { recursive: true });
      await writeFile(join(folder, path), text);
    };
    await mkdir(join(folder, '.git'));
    await write('.gitignore', 'build/\n*.local.smolfile\n!kept.local.smolfile\n');
    await write('app/.gitignore', '/generated\n');
    await write('vendored/.git/HEAD', '');
    const files = [
      'build/Smolfile',
      'a.local.smolfile',
      'kept.local.smolfile',
      'app/Smolfile',
      'app/generated/Smolfile',
      'app/deep/generated/Smolfile',
      'vendored/build/Smolfile',
    ];
    await Promise.all(files.map((path) => write(path, 'imge = 1\n')));
    await opened('net = true\n');
    const { items } = await session.request<WorkspaceDiagnosticReport>('workspace/diagnostic', {
      previousResultIds: [],
    });
    const found = items.map((item) => item.uri.slice(pathToFileURL(folder).href.length + 1)).toSorted();
    expect(found).toEqual([
      'Smolfile',
      'app/Smolfile',
      'app/deep/generated/Smolfile',
      'kept.local.smolfile',
      'vendored/build/Smolfile',
    ]);
  });

  test('with a problem are not used, and named', async () => {
    const logged = new Promise<string>((resolve) => {
      session.connection.onNotification(LogMessageNotification.type, ({ message }) => resolve(message));
    });
    await writeFile(join(folder, 'smolfile.config.toml'), 'smolwm = "1.2.0"\n');
    await opened('docker_socket = true\n');
    expect(await session.request('textDocument/diagnostic', { textDocument: { uri } })).toMatchObject({
      items: [],
    });
    expect(await logged).toMatch(/smolfile\.config\.toml is not used: line 1: /);
  });
});

test('a configuration file that is open is checked, completed and explained like a Smolfile', async () => {
  uri = pathToFileURL(join(folder, 'smolfile.config.toml')).href;
  await opened('smolwm = "1.2.0"\nfail-on = ""\n');
  const pull = () =>
    session.request<FullDocumentDiagnosticReport>('textDocument/diagnostic', { textDocument: { uri } });
  expect((await pull()).items).toMatchObject([
    {
      message: expect.stringContaining('`smolwm` is not a key'),
      range: { start: { line: 0, character: 0 } },
    },
    { message: expect.stringContaining('fail-on') },
  ]);
  const { items } = await session.request<CompletionList>('textDocument/completion', at(1, 11));
  expect(items.map(({ label }) => label)).toContain('never');
  const hover = await session.request<Hover>('textDocument/hover', at(1, 2));
  expect(hover.contents).toMatchObject({ value: expect.stringContaining('`fail-on`') });
  await session.change(uri, 2, [{ text: 'smolvm = "1.2.0"\n' }]);
  expect((await pull()).items).toEqual([]);
});

test.skipIf(process.platform === 'win32')(
  'what comes with a workspace and has no end is not read',
  async () => {
    await symlink('/dev/zero', join(folder, 'smolfile.config.toml'));
    await symlink('/dev/zero', join(folder, '.gitignore'));
    await symlink('/dev/zero', join(folder, 'endless.smolfile'));
    const logged = new Promise<string>((resolve) => {
      session.connection.onNotification(LogMessageNotification.type, ({ message }) => resolve(message));
    });
    await opened('imge = 1\n');
    const { items } = await session.request<WorkspaceDiagnosticReport>('workspace/diagnostic', {
      previousResultIds: [],
    });
    expect(items.map((item) => item.uri)).toEqual([uri]);
    expect(await logged).toMatch(/smolfile\.config\.toml is not used: it is a link/);
  },
);

describe('smolfile/resolve', () => {
  test('is the configuration, for programs and for people', async () => {
    await opened('cpus = 2\nports = ["80:80"]\n[dev]\nports = ["8080:80"]\n');
    const { json, table } = await session.request<{ json: Record<string, unknown>; table: string }>(
      'smolfile/resolve',
      { textDocument: { uri }, command: 'create', flags: '--cpus 8' },
    );
    expect(json).toMatchObject({
      formatVersion: 1,
      for: 'create',
      path: 'Smolfile',
      flags: '--cpus 8',
      accepted: true,
      config: { cpus: 8, ports: [[8080, 80]] },
      provenance: { cpus: { origins: [{ kind: 'flag', flag: '--cpus 8' }] } },
    });
    expect(table).toMatch(/\n +cpus +8 +--cpus 8\n/);
    expect(table.endsWith(`✓ smolvm ${NEWEST_RELEASE.version} accepts this.\n`)).toBe(true);
  });

  test('is the refusal where smolvm refuses', async () => {
    await opened('imge = 1\n');
    const { json, table } = await session.request<{ json: object; table: string }>('smolfile/resolve', {
      textDocument: { uri },
    });
    expect(json).toMatchObject({ accepted: false, error: { code: 'unknown-key', stage: 'parse' } });
    expect(table).toContain('✗ line 1: `imge` is not a key of a Smolfile.');
  });

  test('refuses commands that there are not, and has nothing on closed documents', async () => {
    await opened('net = true\n');
    await expect(
      session.request('smolfile/resolve', { textDocument: { uri }, command: 'fly' }),
    ).rejects.toThrow('There is no command fly.');
    expect(await session.request('smolfile/resolve', { textDocument: { uri: `${uri}.x` } })).toBeNull();
  });
});

describe('smolfile/import', () => {
  test('reads what is around a source, inside the workspace only', async () => {
    const project = await mkdtemp(join(tmpdir(), 'smolfile-import-'));
    await session.initialize({ capabilities: FULL });
    await writeFile(join(project, '.env'), 'TAG=1.27\n');
    const source = pathToFileURL(join(project, 'compose.yaml')).href;
    const ask = async (text: string) =>
      session.request<{ files: { text: string }[]; problems: { message: string }[] }>('smolfile/import', {
        uri: source,
        text,
      });
    const { files } = await ask('services:\n  web:\n    image: nginx:${TAG}\n');
    expect(files[0]?.text).toContain('image = "nginx:1.27"');
    const outside = await ask('include: [../../etc/hosts]\nservices:\n  web:\n    image: nginx\n');
    expect(outside.problems[0]?.message).toMatch(/outside the workspace|no file/);
    await rm(project, { recursive: true });
  });
});

describe('smolfile/resolve by width', () => {
  test('fits what is asked for, also where smolvm refuses', async () => {
    const widest = (text: string): number => Math.max(...text.split('\n').map((line) => line.length));
    const ask = (width: number) =>
      session.request<{ table: string }>('smolfile/resolve', { textDocument: { uri }, width });
    await opened(`net = true\ninit = ["${'echo a; '.repeat(30)}"]\n`);
    const [narrow, wide] = await Promise.all([ask(60), ask(120)]);
    expect(widest(narrow.table)).toBeLessThanOrEqual(60);
    expect(widest(wide.table)).toBeGreaterThan(100);
    expect((await ask(-1e9)).table).toContain('accepts this');
    await session.change(uri, 2, [{ text: 'imge = 1\n' }]);
    expect(widest((await ask(60)).table)).toBeLessThanOrEqual(60);
  });
});

describe('smolfile/flags', () => {
  test('is what may stand at a place of a line of flags', async () => {
    await opened('net = true\n');
    const question = { textDocument: { uri }, command: 'run', flags: '--cp 2', offset: 4 };
    expect(await session.request('smolfile/flags', question)).toEqual({
      smolvm: NEWEST_RELEASE.version,
      range: { start: 0, end: 4 },
      items: [{ kind: 'flag', label: '--cpus N', detail: 'Number of virtual CPUs', text: '--cpus' }],
      credentials: false,
    });
    expect(await session.request('smolfile/flags', { ...question, offset: 999 })).toMatchObject({
      items: [],
    });
    expect(
      await session.request('smolfile/flags', { ...question, textDocument: { uri: `${uri}.x` } }),
    ).toBeNull();
    await expect(session.request('smolfile/flags', { ...question, command: 'fly' })).rejects.toThrow('fly');
  });
});

describe('protocol', () => {
  test('a cancelled request is answered as cancelled', async () => {
    const source = new CancellationTokenSource();
    await session.initialize({
      capabilities: { workspace: { configuration: true } },
      // The client cancels while the server waits for its settings.
      configuration: () => {
        source.cancel();
        return {};
      },
    });
    await session.open(uri, 'net = true\n');
    const answer = session.connection.sendRequest(HoverRequest.type, at(0, 1), source.token);
    await expect(answer).rejects.toMatchObject({ code: -32_800 });
  });

  test('nothing is said of documents that are not open', async () => {
    await session.initialize({ capabilities: FULL });
    const textDocument = { uri };
    for (const method of ['hover', 'completion', 'definition', 'documentHighlight', 'prepareRename']) {
      // oxlint-disable-next-line no-await-in-loop
      expect(await session.request(`textDocument/${method}`, at(0, 0)), method).toBeNull();
    }
    for (const method of ['documentSymbol', 'foldingRange', 'documentLink', 'codeLens']) {
      // oxlint-disable-next-line no-await-in-loop
      expect(await session.request(`textDocument/${method}`, { textDocument }), method).toBeNull();
    }
    expect(await session.request('textDocument/semanticTokens/full', { textDocument })).toEqual({ data: [] });
    expect(await session.request('textDocument/diagnostic', { textDocument })).toMatchObject({ items: [] });
  });

  test('a document without a folder is edited like any other, without its host', async () => {
    uri = 'untitled:Untitled-1';
    await opened('dev.volumes = ["./none:/app"]\nmemory = 2048\n');
    expect(await session.request('textDocument/diagnostic', { textDocument: { uri } })).toMatchObject({
      items: expect.not.arrayContaining([expect.objectContaining({ code: 'volume-source-missing' })]),
    });
    expect(await session.request('textDocument/hover', at(1, 11))).not.toBeNull();
    expect(await session.request('textDocument/documentLink', { textDocument: { uri } })).toEqual([]);
  });

  test('a document that an editor takes for TOML is a Smolfile by its name only', async () => {
    await session.initialize({ capabilities: FULL });
    const open = (name: string) => {
      const textDocument = { uri: `file:///x/${name}`, languageId: 'toml', version: 1, text: 'imge = 1\n' };
      return session.connection.sendNotification(DidOpenTextDocumentNotification.type, { textDocument });
    };
    const found = async (name: string) => {
      const textDocument = { uri: `file:///x/${name}` };
      const { items } = await session.request<FullDocumentDiagnosticReport>('textDocument/diagnostic', {
        textDocument,
      });
      return items.length;
    };
    await open('Smolfile');
    await open('Cargo.toml');
    expect([await found('Smolfile'), await found('Cargo.toml')]).toEqual([1, 0]);
    expect(await session.request('workspace/symbol', { query: 'imge' })).toHaveLength(1);
  });

  test('what the server does is traced when the client wants that', async () => {
    await opened('net = true\n');
    const traced = new Promise<string>((resolve) => {
      session.connection.onNotification(LogTraceNotification.type, ({ message }) => resolve(message));
    });
    await session.connection.sendNotification(SetTraceNotification.type, { value: 'messages' });
    await session.request('textDocument/diagnostic', { textDocument: { uri } });
    expect(await traced).toMatch(/^Checked file:.*: \d+ found in [\d.]+ ms$/);
  });
});
