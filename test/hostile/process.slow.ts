import { spawn, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { folderWith } from '../cli/harness.ts';

const main = fileURLToPath(new URL('../../packages/cli/src/main.ts', import.meta.url));
const tsx = import.meta.resolve('tsx');
const MANY = `env = [\n${'1,\n'.repeat(10_000)}]\n`;

/** Loaded before the program: at one call to the file system it says so and stays there for good. */
function stuckAt(call: string): string {
  return `
    const fs = require('node:fs');
    const real = fs.${call};
    fs.${call} = (path, ...rest) => {
      if ('${call}' === 'renameSync' && !String(path).includes('.tmp')) return real(path, ...rest);
      if ('${call}' === 'writeFileSync') {
        if (typeof path !== 'number') return real(path, ...rest);
        real(path, 'half', rest[1]);
      }
      fs.writeSync(2, 'stuck');
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
    };
    require('node:module').syncBuiltinESMExports();
  `;
}

test.skipIf(process.platform === 'win32').each([
  ['fmt', 'writeFileSync', 'cpus=2\n'],
  ['fmt', 'renameSync', 'cpus=2\n'],
  ['lint --fix', 'writeFileSync', 'env = ["A=1", "A=1"]\n'],
])('%s interrupted in %s leaves the file whole', async (command, call, text) => {
  const cwd = folderWith({ Smolfile: text, 'stuck.cjs': stuckAt(call) });
  const argv = [
    '--require',
    join(cwd, 'stuck.cjs'),
    '--import',
    tsx,
    main,
    ...command.split(' '),
    'Smolfile',
  ];
  const child = spawn(process.execPath, argv, { cwd, stdio: ['ignore', 'ignore', 'pipe'] });
  const ended = new Promise((resolve) => child.on('close', (_, signal) => resolve(signal)));
  child.stderr.once('data', () => child.kill('SIGINT'));
  expect(await ended).toBe('SIGINT');
  expect(readFileSync(join(cwd, 'Smolfile'), 'utf8')).toBe(text);
  const left = readdirSync(cwd).filter((name) => !['Smolfile', 'stuck.cjs'].includes(name));
  expect(left.every((name) => /^\.smolfile-\d+-0\.tmp$/.test(name))).toBe(true);
});

test.skipIf(process.platform === 'win32').each([
  ['lint', 'lint --format json Smolfile', 'head -c 100 >/dev/null'],
  ['fmt --diff', 'fmt --diff Smolfile', 'head -c 100 >/dev/null'],
  ['lint, standard output closed from the start', 'lint Smolfile >&-', 'cat'],
])('%s into a reader that goes away ends quietly', (_, command, reader) => {
  const cwd = folderWith({ Smolfile: MANY });
  // The one place where a shell is wanted: it makes the pipe. Nothing of it comes from outside of this file.
  const { stderr } = spawnSync(
    'bash',
    ['-c', `"$0" --import "$1" "$2" ${command} | ${reader}`, process.execPath, tsx, main],
    {
      cwd,
      encoding: 'utf8',
    },
  );
  expect(stderr.replace(/^smolfile: would format 1 file\n$/, '')).toBe('');
});
