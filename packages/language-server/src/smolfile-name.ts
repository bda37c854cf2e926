/** As the search of `smolfile lint` has it: `Smolfile`, `Smolfile.NAME`, `NAME.smolfile`, `web-Smolfile`. */
const SMOLFILE = /(?:^|[-_.])Smolfile(?:\..*)?$|\.smolfile$/s;

/** Whether a search takes a file of this name, without its folder, for a Smolfile. */
export function isSmolfileName(name: string): boolean {
  return SMOLFILE.test(name);
}

/**
 * Whether a document is one to look at. Editors that know no Smolfiles send them as TOML, with every other TOML
 * file of the workspace: then the name decides.
 */
export function isSmolfile(uri: string, languageId: string): boolean {
  return languageId === 'smolfile' || isSmolfileName(fileName(uri));
}

/** The last part of a URI, as a person writes it; as it is, where that cannot be told. */
export function fileName(uri: string): string {
  const name = uri.slice(uri.lastIndexOf('/') + 1);
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

/** What clients are asked to watch. */
export const WATCHED = [
  '**/{Smolfile,Smolfile.*,*Smolfile,*.smolfile}',
  '**/smolfile.config.{toml,json}',
] as const;

/** Whether a file has settings for the Smolfiles around it. */
export function isConfigName(uri: string): boolean {
  return /\/smolfile\.config\.(?:toml|json)$/.test(uri);
}
