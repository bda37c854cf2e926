import { withoutFolders } from '../case-host.ts';
import { parseExactly } from '../release-vectors.ts';
import type { CaseFolder } from './case-folder.ts';

type Json = Readonly<Record<string, unknown>>;

/** What changes from run to run, or is the rig's own. */
const RECORD_DROPS: ReadonlySet<string> = new Set([
  'name',
  'created_at',
  'state',
  'pid',
  'pid_start_time',
  'last_exit_code',
  'init_completed',
]);
const BOOT_DROPS: ReadonlySet<string> = new Set(
  [
    ['rootfs_path', 'storage_disk_path', 'overlay_disk_path', 'vsock_socket', 'console_log'],
    ['startup_error_log', 'workload_log', 'mediated_parent_id', 'packed_layers_dax_window'],
  ].flat(),
);
const CREDENTIAL_DROPS: ReadonlySet<string> = new Set(['machine', 'ca_owner', 'ca_dir']);

/** Folders of the case, names made up at random and placeholders written alike in every run. */
export function alike(text: string, { root }: Pick<CaseFolder, 'root'>): string {
  return withoutFolders(text, root)
    .replaceAll(/(SMOL_PLACEHOLDER_[A-Z0-9_]*?_)[0-9A-F]{32}/g, '$1X')
    .replaceAll(/\bvm-[0-9a-f]{8}\b/g, 'vm-X')
    .replaceAll(/\binit-bake-[0-9a-f]+(?:-\d+)*\b/g, 'init-bake-X');
}

/** A machine record in the form of the vectors. */
export function plainRecord(json: string, folder: CaseFolder): Json {
  const record = without(parseExactly(alike(json, folder)) as Json, RECORD_DROPS);
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== ''));
}

/** A boot configuration in the form of the vectors. */
export function plainBoot(json: string, folder: CaseFolder): Json {
  const boot = without(parseExactly(alike(json, folder)) as Json, BOOT_DROPS);
  const { resources, credentials } = boot as { readonly resources?: Json; readonly credentials?: Json };
  return {
    ...boot,
    ...(resources && { resources: without(resources, new Set()) }),
    ...(credentials && {
      credentials: Object.fromEntries(
        Object.entries(credentials).filter(([name]) => !CREDENTIAL_DROPS.has(name)),
      ),
    }),
  };
}

function without(whole: Json, names: ReadonlySet<string>): Json {
  return Object.fromEntries(
    Object.entries(whole).filter(([name, value]) => !names.has(name) && !isEmpty(value)),
  );
}

function isEmpty(value: unknown): boolean {
  if (typeof value === 'object' && value !== null) return Object.keys(value).length === 0;
  return value === null || value === false || value === 0;
}
