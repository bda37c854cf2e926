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
import { flagsOf, lineOf, type Action, type FileActionKind } from '../smolvm/argv.ts';
import { takenPorts, unsetSecrets, type Need } from '../smolvm/host-needs.ts';
import { placeOfPath, type Place } from '../smolvm/places.ts';
import { refusalQuestion, sentence, type Obstacle } from '../smolvm/refusal-question.ts';
import type { Installed } from './installed.ts';
import { resolve, type Finding, type Resolved } from './server.ts';
import { showError, showWarning } from './notify.ts';

/** An action on a Smolfile. */
export type FileAction = Extract<Action, { readonly file: string }>;

/** What pack leaves out or makes unusable is worth a question even where it is no error. */
const ASKS_FIRST = new Set(['secrets-in-pack', 'network-dropped-by-pack', 'dropped-by-pack']);

/** Something in the way of an action, and its place in the file. */
interface Located extends Obstacle {
  readonly range: Place | undefined;
}

/**
 * Saves a file, has it checked together with the flags, and asks where smolvm would refuse it, or where the host lacks
 * what it needs.
 *
 * @returns whether to go on.
 */
export async function isFine(
  client: BaseLanguageClient,
  uri: Uri,
  action: FileAction,
  installed: Installed,
): Promise<boolean> {
  const document = await workspace.openTextDocument(uri);
  if (!(await isSaved(document))) return false;
  const resolved = await resolve(client, uri, action.kind, lineOf(flagsOf(action)));
  const findings = resolved?.diagnostics ?? [];
  const errors = findings.filter(({ severity }) => severity === 'error');
  const releases = { installed: installed.version, ...(resolved && { judged: resolved.smolvm }) };
  const ask = (obstacles: readonly Located[]): Promise<boolean> =>
    goOnAnyway(document, action, obstacles, releases);
  if (action.kind === 'pack') {
    const dropped = findings.filter(({ code }) => ASKS_FIRST.has(code));
    const others = errors.filter(({ code }) => !ASKS_FIRST.has(code));
    return (await ask(others)) && (await packAnyway(document, dropped));
  }
  if (errors.length > 0 || action.kind !== 'run') return ask(errors);
  return ask(await needsOf(document, resolved));
}

/** What the host lacks of what a machine needs that is to run now. */
async function needsOf(document: TextDocument, resolved: Resolved | undefined): Promise<Located[]> {
  const needs: Need[] = [
    ...unsetSecrets(resolved?.config, process.env),
    ...(await takenPorts(resolved?.config, process.env)),
  ];
  return needs.map(({ message, path }) => ({ message, range: placeOfPath(document.getText(), path) }));
}

/**
 * Asks before a machine is started whose host lacks what it needs.
 *
 * @param call the one that it was made by.
 * @returns whether to go on.
 */
export async function canStart(
  client: BaseLanguageClient,
  uri: Uri,
  call: { readonly command: 'run' | 'create'; readonly flags: string },
): Promise<boolean> {
  const document = await Promise.resolve(workspace.openTextDocument(uri)).catch(() => undefined);
  if (!document) return true;
  const resolved = await resolve(client, uri, call.command, call.flags).catch(() => undefined);
  const needs = await needsOf(document, resolved);
  return goOnAnyway(document, { kind: 'start' }, needs, { installed: undefined });
}

/** VS Code may be saving by itself just now, and then says no though all is well. */
async function isSaved(document: TextDocument): Promise<boolean> {
  if (!document.isDirty || (await document.save()) || !document.isDirty) return true;
  void showError('The Smolfile could not be saved, so nothing was started.');
  return false;
}

async function goOnAnyway(
  document: TextDocument,
  { kind }: { readonly kind: FileActionKind | 'start' },
  obstacles: readonly Located[],
  releases: Parameters<typeof refusalQuestion>[2],
): Promise<boolean> {
  const [first] = obstacles;
  const question = refusalQuestion(kind, obstacles, releases);
  if (!first || !question) return true;
  const { severity, text, look, all, anyway } = question;
  const buttons = [look, ...(all === undefined ? [] : [all]), anyway];
  const choice = await (severity === 'error'
    ? showError(text, ...buttons)
    : showWarning(text, {}, ...buttons));
  if (choice === undefined) return false;
  if (choice === anyway) return true;
  const command = kind === 'start' ? 'create' : kind;
  if (choice === all) await commands.executeCommand('smolfile.preview', document.uri, command);
  else if (first.source === 'flags')
    await commands.executeCommand(`smolfile.${command}WithFlags`, document.uri);
  else await show(document, first.range);
  return false;
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

async function show(document: TextDocument, range: Place | undefined): Promise<void> {
  if (!range) {
    await window.showTextDocument(document);
    return;
  }
  const place = new Range(document.positionAt(range.start.offset), document.positionAt(range.end.offset));
  const editor = await window.showTextDocument(document, { selection: place });
  editor.revealRange(place, TextEditorRevealType.InCenterIfOutsideViewport);
  await commands.executeCommand('workbench.actions.view.problems');
}
