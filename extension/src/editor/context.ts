import { commands, type Disposable, workspace } from 'vscode';

/** Whether this is an editor with a machine under it: not the one that lives in a browser alone. */
let hasMachine = false;

/** Whether anything may be started: never in a workspace that is not trusted. */
export function canRun(): boolean {
  return hasMachine && workspace.isTrusted;
}

/**
 * Lets the manifest's `when` clauses and `canRun` know that programs can be started here, from the moment on that
 * the workspace is trusted.
 *
 * @param changed called once that moment comes.
 */
export function announceMachine(changed: () => void): Disposable {
  hasMachine = true;
  const tell = (): void => {
    void commands.executeCommand('setContext', 'smolfile.canRun', canRun());
    // Through the Pilot app store there is no terminal to type in.
    const runner = workspace.getConfiguration('smolfile').get('runner');
    void commands.executeCommand('setContext', 'smolfile.hasKeyboard', runner !== 'pilot');
  };
  tell();
  const watching = [
    workspace.onDidGrantWorkspaceTrust(() => {
      tell();
      changed();
    }),
    workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration('smolfile.runner')) tell();
    }),
  ];
  return { dispose: () => watching.forEach((each) => void each.dispose()) };
}
