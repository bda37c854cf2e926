import { spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  type ClientCapabilities,
  CodeActionKind,
  DiagnosticSeverity,
  DidChangeConfigurationNotification,
  ExitNotification,
  type Range,
} from 'vscode-languageserver/node';
import { buildServer } from '../../packages/language-server/build.ts';
import { Session } from './harness/client.ts';

const URI = 'file:///work%20space/it%27s/Smolfile';

const FULL: ClientCapabilities = {
  general: { positionEncodings: ['utf-16'] },
  textDocument: {
    publishDiagnostics: { relatedInformation: true, tagSupport: { valueSet: [1, 2] } },
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: [CodeActionKind.QuickFix] } } },
  },
  workspace: { workspaceEdit: { documentChanges: true } },
};

let folder: string;
let server: string;
let session: Session;

beforeAll(async () => {
  // A folder of its own: nothing beside the bundle but a package.json that would make it ESM.
  folder = await mkdtemp(join(tmpdir(), 'smolfile-server-'));
  server = await buildServer(folder);
  await writeFile(join(folder, 'package.json'), '{ "type": "module" }');
});
afterAll(() => rm(folder, { recursive: true, force: true }));
beforeEach(() => {
  session = new Session(server);
});
afterEach(() => session.dispose());

function run(...args: string[]) {
  return spawnSync(process.execPath, [server, ...args], { encoding: 'utf8' });
}

function cursor(line: number, character: number): Range {
  return { start: { line, character }, end: { line, character } };
}

/** The codes of the first publication that has the right ones. */
async function codesOf(matches: (codes: unknown[]) => boolean): Promise<unknown[]> {
  const found = await session.publication(URI, (params) =>
    matches(params.diagnostics.map(({ code }) => code)),
  );
  return found.diagnostics.map(({ code }) => code);
}

describe('life of a session', () => {
  test('says what it can, with the encoding it picked', async () => {
    const { capabilities, serverInfo } = await session.initialize({
      capabilities: { ...FULL, general: { positionEncodings: ['utf-32', 'utf-8', 'utf-16'] } },
    });
    expect(serverInfo?.name).toBe('smolfile-language-server');
    expect(capabilities).toMatchObject({
      positionEncoding: 'utf-8',
      textDocumentSync: { openClose: true, change: 2 },
      codeActionProvider: { codeActionKinds: ['quickfix', 'refactor.rewrite', 'source.fixAll.smolfile'] },
    });
  });

  test('offers no code actions to a client that takes commands only', async () => {
    const { capabilities } = await session.initialize({ capabilities: {} });
    expect(capabilities.codeActionProvider).toBeUndefined();
    expect(capabilities.positionEncoding).toBe('utf-16');
  });

  test('answers what is out of turn with the errors that the protocol has for it', async () => {
    const hover = { textDocument: { uri: URI }, position: { line: 0, character: 0 } };
    await expect(session.request('textDocument/hover', hover)).rejects.toMatchObject({ code: -32_002 });
    await session.open(URI, 'imge = 1\n');
    await session.initialize();
    await expect(session.request('initialize', { capabilities: {} })).rejects.toMatchObject({
      code: -32_600,
    });
    // What was opened before is not known.
    expect(await session.request('textDocument/hover', hover)).toBeNull();
    await session.request('shutdown', {});
    await expect(session.request('textDocument/hover', hover)).rejects.toMatchObject({ code: -32_600 });
  });

  test('ends with 0 after shutdown and exit', async () => {
    await session.initialize();
    expect(await session.stop()).toBe(0);
  });

  test('ends with 1 when told to exit without shutdown', async () => {
    await session.initialize();
    await session.connection.sendNotification(ExitNotification.type);
    expect(await session.exit).toBe(1);
  });

  test('ends with 1 when the client goes away', async () => {
    await session.initialize();
    session.process.stdin.end();
    expect(await session.exit).toBe(1);
  });
});

describe('command line', () => {
  test('without a transport it explains itself', () => {
    const { status, stdout, stderr } = run();
    expect(status).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toMatch(/^Usage: smolfile-language-server --stdio/);
  });

  test('--node-ipc without a parent that speaks it is refused', () => {
    const { status, stderr } = run('--node-ipc');
    expect(status).toBe(2);
    expect(stderr).toMatch(/^No channel to a parent process/);
  });

  test('--version and --help', () => {
    expect(run('--version')).toMatchObject({ status: 0, stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) });
    expect(run('--help')).toMatchObject({ status: 0, stdout: expect.stringContaining('--stdio') });
  });
});

