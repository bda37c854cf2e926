import { COMMANDS, releasesIn, type Command } from '@smolfile/core';
import type { CancellationToken } from 'vscode-languageserver';
import { FLAGS_METHOD, RESOLVE_METHOD, type FlagsParams, type ResolveParams } from '../custom.ts';
import { flagCompletions } from '../features/flags.ts';
import { resolveDocument } from '../features/resolve.ts';
import type { Session } from '../session.ts';
import { fileName } from '../smolfile-name.ts';
import { refused } from './shared.ts';

/** The requests of our own. */
export function answerResolve(session: Session): void {
  const { connection } = session;
  connection.onRequest(RESOLVE_METHOD, async (params: ResolveParams, token: CancellationToken) => {
    const { textDocument, flags = '', width, smolvm, before } = params;
    const command = commandIn(params);
    if (smolvm !== undefined && typeof releasesIn(smolvm) === 'string')
      throw refused(`There is no release ${smolvm} of smolvm that is known.`);
    const answer = await session.with(textDocument.uri, token, ({ smolfile, target }) =>
      resolveDocument(
        smolfile,
        {
          command,
          flags,
          ...(width !== undefined && { width }),
          ...(smolvm !== undefined && { smolvm }),
          ...(before !== undefined && { before }),
        },
        target,
        fileName(textDocument.uri),
      ),
    );
    return answer ?? null;
  });
  connection.onRequest(FLAGS_METHOD, async (params: FlagsParams, token: CancellationToken) => {
    const { textDocument, flags, offset = flags.length } = params;
    const command = commandIn(params);
    const within = Math.max(0, Math.min(offset, flags.length));
    const answer = await session.with(textDocument.uri, token, ({ smolfile, target }) =>
      flagCompletions(smolfile, { command, flags, offset: within }, target),
    );
    return answer ?? null;
  });
}

function commandIn({ command = 'create' }: ResolveParams | FlagsParams): Command {
  if (!COMMANDS.includes(command)) throw refused(`There is no command ${command}.`);
  return command;
}
