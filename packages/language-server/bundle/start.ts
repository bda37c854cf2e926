/**
 * What stands in front of the server in its file. The server follows in a comment, which is what V8 passes over fastest;
 * it is taken from there as a text and compiled here, from what V8 made of it the last time where that was kept.
 */
import { codePath, keepCode, keptCode } from '@smolfile/host/kept-code';
import { readFileSync } from 'node:fs';
import { Script } from 'node:vm';

type Server = (require: NodeJS.Require, file: string) => void;

/** A line before the server, and one after it. */
export const BEGIN = '//@server';
export const END = '//@end';

/** Stands in the comment for what would end it. */
export const COMMENT_END = '*~/';

/** When the server has answered what an editor asks first: what it called by then the next one needs soon. Milliseconds. */
const SETTLED = 5000;

/**
 * Runs the server.
 *
 * @param file where it is.
 * @param build what tells it from every other.
 */
export function start(file: string, build: string, require: NodeJS.Require): void {
  const path = codePath(build);
  const cachedData = path === undefined ? undefined : keptCode(path);
  const script = new Script(textOf(readFileSync(file, 'latin1')), {
    filename: 'smolfile-language-server.js',
    ...(cachedData && { cachedData }),
  });
  // Not at its end: one that was asked for its version only, or for nothing, has called little that is worth keeping.
  if (path !== undefined && (!cachedData || script.cachedDataRejected === true))
    setTimeout(() => keepCode(path, () => script.createCachedData()), SETTLED).unref();
  (script.runInThisContext() as Server)(require, file);
}

function textOf(whole: string): string {
  // Git may have given its lines other ends.
  const begin = whole.indexOf('\n', whole.indexOf(`\n${BEGIN}`) + 1);
  return whole.slice(begin, whole.indexOf(`\n${END}`, begin)).replaceAll(COMMENT_END, '*/');
}
