import { stat } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { showError, showWarning } from './notify.ts';

/**
 * Why nothing can be packed to a place, as far as one sees beforehand: smolvm only finds out once the image is pulled
 * and everything is put together.
 *
 * @param file the Smolfile.
 */
export async function outputProblem(output: string, file: string): Promise<string | undefined> {
  if (output === file) return 'That is the Smolfile itself.';
  if (await isFolder(output)) return `${basename(output)} is a folder.`;
  const parent = dirname(output);
  const there = await stat(parent).catch(() => undefined);
  if (!there) return `There is no folder ${parent}.`;
  return there.isDirectory() ? undefined : `${parent} is no folder.`;
}

/** Whether a place may be written: where something is already, after a question. */
export async function mayBeWritten(output: string, file: string): Promise<boolean> {
  const problem = await outputProblem(output, file);
  if (problem !== undefined) {
    void showError(problem);
    return false;
  }
  const there = await Promise.all(
    [output, `${output}.smolmachine`].map(async (path) =>
      (await exists(path)) ? basename(path) : undefined,
    ),
  );
  const names = there.filter((name) => name !== undefined);
  if (names.length === 0) return true;
  const choice = await showWarning(
    `Overwrite ${names.join(' and ')}?`,
    { modal: true, detail: `In ${dirname(output)}. What is there now is lost.` },
    'Overwrite',
  );
  return choice === 'Overwrite';
}

async function isFolder(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined))?.isDirectory() ?? false;
}

async function exists(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined)) !== undefined;
}
