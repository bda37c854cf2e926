import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { argv, execPath } from 'node:process';
import { fileURLToPath } from 'node:url';
import { median } from './median.ts';
import { bundle, plainEnvironment, SMOLFILE } from './startup.ts';

/** How long a lint of many files, or of many findings, takes from start to end. */
export interface ManyFilesRow {
  readonly what: string;
  /** Median, wall clock. */
  readonly milliseconds: number;
  /** Relative to a lint of one of the files, in the same run. */
  readonly ratio: number;
}

const FILES = 1_000;
/** 2 kB: the typical Smolfile, and comments around it. */
const TEXT = SMOLFILE + '# What else there is to say about this machine.\n'.repeat(28);

/** Two hundred findings, of two kinds. */
const FINDINGS = `image = "a"\nnet = true\nenv = [\n${'  1,\n'.repeat(120)}]\n[dev]\nports = [\n${'  "x",\n'.repeat(80)}]\n`;

/**
 * Measures a repository with 1,000 Smolfiles in 100 folders, found by a search, with and without a configuration, and
 * a file with 200 findings, against a lint of one clean file; all of them checked anew.
 *
 * @throws Error when the CLI has not been built, or says something else than it should.
 */
export function benchManyFiles(rounds: number = 7): ManyFilesRow[] {
  if (!existsSync(bundle)) throw new Error(`${bundle} is missing: run \`pnpm build\` first`);
  const folder = mkdtempSync(join(tmpdir(), 'smolfile-bench-'));
  try {
    const write = (path: string, text: string): void => {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    };
    for (const repository of ['plain', 'configured']) {
      for (let index = 0; index < FILES; index++)
        write(`${repository}/service-${index % 100}/${index}.smolfile`, TEXT);
    }
    write('configured/smolfile.config.toml', 'ignore = ["vendor"]\n[severity]\nlegacy-list = "off"\n');
    write('one/Smolfile', TEXT);
    write('findings/Smolfile', FINDINGS);
    const runs = [
      { what: 'one file', cwd: 'one', status: 0, says: '1 Smolfile, no problems' },
      { what: '1,000 files', cwd: 'plain', status: 0, says: '1000 Smolfiles, no problems' },
      { what: '1,000 files, configured', cwd: 'configured', status: 0, says: '1000 Smolfiles, no problems' },
      { what: '200 findings', cwd: 'findings', status: 1, says: '200 errors in 1 file' },
    ];
    const times = runs.map((): number[] => []);
    for (let round = -1; round < rounds; round++) {
      for (const [at, { cwd, status, says }] of runs.entries()) {
        const milliseconds = timed(join(folder, cwd), status, says);
        if (round >= 0) times[at]!.push(milliseconds);
      }
    }
    const medians = times.map(median);
    return runs.map(({ what }, at) => ({
      what,
      milliseconds: medians[at]!,
      ratio: medians[at]! / medians[0]!,
    }));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function timed(cwd: string, status: number, says: string): number {
  const start = performance.now();
  const options = { cwd, env: plainEnvironment, encoding: 'utf8', maxBuffer: 1 << 26 } as const;
  const result = spawnSync(execPath, [bundle, 'lint', '--no-cache'], options);
  const elapsed = performance.now() - start;
  if (result.status !== status || !result.stdout.includes(says))
    throw new Error(
      `lint exited with ${result.status} and said: ${result.stdout.slice(-200)}${result.stderr}`,
    );
  return elapsed;
}

if (argv[1] === fileURLToPath(import.meta.url)) console.table(benchManyFiles());
