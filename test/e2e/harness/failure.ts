import type { CodeServer } from './code-server.ts';
import type { Workbench } from './workbench.ts';

/** To be called after each test: keeps a picture and the logs of one that failed. */
export async function keepFailure(
  { name, result }: { readonly name: string; readonly result?: { readonly state: string } | undefined },
  workbench: Workbench,
  server: CodeServer,
): Promise<void> {
  if (result?.state !== 'fail') return;
  await workbench.screenshot(`failed-${name.replaceAll(/\W+/g, '-')}`);
  process.stderr.write(`${await server.logs()}\n`);
}
