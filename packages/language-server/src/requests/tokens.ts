import { encodeTokens, fromRange } from '../convert.ts';
import { semanticTokens } from '../features/semantic-tokens.ts';
import type { Opened, Session } from '../session.ts';
import { TokenStore } from '../token-store.ts';

/** Semantic tokens: all, of a range, and what changed since. */
export function answerTokens(session: Session): void {
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
