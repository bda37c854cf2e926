import type { SourceReader } from '../../import/reader.ts';
import { rustImage, VERSIONS } from '../images.ts';
import type { Project } from '../types.ts';
import { has, stringIn, tableIn, textOf, tomlTable } from './reading.ts';
import { allowedVersion } from './versions.ts';

/** A project of Rust, by its Cargo.toml. */
export function rustProject(reader: SourceReader): Project | undefined {
  const source = 'Cargo.toml';
  const text = textOf(reader, source);
  const manifest = text === undefined ? undefined : tomlTable(text);
  if (!manifest) return undefined;
  const own = tableIn(manifest, 'package');
  const shared = tableIn(tableIn(manifest, 'workspace'), 'package');
  const isLocked = has(reader, 'Cargo.lock');
  const isProgram = own !== undefined && (has(reader, 'src/main.rs') || Array.isArray(manifest['bin']));
  const test = tableIn(manifest, 'workspace') ? 'cargo test --workspace' : 'cargo test';
  const least = stringIn(own, 'rust-version') ?? stringIn(shared, 'rust-version');
  return {
    source,
    image: rustImage(channelOf(reader) ?? versionFor(least)),
    install: [isLocked ? 'cargo fetch --locked' : 'cargo fetch'],
    cmd: isProgram ? ['cargo', 'run', '--release'] : test.split(' '),
    test,
    // not the host's `target`
    env: ['CARGO_TARGET_DIR=/var/cache/target'],
  };
}

/** The toolchain that the project pins; one without a number is the newest. */
function channelOf(reader: SourceReader): string | undefined {
  const toml = textOf(reader, 'rust-toolchain.toml');
  const channel = toml
    ? stringIn(tableIn(tomlTable(toml), 'toolchain'), 'channel')
    : textOf(reader, 'rust-toolchain')?.trim();
  return /^\d{1,3}\.\d{1,3}(?:\.\d{1,3})?$/.exec(channel ?? '')?.[0];
}

/** `rust-version` and `edition` are the least that is needed: a newer Rust takes them, too. */
function versionFor(least: string | undefined): string {
  const found = least === undefined ? undefined : allowedVersion(`>=${least}`, VERSIONS.rust);
  return found ?? VERSIONS.rust[0];
}
