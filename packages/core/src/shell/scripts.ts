import type { SmolfileDocument } from '../document/document.ts';
import type { LocatedString } from '../document/setting.ts';
import { shellCallIn } from '../lint/shell.ts';
import { pathsOf } from '../schema/index.ts';
import { DIALECTS, type Dialect } from './dialects.ts';

/** A script for a shell, in a string of a Smolfile. */
export interface ShellScript {
  readonly dialect: Dialect;
  /** What the shell is given. */
  readonly text: string;
  /** The string as the document has it, with its quotes. */
  readonly written: string;
  /** Offset at which the string begins. */
  readonly start: number;
  /** Whether the shell ends with the first command that fails. */
  readonly errexit: boolean;
}

/**
 * The scripts of a document, in its order: the lines of `init`, and what shells are called with in commands. Those of
 * shells that are not known, and those in strings that are not sound, are left out.
 */
export function shellScripts(document: SmolfileDocument): readonly ShellScript[] {
  const found = new Map<number, ShellScript>();
  const add = ({ value, node }: LocatedString, shell: string, errexit: boolean): void => {
    const dialect = DIALECTS[shell];
    if (!dialect || node.damaged) return;
    const written = document.text.slice(node.start, node.end);
    found.set(node.start, { dialect, text: value, written, start: node.start, errexit });
  };
  // what a line of `init` is given to, see `Runs`
  for (const line of linesOf(document)) add(line, 'sh', false);
  for (const words of commandsOf(document)) {
    const call = shellCallIn(words);
    if (call) add(call.script, call.shell, call.errexit);
  }
  return [...found.values()].toSorted((one, other) => one.start - other.start);
}

function linesOf({ settings }: SmolfileDocument): LocatedString[] {
  return pathsOf('shell-command').flatMap((path) => settings.strings(path) ?? []);
}

/** The commands, each with the entrypoint that stands in front of it: its own section's, else the file's. */
function commandsOf({ settings }: SmolfileDocument): (readonly LocatedString[])[] {
  return pathsOf('argv').map((path) => {
    const words = settings.strings(path) ?? [];
    const [, section, name] = /^(.*?)([^.]*)$/.exec(path)!;
    if (name !== 'cmd') return words;
    const entrypoint = settings.strings(`${section}entrypoint`) ?? settings.strings('entrypoint');
    return [...(entrypoint ?? []), ...words];
  });
}
