/** As the search of `smolfile lint` has it: `Smolfile`, `Smolfile.NAME`, `NAME.smolfile`, `web-Smolfile`. */
const SMOLFILE = /(?:^|[-_.])Smolfile(?:\..*)?$|\.smolfile$/s;

/** Whether a search takes a file of this name, without its folder, for a Smolfile. */
export function isSmolfileName(name: string): boolean {
  return SMOLFILE.test(name);
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
