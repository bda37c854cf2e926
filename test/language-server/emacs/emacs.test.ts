/** Emacs with eglot, set up with the very text of EDITORS.md; skipped where there is none. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isSmolfileName } from '../../../packages/host/src/names.ts';
import { buildServer } from '../../../packages/language-server/build.ts';
import { PATHS } from '../../harness/file-names.ts';
import { pathWithServer, setUpBelow } from '../harness/set-up.ts';

const drive = fileURLToPath(new URL('drive.el', import.meta.url));

/** Every kind of name; the first is worked on. */
const NAMES = PATHS.filter((path) => !path.includes('/') && isSmolfileName(path));

/** Without eglot, which older versions have as a package, there is nothing to test. */
const hasEglot = spawnSync('emacs', ['--batch', '--eval', "(require 'eglot)"]).status === 0;

describe.skipIf(!hasEglot)('Emacs with eglot', () => {
  let folder: string;
  let said: readonly { readonly what: string; readonly value: unknown }[];

  /** What was said of something, once for each file that it was said of. */
  const of = (what: string): unknown[] => said.filter((each) => each.what === what).map(({ value }) => value);

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'smolfile-emacs-'));
    const path = pathWithServer(folder, await buildServer(folder));
    const project = join(folder, 'project');
    mkdirSync(project);
    const files = NAMES.map((name) => join(project, name));
    for (const file of files) writeFileSync(file, 'imge="alpine:3.20"\n');
    const init = join(folder, 'init.el');
    writeFileSync(init, setUpBelow('### Emacs'));
    const { stderr, status, signal } = spawnSync(
      'emacs',
      ['--batch', '--eval', "(require 'eglot)", '--load', init, '--load', drive, ...files],
      {
        cwd: project,
        encoding: 'utf8',
        timeout: 240_000,
        env: { ...process.env, HOME: folder, PATH: path },
      },
    );
    const lines = stderr.split('\n').filter((line) => line.startsWith('{"what":'));
    said = lines.map((line) => JSON.parse(line) as (typeof said)[number]);
    if (of('managed').length < NAMES.length) throw new Error(`${status} ${signal}: ${stderr}`);
  }, 300_000);

  afterAll(() => rm(folder, { recursive: true, force: true }));

  test('has the mode of the page for every name, and the server in it', () => {
    expect(of('mode')).toEqual(NAMES.map(() => 'smolfile-mode'));
    expect(of('managed')).toEqual(NAMES.map(() => true));
  });

  test('shows what is wrong, what a key is, and completes one', () => {
    expect(of('diagnostics')).toEqual([
      expect.arrayContaining([expect.stringMatching(/^1: .*`?imge`? is not a key/)]) as unknown,
    ]);
    expect(of('completion')).toEqual([expect.arrayContaining(['memory']) as unknown]);
  });

  test('formats the file', () => {
    expect(of('formatted')).toEqual(['imge = "alpine:3.20"\n']);
  });
});
