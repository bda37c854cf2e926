/** What is known of one path of the host. */
export interface HostPath {
  /** `unknown`: it exists or not, but the asker may not see (permission, too many links). */
  readonly kind: 'directory' | 'file' | 'other' | 'missing' | 'unknown';
  /** Absolute path with every symbolic link resolved; only for what exists. */
  readonly canonical?: string;
  /** Whether the last component itself is a symbolic link. */
  readonly symlink?: boolean;
  /** Whether it is a block device; only of `other`. */
  readonly isBlockDevice?: boolean;
  /** Bytes; only for files. */
  readonly size?: number;
}

/**
 * The host's file system as far as a rule may see it: whether a path exists and of what kind, never its content.
 * Core does no IO; whoever calls it passes this in, or nothing (`--no-fs`, virtual documents).
 */
export interface HostFileSystem {
  /** Relative paths are the caller's to resolve, as smolvm does: against the working directory of the command. */
  inspect(path: string): HostPath;
  /**
   * Whether relative paths are looked at from a directory that is only a guess: smolvm starts from where it is
   * called, and for a file that lies elsewhere nobody knows where that will be.
   */
  readonly isGuess?: boolean;
  /** Which list of protected paths applies (facts 4.2). */
  readonly platform: 'linux' | 'macos' | 'windows';
}
