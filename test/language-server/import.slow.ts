/** `smolfile/import`: what the editor makes of Docker's files is what the command makes of them. */
import { mkdir, mkdtemp, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { IMPORT_METHOD, NEW_METHOD } from '@smolfile/language-server';
import type { ImportResult } from '@smolfile/core/import';
import type { Choices } from '@smolfile/core/templates';
import { buildServer } from '../../packages/language-server/build.ts';
import { corpus, type CorpusCase } from '../import/corpus.ts';
import { smolfile } from '../cli/harness.ts';
import { Session } from './harness/client.ts';

let parent: string;
let server: string;
let session: Session;

beforeAll(async () => {
  parent = await realpath(await mkdtemp(join(tmpdir(), 'smolfile-import-server-')));
  server = await buildServer(join(parent, 'bundle'));
});
afterAll(() => rm(parent, { recursive: true, force: true }));
beforeEach(() => {
  session = new Session(server);
});
afterEach(() => session.dispose());

async function folderOf({ name, files }: Pick<CorpusCase, 'name' | 'files'>): Promise<string> {
  const folder = join(parent, name, 'project');
  await Promise.all(
    Object.entries(files).map(async ([path, text]) => {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), text);
    }),
  );
  return folder;
}

async function asked(folder: string, path: string, text: string): Promise<ImportResult> {
  const uri = pathToFileURL(folder).href;
  await session.initialize({ workspaceFolders: [{ uri, name: 'project' }] });
  return session.request(IMPORT_METHOD, { uri: pathToFileURL(join(folder, path)).href, text });
}

const CASES = corpus().filter(({ name }) =>
  /^(?:compose-(?:dev|include|override|secrets|traefik)|devcontainer-(?:build|compose-two|features)|dockerfile-(?:next|spring))$/.test(
    name,
  ),
);

test('there are sources of each kind', () => {
  expect(CASES).toHaveLength(10);
});

describe.each(CASES)('$name', (source) => {
  test('comes to the same as with the command', async () => {
    const folder = await folderOf(source);
    const { path = '' } = source.options;
    const { files, problems } = await asked(folder, path, source.text);
    expect(problems).toEqual([]);
    const env = { HOME: homedir() };
    const { stdout } = smolfile(['import', '--format', 'json', path], { cwd: folder, env });
    const command = JSON.parse(stdout) as ImportResult;
    expect(files.map(({ text, report }) => ({ text, report }))).toEqual(
      command.files.map(({ text, report }) => ({ text, report })),
    );
  });
});

test.each([
  ['1.9.3', true],
  ['banana', false],
])('a version %j of the settings is written down: %s', async (smolvmVersion, isWritten) => {
  const folder = await folderOf({ name: `set-${smolvmVersion}`, files: { 'x/y': '' } });
  await session.initialize({ initializationOptions: { smolvmVersion } });
  const uri = pathToFileURL(join(folder, 'Dockerfile')).href;
  const { files } = await session.request<ImportResult>(IMPORT_METHOD, { uri, text: 'FROM alpine\n' });
  expect(files[0]!.text.includes(`smolvm = "${smolvmVersion}"`)).toBe(isWritten);
  expect(files[0]!.text).toContain('image = "alpine"');
});

describe('what lies outside the workspace is not read', () => {
  test.each(['link.yaml', 'up/secret.yaml', '../../secret.yaml', 'OUTSIDE/secret.yaml'])(
    '%s',
    async (included) => {
      const folder = await folderOf({ name: `links-${included.replaceAll('/', '-')}`, files: { 'x/y': '' } });
      await writeFile(join(parent, 'secret.yaml'), 'services: {b: {image: stolen}}\n');
      await symlink(join(parent, 'secret.yaml'), join(folder, 'link.yaml'));
      await symlink(parent, join(folder, 'up'));
      const path = JSON.stringify(included.replace('OUTSIDE', parent));
      const text = `include: [${path}]\nservices: {a: {image: x}}\n`;
      const { files, problems } = await asked(folder, 'compose.yaml', text);
      expect(files).toEqual([]);
      expect(problems[0]?.message).toContain('outside the workspace');
    },
  );
});

test('a source that cannot be read has a place, and one that is nowhere is imported all the same', async () => {
  const folder = await folderOf({ name: 'broken', files: {} });
  expect(await asked(folder, 'Dockerfile', 'RUN x\n')).toMatchObject({
    files: [],
    problems: [{ message: '`RUN` stands before the first `FROM`', source: { start: { line: 1 } } }],
  });
  const text = 'FROM alpine\nCMD ["x"]\n';
  const { files } = await session.request<ImportResult>(IMPORT_METHOD, { uri: 'untitled:Dockerfile', text });
  expect(files[0]?.text).toContain('image = "alpine"\ncmd = ["x"]');
});

test('a new Smolfile is what `smolfile init` writes', async () => {
  const folder = await folderOf({ name: 'new', files: { 'go.mod': 'module x\ngo 1.24\n', 'main.go': '' } });
  const uri = pathToFileURL(folder).href;
  await session.initialize({ workspaceFolders: [{ uri, name: 'project' }] });
  const { choices } = await session.request<Choices>(NEW_METHOD, { folder: uri });
  expect(choices[0]).toMatchObject({ name: 'go', detected: true, source: 'go.mod' });
  expect(choices[0]?.text).toBe(smolfile(['init', '--yes', '--stdout'], { cwd: folder }).stdout);
  const without = await session.request<Choices>(NEW_METHOD, {});
  expect(without.choices.filter(({ detected }) => detected)).toEqual([]);
});
