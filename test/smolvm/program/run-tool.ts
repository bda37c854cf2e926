import { execFile } from 'node:child_process';

/** Runs a tool that the rig needs; what it says on failure is the error. */
export function runTool(
  file: string,
  args: readonly string[],
  options: { readonly cwd?: string; readonly timeout?: number; readonly env?: NodeJS.ProcessEnv } = {},
): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = execFile(file, args, { maxBuffer: 1 << 26, ...options }, (error, stdout, stderr) => {
      if (!error) resolve(stdout);
      else reject(new Error(`${file} ${args[0] ?? ''}: ${stderr.trim().slice(-2000) || error.message}`));
    });
    child.stdin?.end();
  });
}
