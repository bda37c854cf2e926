import { releasesIn } from '@smolfile/core';
import type { ImportResult, SourceReader } from '@smolfile/core/import';
import { IMPORT_METHOD, type ImportParams } from '../custom.ts';
import type { Session } from '../session.ts';

/** Imports what is not a Smolfile yet. */
export function answerImport(session: Session): void {
  session.connection.onRequest(IMPORT_METHOD, async (params: ImportParams): Promise<ImportResult> => {
    const { uri, text, service } = params;
    const { smolvm, installed } = await session.targetOf(uri);
    // what is no release was said when it was read
    const release = [smolvm, installed].find(
      (version) => version !== undefined && typeof releasesIn(version) !== 'string',
    );
    // a dev container is about the folder that has `.devcontainer`
    const [, above = uri, own = ''] = /^(.*\/)(\.devcontainer\/[^/]+)$/.exec(uri) ?? [];
    const base = own === '' ? uri : `${above}x`;
    // In a browser it is fetched when it is asked for: the parsers of other formats are a quarter of the server.
    const { importSource } = await import('@smolfile/core/import');
    return importSource(text, {
      path: own === '' ? decodeURIComponent(uri.slice(uri.lastIndexOf('/') + 1)) : own,
      reader: readerFor(session, base),
      // as the command has it, so that both come to the same
      variables: (name) => (name === 'HOME' ? session.world.home : undefined),
      ...(service !== undefined && { service }),
      ...(release !== undefined && { smolvm: release }),
    });
  });
}

/** The files around a source, as far as they are in its folder of the workspace. */
export function readerFor({ world, folders }: Session, uri: string): SourceReader {
  const host = world.hostFor(uri);
  const root =
    folders.find((folder) => uri.startsWith(`${folder.replace(/\/$/, '')}/`)) ??
    uri.slice(0, uri.lastIndexOf('/'));
  const folder = folderPath(uri);
  return {
    ...(folder !== undefined && { folder }),
    kind(path) {
      const { kind = 'unknown' } = host?.inspect(path) ?? {};
      return kind === 'other' ? 'unknown' : kind;
    },
    read(path) {
      const place = world.locate(uri, path);
      if (place === undefined || host?.inspect(path).kind !== 'file') return undefined;
      if (!isInside(place, root) || leadsOut(path)) return { refused: 'it lies outside the workspace' };
      const file = world.read(place);
      return file ? { text: file.text } : { refused: 'it is no text' };
    },
  };

  /** A link may lead anywhere. */
  function leadsOut(path: string): boolean {
    const canonical = host?.inspect(path).canonical;
    const top = host?.inspect(decodeURIComponent(new URL(root).pathname)).canonical;
    if (canonical === undefined || top === undefined) return false;
    return !canonical.startsWith(top) || !/^[\\/]/.test(canonical.slice(top.replace(/[\\/]$/, '').length));
  }
}

function isInside(place: string, root: string): boolean {
  return place.startsWith(`${root.replace(/\/$/, '')}/`);
}

function folderPath(uri: string): string | undefined {
  return uri.startsWith('file:///')
    ? decodeURIComponent(uri.slice('file://'.length, uri.lastIndexOf('/')))
    : undefined;
}
