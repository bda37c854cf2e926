import { LSPErrorCodes, ResponseError, type Position } from 'vscode-languageserver';
import { toOffset } from '../convert.ts';
import type { Opened } from '../session.ts';

/** Where a cursor is, in core's terms. */
export function offsetOf({ document, client }: Opened, position: Position): number {
  return toOffset(document, position, client.encoding);
}

/** An answer that says in a sentence for people why there is no other. */
export function refused(message: string): ResponseError {
  return new ResponseError(LSPErrorCodes.RequestFailed, message);
}
