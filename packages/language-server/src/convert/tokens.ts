import type { SemanticTokensLegend } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Client } from '../client.ts';
import { TOKEN_MODIFIERS, TOKEN_TYPES, type SemanticToken } from '../features/semantic-tokens.ts';
import { toRange } from './positions.ts';

/** What the numbers of encoded tokens stand for. */
export const LEGEND: SemanticTokensLegend = {
  tokenTypes: [...TOKEN_TYPES],
  tokenModifiers: [...TOKEN_MODIFIERS],
};

/** Five numbers a token, each place relative to the one before, as LSP has it. */
export function encodeTokens(
  document: TextDocument,
  tokens: readonly SemanticToken[],
  { encoding }: Client,
): number[] {
  const data: number[] = [];
  let line = 0;
  let character = 0;
  for (const token of tokens) {
    const { start, end } = toRange(document, token, encoding);
    // A lone CR ends a line for LSP and none for TOML.
    if (start.line !== end.line) continue;
    const modifiers = token.modifiers.reduce((bits, name) => bits | (1 << TOKEN_MODIFIERS.indexOf(name)), 0);
    const sameLine = start.line === line;
    data.push(
      start.line - line,
      sameLine ? start.character - character : start.character,
      end.character - start.character,
      TOKEN_TYPES.indexOf(token.type),
      modifiers,
    );
    ({ line, character } = start);
  }
  return data;
}
