import { languages, Range, window, workspace, WorkspaceEdit, type TextDocument } from 'vscode';

/** Puts a text into a document, unsaved, and shows it as a Smolfile. */
export async function showText(document: TextDocument, text: string): Promise<void> {
  const edit = new WorkspaceEdit();
  edit.replace(
    document.uri,
    new Range(document.positionAt(0), document.positionAt(document.getText().length)),
    text,
  );
  await workspace.applyEdit(edit);
  await languages.setTextDocumentLanguage(document, 'smolfile');
  await window.showTextDocument(document);
}
