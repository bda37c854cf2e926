/** What an editor sees of shellcheck, over real streams, with a stand-in for the program. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  DiagnosticRefreshRequest,
  DidChangeConfigurationNotification,
  LogMessageNotification,
  type ClientCapabilities,
  type Diagnostic,
  type DocumentDiagnosticReport,
  type FullDocumentDiagnosticReport,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { buildBrowserServer, buildServer } from '../../packages/language-server/build.ts';
import { hasShellcheck } from '../shell/harness.ts';
import { Session } from './harness/client.ts';
import { Stub } from './harness/shellcheck-stub.ts';

/** A slow machine is no failure. */
const WAIT = { timeout: 60_000 };

const URI = 'file:///work/Smolfile';
const TEXT = 'net = true\n\n[dev]\ninit = ["echo $x 😀", "echo $x 😀 $x"]\n';

const PUSHED: ClientCapabilities = {
  textDocument: { codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: [''] } } } },
};
const PULLED: ClientCapabilities = {
  textDocument: { diagnostic: {} },
  workspace: { diagnostics: { refreshSupport: true } },
};
const ASKED: ClientCapabilities = {
  workspace: { configuration: true, didChangeConfiguration: { dynamicRegistration: true } },
};

let bundle: string;
let server: string;
let session: Session;
let stub: Stub;
let logged: string[];

beforeAll(async () => {
  bundle = await mkdtemp(join(tmpdir(), 'smolfile-shell-'));
  server = await buildServer(bundle);
});
afterAll(() => rm(bundle, { recursive: true, force: true }));
beforeEach(() => {
  session = new Session(server);
  stub = new Stub();
  logged = [];
  session.connection.onNotification(LogMessageNotification.type, ({ message }) => void logged.push(message));
});
afterEach(() => {
  session.dispose();
  stub.remove();
});

const ofShell = (diagnostics: readonly Diagnostic[]): Diagnostic[] =>
  diagnostics.filter(({ source }) => source === 'shellcheck');

const settings = (more: object = {}): object => ({ shellcheck: { path: stub.path }, ...more });

/** The first publication with so many findings of shellcheck, of a version. */
const publication = (count: number, version = 1) =>
  session.publication(
    URI,
    (published) => published.version === version && ofShell(published.diagnostics).length === count,
  );

