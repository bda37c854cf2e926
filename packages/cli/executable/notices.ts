/** The licences of what is in an executable: of the packages in its scripts, and of the runtime. */
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const SCRIPTS = ['smolfile.js', 'smolfile-language-server.js', 'smolfile-mcp.js'];

/** Each script ends with the licences of the packages in it. */
function noticesOf(script: string): string {
  const start = script.lastIndexOf('/*\nThis file contains:\n');
  return script.slice(script.indexOf('\n\n', start) + 2, script.lastIndexOf('*/')).trim();
}

/**
 * Writes `THIRD_PARTY_NOTICES.txt`.
 *
 * @param folder where the scripts are.
 * @param to where to; beside the scripts when left out.
 */
export function executableNotices(folder: string, to: string = folder): void {
  const rule = `\n${'-'.repeat(72)}\n\n`;
  const packages = SCRIPTS.flatMap((name) => noticesOf(readFileSync(join(folder, name), 'utf8')).split(rule));
  const runtime = readFileSync(join(here, 'runtime-licence.txt'), 'utf8').trim();
  const own = readFileSync(join(here, '../LICENSE'), 'utf8').trim();
  const notices = [...new Set(packages.map((notice) => notice.trim()))].toSorted();
  const texts = [`smolfile (Apache-2.0)\n\n${own}`, runtime, ...notices];
  writeFileSync(join(to, 'THIRD_PARTY_NOTICES.txt'), `${texts.join(`\n${rule}`)}\n`);
}
