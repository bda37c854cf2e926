import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { argv } from 'node:process';
import { fileURLToPath } from 'node:url';
import { exponent } from './growth.ts';
import { ourPrograms, plainEnvironment, SMOLFILE } from './startup.ts';

/** What a lint of so many clean files takes. */
export interface FilesRow {
  readonly program: string;
  readonly files: number;
  /** Wall clock, start included. */
  readonly milliseconds: number;
  /** Power of the number of files with which the time grows from the row before; undefined for the first. */
  readonly exponent: number | undefined;
  /** The most memory that it had at any time. */
  readonly megabytes: number;
}

/** Runs a program and says what memory it took: the one figure that only a parent is told. */
const WRAPPER = `
  import os, sys
  child = os.posix_spawn(sys.argv[1], sys.argv[1:], os.environ,
    file_actions=[(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)])
  _, status, usage = os.wait4(child, 0)
  print(usage.ru_maxrss)
  sys.exit(os.waitstatus_to_exitcode(status))
`.replaceAll('\n  ', '\n');

/**
 * Measures how time and memory grow with the number of files, each in a folder of its own. It needs Python for the
 * memory, as the comparison with smolvm does.
 */
export function benchFiles(sizes: readonly number[] = [1, 100, 10_000, 100_000]): FilesRow[] {
  const folder = mkdtempSync(join(tmpdir(), 'smolfile-files-'));
  try {
    const runs: { program: string; files: number; milliseconds: number; megabytes: number }[] = [];
    let written = 0;
    for (const files of sizes) {
      for (; written < files; written++) {
        const path = join(folder, `team-${Math.floor(written / 100)}`, `service-${written % 100}`);
        mkdirSync(path, { recursive: true });
        writeFileSync(join(path, 'Smolfile'), `${SMOLFILE}# Service ${written}\n`);
      }
      for (const { name, program, args } of ourPrograms()) {
        const command = [program, ...args, 'lint', '--quiet'];
        const anew = measured([...command, '--no-cache'], folder);
        measured(command, folder); // what it finds out, the next one knows
        const again = measured(command, folder);
        runs.push(
          { program: `${name}, anew`, files, ...anew },
          { program: `${name}, again`, files, ...again },
        );
      }
    }
    return runs.map((run) => {
      const all = runs.filter(({ program }) => program === run.program);
      const at = all.indexOf(run);
      const times = all.map(({ milliseconds }) => milliseconds);
      return { ...run, exponent: at === 0 ? undefined : exponent(times, sizes, at) };
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function measured(
  command: readonly string[],
  cwd: string,
): { readonly milliseconds: number; readonly megabytes: number } {
  const start = performance.now();
  const { status, stdout, stderr } = spawnSync('python3', ['-c', WRAPPER, ...command], {
    cwd,
    env: plainEnvironment,
    encoding: 'utf8',
  });
  const milliseconds = performance.now() - start;
  if (status !== 0) throw new Error(`${command.join(' ')} exited with ${status}: ${stderr.slice(0, 2000)}`);
  return { milliseconds, megabytes: Number(stdout) / 1024 };
}

if (argv[1] === fileURLToPath(import.meta.url)) console.table(benchFiles());
