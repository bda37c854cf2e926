/** All pages of the documentation, from the one source: data, rules, commands, comments and files of the repository. */
import { derive } from '../../../schemas/generate/keys.ts';
import { loadData } from '../../../schemas/generate/schema.ts';
import { commandPages } from './commands.ts';
import { editorPages } from './editors.ts';
import { guidePages } from './guides.ts';
import { ignoredPage } from './ignored.ts';
import { keyPages } from './keys.ts';
import { libraryPages } from './library.ts';
import type { Group, Page } from './page.ts';
import { pageFrom } from './repository.ts';
import { rulePages } from './rules.ts';
import { upgradingPage } from './upgrading.ts';

/** Lists of pages by the part of the site that shows them. */
export type Site = Readonly<
  Record<'guide' | 'keys' | 'rules' | 'commands' | 'editors' | 'library', readonly Group[]>
>;

export function generateSite(): Site {
  const data = loadData();
  const guides = new Map(guidePages().map((page) => [page.path, page]));
  const guide = (name: string): Page => {
    const page = guides.get(`guide/${name}`);
    if (!page) throw new Error(`There is no guide ${name}.`);
    return page;
  };
  return {
    guide: [
      {
        title: 'Guide',
        pages: [
          guide('getting-started'),
          ignoredPage(),
          upgradingPage(data),
          pageFrom('IMPORT.md', 'guide/import', 'What becomes of Docker’s files.'),
          guide('verified'),
        ],
      },
      {
        title: 'Where it runs',
        pages: [
          pageFrom('CI.md', 'guide/ci', 'Smolfiles in continuous integration, and the configuration file.'),
          pageFrom('MCP.md', 'guide/agents', 'Smolfiles for coding agents.'),
          pageFrom('API.md', 'guide/http-api', 'Machines from a Smolfile over HTTP.'),
        ],
      },
    ],
    keys: keyPages(derive(data)),
    rules: rulePages(),
    commands: [commandPages()],
    editors: [editorPages()],
    library: [libraryPages()],
  };
}

/** Every page of the lists, once. */
export function pagesOf(site: Site): Page[] {
  return Object.values(site).flatMap((groups) => groups.flatMap(({ pages }) => pages));
}

/** A page as the site generator reads it. */
export function markdownOf({ title, description, text }: Page): string {
  const front = [
    '---',
    `title: ${JSON.stringify(title)}`,
    `description: ${JSON.stringify(description)}`,
    '---',
  ];
  // Signs that the generator would work out: nothing of ours means that.
  return `${front.join('\n')}\n\n::: v-pre\n\n# ${title}\n\n${text.trim()}\n\n:::\n`;
}
