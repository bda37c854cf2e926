import { NO_READER } from '@smolfile/core/import/reader';
import { newSmolfiles, type Choices } from '@smolfile/core/templates';
import { NEW_METHOD, type NewParams } from '../custom.ts';
import type { Session } from '../session.ts';
import { readerFor } from './import.ts';

/** What a new Smolfile can begin with. */
export function answerNew(session: Session): void {
  session.connection.onRequest(NEW_METHOD, ({ folder }: NewParams): Choices =>
    newSmolfiles(
      folder === undefined ? NO_READER : readerFor(session, `${folder.replace(/\/$/, '')}/Smolfile`),
    ),
  );
}
