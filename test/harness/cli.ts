import { fileURLToPath } from 'node:url';
import { processIo, run } from 'smolfile';

const repository = fileURLToPath(new URL('../../', import.meta.url));

/** What a command of the CLI prints in the repository's folder, without colours, in 100 columns. */
export function render(argv: readonly string[]): string {
  let printed = '';
  const stdout = {
    write: (text: string) => void (printed += text),
    isTerminal: () => false,
    columns: () => undefined,
  };
  run(argv, { ...processIo(), cwd: repository, env: {}, stdout });
  return printed.trimEnd();
}