describe('diagnostics', () => {
  test('carry everything that the client can show', async () => {
    await session.initialize({ capabilities: FULL });
    await session.open(URI, 'imge = "alpine"\ncpus = 1\ncpus = 2\n');
    const { diagnostics, version } = await session.publication(URI, () => true);
    expect(version).toBe(1);
    const unknown = diagnostics.find(({ code }) => code === 'unknown-key');
    expect(unknown).toMatchObject({
      range: { start: { line: 0, character: 0 }, end: { line: 0, character: 4 } },
      severity: DiagnosticSeverity.Error,
      source: 'smolfile',
      codeDescription: { href: expect.stringMatching(/^https:.*\/unknown-key$/) },
      message: '`imge` is not a key of a Smolfile',
      data: {
        fix: {
          title: 'Replace `imge` with `image`',
          edits: [
            { newText: 'image', range: { start: { line: 0, character: 0 }, end: { line: 0, character: 4 } } },
          ],
        },
      },
    });
    const duplicate = diagnostics.find(({ relatedInformation }) => relatedInformation);
    expect(duplicate?.range.start.line).toBe(2);
    expect(duplicate?.relatedInformation?.[0]?.location).toMatchObject({
      uri: URI,
      range: { start: { line: 1 } },
    });
  });

  test('leave out what the client cannot show', async () => {
    await session.initialize();
    await session.open(URI, 'cpus = 1\ncpus = 2\n');
    const { diagnostics } = await session.publication(URI, () => true);
    expect(diagnostics).toHaveLength(1);
    expect(diagnostics[0]).not.toHaveProperty('relatedInformation');
    expect(diagnostics[0]).not.toHaveProperty('tags');
  });

  test('follow the text change by change', async () => {
    await session.initialize();
    await session.open(URI, 'imge = "alpine"\ncpus = 2\n');
    await session.publication(URI, ({ diagnostics }) =>
      diagnostics.some(({ code }) => code === 'unknown-key'),
    );
    await session.change(URI, 2, [
      { range: { start: { line: 0, character: 0 }, end: { line: 1, character: 0 } }, text: '# none\n' },
      { range: { start: { line: 1, character: 7 }, end: { line: 1, character: 8 } }, text: '"no"' },
    ]);
    const { diagnostics } = await session.publication(URI, ({ version }) => version === 2);
    expect(diagnostics.map(({ code, range }) => [code, range.start])).toEqual([
      ['type-mismatch', { line: 1, character: 7 }],
    ]);
  });

  test('wait for a pause in typing', async () => {
    await session.initialize();
    await session.open(URI, '');
    await session.publication(URI, ({ version }) => version === 1);
    await Promise.all(
      Array.from('imge = 1', (character, index) => {
        const at = { line: 0, character: index };
        return session.change(URI, index + 2, [{ range: { start: at, end: at }, text: character }]);
      }),
    );
    await session.publication(URI, ({ version }) => version === 9);
    // Usually the first and the last; how many exactly is the machine's business.
    expect(session.published(URI).length).toBeLessThan(9);
  });

  test('are cleared when the document is closed', async () => {
    await session.initialize();
    await session.open(URI, 'imge = 1\n');
    await session.publication(URI, ({ diagnostics }) => diagnostics.length > 0);
    await session.close(URI);
    expect(await session.publication(URI, ({ diagnostics }) => diagnostics.length === 0)).toEqual({
      uri: URI,
      diagnostics: [],
    });
  });

  test('say nothing of the host for a document that is in no folder of it', async () => {
    const missing = 'volume-source-missing';
    const text = 'volumes = ["./not-there:/data"]\n';
    await session.initialize();
    await session.open('untitled:Untitled-1', text);
    await session.open(URI, text);
    const [untitled, file] = await Promise.all([
      session.publication('untitled:Untitled-1', () => true),
      session.publication(URI, () => true),
    ]);
    expect(untitled.diagnostics.map(({ code }) => code)).not.toContain(missing);
    expect(file.diagnostics.map(({ code }) => code)).toContain(missing);
  });
});

describe('positions', () => {
  // 😀 is two units of UTF-16 and four bytes of UTF-8; é one and two.
  const TEXT = '# 😀é\ncmd = ["😀é", 1]\n';

  test.each([
    ['utf-16', 14],
    ['utf-8', 17],
  ] as const)('count in %s', async (encoding, character) => {
    await session.initialize({ capabilities: { general: { positionEncodings: [encoding] } } });
    await session.open(URI, TEXT);
    const { diagnostics } = await session.publication(URI, ({ version }) => version === 1);
    const wrong = diagnostics.filter(({ code }) => code === 'type-mismatch');
    expect(wrong.map(({ range }) => range.start)).toEqual([{ line: 1, character }]);

    const range = { start: { line: 1, character }, end: { line: 1, character: character + 1 } };
    await session.change(URI, 2, [{ range, text: '"1"' }]);
    const after = await session.publication(URI, ({ version }) => version === 2);
    expect(after.diagnostics.filter(({ code }) => code === 'type-mismatch')).toEqual([]);
  });
});

