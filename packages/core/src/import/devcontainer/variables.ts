/** What `${…}` of a devcontainer.json may stand for. */
export interface DevVariables {
  /** The host's variables that may be read. */
  readonly local: (name: string) => string | undefined;
  /** The folder on the host; `.` where it is not known. */
  readonly folder: string;
  /** Its last part. */
  readonly basename: string;
  /** The folder in the container. */
  readonly workspace: string;
}

/**
 * Puts variables into a string as the dev container CLI does (import 7).
 *
 * @param unset called with the name of each host variable that has no value here.
 */
export function substitute(
  text: string,
  { local, folder, basename, workspace }: DevVariables,
  unset: (name: string) => void = () => {},
): string {
  return text.replaceAll(/\$\{([^{}]*)\}/g, (whole, inside: string) => {
    const [kind = '', name = '', ...rest] = inside.split(':');
    switch (kind) {
      case 'localEnv':
      case 'env': {
        const value = local(name);
        if (value === undefined && rest.length === 0) unset(name);
        // a default ends at the next colon (the CLI, 0.89)
        return value ?? rest[0] ?? '';
      }
      case 'localWorkspaceFolder':
        return folder;
      case 'localWorkspaceFolderBasename':
        return basename;
      case 'containerWorkspaceFolder':
        return workspace;
      case 'containerWorkspaceFolderBasename':
        return workspace.slice(workspace.lastIndexOf('/') + 1);
      case 'devcontainerId':
        return basename;
      default:
        return whole;
    }
  });
}
