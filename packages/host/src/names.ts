/**
 * The names of Smolfiles, once for all who go by them: the search, the server, the extension's tasks. What cannot
 * import this (the extension's manifest, pre-commit's hooks, the documentation) is tested against it. Nothing of Node
 * here: the server in a browser needs it, too.
 */

/**
 * What the end of a path to a Smolfile matches, and no other: `Smolfile`, `Smolfile.NAME`, `.Smolfile`,
 * `NAME.smolfile`, and names with something before it, such as `web-Smolfile` and `owner__Smolfile.kotlin`. Written so
 * that JavaScript, Python (pre-commit) and Rust (Taplo) read it alike.
 */
export const SMOLFILE_PATTERN = String.raw`(?:^|[-_./])Smolfile(?:\.[^/]*)?$|\.smolfile$`;

/** The same as a glob of editors, without the folder. */
export const SMOLFILE_GLOB = '{Smolfile,Smolfile.*,*[-_.]Smolfile,*[-_.]Smolfile.*,*.smolfile}';

/** The same for people. */
export const SMOLFILE_WORDS =
  'named Smolfile, Smolfile.NAME, .Smolfile, NAME.smolfile and NAME.Smolfile, and those whose names have something before it that ends with `-`, `_` or `.`, such as web-Smolfile and owner__Smolfile.kotlin';

/** The same for configurations, as a glob of editors. */
export const CONFIG_GLOB = 'smolfile.config.{toml,json}';

/** Folders that a search does not enter: they hold what other programs put there, whatever `.gitignore` says. */
export const SKIPPED_FOLDERS: ReadonlySet<string> = new Set(['.git', '.hg', '.jj', '.svn', 'node_modules']);

const SMOLFILE = new RegExp(SMOLFILE_PATTERN);

/**
 * Whether a search takes a file of this name, without its folder, for a Smolfile. `.#NAME` is none: Emacs locks NAME
 * with a link of that name, which leads nowhere.
 */
export function isSmolfileName(name: string): boolean {
  return SMOLFILE.test(name) && !name.startsWith('.#');
}
