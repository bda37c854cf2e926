/** A page for each editor, from the one description of all. */
import { type Group, type Page } from './page.ts';
import { pageFrom, read, section } from './repository.ts';

const FILE = 'packages/language-server/EDITORS.md';
/** Its section of editors, and what is none: the headings after it, below `Set-up`. */
const SET_UP = 'Set-up';

export function editorPages(): Group {
  const text = read(FILE);
  const after = text.slice(text.indexOf(`## ${SET_UP}\n`));
  const own = after.slice(0, after.indexOf('\n## ', 1));
  const names = Array.from(own.matchAll(/^### (.*)$/gm), ([, name = '']) => name);
  const index = pageFrom(FILE, 'editors/index', 'Checking, completion and the rest in every editor.');
  const pages = names.map((name): Page => ({
    path: `editors/${slug(name)}`,
    title: name,
    description: `Smolfiles in ${name}.`,
    text: section(FILE, name),
  }));
  return { title: 'Editors', pages: [{ ...index, name: 'All editors' }, ...pages] };
}

function slug(name: string): string {
  return name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
}
