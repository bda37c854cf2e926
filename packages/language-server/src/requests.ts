import { answerEditing } from './requests/editing.ts';
import { answerImport } from './requests/import.ts';
import { answerNew } from './requests/new.ts';
import { answerNavigation } from './requests/navigation.ts';
import { answerResolve } from './requests/resolve.ts';
import { answerStructure } from './requests/structure.ts';
import { answerTokens } from './requests/tokens.ts';
import type { Session } from './session.ts';

/** Answers everything that is asked about open documents. */
export function answerRequests(session: Session): void {
  answerEditing(session);
  answerStructure(session);
  answerNavigation(session);
  answerTokens(session);
  answerResolve(session);
  answerImport(session);
  answerNew(session);
}
