/** The library: its README, and each public function with what its comment says; the examples are executed by a test. */
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { linkTo, table, type Group, type Page } from './page.ts';
import { pageFrom, read } from './repository.ts';

const FOLDER = 'packages/core/src/';
const DECLARED = /\/\*\*\n((?: \*[^\n]*\n)+?) \*\/\nexport (?:function\*?|class) (\w+)/g;

interface Documented {
  readonly name: string;
  readonly about: string;
  readonly parameters: readonly (readonly [name: string, about: string])[];
  readonly returns?: string;
  readonly throws?: string;
  readonly example: string;
}

export function libraryPages(): Group {
  const exported = new Set(
    read('packages/core/api-report.txt').match(/(?<=^(?:function|class) )\w+/gm) ?? [],
  );
  const folder = fileURLToPath(new URL(`../../../${FOLDER}`, import.meta.url));
  const documented = (readdirSync(folder, { recursive: true }) as string[])
    .filter((path) => path.endsWith('.ts'))
    .flatMap((path) =>
      Array.from(
        read(FOLDER + path.replaceAll('\\', '/')).matchAll(DECLARED),
        ([, comment = '', name = '']) => parse(name, comment),
      ),
    )
    .filter(({ name, example }) => exported.has(name) && example !== '')
    .toSorted((one, other) => one.name.localeCompare(other.name, 'en'));
  const pages = documented.map(pageOf);
  const index = pageFrom(
    'packages/core/README.md',
    'library/index',
    'Everything about Smolfiles as a library.',
  );
  return {
    title: 'Library',
    pages: [
      {
        ...index,
        name: 'The library',
        text: [
          index.text.trim(),
          '## Functions',
          table(
            ['Function', 'What'],
            pages.map(({ path, title, description }) => [linkTo(path, `\`${title}\``), description]),
          ),
        ].join('\n\n'),
      },
      ...pages,
    ],
  };
}

function parse(name: string, comment: string): Documented {
  const text = comment.replaceAll(/^ \* ?/gm, '');
  const [before = '', rest = ''] = text.split(/^@example\n/m);
  const [about = '', ...tags] = before.split(/^(?=@)/m);
  const tag = (kind: string): string[] =>
    tags.filter((each) => each.startsWith(`@${kind} `)).map((each) => oneLine(each.slice(kind.length + 2)));
  const [returns] = tag('returns');
  const [throws] = tag('throws');
  return {
    name,
    about: about.trim(),
    parameters: tag('param').map((each) => {
      const [parameter = '', ...words] = each.split(' ');
      return [parameter, words.join(' ')] as const;
    }),
    ...(returns !== undefined && { returns }),
    ...(throws !== undefined && { throws }),
    example: /```ts\n[\s\S]*?```/.exec(rest)?.[0] ?? '',
  };
}

function oneLine(text: string): string {
  return text.trim().replaceAll(/\s*\n\s*/g, ' ');
}

function pageOf({ name, about, parameters, returns, throws, example }: Documented): Page {
  const facts = [
    ...parameters.map(([parameter, text]) => `- \`${parameter}\`: ${text}`),
    ...(returns === undefined ? [] : [`- Returns ${returns}`]),
    ...(throws === undefined ? [] : [`- Throws ${throws}`]),
  ];
  return {
    path: `library/${name}`,
    title: name,
    description: oneLine(about.split('\n\n')[0] ?? ''),
    text: [about, ...(facts.length > 0 ? [facts.join('\n')] : []), '## Example', example].join('\n\n'),
  };
}
