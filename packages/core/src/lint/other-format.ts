import type { SmolfileDocument } from '../document/document.ts';
import type { TextRange } from '../text/range.ts';

/** What a file is instead of TOML. */
export interface OtherFormat {
  /** With its article. */
  readonly name: string;
  /** What `smolfile import` makes of it: a Smolfile of the file, or of a command line; nothing when left out. */
  readonly imported?: 'file' | 'command';
  /** The first line that says so. */
  readonly range: TextRange;
}

/** How far one looks for what a file is. */
const FIRST_LINES = 200;

/**
 * Whether a file that is not TOML is one of another tool as a whole, so that what TOML makes of its lines is no help.
 *
 * @returns undefined for a file that TOML can read, and for one with a statement of TOML in it.
 */
export function otherFormat(document: SmolfileDocument): OtherFormat | undefined {
  if (document.errors.length === 0) return undefined;
  if (!formats.has(document)) formats.set(document, formatOf(document.text));
  return formats.get(document);
}

/** What was found out: it is asked for more than once. */
const formats = new WeakMap<SmolfileDocument, OtherFormat | undefined>();

function formatOf(text: string): OtherFormat | undefined {
  const lines = linesOf(text);
  const [first] = lines;
  if (!first) return undefined;
  const { start, content } = first;
  const range = { start, end: start + content.trimEnd().length };
  if (/^FROM[ \t]+[^\s=]+(?:[ \t]+AS[ \t]+\S+)?$|^ARG[ \t]+\w+(?:=\S*)?$/i.test(content.trim()))
    return { name: 'a Dockerfile', imported: 'file', range };
  if (
    /^(?:\$[ \t]+)?(?:sudo[ \t]+)?(?:docker|podman|nerdctl)[ \t]+(?:container[ \t]+)?run[ \t]/.test(
      content.trim(),
    )
  )
    return { name: 'a command line', imported: 'command', range };
  if (content.startsWith('Vagrant.configure(')) return { name: 'a Vagrantfile', range };
  if (isQuadlet(lines)) return { name: 'a unit of systemd', range };
  if (content.startsWith('{') && /"\s*:/.test(text.slice(0, 20_000)))
    return { name: 'JSON', ...(isDevContainer(text) && { imported: 'file' }), range };
  if (lines.some(({ content: line }) => STATEMENT.test(line))) return undefined;
  const isYaml = lines.every(({ content: line }) => YAML.test(line)) && isNested(lines);
  return isYaml ? { name: 'YAML', ...(/^services:/m.test(text) && { imported: 'file' }), range } : undefined;
}

/** A container of Podman as systemd has it: its values have no quotes. */
function isQuadlet(lines: readonly Line[]): boolean {
  const has = (pattern: RegExp): boolean => lines.some(({ content }) => pattern.test(content));
  return has(/^\[(?:Container|Pod|Kube)\]\s*$/) && has(/^(?:Image|Exec|PublishPort|PodName|Yaml)=[^"'\s]/);
}

/** A header, or a key with an equals sign that YAML would not have there. */
const STATEMENT = /^\s*(?:\[\[?[\w".-]+\]|[\w"'.-]+[ \t]*=)/;

/** A key with a colon, an element, what goes on, or what stands between documents. */
const YAML = /^(?:---|\.\.\.|\s*-(?:\s|$)|\s*["']?[\w$.<@/-]+["']?:(?:\s|$)|\s+\S)/;

interface Line {
  readonly start: number;
  readonly content: string;
}

/** Lines that say something, from the top. */
function linesOf(text: string): Line[] {
  const found: Line[] = [];
  let start = text.startsWith('\uFEFF') ? 1 : 0;
  for (let count = 0; count < FIRST_LINES && start < text.length; count++) {
    const end = text.indexOf('\n', start);
    const content = text.slice(start, Math.min(end === -1 ? text.length : end, start + 400));
    if (!/^\s*(?:#|\/\/|$)/.test(content)) found.push({ start, content: content.replace(/\r$/, '') });
    if (end === -1) break;
    start = end + 1;
  }
  return found;
}

/** One `key: value` line after the other may be TOML whose equals signs are wrong. */
function isNested(lines: readonly Line[]): boolean {
  return lines.some(
    ({ content }, index) =>
      content.startsWith('---') ||
      (/:\s*$/.test(content) && /^\s*(?:-\s|\s\S)/.test(lines[index + 1]?.content ?? '')),
  );
}

function isDevContainer(text: string): boolean {
  return /"(?:image|build|dockerFile|dockerComposeFile|features)"\s*:/.test(text.slice(0, 20_000));
}
