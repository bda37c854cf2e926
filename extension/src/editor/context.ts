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
  const tell = (): void => void commands.executeCommand('setContext', 'smolfile.canRun', canRun());
  tell();
  return workspace.onDidGrantWorkspaceTrust(() => {
    tell();
    changed();
  });
}
