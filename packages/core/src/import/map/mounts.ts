import type { Item, Plan } from '../plan.ts';
import { cleanPath, folderOf, type SourceReader } from '../reader.ts';
import { fragment } from '../toml.ts';
import { isSshAgent, mapSshAgent } from './ssh-agent.ts';

/** A mount as Docker has it. */
export interface Mount {
  readonly type: 'bind' | 'volume' | 'tmpfs' | 'other';
  /** Path of the host, or name of a volume; empty for an anonymous one. */
  readonly source: string;
  readonly target: string;
  readonly readOnly: boolean;
}

const PATH = 'dev.volumes';

/**
 * Reads `[SOURCE:]TARGET[:OPTIONS]`, as `-v` and Compose have it.
 *
 * @returns undefined for what is no such thing.
 */
export function readMount(text: string): Mount | undefined {
  const parts = text.split(':');
  if (parts.length > 3 || parts.some((part) => part === '')) return undefined;
  const [first = '', second, options = ''] = parts;
  if (second === undefined) return { type: 'volume', source: '', target: first, readOnly: false };
  // `/data:ro` has no source
  if (parts.length === 2 && !second.includes('/'))
    return { type: 'volume', source: '', target: first, readOnly: second === 'ro' };
  const type = isHostPath(first) ? 'bind' : 'volume';
  return { type, source: first, target: second, readOnly: options.split(',').includes('ro') };
}

/** Docker tells a folder from a volume's name by its first character. */
export function isHostPath(source: string): boolean {
  return /^(?:[./~]|[A-Za-z]:[\\/])/.test(source);
}

/** One mount. */
export function mapMount(
  plan: Plan,
  item: Item,
  mount: Mount,
  reader: SourceReader,
  home: string | undefined,
): void {
  const { type, target } = mount;
  if (type === 'tmpfs') return mapTmpfs(plan, item, target);
  if (type === 'other') return plan.drop(item, 'smolvm has mounts of folders and disk volumes only.');
  if (type === 'volume') return mapVolume(plan, item, mount);
  if (isSshAgent(item, mount.source)) return mapSshAgent(plan, item);
  mapBind(plan, item, mount, reader, home);
}

/** A file system in memory. */
export function mapTmpfs(plan: Plan, item: Item, target: string): void {
  const path = cleanPath(target);
  if (path === '/tmp' || path === '/run')
    return plan.report(item, 'kept', undefined, `${path} of a machine is in memory anyway.`);
  plan.drop(item, `smolvm has no key for it: ${path} lies on the disk of the machine.`);
}

/** A named or anonymous volume. */
function mapVolume(plan: Plan, item: Item, { source, target, readOnly }: Omit<Mount, 'type'>): void {
  // never `name:/path`: smolvm takes that for a folder of the host
  if (
    !plan.target.takes(fragment(PATH, target, true)) &&
    plan.target.takes(fragment(PATH, `./x:${target}`, true))
  )
    return plan.drop(
      item,
      `This release has no disk volumes; the disk of the machine keeps what is written to ${target}.`,
    );
  if (isMounted(plan, target)) return plan.drop(item, `Something is mounted at ${target} already.`);
  const what = source === '' ? 'an anonymous volume' : `the volume \`${source}\``;
  const mode = readOnly ? ' It is not read-only.' : '';
  const changed = `Instead of ${what}, a disk volume of this machine alone, empty at first.${mode} What services are to share is a folder of the host.`;
  plan.put(item, PATH, target, { changed });
}

/** A volume that an image asks for. */
export function mapVolumePath(plan: Plan, item: Item, target: string): void {
  mapVolume(plan, item, { source: '', target, readOnly: false });
}

