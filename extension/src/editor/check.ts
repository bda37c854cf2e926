import {
  commands,
  Range,
  TextEditorRevealType,
  window,
  workspace,
  type TextDocument,
  type Uri,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { flagsOf, lineOf, type Action } from '../smolvm/argv.ts';
import { VERBS } from '../smolvm/flag-choices.ts';
import { resolve, type Finding } from './server.ts';
import { showError, showWarning } from './notify.ts';

/** An action on a Smolfile. */
export type FileAction = Extract<Action, { readonly file: string }>;

/** What pack leaves out or makes unusable is worth a question even where it is no error. */
const ASKS_FIRST = new Set(['secrets-in-pack', 'network-dropped-by-pack', 'dropped-by-pack']);

/**
 * Saves a file, has it checked together with the flags, and asks where smolvm would refuse it.
 *
 * @returns whether to go on.
 */
export async function isFine(client: BaseLanguageClient, uri: Uri, action: FileAction): Promise<boolean> {
  const document = await workspace.openTextDocument(uri);
  if (!(await isSaved(document))) return false;
  const resolved = await resolve(client, uri, action.kind, lineOf(flagsOf(action)));
  const findings = resolved?.diagnostics ?? [];
  const errors = findings.filter(({ severity }) => severity === 'error');
  if (action.kind === 'pack') {
    const dropped = findings.filter(({ code }) => ASKS_FIRST.has(code));
    const others = errors.filter(({ code }) => !ASKS_FIRST.has(code));
    return (await goOnAnyway(document, action, others)) && (await packAnyway(document, dropped));
  }
  return goOnAnyway(document, action, errors);
}

/** VS Code may be saving by itself just now, and then says no though all is well. */
async function isSaved(document: TextDocument): Promise<boolean> {
  if (!document.isDirty || (await document.save()) || !document.isDirty) return true;
  void showError('The Smolfile could not be saved, so nothing was started.');
  return false;
}

async function goOnAnyway(
  document: TextDocument,
  { kind }: FileAction,
  errors: readonly Finding[],
): Promise<boolean> {
  const [first] = errors;
  if (!first) return true;
  const all = 'Show All';
  const more = errors.length === 1 ? '' : ` And ${errors.length - 1} more.`;
  const anyway = `${VERBS[kind]} Anyway`;
  const look = first.source === 'flags' ? 'Change Flags…' : 'Show Problem';
  const choice = await showError(
    `smolvm would not get far: ${sentence(first.message)}${more}`,
    look,
    ...(errors.length > 1 ? [all] : []),
    anyway,
  );
  if (choice === all) await commands.executeCommand('smolfile.preview', document.uri, kind);
  if (choice === 'Show Problem') await show(document, first);
  if (choice === 'Change Flags…') await commands.executeCommand(`smolfile.${kind}WithFlags`, document.uri);
  return choice === anyway;
}

async function packAnyway({ uri }: TextDocument, findings: readonly Finding[]): Promise<boolean> {
  if (findings.length === 0) return true;
  // What makes the pack useless comes first, and by itself; the first button has the focus.
  const fatal = findings.filter(({ severity }) => severity === 'error');
  const others = findings.filter(({ severity }) => severity !== 'error');
  const [first, ...more] = fatal;
  const detail = [...more, ...others].map(({ message }) => `• ${sentence(message)}`).join('\n\n');
  const question = first ? sentence(first.message) : 'Not everything in this file reaches the pack.';
  const anyway = 'Pack Anyway';
  const look = 'Preview Pack';
  const choice = await showWarning(question, { modal: true, detail }, look, anyway);
  if (choice === look) await commands.executeCommand('smolfile.preview', uri, 'pack');
  return choice === anyway;
}

/** Findings carry no full stop. Backticks mean nothing in a message box. */
function sentence(message: string): string {
  const plain = message.replaceAll('`', '"');
  return /[.!?]$/.test(plain) ? plain : `${plain}.`;
}

async function show(document: TextDocument, { range }: Finding): Promise<void> {
  const place = new Range(document.positionAt(range.start.offset), document.positionAt(range.end.offset));
  const editor = await window.showTextDocument(document, { selection: place });
  editor.revealRange(place, TextEditorRevealType.InCenterIfOutsideViewport);
  await commands.executeCommand('workbench.actions.view.problems');
}
