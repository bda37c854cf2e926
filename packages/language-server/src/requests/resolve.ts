import { COMMANDS } from '@smolfile/core';
import type { CancellationToken } from 'vscode-languageserver';
import { RESOLVE_METHOD, type ResolveParams } from '../custom.ts';
import { resolveDocument } from '../features/resolve.ts';
import type { Session } from '../session.ts';
import { fileName } from '../smolfile-name.ts';
import { refused } from './shared.ts';

/** The request of our own. */
export function answerResolve(session: Session): void {
  const { connection } = session;
  connection.onRequest(RESOLVE_METHOD, async (params: ResolveParams, token: CancellationToken) => {
    const { textDocument, command = 'create', flags = '' } = params;
    if (!COMMANDS.includes(command)) throw refused(`There is no command ${command}.`);
    const answer = await session.with(textDocument.uri, token, ({ smolfile, target }) =>
      resolveDocument(smolfile, { command, flags }, target, fileName(textDocument.uri)),
    );
    return answer ?? null;
  });
}
