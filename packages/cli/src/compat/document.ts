import type { Command, CompatSpan } from '@smolfile/core';

/** What the releases do with one file. */
export interface FileCompat {
  readonly path: string;
  readonly commands: ReadonlyMap<Command, readonly CompatSpan[]>;
}

/** What `smolfile compat --format json` prints; described by `schemas/compat-output.schema.json`. */
export function compatDocument(files: readonly FileCompat[]): object {
  return {
    formatVersion: 1,
    files: files.map(({ path, commands }) => ({
      path,
      commands: Object.fromEntries(
        Array.from(commands, ([command, spans]) => [
          command,
          spans.map(({ from, to, accepted, changes }) => ({
            from: from.version,
            to: to.version,
            accepted,
            changes: changes.map(({ key, code, refused, begins, what }) => ({
              ...(key === undefined ? { behaviour: code } : { key }),
              code,
              refused,
              begins,
              what,
            })),
          })),
        ]),
      ),
    })),
  };
}
