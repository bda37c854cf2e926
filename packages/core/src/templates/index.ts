/** What a new Smolfile begins with: templates, and what a folder says of itself. Apart from the rest of core, like imports. */
import type { SourceReader } from '../import/reader.ts';
import { TEMPLATES } from './catalog.ts';
import { detectProjects } from './detect/index.ts';
import type { Project } from './types.ts';
import { draftText } from './write.ts';

export { TEMPLATE_NAMES } from './names.ts';

/** A new Smolfile that can be had. */
export interface Choice {
  /** Of its template. */
  readonly name: string;
  readonly summary: string;
  /** The file of the folder that it is made for; undefined where nothing was looked at. */
  readonly source?: string;
  /** Whether the folder is of its kind. */
  readonly detected: boolean;
  readonly text: string;
}

/** What there is to begin with in a folder. */
export interface Choices {
  /** The best guess first. */
  readonly choices: readonly Choice[];
  /** A Dockerfile, a compose file or a dev container, by its path: `importSource` makes Smolfiles of it. */
  readonly importable?: string;
}

/** How to begin. */
export interface ChoiceOptions {
  /** The container image, in place of the templates' own. */
  readonly image?: string;
}

/**
 * The new Smolfiles that can be had in a folder, those of its own kind first.
 *
 * @param reader the folder; `NO_READER` where there is none.
 */
export function newSmolfiles(reader: SourceReader, { image }: ChoiceOptions = {}): Choices {
  const { projects, importable } = detectProjects(reader);
  const [best] = projects;
  const own = new Map(projects);
  const choices = TEMPLATES.map(({ name, summary, draft }): Choice => {
    // a job or a sandbox is about the project, too
    const project: Project | undefined = own.get(name) ?? (isLanguage(name) ? undefined : best?.[1]);
    const { settings, ...rest } = draft(project);
    const replaced = settings.map((each) =>
      each.key === 'image' && image !== undefined ? { ...each, value: image } : each,
    );
    const detected = own.has(name);
    return {
      name,
      summary,
      detected,
      ...(detected && project && { source: project.source }),
      text: draftText({ settings: replaced, ...rest }),
    };
  });
  const rank = ({ name }: Choice): number => {
    const index = projects.findIndex(([template]) => template === name);
    return index < 0 ? projects.length : index;
  };
  return {
    choices: choices.toSorted((one, other) => rank(one) - rank(other)),
    ...(importable !== undefined && { importable }),
  };
}

const LANGUAGES: ReadonlySet<string> = new Set(['node', 'python', 'go', 'rust']);

function isLanguage(name: string): boolean {
  return LANGUAGES.has(name);
}
