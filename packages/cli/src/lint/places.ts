import type { Io } from '../io.ts';

/** The folders that a report is written for: where it is asked for, and what CI services call the repository. */
export function placesOf({ cwd, env }: Pick<Io, 'cwd' | 'env'>): string[] {
  return [cwd, env['GITHUB_WORKSPACE'] ?? '', env['CI_PROJECT_DIR'] ?? ''];
}
