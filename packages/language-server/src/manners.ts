import {
  ErrorCodes,
  Message,
  ResponseError,
  type Connection,
  type MessageStrategy,
} from 'vscode-languageserver';

/** What a request out of turn becomes, so that the connection answers it like any other. */
const REFUSED = 'smolfile/refused';

interface Refused {
  readonly code: number;
  readonly message: string;
}

/**
 * The order that the protocol asks of a client. The library answers requests before `initialize` and after `shutdown`
 * as if nothing were known; here they get the errors that they are due, and notifications are dropped.
 */
export function inOrder(): MessageStrategy {
  let state: 'new' | 'running' | 'ended' = 'new';
  const reasonAgainst = (method: string): Refused | undefined => {
    if (state === 'ended') return { code: ErrorCodes.InvalidRequest, message: 'The server was shut down.' };
    if (method === 'initialize') {
      if (state === 'running')
        return { code: ErrorCodes.InvalidRequest, message: 'The server is initialized already.' };
      state = 'running';
      return undefined;
    }
    if (state === 'new')
      return { code: ErrorCodes.ServerNotInitialized, message: 'The server is not initialized yet.' };
    if (method === 'shutdown') state = 'ended';
    return undefined;
  };
  return {
    handleMessage(message, next) {
      if (Message.isRequest(message)) {
        const refused = reasonAgainst(message.method);
        return next(refused ? { ...message, method: REFUSED, params: refused as object } : message);
      }
      const isDue = !Message.isNotification(message) || message.method === 'exit' || state === 'running';
      return isDue ? next(message) : undefined;
    },
  };
}

/** Answers what is out of turn. */
export function answerRefused(connection: Connection): void {
  connection.onRequest(REFUSED, ({ code, message }: Refused) => {
    throw new ResponseError(code, message);
  });
}
