import {
  commands,
  ConfigurationTarget,
  DiagnosticSeverity,
  languages,
  MarkdownString,
  Range,
  StatusBarAlignment,
  window,
  workspace,
  WorkspaceEdit,
  type Disposable,
  type TextDocument,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { OLDEST_RELEASE, parseSmolfile, RELEASES } from '@smolfile/core';
import { isGuess } from '../smolvm/refusal-question.ts';
import { resolve } from './server.ts';

/** Shows, while a Smolfile is in front, which smolvm it is checked for and how many problems it has. */
export function registerStatusBar(
  client: BaseLanguageClient,
  installed: () => string | undefined,
): Disposable & { refresh(): void } {
  const item = window.createStatusBarItem('smolfile.target', StatusBarAlignment.Right, 100);
  item.name = 'Smolfile';
  item.command = 'smolfile.chooseVersion';
  let latest = 0;

  const refresh = async (): Promise<void> => {
    const mine = ++latest;
    const document = window.activeTextEditor?.document;
    if (document?.languageId !== 'smolfile') {
      item.hide();
      return;
    }
    const resolved = await resolve(client, document.uri, 'create').catch(() => undefined);
    if (mine !== latest || !resolved) return;
    const here = installed();
    const { smolvm } = resolved;
    // The newest that is known stands for the one that is installed, as long as nobody asks for another.
    const guess = isGuess(smolvm, here);
    item.text = [`smolvm ${smolvm}${guess ? ` (for ${here})` : ''}`, ...counts(document)].join(' ');
    item.tooltip = new MarkdownString(
      `This Smolfile is checked for smolvm ${smolvm}.\n\n` +
        (here === undefined ? 'No installed smolvm is known.' : `Installed: smolvm ${here}`) +
        (guess ? ', which is newer than what is known exactly: it may take more than is said here.' : ''),
    );
    item.show();
  };
  const look = (): void => void refresh();
  look();
  const watching = [
    item,
    window.onDidChangeActiveTextEditor(look),
    languages.onDidChangeDiagnostics(({ uris }) => {
      const active = window.activeTextEditor?.document.uri.toString();
      if (uris.some((uri) => uri.toString() === active)) look();
    }),
    workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration('smolfile')) look();
    }),
    commands.registerCommand('smolfile.chooseVersion', () => chooseVersion(installed())),
  ];
  return { refresh: look, dispose: () => watching.forEach((each) => void each.dispose()) };
}

/** Asks for a version, and writes it where the file has it: into its own pin, or else into the workspace's settings. */
async function chooseVersion(installed: string | undefined): Promise<void> {
  const document = window.activeTextEditor?.document;
  const pin = document?.languageId === 'smolfile' ? parseSmolfile(document.getText()).pin : undefined;
  if (document && pin) return choosePin(document, pin.version, installed);
  const settings = workspace.getConfiguration('smolfile', document?.uri);
  const now = settings.get('smolvmVersion', '');
  // The installed one first, also where it is newer than those that are known.
  const versions = new Set([
    ...(installed === undefined ? [] : [installed]),
    ...RELEASES.map(({ version }) => version).toReversed(),
  ]);
  const items = [
    {
      version: '',
      label: 'Automatic',
      detail: `As the file or its configuration says; otherwise ${installed === undefined ? 'the newest that is known' : `the installed smolvm ${installed}`}.`,
    },
    ...Array.from(versions, (version) => ({ version, label: version })),
  ].map((item) => ({
    ...item,
    description: [item.version === now && 'set', item.version === installed && 'installed']
      .filter(Boolean)
      .join(', '),
  }));
  const picked = await window.showQuickPick(items, {
    title: 'Version of smolvm to Check For',
    placeHolder: `A comment # smolfile: smolvm = "${OLDEST_RELEASE.version}" at the top does it for one file`,
  });
  if (!picked) return;
  const target = workspace.workspaceFolders ? ConfigurationTarget.Workspace : ConfigurationTarget.Global;
  await settings.update('smolvmVersion', picked.version === '' ? undefined : picked.version, target);
}

/** The pin of a file is for everybody who has it: a setting over it would be a surprise to all of them. */
async function choosePin(document: TextDocument, now: string, installed: string | undefined): Promise<void> {
  const items = RELEASES.toReversed().map(({ version }) => ({
    label: version,
    description: [version === now && 'pinned', version === installed && 'installed']
      .filter(Boolean)
      .join(', '),
  }));
  const picked = await window.showQuickPick(items, {
    title: 'Version of smolvm That This File Is Pinned To',
    placeHolder: `The file pins smolvm ${now}; what is picked is written into it`,
  });
  // The text may have changed while the list was open.
  const range = parseSmolfile(document.getText()).pin?.range;
  if (!picked || !range) return;
  const edit = new WorkspaceEdit();
  edit.replace(
    document.uri,
    new Range(document.positionAt(range.start), document.positionAt(range.end)),
    picked.label,
  );
  await workspace.applyEdit(edit);
}

function counts({ uri }: TextDocument): string[] {
  const found = languages.getDiagnostics(uri);
  const number = (severity: DiagnosticSeverity): number =>
    found.filter((each) => each.severity === severity).length;
  const errors = number(DiagnosticSeverity.Error);
  const warnings = number(DiagnosticSeverity.Warning);
  return [...(errors > 0 ? [`$(error) ${errors}`] : []), ...(warnings > 0 ? [`$(warning) ${warnings}`] : [])];
}
