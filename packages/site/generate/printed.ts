import { fileURLToPath } from 'node:url';
import { processIo, run } from 'smolfile';

const repository = fileURLToPath(new URL('../../../', import.meta.url));

/** What a command of the CLI prints in the repository's folder, without colours, in 100 columns. */
export function printed(argv: readonly string[]): string {
  let text = '';
  const output = {
    write: (more: string) => void (text += more),
    isTerminal: () => false,
    columns: () => undefined,
  };
  run(argv, { ...processIo(), cwd: repository, env: {}, stdout: output, stderr: output });
  return text.trimEnd();
}
