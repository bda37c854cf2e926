import {
  Diagnostic,
  DiagnosticSeverity,
  languages,
  Range,
  workspace,
  type Disposable,
  type TextDocument,
  type Uri,
} from 'vscode';
import { refusalIn, type Refusal } from '../smolvm/places.ts';

/** What smolvm itself had against files, among the problems, until they are saved again. */
export class Refusals implements Disposable {
  readonly #problems = languages.createDiagnosticCollection('smolvm');
  readonly #watching = [
    workspace.onDidSaveTextDocument(({ uri }) => this.forget(uri)),
    workspace.onDidRenameFiles(({ files }) => files.forEach(({ oldUri }) => this.forget(oldUri))),
    workspace.onDidDeleteFiles(({ files }) => files.forEach((uri) => this.forget(uri))),
  ];

  /**
   * Puts what smolvm said at its place in the file.
   *
   * @returns it, where it is about the file.
   */
  async note(uri: Uri, said: string): Promise<Refusal | undefined> {
    const document = await Promise.resolve(workspace.openTextDocument(uri)).catch(() => undefined);
    const refusal = document && refusalIn(said, document.getText());
    if (refusal) this.#problems.set(uri, [problem(document, refusal)]);
    return refusal;
  }

  forget(uri: Uri): void {
    this.#problems.delete(uri);
  }

  dispose(): void {
    this.#problems.dispose();
    for (const each of this.#watching) void each.dispose();
  }
}

function problem(document: TextDocument, { message, place }: Refusal): Diagnostic {
  const range = new Range(document.positionAt(place.start.offset), document.positionAt(place.end.offset));
  const diagnostic = new Diagnostic(range, message, DiagnosticSeverity.Error);
  diagnostic.source = 'smolvm';
  return diagnostic;
}
