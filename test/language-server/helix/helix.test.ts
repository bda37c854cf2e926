/** Helix, set up with the very text of EDITORS.md, and a person at its keyboard; skipped where there is none. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isSmolfileName } from '../../../packages/host/src/names.ts';
import { buildServer } from '../../../packages/language-server/build.ts';
import { PATHS } from '../../harness/file-names.ts';
import { pathWithServer, setUpBelow } from '../harness/set-up.ts';
import { newerEditor } from '../newer-editors.ts';
import { Terminal } from './terminal.ts';

/** Every kind of name, and some that are none; the first is worked on. */
const NAMES = PATHS.filter((path) => !path.includes('/'));

const ESCAPE = '\u001B';
const PATIENCE = { timeout: 30_000 };

const helix = [newerEditor('hx'), 'hx'].find((name) => spawnSync(name, ['--version']).status === 0);
const hasTerminal = spawnSync('script', ['--version']).status === 0;

describe.skipIf(helix === undefined || !hasTerminal)('Helix', () => {
  let folder: string;
  let project: string;
  let terminal: Terminal;
  const saved = (): string => readFileSync(join(project, NAMES[0]!), 'utf8');

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'smolfile-helix-'));
    const path = pathWithServer(folder, await buildServer(folder));
    const config = join(folder, '.config/helix');
    mkdirSync(config, { recursive: true });
    writeFileSync(join(config, 'languages.toml'), setUpBelow('### Helix'));
    project = join(folder, 'project');
    mkdirSync(project);
    for (const name of NAMES) writeFileSync(join(project, name), 'imge = "alpine:3.20"\n');
    terminal = new Terminal(`'${helix}' -vv ${NAMES.join(' ')}`, project, {
      HOME: folder,
      PATH: path,
    });
  }, 60_000);

  afterAll(async () => {
    await terminal.close(':qa!\r');
    await rm(folder, { recursive: true, force: true });
  });

  test('shows what is wrong', async () => {
    await expect(terminal.see(/`imge` is not a key of a Smolfile/)).resolves.toBeUndefined();
  });

  test('applies a fix', async () => {
    terminal.type(' a');
    await terminal.see(/Replace `imge` with `image`/);
    terminal.type('\r:w\r');
    await expect.poll(saved, PATIENCE).toBe('image = "alpine:3.20"\n');
  });

  test('completes a key, with its value', async () => {
    terminal.type('omem');
    await terminal.see(/memory/);
    terminal.type('\t');
    await terminal.see(/8192/);
    // together with the next key, it would be another one
    terminal.type(ESCAPE);
    await terminal.see(/NOR/);
    terminal.type(':w\r');
    await expect.poll(saved, PATIENCE).toBe('image = "alpine:3.20"\nmemory = 8192\n');
  });

  test('gives the server every file that has such a name, and no other', () => {
    const log = readFileSync(join(folder, '.cache/helix/helix.log'), 'utf8');
    const opened = log.split('\n').flatMap((line) => {
      const sent = /smolfile -> (\{.*"method":"textDocument\/didOpen".*)/.exec(line)?.[1];
      if (sent === undefined) return [];
      const { params } = JSON.parse(sent) as {
        params: { textDocument: { uri: string; languageId: string } };
      };
      return [`${params.textDocument.languageId} ${params.textDocument.uri}`];
    });
    const meant = NAMES.filter((name) => isSmolfileName(name));
    expect(new Set(opened)).toEqual(
      new Set(meant.map((name) => `smolfile ${pathToFileURL(join(project, name)).href}`)),
    );
  });
});