describe('what is pushed', () => {
  test('is ours first, and what shellcheck says when it comes', async () => {
    await session.initialize({ capabilities: PUSHED, initializationOptions: settings() });
    await session.open(URI, `imge = 1\n${TEXT}`);
    const { diagnostics } = await publication(3);
    const [first] = session.published(URI);
    expect(first!.diagnostics.map(({ code }) => code)).toEqual(['unknown-key']);
    expect(diagnostics.filter(({ source }) => source === 'smolfile')).toEqual(first!.diagnostics);
    const document = TextDocument.create(URI, 'smolfile', 1, `imge = 1\n${TEXT}`);
    expect(ofShell(diagnostics).map(({ range }) => document.getText(range))).toEqual(['$x', '$x', '$x']);
    expect(ofShell(diagnostics)[0]).toMatchObject({
      source: 'shellcheck',
      code: 'SC2086',
      codeDescription: { href: 'https://www.shellcheck.net/wiki/SC2086' },
      severity: 3,
      message: 'Double quote this.',
      data: { fix: { title: 'Write `"$x"`', safe: false } },
    });
    expect(stub.calls().map(({ input }) => input)).toEqual(['echo $x 😀', 'echo $x 😀 $x']);
  });

  test('follows an edit, and asks for nothing twice', async () => {
    await session.initialize({ capabilities: PUSHED, initializationOptions: settings() });
    await session.open(URI, TEXT);
    await publication(3);
    await session.change(URI, 2, [{ text: `# moved\n${TEXT}` }]);
    const { diagnostics } = await publication(3, 2);
    expect(ofShell(diagnostics).map(({ range }) => range.start.line)).toEqual([4, 4, 4]);
    await session.change(URI, 3, [{ text: TEXT.replace('$x 😀 $x', 'y') }]);
    await publication(1, 3);
    await expect.poll(() => stub.calls().length, WAIT).toBe(3);
    expect(stub.calls().map(({ input }) => input)).toEqual(['echo $x 😀', 'echo $x 😀 $x', 'echo y']);
  });

  test('is not held up by a shellcheck that hangs, which ends with the document', async () => {
    stub.remove();
    stub = new Stub('for (;;);');
    await session.initialize({ capabilities: PUSHED, initializationOptions: settings() });
    await session.open(URI, TEXT);
    await publication(0);
    await expect.poll(() => stub.calls().length, WAIT).toBe(1);
    await session.change(URI, 2, [{ text: `imge = 1\n${TEXT}` }]);
    await publication(0, 2);
    await session.close(URI);
    await expect.poll(() => isRunning(stub.calls()[0]!.pid), WAIT).toBe(false);
  });

  test('is not held up by one when the server ends', async () => {
    stub.remove();
    stub = new Stub('for (;;);');
    await session.initialize({ capabilities: PUSHED, initializationOptions: settings() });
    await session.open(URI, TEXT);
    await expect.poll(() => stub.calls().length, WAIT).toBe(1);
    expect(await session.stop()).toBe(0);
    await expect.poll(() => isRunning(stub.calls()[0]!.pid), WAIT).toBe(false);
  });

  test('counts in UTF-8 where the client does', async () => {
    const capabilities = { ...PUSHED, general: { positionEncodings: ['utf-8'] } };
    await session.initialize({ capabilities, initializationOptions: settings() });
    await session.open(URI, TEXT);
    const { diagnostics } = await publication(3);
    const line = TEXT.split('\n')[3]!;
    const places = Array.from(line.matchAll(/\$x/g), ({ index }) => Buffer.byteLength(line.slice(0, index)));
    expect(ofShell(diagnostics).map(({ range }) => range.start.character)).toEqual(places);
  });

  test('shows no credential of the file', async () => {
    const token = `ghp_${'a1B2'.repeat(9)}`;
    stub.remove();
    stub = new Stub(`
      const place = { line: 1, column: 1, endLine: 1, endColumn: 50 };
      say([{ ...place, level: 'error', code: 1000, message: 'What is ' + input + '?',
        fix: { replacements: [{ ...place, replacement: input + ';' }] } }]);`);
    await session.initialize({ capabilities: PUSHED, initializationOptions: settings() });
    await session.open(URI, `init = ["curl ${token}"]\n`);
    const { diagnostics } = await publication(1);
    expect(ofShell(diagnostics)).toMatchObject([{ severity: 2 }]);
    expect(JSON.stringify(ofShell(diagnostics))).not.toContain(token);
    const end = { line: 1, character: 0 };
    const actions = ofActions(await session.codeActions(URI, { start: { line: 0, character: 0 }, end }));
    // A fix that would spell it is none.
    expect(actions).toEqual([]);
  });
});

describe('a fix', () => {
  const at = (character: number) => ({ start: { line: 3, character }, end: { line: 3, character } });

  test('is a code action at its place, and leaves the script that shellcheck means', async () => {
    await session.initialize({ capabilities: PUSHED, initializationOptions: settings() });
    await session.open(URI, TEXT);
    await publication(3);
    const actions = await session.codeActions(URI, at(14), ['quickfix']);
    const [action, ...others] = actions.filter(
      ({ diagnostics }) => diagnostics?.[0]?.source === 'shellcheck',
    );
    expect(others).toEqual([]);
    expect(action).toMatchObject({
      title: 'Write `"$x"`',
      kind: 'quickfix',
      isPreferred: false,
      diagnostics: [{ code: 'SC2086', codeDescription: { href: expect.stringContaining('/SC2086') } }],
    });
    const edits = action!.edit!.changes![URI]!;
    const after = TextDocument.applyEdits(TextDocument.create(URI, 'smolfile', 1, TEXT), edits);
    expect(after).toBe(TEXT.replace('$x', String.raw`\"$x\"`));
    expect(await session.codeActions(URI, at(14), ['refactor', 'source.fixAll'])).toEqual([]);
    expect(ofActions(await session.codeActions(URI, at(3)))).toEqual([]);
  });
});

