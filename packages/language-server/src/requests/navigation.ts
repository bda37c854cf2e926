import type { Location } from 'vscode-languageserver';
import { toHighlight, toRange, toWorkspaceEdit } from '../convert.ts';
import { definitions, highlights, placesOf, rename, renameable } from '../features/references.ts';
import type { Opened, Session } from '../session.ts';
import { offsetOf, refused } from './shared.ts';

/** From one place to the others that belong to it, and renaming them together. */
export function answerNavigation(session: Session): void {
  const { connection } = session;
  connection.onDocumentHighlight(({ textDocument, position }, token) =>
    session.with(textDocument.uri, token, (opened) =>
      highlights(opened.smolfile, offsetOf(opened, position)).map((one) =>
        toHighlight(opened.document, one, opened.client),
      ),
    ),
  );
  connection.onDefinition(({ textDocument, position }, token) =>
    session.with(textDocument.uri, token, (opened) =>
      definitions(opened.smolfile, offsetOf(opened, position)).map((range) => locationOf(opened, range)),
    ),
  );
  connection.onReferences(({ textDocument, position, context }, token) =>
    session.with(textDocument.uri, token, (opened) =>
      placesOf(opened.smolfile, offsetOf(opened, position))
        .filter(({ role }) => context.includeDeclaration || role === 'read')
        .map(({ range }) => locationOf(opened, range)),
    ),
  );
  connection.onPrepareRename(({ textDocument, position }, token) =>
    session.with(textDocument.uri, token, (opened) => {
      const found = renameable(opened.smolfile, offsetOf(opened, position));
      return (
        found && {
          range: toRange(opened.document, found.range, opened.client.encoding),
          placeholder: found.name,
        }
      );
    }),
  );
  connection.onRenameRequest(({ textDocument, position, newName }, token) =>
    session.with(textDocument.uri, token, (opened) => {
      const edits = orRefused(() => rename(opened.smolfile, offsetOf(opened, position), newName));
      return edits.length > 0 ? toWorkspaceEdit(opened.document, edits, opened.client) : null;
    }),
  );
}

function locationOf({ document, client }: Opened, range: Parameters<typeof toRange>[1]): Location {
  return { uri: document.uri, range: toRange(document, range, client.encoding) };
}

/** What a feature refuses with a sentence for people becomes an answer, not a failure of the server. */
function orRefused<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw refused(error instanceof Error ? error.message : String(error));
  }
}
