/** What a file system really refuses. The superuser is refused nothing, and so becomes somebody else here. */
import { spawnSync } from 'node:child_process';
import { chmodSync, chownSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { folderWith } from '../cli/harness.ts';

const main = fileURLToPath(new URL('../../packages/cli/src/main.ts', import.meta.url));
const tsx = import.meta.resolve('tsx');
const NOBODY = 65_534;
const isRoot = process.getuid?.() === 0;
const UGLY = 'cpus=2\n';
const WRITERS = [
  ['fmt', ['fmt', '.'], UGLY],
  ['lint --fix', ['lint', '--fix', '.'], 'env = ["A=1", "A=1"]\n'],
] as const;

/** A folder that belongs to whoever runs the program. */
function ownFolder(files: Readonly<Record<string, string>>): string {
  const cwd = folderWith(files);
  for (const path of isRoot ? ['', ...(readdirSync(cwd, { recursive: true }) as string[])] : [])
    chownSync(join(cwd, path), NOBODY, NOBODY);
  return cwd;
}

function run(argv: readonly string[], cwd: string): { code: number | null; stderr: string } {
  const { status, stderr } = spawnSync(process.execPath, ['--import', tsx, main, ...argv], {
    cwd,
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], NO_COLOR: '1' },
    ...(isRoot && { uid: NOBODY, gid: NOBODY }),
  });
  return { code: status, stderr };
}

test.skipIf(process.platform === 'win32').each(WRITERS)(
  '%s goes on past everything that it may not read or write, and says so',
  (_, argv, text) => {
    const cwd = ownFolder({
      Smolfile: text,
      'folder/Smolfile': text,
      'file/Smolfile': text,
      'theirs/Smolfile': text,
      'closed/Smolfile': text,
      'secret.smolfile': text,
    });
    const left = (path: string): string => readFileSync(join(cwd, path), 'utf8');
    chmodSync(join(cwd, 'folder'), 0o555);
    chmodSync(join(cwd, 'file/Smolfile'), 0o444);
    // Renaming asks for the folder's permission only, which is one's own here.
    if (isRoot) chownSync(join(cwd, 'theirs/Smolfile'), 0, 0);
    chmodSync(join(cwd, 'closed'), 0);
    chmodSync(join(cwd, 'secret.smolfile'), 0);
    const { code, stderr } = run(argv, cwd);
    for (const path of ['folder', 'closed', 'secret.smolfile']) chmodSync(join(cwd, path), 0o755);
    expect(code).toBe(3);
    expect(stderr).toMatch(/cannot (?:format|fix) folder\/Smolfile: permission denied/);
    expect(stderr).toContain('file/Smolfile: it is write-protected');
    if (isRoot) expect(stderr).toMatch(/cannot (?:format|fix) theirs\/Smolfile: permission denied/);
    expect(stderr).toContain('cannot search closed: permission denied');
    expect(stderr).toContain('cannot read secret.smolfile: permission denied');
    for (const path of ['folder/Smolfile', 'file/Smolfile', 'closed/Smolfile', 'secret.smolfile'])
      expect(left(path), path).toBe(text);
    if (isRoot) expect(left('theirs/Smolfile')).toBe(text);
    expect(left('Smolfile')).not.toBe(text);
    expect(
      (readdirSync(cwd, { recursive: true }) as string[]).filter((path) => path.endsWith('.tmp')),
    ).toEqual([]);
  },
);

/** A file system of 16 kB that only this process and its children see. */
const SMALL = 'mount -t tmpfs -o size=16k small "$1" && cp Smolfile "$1" && cd "$1" && shift && ';
const canMount =
  process.platform === 'linux' &&
  spawnSync('unshare', ['-rm', 'sh', '-c', 'mount -t tmpfs small /mnt']).status === 0;

test.skipIf(!canMount).each([
  ['fmt', `cpus=2\n# ${'x'.repeat(9000)}\n`],
  ['lint --fix', `env = ["A=1", "A=1"]\n# ${'x'.repeat(9000)}\n`],
])('%s on a disk that is really full loses nothing', (command, text) => {
  const cwd = folderWith({ Smolfile: text, 'disk/.keep': '' });
  const argv = ['--import', tsx, main, ...command.split(' '), 'Smolfile'];
  const script = '"$@" >/dev/null; echo "exit $?"; ls -A; cat Smolfile';
  const { stdout, stderr } = spawnSync(
    'unshare',
    ['-rm', 'sh', '-c', SMALL + script, 'sh', join(cwd, 'disk'), process.execPath, ...argv],
    { cwd, encoding: 'utf8' },
  );
  expect(stderr).toContain('Smolfile: no space is left on the device');
  expect(stdout).toBe(`exit 3\nSmolfile\n${text}`);
});
