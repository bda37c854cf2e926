/** A lint of many files takes no more memory than their names: nothing else is left of a file in which all is well. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execPath } from 'node:process';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { SMOLFILE } from '../../bench/startup.ts';

const program = fileURLToPath(new URL('../../../packages/cli/dist/start.js', import.meta.url));
const MANY = 60_000;
const FEW = 15_000;
const SOME = 1000;

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'smolfile-growth-'));
  // says at the end what the process had at most
  writeFileSync(
    join(folder, 'most.cjs'),
    `process.on('exit', () => require('node:fs').writeFileSync(process.env.MOST, String(process.resourceUsage().maxRSS)));`,
  );
  for (const [name, files] of [
    ['some', SOME],
    ['few', FEW],
    ['many', MANY],
  ] as const) {
    for (let file = 0; file < files; file++) {
      const path = join(folder, name, `team-${Math.floor(file / 100)}`);
      if (file % 100 === 0) mkdirSync(path, { recursive: true });
      writeFileSync(join(path, `service-${file % 100}.smolfile`), `${SMOLFILE}# Service ${file}\n`);
    }
  }
});

afterAll(() => rmSync(folder, { recursive: true }));

interface World {
  readonly GITHUB_WORKSPACE: string;
  readonly SMOLFILE_NO_CACHE: string;
  readonly config: string;
}

function lint(name: string, files: number, node: readonly string[], env: NodeJS.ProcessEnv = {}): void {
  const { status, stdout, stderr } = spawnSync(execPath, [...node, program, 'lint'], {
    cwd: join(folder, name),
    env: {
      ...process.env,
      GITHUB_WORKSPACE: undefined,
      ...env,
      XDG_CACHE_HOME: join(folder, `cache-${name}`),
      MOST: join(folder, 'most'),
    },
    encoding: 'utf8',
  });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(stdout).toContain(`${files} Smolfiles, no problems`);
}

/** The most memory that a lint had, in bytes. */
function memoryOf(name: string, files: number): number {
  lint(name, files, ['-r', join(folder, 'most.cjs')]);
  return Number(readFileSync(join(folder, 'most'), 'utf8')) * 1024;
}

test.each(['anew', 'known'])('memory, %s', () => {
  const [few, many] = [memoryOf('few', FEW), memoryOf('many', MANY)];
  // Its path, a report of four fields, and what V8 has not collected yet; it was 2 kB.
  expect((many - few) / (MANY - FEW)).toBeLessThan(1000);
});

test.each([
  ['anew', {}],
  ['known', {}],
  ['for a CI service', { GITHUB_WORKSPACE: tmpdir(), SMOLFILE_NO_CACHE: '1' }],
  ['with a configuration', { config: 'fail-on = "warning"\n[severity]\nimage-not-pinned = "off"\n' }],
])('no file has V8 make shapes of objects for it alone, %s', (_, { config, ...env }: Partial<World>) => {
  if (config !== undefined) writeFileSync(join(folder, 'some', 'smolfile.config.toml'), config);
  const log = join(folder, 'shapes.log');
  lint(
    'some',
    SOME,
    ['--log-maps', '--no-log-maps-details', '--no-logfile-per-isolate', `--logfile=${log}`],
    env,
  );
  const places = readFileSync(log, 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('map,'))
    .map((line) => line.split(','))
    .map(([, kind, , , , , line, column, , name]) => [kind, line, column, name].join(' '));
  const times = new Map<string, number>();
  for (const place of places) times.set(place, (times.get(place) ?? 0) + 1);
  expect([...times].filter(([, count]) => count > SOME / 4)).toEqual([]);
});