function mapBind(plan: Plan, item: Item, mount: Mount, reader: SourceReader, home: string | undefined): void {
  const { target, readOnly } = mount;
  const reasons: string[] = [];
  let source = mount.source;
  if (/(?:^|\/)docker\.sock$/.test(source))
    return plan.drop(
      item,
      'The socket of the host’s Docker: `smolvm machine create --mount-socket HOST:GUEST` shows a socket of the host. (`docker_socket` is the other way round.)',
    );
  if (source === '~' || source.startsWith('~/')) {
    if (home === undefined)
      return plan.drop(item, 'smolvm does not know `~`: write the path of the home folder.');
    source = home + source.slice(1);
    reasons.push('smolvm does not know `~`, so the path is written out.');
  }
  const inside = insideOf(reader.folder, source);
  if (inside !== undefined) source = inside;
  if (/^\/etc\/(?:localtime|timezone)$/.test(source))
    return plan.drop(item, 'It is the time zone of the host, which a machine is told by `TZ` in `env`.');
  const refusal = source.startsWith('/') && plan.target.refusal(fragment(PATH, `${source}:${target}`, true));
  if (refusal) return plan.drop(item, `${refusal.message}.`);
  const kind = reader.kind(source);
  if (kind === 'file' || (kind !== 'directory' && looksLikeFile(source, target))) {
    const folder = asFolder(source, target);
    if (!folder)
      return plan.drop(
        item,
        `smolvm mounts folders, and this is a file. Put it into the image, or into a folder of its own that is mounted, and let \`init\` copy it to ${target}.`,
      );
    if (isMounted(plan, folder.target))
      return plan.drop(item, `smolvm mounts folders; one is mounted at ${folder.target} already.`);
    reasons.push(
      `smolvm mounts folders, so the whole folder of the file is mounted, and hides what the image has in ${folder.target}.`,
    );
    putBind(plan, item, { ...folder, readOnly }, reasons);
    return;
  }
  if (kind === 'missing') reasons.push('Docker makes a folder that is missing; smolvm refuses it.');
  const done = putBind(plan, item, { source, target, readOnly }, reasons);
  if (done && kind === 'missing') plan.start.folders.add(source);
}

/** A path below the source's folder, seen from there: what is absolute holds on one computer only. */
function insideOf(folder: string | undefined, path: string): string | undefined {
  if (folder === undefined || folder === '/') return undefined;
  if (cleanPath(path) === cleanPath(folder)) return '.';
  return path.startsWith(`${folder}/`) ? `./${cleanPath(path.slice(folder.length + 1))}` : undefined;
}

function putBind(
  plan: Plan,
  item: Item,
  { source, target, readOnly }: Pick<Mount, 'source' | 'target' | 'readOnly'>,
  reasons: readonly string[],
): boolean {
  if (isMounted(plan, target)) {
    plan.drop(item, `Something is mounted at ${target} already.`);
    return false;
  }
  const changed = reasons.length > 0 ? reasons.join(' ') : undefined;
  return plan.put(item, PATH, `${source}:${target}${readOnly ? ':ro' : ''}`, { changed });
}

function isMounted(plan: Plan, target: string): boolean {
  const path = cleanPath(target);
  return plan.elements(PATH).some((text) => {
    const parts = text.split(':');
    const mounted = parts.at(-1) === 'ro' ? parts.at(-2) : parts.at(-1);
    return cleanPath(mounted ?? '') === path;
  });
}

/** By its name alone: `nginx.conf`, but not `conf.d`. */
function looksLikeFile(source: string, target: string): boolean {
  const ending = /[^/.][^/]*\.(\w{1,10})$/.exec(source)?.[1];
  return ending !== undefined && ending !== 'd' && target.endsWith(`.${ending}`);
}

/** The folders of a file, where mounting them changes little: those that are there to have files dropped in. */
function asFolder(source: string, target: string): { source: string; target: string } | undefined {
  const folder = folderOf(target);
  const sameName = source.slice(source.lastIndexOf('/') + 1) === target.slice(target.lastIndexOf('/') + 1);
  if (!sameName || !folder.endsWith('.d')) return undefined;
  const from = folderOf(source);
  return from === '.' || from === '/' ? undefined : { source: from, target: folder };
}
