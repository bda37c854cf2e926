import * as lsp from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Client } from '../client.ts';
import type { Hover } from '../features/hover/hover.ts';
import { toRange } from './positions.ts';

/** Markdown, or for clients that show none, what it says. */
export function toMarkup(markdown: string, takesMarkdown: boolean): lsp.MarkupContent {
  return takesMarkdown
    ? { kind: lsp.MarkupKind.Markdown, value: markdown }
    : { kind: lsp.MarkupKind.PlainText, value: plain(markdown) };
}

export function toHover(document: TextDocument, { range, markdown }: Hover, client: Client): lsp.Hover {
  return {
    contents: toMarkup(markdown, client.hoverMarkdown),
    range: toRange(document, range, client.encoding),
  };
}

/** Emphasis and fences go; a link keeps its address. */
function plain(markdown: string): string {
  return markdown
    .split(/(`+)([^`]*)\1/)
    .map((part, index) => {
      if (index % 3 === 1) return '';
      if (index % 3 === 2) return part.replace(/^toml\n/, '').trim();
      return part.replaceAll('**', '').replaceAll(/\[([^\]]*)\]\(([^)]*)\)/g, '$1: $2');
    })
    .join('');
}
