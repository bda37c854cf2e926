import { appendFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { RunnerTask } from 'vitest';
import type { CodeServer } from './code-server.ts';
import { OUTPUT } from './paths.ts';
import type { Workbench } from './workbench.ts';

/** One failed attempt a line. */
const ATTEMPTS = join(OUTPUT, 'failed-attempts.jsonl');

interface Attempt {
  readonly name: string;
  /** From 0. */
  readonly attempt: number;
  readonly message: string;
}

/** To be called after a test that failed: keeps a picture, the logs, and that it did. */
export async function keepFailure(
  { name, result, file }: RunnerTask,
  workbench: Workbench,
  server: CodeServer,
): Promise<void> {
  const attempt = result?.retryCount ?? 0;
  const base = `failed-${name.replaceAll(/\W+/g, '-')}-${attempt}`;
  await mkdir(OUTPUT, { recursive: true });
  // A page that hangs gives no picture; the rest is worth having all the same.
  await workbench.screenshot(base).catch(() => undefined);
  const logs = await server.logs();
  await writeFile(join(OUTPUT, `${base}.log`), logs.join('\n'));
  process.stderr.write(`${logs.map((log) => log.slice(-2000)).join('\n')}\n`);
  const message = result?.errors?.at(-1)?.message ?? '';
  const line: Attempt = { name: `${file.name} > ${name}`, attempt, message };
  await appendFile(ATTEMPTS, `${JSON.stringify(line)}\n`);
}

/**
 * Before the first test, forgets what an earlier run left. After the last one, says which tests only passed when they
 * were tried again: that is no failure of what they test, but a finding about them.
 */
export default async function watchAttempts(): Promise<() => Promise<void>> {
  await rm(OUTPUT, { recursive: true, force: true });
  return async () => {
    const text = await readFile(ATTEMPTS, 'utf8').catch(() => '');
    const attempts = text
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as Attempt);
    if (attempts.length === 0) return;
    const names = new Set(attempts.map(({ name }) => name));
    const lines = Array.from(names, (name) => {
      const [first, ...others] = attempts.filter((each) => each.name === name);
      const then = others.length === 0 ? 'passed when tried again' : 'failed again';
      return `  ${name}\n    ${then}; first: ${first?.message.split('\n')[0] ?? ''}`;
    });
    process.stderr.write(`\nFinding about the tests, ${names.size} tried again:\n${lines.join('\n')}\n`);
  };
}
