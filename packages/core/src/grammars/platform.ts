import { accepted, refused, shown, suggest, type Parsed } from './result.ts';
import { rustTrim } from './rust.ts';

/** The parts of `OS/ARCH[/VARIANT]`. */
export interface Platform {
  readonly os: string;
  readonly arch: string;
  readonly variant?: string;
}

/** Architectures that images for Linux are published for, by the names registries know. */
const ARCHITECTURES = new Set([
  '386',
  'amd64',
  'arm',
  'arm64',
  'loong64',
  'mips64le',
  'ppc64le',
  'riscv64',
  's390x',
]);

/** What `uname -m` and others call them. */
const ALIASES: ReadonlyMap<string, string> = new Map([
  ['x86_64', 'amd64'],
  ['x86-64', 'amd64'],
  ['x64', 'amd64'],
  ['aarch64', 'arm64'],
  ['arm64e', 'arm64'],
  ['armv8', 'arm64'],
  ['i386', '386'],
  ['i686', '386'],
  ['x86', '386'],
]);

/** The two smolvm itself runs on. */
export const SMOLVM_PLATFORMS = ['linux/amd64', 'linux/arm64'] as const;

/**
 * Whether an `oci_platform` can be one: `linux/ARCH` or `linux/ARCH/VARIANT`. smolvm passes any string on, and the
 * pull fails for others (facts 4.7, rule 63), so there is no text of smolvm's here.
 * @example
 * ```ts
 * parsePlatform('linux/arm64'); // { ok: true, value: { os: 'linux', arch: 'arm64' } }
 * ```
 */
export function parsePlatform(text: string): Parsed<Platform> {
  const [os = '', arch = '', variant, ...rest] = text.split('/', 5);
  const known = os === 'linux' && ARCHITECTURES.has(arch) && rest.length === 0;
  if (known && (variant === undefined || /^[a-z0-9.]{1,16}$/.test(variant))) {
    return accepted(variant === undefined ? { os, arch } : { os, arch, variant });
  }
  return refused({
    reason: rustTrim(text) === '' ? 'empty' : 'not-a-platform',
    message: `${shown(text)} is no platform that images are published for`,
    help: 'Write `linux/amd64` or `linux/arm64`.',
    from: 0,
    to: text.length,
    ...suggest(repair(text), true),
  });
}

/** `x86_64`, `Linux/AMD64`, `linux/aarch64` and the like. */
function repair(text: string): string | undefined {
  if (text.length > 64) return undefined;
  const words = rustTrim(text).toLowerCase().split(/[/:]/);
  const [os, arch] = words.length === 1 ? ['linux', words[0]!] : [words[0]!, words[1]!];
  const name = ALIASES.get(arch) ?? arch;
  return os === 'linux' && words.length <= 2 && ARCHITECTURES.has(name) ? `linux/${name}` : undefined;
}
