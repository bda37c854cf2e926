import { explainCode, format, maskedDiagnostics, ruleUrl } from '@smolfile/core';
import {
  MessageType,
  ShowMessageNotification,
  type CodeAction,
  type CompletionList,
  type Hover,
  type Position,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { CREATE_FOLDER, EXPLAIN_RULE } from '../commands.ts';
import {
  fromRange,
  toCodeAction,
  toCompletionItem,
  toDocumentation,
  toHover,
  toOffset,
  toShellActions,
  toTextEdits,
  type CompletionData,
} from '../convert.ts';
import { isBelow } from '../features/actions/folders.ts';
import { meets } from '../features/actions/action.ts';
import { actionsAt, KINDS } from '../features/actions/index.ts';
import { complete } from '../features/completion/index.ts';
import { completeConfig, configHover } from '../features/config.ts';
import { hover } from '../features/hover/index.ts';
import type { Session } from '../session.ts';
import { fileName } from '../smolfile-name.ts';
import { offsetOf, refused } from './shared.ts';

/** Completion, hover, actions and formatting. */
export function answerEditing(session: Session): void {
  const { connection } = session;
  connection.onCompletion(({ textDocument, position, context }, token) => {
    const config = session.config(textDocument.uri);
    if (config) return configItems(session, config, position);
    return session.with(textDocument.uri, token, (opened) => {
      const { document, smolfile, target, client } = opened;
      const character = context?.triggerCharacter;
      const items = complete(smolfile, offsetOf(opened, position), target, character);
      return {
        // What is typed on may make each value unwelcome, which no editor can work out from the list. It can of words:
        // an editor that had to ask would still show the last list when Enter comes before the answer.
        isIncomplete: items.some(
          ({ kind, isWord }) => kind !== 'key' && kind !== 'section' && !(isWord && client.enterTakesChanges),
        ),
        items: items.map((item) => toCompletionItem(document, item, client)),
      };
    });
  });
  connection.onCompletionResolve((item) => {
    const documentation = item.data && toDocumentation(item.data as CompletionData, session.client);
    return documentation ? { ...item, documentation } : item;
  });
  connection.onHover(({ textDocument, position }, token) => {
    const config = session.config(textDocument.uri);
    if (config) return hoverOfConfig(session, config, position);
    return session.with(textDocument.uri, token, (opened) => {
      const { smolfile, target, findings } = opened;
      const found = hover(
        smolfile,
        offsetOf(opened, position),
        target,
        maskedDiagnostics(smolfile, findings()),
      );
      return found && toHover(opened.document, found, opened.client);
    });
  });
  connection.onCodeAction(async ({ textDocument, range, context }, token): Promise<CodeAction[]> => {
    const actions = await session.with(
      textDocument.uri,
      token,
      ({ document, smolfile, target, client, findings, shellFindings }) => {
        const selection = fromRange(document, range, client.encoding);
        const wants = (kind: string): boolean =>
          context.only?.some((one) => isWithin(kind, one)) ?? !kind.startsWith('source');
        const own = actionsAt(smolfile, selection, target, wants, findings);
        const ofShell = wants(KINDS.fix) ? shellFindings().filter((one) => meets(one.range, selection)) : [];
        return [
          ...own.map((action) => toCodeAction(document, action, client)),
          ...toShellActions(document, smolfile, ofShell, client),
        ];
      },
    );
    return actions ?? [];
  });
  connection.onExecuteCommand(async ({ command, arguments: given = [] }) => {
    if (command === EXPLAIN_RULE) await explainRule(session, given[0]);
    else if (command === CREATE_FOLDER) createFolder(session, given);
    else throw refused(`There is no command ${command}.`);
  });
  answerFormatting(session);
}

function configItems({ client }: Session, document: TextDocument, position: Position): CompletionList {
  const offset = toOffset(document, position, client.encoding);
  const items = completeConfig({ text: document.getText(), name: fileName(document.uri) }, offset);
  return { isIncomplete: false, items: items.map((item) => toCompletionItem(document, item, client)) };
}

function hoverOfConfig({ client }: Session, document: TextDocument, position: Position): Hover | null {
  const offset = toOffset(document, position, client.encoding);
  const found = configHover({ text: document.getText(), name: fileName(document.uri) }, offset);
  return found ? toHover(document, found, client) : null;
}

/** Shows the page of a rule; where the client opens no pages, what it says. */
async function explainRule(session: Session, code: unknown): Promise<void> {
  const { connection } = session;
  const explained = typeof code === 'string' ? explainCode(code) : undefined;
  if (!explained) throw refused(`There is no rule ${String(code)}.`);
  const { summary, why, help } = explained;
  const uri = ruleUrl(explained.code);
  const shown =
    session.client.showDocument && (await connection.window.showDocument({ uri, external: true })).success;
  if (shown) return;
  // Not `showInformationMessage`: that is a request, and a client that refuses it would end the server.
  const message = `${summary}.\n\n${why}\n\n${help}\n\n${uri}`;
  session.told(
    connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Info, message }),
  );
}

/** Makes a folder below that of an open Smolfile, and has what is missing looked for again. */
function createFolder(session: Session, [uri, path]: readonly unknown[]): void {
  if (typeof uri !== 'string' || typeof path !== 'string' || !session.smolfile(uri) || !isBelow(path))
    throw refused('Only folders below that of an open Smolfile are made.');
  try {
    session.world.makeFolder(uri, path);
  } catch (error) {
    throw refused(`${path} could not be made: ${error instanceof Error ? error.message : String(error)}`);
  }
  session.hosts.look();
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

/** Whether `kind` is `family` or one of its refinements: `quickfix.x` is within `quickfix`. */
function isWithin(kind: string, family: string): boolean {
  return family === '' || kind === family || kind.startsWith(`${family}.`);
}