describe('code actions', () => {
  test('offer the fix where the cursor is, as an edit of this version', async () => {
    await session.initialize({ capabilities: FULL });
    await session.open(URI, 'imge = "alpine"\ncpus = "2"\n', 7);
    const [fix] = await session.codeActions(URI, cursor(1, 8));
    expect([fix]).toMatchObject([
      {
        title: 'Write `2`',
        kind: 'quickfix',
        isPreferred: true,
        diagnostics: [{ code: 'type-mismatch' }],
        edit: {
          documentChanges: [
            {
              textDocument: { uri: URI, version: 7 },
              edits: [
                {
                  range: { start: { line: 1, character: 7 }, end: { line: 1, character: 10 } },
                  newText: '2',
                },
              ],
            },
          ],
        },
      },
    ]);
  });

  test('offer plain edits to a client without versioned ones', async () => {
    const { workspace: _, ...capabilities } = FULL;
    await session.initialize({ capabilities });
    await session.open(URI, 'imge = "alpine"\n');
    const [action] = await session.codeActions(URI, cursor(0, 0));
    expect(Object.keys(action?.edit?.changes ?? {})).toEqual([URI]);
  });

  test.each([
    [['quickfix'], 1],
    [[''], 1],
    [['source.fixAll', 'quickfix'], 1],
    [['refactor'], 0],
    [['quickfix.other'], 0],
  ])('of the kinds asked for only: %j', async (only, expected) => {
    await session.initialize({ capabilities: FULL });
    await session.open(URI, 'imge = "alpine"\n');
    const actions = await session.codeActions(URI, cursor(0, 0), only);
    expect(actions.filter(({ title }) => title.startsWith('Replace'))).toHaveLength(expected);
  });

  test('none for a document that is not open', async () => {
    await session.initialize({ capabilities: FULL });
    expect(await session.codeActions(URI, cursor(0, 0))).toEqual([]);
  });
});

describe('settings', () => {
  const TEXT = 'docker_socket = true\n';
  const NEWER = 'key-needs-newer-version';
  test('come with the initialization where the client cannot be asked', async () => {
    await session.initialize({ initializationOptions: { smolvmVersion: '1.2.0' } });
    await session.open(URI, TEXT);
    expect(await codesOf(() => true)).toContain(NEWER);
  });

  test('that name no known version are said not to be used', async () => {
    const logged = new Promise<string>((resolve) => {
      session.connection.onNotification('window/logMessage', ({ message }: { message: string }) =>
        resolve(message),
      );
    });
    await session.initialize({ initializationOptions: { smolvmVersion: '0.9.0' } });
    expect(await logged).toMatch(/smolvmVersion is "0\.9\.0", which is no version of smolvm that is known/);
  });

  test('the installed version counts where nothing else says one', async () => {
    await session.initialize({ initializationOptions: { installedVersion: '1.2.0' } });
    await session.open(URI, TEXT);
    expect(await codesOf(() => true)).toContain(NEWER);
    await session.change(URI, 2, [{ text: `# smolfile: smolvm = "1.9.3"\n${TEXT}` }]);
    expect(await codesOf((codes) => !codes.includes(NEWER))).not.toContain(NEWER);
  });

  test('can be pushed later', async () => {
    await session.initialize();
    await session.open(URI, TEXT);
    expect(await codesOf(() => true)).not.toContain(NEWER);
    const settings = { smolfile: { smolvmVersion: '1.2.0' } };
    await session.connection.sendNotification(DidChangeConfigurationNotification.type, { settings });
    expect(await codesOf((codes) => codes.includes(NEWER))).toContain(NEWER);
  });

  test('are asked for, and again when they changed', async () => {
    let smolvmVersion = '1.2.0';
    await session.initialize({
      capabilities: {
        workspace: { configuration: true, didChangeConfiguration: { dynamicRegistration: true } },
      },
      configuration: () => ({ smolvmVersion }),
    });
    await session.open(URI, TEXT);
    expect(await codesOf(() => true)).toContain(NEWER);
    smolvmVersion = '';
    await session.connection.sendNotification(DidChangeConfigurationNotification.type, { settings: null });
    expect(await codesOf((codes) => !codes.includes(NEWER))).not.toContain(NEWER);
  });
});
