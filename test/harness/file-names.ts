/** Paths that a search takes for Smolfiles, and some that are nearly so: what else goes by names is held against them. */
export const PATHS: readonly string[] = [
  'Smolfile',
  '.Smolfile',
  'Smolfile.dev',
  'web-Smolfile',
  'a_Smolfile.x',
  'x.smolfile',
  'x.Smolfile',
  'smolfile',
  'Smolfiles',
  'NotSmolfile',
  'Smolfile-old',
  'x.smolfile.bak',
  'Smolfile.d/x',
].flatMap((path) => [path, `a/b c/${path}`]);
