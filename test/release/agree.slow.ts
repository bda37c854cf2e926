/** Whoever is asked, what a file is checked for is chosen by the same rule, and gets the same answer. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { NEWEST_RELEASE } from '@smolfile/core';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import type { DocumentDiagnosticReport } from 'vscode-languageserver/node';
import { buildServer } from '../../packages/language-server/build.ts';
import { folderWith, lintJson, smolfile } from '../cli/harness.ts';
import { Session } from '../language-server/harness/client.ts';

/** Refused before 1.14.0. */
const FILE = 'image = "alpine"\nnet = true\ncmd = ["true"]\nuser = "app"\n';
const OLD = '1.13.1';
const RANGE = '>=1.12.0 <1.14.0';

interface Way {
  /** The directive of the file. */
  readonly pin?: string;
  readonly config?: string;
  /** Asked for by an option, or by a setting of the editor. */
  readonly asked?: string;
  readonly expected: string;
}

const WAYS: Readonly<Record<string, Way>> = {
  'nobody says': { expected: NEWEST_RELEASE.version },
  'the file': { pin: OLD, expected: OLD },
  'the file, a range': { pin: RANGE, expected: OLD },
  'the configuration': { config: OLD, expected: OLD },
  'the configuration, a range': { config: RANGE, expected: OLD },
  'an option or setting': { asked: OLD, expected: OLD },
  'an option or setting, a range': { asked: RANGE, expected: OLD },
  'the file over the configuration': { pin: OLD, config: '1.32.2', expected: OLD },
  'the option over both': { asked: OLD, pin: '1.32.2', config: '1.31.0', expected: OLD },
  'the configuration is newer': { config: '1.32.2', expected: '1.32.2' },
  'the file is newer than the configuration': { config: OLD, pin: '1.32.2', expected: '1.32.2' },
};

let build: string;
let program: string;

beforeAll(async () => {
  build = mkdtempSync(join(tmpdir(), 'smolfile-agree-'));
  program = await buildServer(build);
});

afterAll(() => rmSync(build, { recursive: true, force: true }));

/** What the server says of a file in a folder: the codes of errors, and whether smolvm accepts it. */
async function serverSays(
  cwd: string,
  text: string,
  asked: string | undefined,
): Promise<{ errors: unknown[]; accepted: unknown; smolvm: unknown }> {
  const session = new Session(program);
  onTestFinished(() => session.dispose());
  const folder = pathToFileURL(cwd).href;
  await session.initialize({
    capabilities: { textDocument: { diagnostic: {} } },
    workspaceFolders: [{ uri: folder, name: 'agree' }],
    initializationOptions: asked === undefined ? {} : { smolvmVersion: asked },
  });
  const textDocument = { uri: `${folder}/Smolfile` };
  await session.open(textDocument.uri, text);
  const report = await session.request<DocumentDiagnosticReport>('textDocument/diagnostic', { textDocument });
  const { json } = await session.request<{ json: { accepted: boolean; smolvm: string } }>(
    'smolfile/resolve',
    {
      textDocument,
      command: 'create',
    },
  );
  const items = report.kind === 'full' ? report.items : [];
  return {
    errors: items.filter(({ severity }) => severity === 1).map(({ code }) => code),
    accepted: json.accepted,
    smolvm: json.smolvm,
  };
}

test.each(Object.entries(WAYS))(
  'the release is chosen by: %s',
  async (_, { pin, config, asked, expected }) => {
    const text = `${pin === undefined ? '' : `# smolfile: smolvm = "${pin}"\n`}${FILE}`;
    const files = {
      Smolfile: text,
      ...(config !== undefined && { 'smolfile.config.toml': `smolvm = "${config}"\n` }),
    };
    const cwd = folderWith(files);
    const option = asked === undefined ? [] : ['--smolvm-version', asked];
    const isRefused = expected === OLD;

    const { json } = lintJson(['--for', 'create', ...option], { cwd });
    const [linted] = json.files;
    const errors = linted!.diagnostics.flatMap(({ severity, code }) => (severity === 'error' ? [code] : []));
    expect(errors).toEqual(isRefused ? ['key-needs-newer-version'] : []);
    expect(linted!.smolvm).toBe(expected);

    const resolved = smolfile(['resolve', '--format', 'json', ...option], { cwd });
    const { accepted, smolvm } = JSON.parse(resolved.stdout) as { accepted: boolean; smolvm: string };
    expect({ accepted, smolvm }).toEqual({ accepted: !isRefused, smolvm: expected });

    const server = await serverSays(cwd, text, asked);
    expect(server).toEqual({ errors, accepted, smolvm });
  },
);