const ofActions = (actions: readonly { diagnostics?: Diagnostic[] }[]): unknown[] =>
  actions.filter(({ diagnostics }) => diagnostics?.some(({ source }) => source === 'shellcheck'));

describe('what is asked for', () => {
  const pull = (previousResultId?: string) =>
    session.request<DocumentDiagnosticReport>('textDocument/diagnostic', {
      textDocument: { uri: URI },
      ...(previousResultId !== undefined && { previousResultId }),
    });

  test('is there at once without shellcheck, and asked for again when there is more', async () => {
    const refreshed = new Promise<void>((resolve) => {
      session.connection.onRequest(DiagnosticRefreshRequest.type, () => resolve());
    });
    await session.initialize({ capabilities: PULLED, initializationOptions: settings() });
    await session.open(URI, TEXT);
    const first = (await pull()) as FullDocumentDiagnosticReport;
    expect(first).toMatchObject({ kind: 'full', items: [] });
    await refreshed;
    await expect
      .poll(async () => ofShell(((await pull()) as FullDocumentDiagnosticReport).items), WAIT)
      .toHaveLength(3);
    // The text is the same, what there is to say is not.
    const second = (await pull(first.resultId)) as FullDocumentDiagnosticReport;
    expect(second.kind).toBe('full');
    expect(second.resultId).not.toBe(first.resultId);
    expect(await pull(second.resultId)).toEqual({ kind: 'unchanged', resultId: second.resultId });
    expect(session.published(URI)).toEqual([]);
  });

  test('is unchanged while shellcheck has nothing to say', async () => {
    await session.initialize({ capabilities: PULLED, initializationOptions: settings() });
    await session.open(URI, 'net = true\n\n[dev]\ninit = ["echo y"]\n');
    const first = (await pull()) as FullDocumentDiagnosticReport;
    await expect.poll(() => stub.calls().length, WAIT).toBe(1);
    await expect.poll(() => isRunning(stub.calls()[0]!.pid), WAIT).toBe(false);
    expect(await pull(first.resultId)).toEqual({ kind: 'unchanged', resultId: first.resultId });
  });

  test('comes with the next question of a client that is told nothing', async () => {
    await session.initialize({
      capabilities: { textDocument: { diagnostic: {} } },
      initializationOptions: settings(),
    });
    await session.open(URI, TEXT);
    let known: string | undefined;
    let items: Diagnostic[] = [];
    await expect
      .poll(async () => {
        const report = await pull(known);
        if (report.kind === 'full') ({ items, resultId: known } = report);
        return ofShell(items).length;
      }, WAIT)
      .toBe(3);
  });

  test('of the whole workspace has it for what is open', async () => {
    await session.initialize({ capabilities: PULLED, initializationOptions: settings() });
    await session.open(URI, TEXT);
    await pull();
    await expect
      .poll(async () => {
        const { items } = await session.request<{ items: FullDocumentDiagnosticReport[] }>(
          'workspace/diagnostic',
          { previousResultIds: [] },
        );
        return items.flatMap((report) => ofShell(report.items)).length;
      }, WAIT)
      .toBe(3);
  });
});

