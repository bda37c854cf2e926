import { hostWith, type HostFileSystem, type HostPath } from '@smolfile/core';

/** Stands for the scratch folder of a case; no input has it in it. */
const CASE = '/tmp/smolvm-case';

/** The folders and the file in the working directory of a case (shared/conformance/README.md). */
export const FOLDERS = ['src', 'app', 'data', 'sub dir', 'a:b'] as const;
export const FILE = 'file.txt';

/** The environment of a case, beside what the rig itself needs. */
export const HOST_VALUES: Readonly<Record<string, string>> = {
  PATH: '/usr/bin:/bin',
  HOST_TOKEN: 't0k3n',
  HOST_DB_URL: 'postgres://db/prod',
  EMPTY: '',
};

/** Directories of a plain Linux host, beside those of the case. */
const SYSTEM = [
  ['/', '/etc', '/usr', '/usr/lib', '/usr/bin', '/bin', '/var', '/var/lib', '/var/log', '/var/run', '/tmp'],
  ['/opt', '/home', '/root', '/proc', '/sys', '/dev', '/run', '/boot', CASE, `${CASE}/w`, `${CASE}/h`],
].flat();

const known = hostWith(
  {
    ...Object.fromEntries([...FOLDERS, ...SYSTEM].map((path) => [path, 'directory' as const])),
    [FILE]: 'file',
    '/etc/hostname': 'file',
    '/etc/passwd': 'file',
    Smolfile: 'file',
  },
  `${CASE}/w`,
);

/** The file system of a case, as the toolkit sees it. */
export const caseHost: HostFileSystem = {
  ...known,
  inspect: (path): HostPath => {
    if (path === '/dev/null') return { kind: 'other', isBlockDevice: false, canonical: path };
    return path === '' ? { kind: 'missing' } : known.inspect(path);
  },
};

/** The names of the variables of a case; the rig's own ones are nothing that an input would name. */
export const caseEnvironment: ReadonlySet<string> = new Set([...Object.keys(HOST_VALUES), 'HOME']);

/** Text with the folders of a case written as the vectors have them: `.`, `..` and `~`. */
export function withoutFolders(text: string, root: string = CASE): string {
  return text
    .replaceAll(`${root}/w/`, './')
    .replaceAll(`${root}/w`, '.')
    .replaceAll(`${root}/h`, '~')
    .replaceAll(root, '..');
}
