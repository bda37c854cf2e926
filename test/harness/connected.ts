import type { ChildProcessByStdio } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import {
  createMessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
  type MessageConnection,
} from 'vscode-languageserver/node';

/** A client of the language server that a process is. */
export interface Client {
  readonly connection: MessageConnection;
  /** Has it end as an editor does. @returns its exit code. */
  readonly end: () => Promise<number | null>;
}

/** Speaks with a process as with a language server; nothing has been said yet. */
export function connected(child: ChildProcessByStdio<Writable, Readable, Readable | null>): Client {
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const connection = createMessageConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  connection.listen();
  return {
    connection,
    end: async () => {
      await connection.sendRequest('shutdown');
      await connection.sendNotification('exit');
      const code = await ended;
      connection.dispose();
      return code;
    },
  };
}
