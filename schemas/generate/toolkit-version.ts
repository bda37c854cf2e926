import { read, type Generated } from './generated.ts';

/** Pages that name the release to install. */
const PAGES = ['README.md', 'CI.md'] as const;

/** Where they do. */
const NAMED = /((?:smolfile|@smolfile\/core)@|smolfile\/toolkit@v|smolfile\/smolfile:|rev: v)\d+\.\d+\.\d+/g;

function version(): string {
  return (JSON.parse(read('packages/core/package.json')) as { version: string }).version;
}

/** The version of the toolkit where code can read it: as a release sets it in the manifests. */
export function generateToolkitVersion(): Generated {
  const text = `/** The version of this toolkit; all its packages carry the same, and a test holds them to it. */
export const TOOLKIT_VERSION = '${version()}'; // generated
`;
  return new Map([['packages/core/src/toolkit-version.ts', text]]);
}

/** The same where readers find it. */
export function generateNamedReleases(): Generated {
  return new Map(PAGES.map((path) => [path, read(path).replaceAll(NAMED, `$1${version()}`)]));
}
