import { COMMANDS, explainCode, format, ruleUrl } from '@smolfile/core';
import {
  LSPErrorCodes,
  ResponseError,
  type CancellationToken,
  type CodeAction,
  type Location,
} from 'vscode-languageserver';
import { RESOLVE_METHOD, type ResolveParams } from './custom.ts';
import { EXPLAIN_RULE } from './commands.ts';
import {
  encodeTokens,
  fromRange,
  toCodeAction,
  toCodeLens,
  toCompletionItem,
  toDocumentation,
  toDocumentLink,
  toDocumentSymbols,
  toFoldingRange,
  toHighlight,
  toHover,
  toInlayHint,
  toOffset,
  toRange,
  toSelectionRange,
  toTextEdits,
  toWorkspaceEdit,
  toWorkspaceSymbol,
  type CompletionData,
} from './convert.ts';
import { actionsAt } from './features/actions/index.ts';
import { complete } from './features/completion/index.ts';
import { folding } from './features/folding.ts';
import { hints } from './features/hints.ts';
import { hover } from './features/hover/index.ts';
import { lenses } from './features/lenses.ts';
import { links } from './features/links.ts';
import { definitions, highlights, placesOf, rename, renameable } from './features/references.ts';
import { resolveDocument } from './features/resolve.ts';
import { selectionRanges } from './features/selection.ts';
import { semanticTokens } from './features/semantic-tokens.ts';
import { flattened, matches, symbols } from './features/symbols.ts';
import { smolfileOf } from './documents.ts';
import type { Opened, Session } from './session.ts';
import { fileName } from './smolfile-name.ts';
import { TokenStore } from './token-store.ts';

/** Answers everything that is asked about open documents: one line of wiring a method. */
export function answerRequests(session: Session): void {
  const { connection, world } = session;
  const offsetOf = ({ document, client }: Opened, position: Parameters<typeof toOffset>[1]): number =>
    toOffset(document, position, client.encoding);

  connection.onCompletion(({ textDocument, position, context }, token) =>
    session.with(textDocument.uri, token, (opened) => {
      const { document, smolfile, target, client } = opened;
      // A space is typed all the time; only after an equals sign and in a comment it asks for something.
      const items = complete(smolfile, offsetOf(opened, position), target);
      const wanted =
        context?.triggerCharacter === ' '
          ? items.filter(({ kind }) => kind !== 'key' && kind !== 'section')
          : items;
      return wanted.map((item) => toCompletionItem(document, item, client));
    }),
  );
  connection.onCompletionResolve((item) => {
    const documentation = item.data && toDocumentation(item.data as CompletionData, session.client);
    return documentation ? { ...item, documentation } : item;
  });
  connection.onHover(({ textDocument, position }, token) =>
    session.with(textDocument.uri, token, (opened) => {
      const found = hover(opened.smolfile, offsetOf(opened, position), opened.target);
      return found && toHover(opened.document, found, opened.client);
    }),
  );
  connection.onCodeAction(async ({ textDocument, range, context }, token): Promise<CodeAction[]> => {
    const actions = await session.with(
      textDocument.uri,
      token,
      ({ document, smolfile, target, client, findings }) => {
        const selection = fromRange(document, range, client.encoding);
        const wants = (kind: string): boolean =>
          context.only?.some((one) => isWithin(kind, one)) ?? !kind.startsWith('source');
        return actionsAt(smolfile, selection, target, wants, findings).map((action) =>
          toCodeAction(document, action, client),
        );
      },
    );
    return actions ?? [];
  });
  connection.onExecuteCommand(async ({ command, arguments: [code] = [] }) => {
    if (command !== EXPLAIN_RULE) return;
    const explained = typeof code === 'string' ? explainCode(code) : undefined;
    if (!explained) throw refused(`There is no rule ${String(code)}.`);
    const { summary, why, help } = explained;
    const uri = ruleUrl(explained.code);
    const shown =
      session.client.showDocument && (await connection.window.showDocument({ uri, external: true })).success;
    if (!shown) connection.window.showInformationMessage(`${summary}.\n\n${why}\n\n${help}\n\n${uri}`);
  });

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
  connection.onRequest(RESOLVE_METHOD, async (params: ResolveParams, token: CancellationToken) => {
    const { textDocument, command = 'create', flags = '' } = params;
    if (!COMMANDS.includes(command)) throw refused(`There is no command ${command}.`);
    const answer = await session.with(textDocument.uri, token, ({ smolfile, target }) =>
      resolveDocument(smolfile, { command, flags }, target, fileName(textDocument.uri)),
    );
    return answer ?? null;
  });
  answerFormatting(session);
  answerTokens(session);
}

/** The layout has no options: all Smolfiles look alike, whatever an editor wishes about tabs. */
function answerFormatting(session: Session): void {
  const { connection } = session;
  connection.onDocumentFormatting(({ textDocument }, token) =>
    session.with(textDocument.uri, token, ({ document, smolfile, client }) =>
      toTextEdits(document, format(smolfile), client.encoding),
    ),
  );
  connection.onDocumentRangeFormatting(({ textDocument, range }, token) =>
    session.with(textDocument.uri, token, ({ document, smolfile, client }) =>
      toTextEdits(
        document,
        format(smolfile, { range: fromRange(document, range, client.encoding) }),
        client.encoding,
      ),
    ),
  );
}

function answerTokens(session: Session): void {
  const { connection, documents } = session;
  const store = new TokenStore();
  const none = { data: [] };
  const all = ({ document, smolfile, target, client }: Opened): number[] =>
    encodeTokens(document, semanticTokens(smolfile, target), client);
  connection.languages.semanticTokens.on(async ({ textDocument: { uri } }, token) => {
    return (await session.with(uri, token, (opened) => store.full(uri, all(opened)))) ?? none;
  });
  connection.languages.semanticTokens.onDelta(async ({ textDocument: { uri }, previousResultId }, token) => {
    return (
      (await session.with(uri, token, (opened) => store.delta(uri, previousResultId, all(opened)))) ?? none
    );
  });
  connection.languages.semanticTokens.onRange(async ({ textDocument: { uri }, range }, token) => {
    const found = await session.with(uri, token, ({ document, smolfile, target, client }) => {
      const within = fromRange(document, range, client.encoding);
      return { data: encodeTokens(document, semanticTokens(smolfile, target, within), client) };
    });
    return found ?? none;
  });
  documents.onDidClose(({ document: { uri } }) => store.forget(uri));
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

function refused(message: string): ResponseError {
  return new ResponseError(LSPErrorCodes.RequestFailed, message);
}

/** Whether `kind` is `family` or one of its refinements: `quickfix.x` is within `quickfix`. */
function isWithin(kind: string, family: string): boolean {
  return family === '' || kind === family || kind.startsWith(`${family}.`);
}
