/** A page of the documentation, before the site generator has it. */
export interface Page {
  /** Below the site, without ending: `keys/cpus`. */
  readonly path: string;
  readonly title: string;
  /** Where it differs from the title in lists of pages. */
  readonly name?: string;
  readonly description: string;
  /** Markdown, without the title. */
  readonly text: string;
}

/** Pages that stand together in the list beside each of them. */
export interface Group {
  readonly title: string;
  readonly pages: readonly Page[];
  /** Whether the list starts folded. */
  readonly folded?: boolean;
}

/** A row of a table in Markdown. */
export function row(...cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll('\n', ' ').replaceAll(/(?<!\\)\|/g, String.raw`\|`)).join(' | ')} |`;
}

/** A table in Markdown. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [row(...head), row(...head.map(() => '---')), ...rows.map((cells) => row(...cells))].join('\n');
}

/** The page of a key: dots would look like an ending of a file's name. */
export function keyPage(path: string): string {
  const name = path.replaceAll('[]', '').replaceAll('*', 'name').replaceAll('.', '-');
  return `keys/${name}`;
}

/** The page of a code. */
export function rulePage(code: string): string {
  return `rules/${code}`;
}

/** A link to a page of the site. */
export function linkTo(path: string, text: string): string {
  return `[${text}](/${path})`;
}