describe('trust', () => {
  /** Long enough for a shellcheck to have been started, by what follows it. */
  async function settled(): Promise<void> {
    const other = new Stub();
    const witness = new Session(server);
    try {
      await witness.initialize({ initializationOptions: { shellcheck: { path: other.path } } });
      await witness.open(URI, TEXT);
      await witness.publication(URI, ({ diagnostics }) => ofShell(diagnostics).length === 3);
    } finally {
      witness.dispose();
      other.remove();
    }
  }

  test('nothing is started where it is not trusted, or not wanted', async () => {
    // On the PATH there is one, too.
    const settingsOf = [{ trusted: false }, { shellcheck: { enabled: false } }, { shellcheck: false }];
    const sessions = settingsOf.map(() => new Session(server, { PATH: stub.folder }));
    try {
      await Promise.all(
        sessions.map(async (one, index) => {
          one.connection.onNotification(
            LogMessageNotification.type,
            ({ message }) => void logged.push(message),
          );
          await one.initialize({ capabilities: PUSHED, initializationOptions: settingsOf[index] });
          await one.open(URI, TEXT);
          await one.publication(URI, () => true);
        }),
      );
      await settled();
      expect(stub.calls()).toEqual([]);
      expect(logged).toEqual([]);
      for (const one of sessions)
        expect(ofShell(one.published(URI).flatMap(({ diagnostics }) => diagnostics))).toEqual([]);
    } finally {
      for (const one of sessions) one.dispose();
    }
  });

  test('nor for one of which the client says so when it is asked; until it says otherwise', async () => {
    let trusted: boolean | undefined;
    await session.initialize({
      capabilities: { ...PUSHED, ...ASKED },
      initializationOptions: { trusted: false },
      configuration: () => settings({ trusted }),
    });
    await session.open(URI, TEXT);
    await session.publication(URI, () => true);
    await settled();
    expect(stub.calls()).toEqual([]);
    trusted = true;
    await session.connection.sendNotification(DidChangeConfigurationNotification.type, { settings: null });
    await publication(3);
    trusted = false;
    await session.connection.sendNotification(DidChangeConfigurationNotification.type, { settings: null });
    await session.change(URI, 2, [{ text: TEXT }]);
    await publication(0, 2);
  });

  test('nor is a program of the workspace, where nobody says that it is trusted', async () => {
    const workspaceFolders = [{ uri: pathToFileURL(stub.folder).href, name: 'w' }];
    await session.initialize({ capabilities: PUSHED, workspaceFolders, initializationOptions: settings() });
    await session.open(URI, TEXT);
    await expect.poll(() => logged, WAIT).toEqual([expect.stringContaining('it is a file of the workspace')]);
    expect(stub.calls()).toEqual([]);
  });

  test('where somebody does, it is', async () => {
    const workspaceFolders = [{ uri: pathToFileURL(stub.folder).href, name: 'w' }];
    const initializationOptions = settings({ trusted: true });
    await session.initialize({ capabilities: PUSHED, workspaceFolders, initializationOptions });
    await session.open(URI, TEXT);
    expect(ofShell((await publication(3)).diagnostics)).toHaveLength(3);
  });
});

test('that there is no shellcheck is a line in the log, once', async () => {
  session.dispose();
  session = new Session(server, { PATH: '/nowhere' });
  session.connection.onNotification(LogMessageNotification.type, ({ message }) => void logged.push(message));
  await session.initialize({ capabilities: PUSHED });
  await session.open(URI, TEXT);
  await expect
    .poll(() => logged, WAIT)
    .toEqual(['Shell scripts are not checked: shellcheck is not installed.']);
  await session.change(URI, 2, [{ text: TEXT.replace('echo', 'printf') }]);
  await publication(0, 2);
  expect(session.published(URI).every(({ diagnostics }) => diagnostics.length === 0)).toBe(true);
});

test('the server of a browser has nothing of it', async () => {
  const [node, browser] = await Promise.all([
    readFile(server, 'utf8'),
    buildBrowserServer(bundle).then((path) => readFile(path, 'utf8')),
  ]);
  for (const part of ['--norc', 'child_process', 'until settings change', ' for dash, which lacks'])
    expect([node.includes(part), browser.includes(part)]).toEqual([true, false]);
});

describe.skipIf(!hasShellcheck)('with the real shellcheck', () => {
  test('a Smolfile shows what it finds', async () => {
    await session.initialize({ capabilities: PUSHED });
    const text = 'init = ["echo $foo bar", "cd /app; make"]\n';
    await session.open(URI, text);
    const { diagnostics } = await publication(3);
    const document = TextDocument.create(URI, 'smolfile', 1, text);
    expect(
      ofShell(diagnostics).map(({ code, severity, range }) => [code, severity, document.getText(range)]),
    ).toEqual([
      ['SC2154', 3, '$foo'],
      ['SC2086', 3, '$foo'],
      ['SC2164', 2, 'cd /app'],
    ]);
  });
});

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
