/** A client that nobody here wrote: Neovim, an old and a new one, opens a broken Smolfile, and a person works on it. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isSmolfileName } from '../../../packages/host/src/names.ts';
import { buildServer } from '../../../packages/language-server/build.ts';
import { PATHS } from '../../harness/file-names.ts';
import { newerEditor } from '../newer-editors.ts';
import { Editor, isNew, neovimVersion } from './editor.ts';

const BROKEN = `imge = "alpine:3.20"
cpus = "2"

[dev
ports = ["127.0.0.1:8080:80"]
`;

const inCi = process.env['CI'] === 'true';

const NEWER = newerEditor('nvim');

for (const [program, script] of [
  ['nvim', 'test/programs.sh'],
  [NEWER, 'test/language-server/newer-editors.sh'],
] as const) {
  if (neovimVersion(program) === undefined)
    console.warn(`${program} is missing, and its test is left out: run ${script}`);
}

describe.skipIf(neovimVersion('nvim') === undefined && !inCi)('Neovim', () => {
  person('nvim');
});
describe.skipIf(neovimVersion(NEWER) === undefined)('a newer Neovim', () => {
  person(NEWER);
});

/** Somebody works on a Smolfile. */
function person(program: string): void {
  const version = neovimVersion(program) ?? '';
  let folder: string;
  let editor: Editor;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'smolfile-nvim-server-'));
    editor = await Editor.open(program, await buildServer(folder), BROKEN);
  }, 30_000);
  afterAll(async () => {
    await editor.close();
    await rm(folder, { recursive: true, force: true });
    console.log(
      [
        `${version}: Smolfile`,
        ...BROKEN.split('\n').map((line) => `      ${line}`),
        ...editor.transcript,
      ].join('\n'),
    );
  });

  test('shows what is wrong', { timeout: 20_000 }, async () => {
    const shown = await editor.see('Diagnostics', (lines) => lines.length >= 4);
    expect(shown.join('\n')).toContain('1:1 unknown-key `imge` is not a key of a Smolfile');
    expect(shown.join('\n')).toMatch(/^2:8 type-mismatch /m);
    expect(shown.join('\n')).toMatch(/^4:\d+ unclosed-header /m);
    expect(shown.join('\n')).toMatch(/^5:\d+ port-invalid /m);
  });

  test('applies a fix', { timeout: 20_000 }, async () => {
    editor.type('<Esc>gg:lua vim.lsp.buf.code_action({ only = { "quickfix" } })<CR>');
    const [first] = await editor.see('Lines', ([line]) => line?.startsWith('image') === true);
    expect(first).toBe('image = "alpine:3.20"');
    const offered = await editor.see('Chosen', (titles) => titles.length > 0);
    expect(offered[0]).toBe('Replace `imge` with `image`');
    await editor.see('Diagnostics', (lines) => !lines.some((line) => line.includes('unknown-key')));
  });

  test('completes a key', { timeout: 20_000 }, async () => {
    editor.type('<Esc>2GOmem<C-x><C-o>');
    const offered = await editor.see('Menu', (items) => items.length > 0);
    expect(offered).toContain('memory');
    editor.type('<C-n><C-y><Esc>');
    await editor.see('Lines', (lines) => lines[1] === 'memory = 8192');
  });

  test('says what a key is', { timeout: 20_000 }, async () => {
    editor.type('<Esc>2G0:lua vim.lsp.buf.hover()<CR>');
    const text = (await editor.see('Float', (lines) => lines.length > 0)).join('\n');
    expect(text).toMatch(/memory.* — integer, 0 to 4294967295, in MiB, since smolvm 1\.2\.0 or earlier/);
    expect(text).toContain('8192 MiB (8 GiB)');
    editor.type('<Esc>');
  });

  test(
    'takes every name for a Smolfile that the search takes, and has one server for all',
    { timeout: 60_000 },
    async () => {
      editor.type('<Esc>:set hidden<CR>');
      for (const path of PATHS.filter((each) => !each.includes('/'))) {
        editor.type(`:edit ${path}<CR>`);
        // one after the other, as somebody opens them
        // oxlint-disable-next-line no-await-in-loop
        const [name, type, comment] = await editor.see('Kind', ([at]) => at === path);
        // a new one gives a backup the type of what it is a backup of, whatever that is
        const meant = isNew(version) ? path.replace(/\.bak$/, '') : path;
        const isOne = isSmolfileName(meant);
        expect([name, type === 'smolfile', comment === '# %s']).toEqual([path, isOne, isOne]);
      }
      expect(await editor.see('Clients', (clients) => clients.length > 0)).toEqual(['smolfile']);
    },
  );
}
