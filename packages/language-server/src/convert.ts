/*
 * The one place where core's offsets and words become LSP's and back. `TextDocument` counts UTF-16 units and
 * ends lines where LSP does (a lone CR included, unlike core's LineIndex), so lines are its business.
 */
export { toDiagnostic, type DiagnosticData } from './convert/diagnostics.ts';
export { toShellActions, toShellDiagnostics } from './convert/shell.ts';
export { toCodeAction, toWorkspaceEdit } from './convert/actions.ts';
export { toCompletionItem, toDocumentation, type CompletionData } from './convert/completion.ts';
export { toHover, toMarkup } from './convert/markup.ts';
export {
  toCodeLens,
  toDocumentLink,
  toFoldingRange,
  toHighlight,
  toInlayHint,
  toSelectionRange,
} from './convert/marks.ts';
export { fromRange, toOffset, toPosition, toRange, toTextEdits, toUtf16Change } from './convert/positions.ts';
export { toDocumentSymbols, toSymbolInformation, toWorkspaceSymbol } from './convert/symbols.ts';
export { encodeTokens, LEGEND } from './convert/tokens.ts';
