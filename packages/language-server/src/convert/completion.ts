import { keyByPath, markdownOf } from '@smolfile/core';
import * as lsp from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Client } from '../client.ts';
import { SUGGEST } from '../commands.ts';
import type { CompletionItem, CompletionKind } from '../features/completion/index.ts';
import { toMarkup } from './markup.ts';
import { toRange, toTextEdits } from './positions.ts';

/** What an item carries for its documentation, which is sent when it is looked at. */
export interface CompletionData {
  /** Path of the key that is documented, as in the schema. */
  readonly key: string;
}

const KIND: Record<CompletionKind, lsp.CompletionItemKind> = {
  key: lsp.CompletionItemKind.Property,
  section: lsp.CompletionItemKind.Module,
  value: lsp.CompletionItemKind.EnumMember,
  number: lsp.CompletionItemKind.Value,
  snippet: lsp.CompletionItemKind.Snippet,
  variable: lsp.CompletionItemKind.Variable,
  folder: lsp.CompletionItemKind.Folder,
  file: lsp.CompletionItemKind.File,
  reference: lsp.CompletionItemKind.Reference,
};

const AGAIN = { title: 'Suggest', command: SUGGEST };

/** Most clients sort by this text; ranks have at most four digits and half steps. */
function sortText(rank: number): string {
  return String(Math.round(rank * 2)).padStart(5, '0');
}

export function toCompletionItem(
  document: TextDocument,
  item: CompletionItem,
  client: Client,
): lsp.CompletionItem {
  const { label, kind, detail, documents, range, text, snippet, filter, rank } = item;
  const { snippets, deprecatedTag, lazyDocumentation } = client.completion;
  const about = detail ?? documents?.description;
  const rich = snippets && snippet !== undefined;
  const later: CompletionData | undefined = documents && { key: documents.path };
  return {
    label,
    kind: KIND[kind],
    sortText: sortText(rank),
    textEdit: { range: toRange(document, range, client.encoding), newText: rich ? snippet : text },
    ...(rich && { insertTextFormat: lsp.InsertTextFormat.Snippet }),
    // The indentation is ours already: sections start where the line does.
    insertTextMode: lsp.InsertTextMode.asIs,
    ...(filter !== undefined && filter !== label && { filterText: filter }),
    ...(about !== undefined && { detail: about }),
    ...(item.deprecated &&
      (deprecatedTag ? { tags: [lsp.CompletionItemTag.Deprecated] } : { deprecated: true })),
    ...(later && (lazyDocumentation ? { data: later } : { documentation: toDocumentation(later, client) })),
    ...(item.also && {
      additionalTextEdits: toTextEdits(document, item.also, client.encoding),
    }),
    ...(item.again && client.suggestsAgain && { command: AGAIN }),
  };
}

/** The documentation of an item that is looked at. */
export function toDocumentation({ key }: CompletionData, client: Client): lsp.MarkupContent {
  const schema = keyByPath(key);
  return toMarkup(schema ? markdownOf(schema) : '', client.completion.markdown);
}
