import {
  fromRange,
  toCodeLens,
  toDocumentLink,
  toDocumentSymbols,
  toFoldingRange,
  toInlayHint,
  toSelectionRange,
  toWorkspaceSymbol,
} from '../convert.ts';
import { smolfileOf } from '../documents.ts';
import { folding } from '../features/folding.ts';
import { hints } from '../features/hints.ts';
import { lenses } from '../features/lenses.ts';
import { links } from '../features/links.ts';
import { selectionRanges } from '../features/selection.ts';
import { flattened, matches, symbols } from '../features/symbols.ts';
import type { Session } from '../session.ts';
import { fileName } from '../smolfile-name.ts';
import { offsetOf } from './shared.ts';

/** What an editor draws of a whole document: outline, folds, links, hints, lenses. */
export function answerStructure(session: Session): void {
  const { connection, world } = session;
  connection.onDocumentSymbol(({ textDocument }, token) =>
    session.with(textDocument.uri, token, ({ document, smolfile, client }) =>
      toDocumentSymbols(document, symbols(smolfile), client),
    ),
  );
  connection.onWorkspaceSymbol(({ query }) =>
    session.smolfiles().flatMap((document) =>
      Array.from(flattened(symbols(smolfileOf(document))))
        .filter(({ name }) => matches(name, query))
        .map((symbol) =>
          toWorkspaceSymbol(document, symbol, fileName(document.uri), session.client.encoding),
        ),
    ),
  );
  connection.onFoldingRanges(({ textDocument }, token) =>
    session.with(textDocument.uri, token, ({ smolfile }) => folding(smolfile).map(toFoldingRange)),
  );
  connection.onSelectionRanges(({ textDocument, positions }, token) =>
    session.with(textDocument.uri, token, (opened) =>
      positions.map((position) =>
        toSelectionRange(
          opened.document,
          selectionRanges(opened.smolfile, offsetOf(opened, position)),
          opened.client,
        ),
      ),
    ),
  );
  connection.onDocumentLinks(({ textDocument: { uri } }, token) =>
    session.with(uri, token, ({ document, smolfile, target, client }) =>
      links(smolfile, target).flatMap((link) =>
        toDocumentLink(document, link, client, (path) => world.locate(uri, path)),
      ),
    ),
  );
  connection.languages.inlayHint.on(({ textDocument, range }, token) =>
    session.with(textDocument.uri, token, ({ document, smolfile, target, settings, client }) =>
      hints(smolfile, fromRange(document, range, client.encoding), target, settings.inlayHints).map((hint) =>
        toInlayHint(document, hint, client),
      ),
    ),
  );
  connection.onCodeLens(({ textDocument }, token) =>
    session.with(textDocument.uri, token, ({ document, smolfile, client }) =>
      lenses(smolfile, client.commands).map((lens) => toCodeLens(document, lens, client)),
    ),
  );
}
