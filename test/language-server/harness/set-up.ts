/** Editors are set up with the very text of EDITORS.md. */
import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';

export const page = readFileSync(
  new URL('../../../packages/language-server/EDITORS.md', import.meta.url),
  'utf8',
);

/** The first code below a line of the page that starts so. */
export function setUpBelow(start: string): string {
  const below = page.slice(page.indexOf(`\n${start}`) + 1);
  return /```\w+\n([^]*?)```/.exec(below)![1]!;
}

/**
 * Puts the language server into a folder by the name that the page gives it.
 *
 * @param server path of its bundle.
 * @returns a `PATH` that begins with the folder.
 */
export function pathWithServer(folder: string, server: string): string {
  const command = join(folder, 'smolfile-language-server');
  writeFileSync(command, `#!/bin/sh\nexec '${process.execPath}' '${server}' "$@"\n`);
  chmodSync(command, 0o755);
  return `${folder}${delimiter}${process.env['PATH'] ?? ''}`;
}
