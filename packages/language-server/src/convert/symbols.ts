import * as lsp from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Client, Encoding } from '../client.ts';
import { flattened, type DocumentSymbol, type SymbolKind } from '../features/symbols.ts';
import { toRange } from './positions.ts';

const KIND: Record<SymbolKind, lsp.SymbolKind> = {
  section: lsp.SymbolKind.Namespace,
  string: lsp.SymbolKind.String,
  number: lsp.SymbolKind.Number,
  boolean: lsp.SymbolKind.Boolean,
  list: lsp.SymbolKind.Array,
  variable: lsp.SymbolKind.Variable,
  secret: lsp.SymbolKind.Key,
};

/** A tree where the client shows one, else a list. */
export function toDocumentSymbols(
  document: TextDocument,
  symbols: readonly DocumentSymbol[],
  client: Client,
): lsp.DocumentSymbol[] | lsp.SymbolInformation[] {
  if (client.nestedSymbols)
    return symbols.map((symbol) => toDocumentSymbol(document, symbol, client.encoding));
  return Array.from(flattened(symbols), (symbol) => toSymbolInformation(document, symbol, client.encoding));
}

function toDocumentSymbol(
  document: TextDocument,
  symbol: DocumentSymbol,
  encoding: Encoding,
): lsp.DocumentSymbol {
  const { name, detail, kind, range, selection, children } = symbol;
  return {
    // A client may refuse a symbol whose name is empty.
    name: name || '""',
    ...(detail !== undefined && { detail }),
    kind: KIND[kind],
    range: toRange(document, range, encoding),
    selectionRange: toRange(document, selection, encoding),
    children: children.map((child) => toDocumentSymbol(document, child, encoding)),
  };
}

export function toSymbolInformation(
  document: TextDocument,
  { name, kind, range, container }: DocumentSymbol & { readonly container?: string },
  encoding: Encoding,
): lsp.SymbolInformation {
  return {
    name: name || '""',
    kind: KIND[kind],
    location: { uri: document.uri, range: toRange(document, range, encoding) },
    ...(container !== undefined && { containerName: container }),
  };
}

/** As {@link toSymbolInformation}, with the file in place of the outermost container. */
export function toWorkspaceSymbol(
  document: TextDocument,
  symbol: DocumentSymbol & { readonly container?: string },
  file: string,
  encoding: Encoding,
): lsp.WorkspaceSymbol {
  return toSymbolInformation(document, { ...symbol, container: symbol.container ?? file }, encoding);
}
