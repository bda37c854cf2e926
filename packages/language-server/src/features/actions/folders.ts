import { parseVolume, type SmolfileDocument, type TextRange } from '@smolfile/core';
import { pathsOf } from '../schema-paths.ts';
import { releaseOf, type Target } from '../target.ts';
import { KINDS, meets, type Action, type ActionsAsked } from './action.ts';

const CODE = 'volume-source-missing';

/** The folders that are to be mounted and are not there, made where they are missing. */
export function folderActions({ document, diagnostics, range, target }: ActionsAsked): Action[] {
  return diagnostics.flatMap((diagnostic): Action[] => {
    if (diagnostic.code !== CODE || diagnostic.source || !meets(diagnostic.range, range)) return [];
    const path = sourceAt(document, diagnostic.range, target);
    if (path === undefined || !isBelow(path) || target.host?.inspect(path).kind !== 'missing') return [];
    return [{ title: `Create the directory \`${path}\``, kind: KINDS.fix, diagnostic, creates: path }];
  });
}

function sourceAt(document: SmolfileDocument, place: TextRange, target: Target): string | undefined {
  const release = releaseOf(document, target);
  for (const path of pathsOf('volume')) {
    const found = document.settings.strings(path)?.find(({ range }) => meets(range, place));
    const volume = found && parseVolume(found.value, release);
    if (volume?.ok) return volume.value.source;
  }
  return undefined;
}

/** Whether a path stays in the folder of the Smolfile. */
export function isBelow(path: string): boolean {
  const isAbsolute = /^(?:[/\\~]|[A-Za-z]:)/.test(path);
  return path !== '' && !isAbsolute && !path.split(/[/\\]/).includes('..');
}
