import * as lsp from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { TextRange } from '@smolfile/core';
import type { Client } from '../client.ts';
import type { FoldingRange } from '../features/folding.ts';
import type { Hint } from '../features/hints.ts';
import type { Lens } from '../features/lenses.ts';
import type { Link } from '../features/links.ts';
import type { Highlight } from '../features/references.ts';
import { toPosition, toRange } from './positions.ts';

export function toFoldingRange({ first, last, kind }: FoldingRange): lsp.FoldingRange {
  return { startLine: first, endLine: last, ...(kind && { kind: lsp.FoldingRangeKind.Comment }) };
}

/** @param ranges from the innermost on; never empty. */
export function toSelectionRange(
  document: TextDocument,
  ranges: readonly TextRange[],
  { encoding }: Client,
): lsp.SelectionRange {
  const outermost: lsp.SelectionRange | undefined = undefined;
  return ranges.reduceRight<lsp.SelectionRange | undefined>(
    (parent, range) => ({ range: toRange(document, range, encoding), ...(parent && { parent }) }),
    outermost,
  )!;
}

export function toHighlight(
  document: TextDocument,
  { range, role }: Highlight,
  { encoding }: Client,
): lsp.DocumentHighlight {
  const kind = role === 'set' ? lsp.DocumentHighlightKind.Write : lsp.DocumentHighlightKind.Read;
  return { range: toRange(document, range, encoding), kind };
}

/** @param locate gives the URI of a path of the host, as the document has it. */
export function toDocumentLink(
  document: TextDocument,
  { range, tooltip, leads }: Link,
  client: Client,
  locate: (path: string) => string | undefined,
): lsp.DocumentLink[] {
  const target = 'url' in leads ? leads.url : locate(leads.path);
  if (target === undefined) return [];
  return [{ range: toRange(document, range, client.encoding), target, ...(client.tooltips && { tooltip }) }];
}

export function toInlayHint(
  document: TextDocument,
  { offset, label, tooltip }: Hint,
  { encoding }: Client,
): lsp.InlayHint {
  return { position: toPosition(document, offset, encoding), label, tooltip, paddingLeft: true };
}

export function toCodeLens(
  document: TextDocument,
  { offset, title, command }: Lens,
  { encoding }: Client,
): lsp.CodeLens {
  return {
    range: toRange(document, { start: offset, end: offset }, encoding),
    command: { title, command, arguments: [document.uri] },
  };
}
