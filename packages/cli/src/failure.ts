export { FileError, isSystemError, reasonOf } from '@smolfile/host';

/** The user asked for something that does not exist or makes no sense: exit code 2, no stack trace. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
  /** What to do instead, one sentence a line. */
  readonly help: readonly string[];

  /**
   * @param message what is wrong, without a full stop.
   * @param help what to do about it.
   */
  constructor(message: string, ...help: (string | undefined)[]) {
    super(message);
    this.help = help.filter((line) => line !== undefined);
  }
}

/**
 * The configuration cannot be used: exit code 2. The message is what to print: the places in it that are wrong, with
 * their lines, line break at the end included.
 */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}
