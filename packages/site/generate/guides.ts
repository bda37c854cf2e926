/** The guides that are written by hand, with what they take from elsewhere put in. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from './page.ts';
import { printed } from './printed.ts';
import { section } from './repository.ts';

const folder = fileURLToPath(new URL('../docs/guide/', import.meta.url));

export function guidePages(): Page[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.md'))
    .map((name): Page => {
      const text = readFileSync(folder + name, 'utf8');
      const [, title = ''] = /^# (.*)$/m.exec(text) ?? [];
      const [, description = ''] = /^# .*\n\n(.*)$/m.exec(text) ?? [];
      return {
        path: `guide/${name.slice(0, -3)}`,
        title,
        description,
        text: filled(text.replace(/^# .*\n/m, '')).trim(),
      };
    });
}

/**
 * `<!-- run: smolfile … -->` becomes the command and what it prints, `<!-- from: FILE#HEADING -->` the section of a
 * file of the repository.
 */
function filled(text: string): string {
  return text
    .replaceAll(/^<!-- run: smolfile (.*?) -->$/gm, (_, line: string) =>
      ['```sh', `smolfile ${line}`, '```', '', '```text', printed(line.split(' ')), '```'].join('\n'),
    )
    .replaceAll(/^<!-- from: ([^#]+)#(.*?) -->$/gm, (_, file: string, heading: string) =>
      section(file, heading),
    );
}
