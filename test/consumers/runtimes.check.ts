import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { chromium as browserType } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildCli } from '../../packages/cli/build.ts';
import { chromium, core, RUNTIMES, start } from './place.ts';

const program = fileURLToPath(new URL('program.mjs', import.meta.url));
let folder = '';
let cli = '';
let expected = '';

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'smolfile-runtimes-'));
  cli = await buildCli(join(folder, 'cli'));
  writeFileSync(
    join(folder, 'main.mjs'),
    `import { run } from ${JSON.stringify(pathToFileURL(program).href)};
     import * as core from ${JSON.stringify(pathToFileURL(core).href)};
     console.log(run(core));\n`,
  );
  writeFileSync(join(folder, 'Smolfile'), 'cpus = "2"\nmemry = 512\n');
  expected = execFileSync(process.execPath, [join(folder, 'main.mjs')], { encoding: 'utf8' });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.each(Object.entries(RUNTIMES))('%s', (_name, words) => {
  const [binary, before] = start(words);

  test('comes to what this Node comes to with the library', () => {
    const said = execFileSync(binary, [...before, join(folder, 'main.mjs')], {
      encoding: 'utf8',
      cwd: folder,
    });
    expect(JSON.parse(said)).toEqual(JSON.parse(expected));
    expect(JSON.parse(said)).toMatchObject({
      accepted: true,
      edited: { text: expect.stringContaining('cpus = 4') as string },
    });
  });

  test('runs the command', () => {
    const argv = [cli, 'lint', '--format', 'concise', 'Smolfile'];
    const theirs = spawnSync(binary, [...before, ...argv], { encoding: 'utf8', cwd: folder });
    const ours = spawnSync(process.execPath, argv, { encoding: 'utf8', cwd: folder });
    expect({ stdout: theirs.stdout, status: theirs.status }).toEqual({ stdout: ours.stdout, status: 1 });
    expect(ours.stdout).toContain('type-mismatch');
  });
});

test('an older Node is told in one line what is needed', () => {
  const [binary] = start(['node18/bin/node']);
  const { stdout, stderr, status } = spawnSync(binary, [cli, 'lint', 'Smolfile'], {
    encoding: 'utf8',
    cwd: folder,
  });
  expect({ stdout, stderr, status }).toEqual({
    stdout: '',
    stderr: 'smolfile: needs Node 20.12 or newer; this is Node 18.9.1\n',
    status: 3,
  });
});

test('a browser comes to the same', async () => {
  const browser = await browserType.launch({ executablePath: chromium, args: ['--no-sandbox'] });
  try {
    const page = await browser.newPage();
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    // as one file each: a module of a text has no place for another to be found beside it
    const bundle = await build({ entryPoints: [core], bundle: true, format: 'esm', write: false });
    const sources = [bundle.outputFiles[0]!.text, readFileSync(program, 'utf8')];
    // as a text: vitest would make another function of each import
    const said = await page.evaluate<string>(`(async () => {
      const load = (code) => import(URL.createObjectURL(new Blob([code], { type: 'text/javascript' })));
      const [core, program] = await Promise.all(${JSON.stringify(sources)}.map(load));
      return program.run(core);
    })()`);
    expect(JSON.parse(said)).toEqual(JSON.parse(expected));
    expect(errors).toEqual([]);
  } finally {
    await browser.close();
  }
});
