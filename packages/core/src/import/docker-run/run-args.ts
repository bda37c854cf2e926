import { RUN_ALIASES, RUN_FLAGS, type RunFlag } from '../table/index.ts';

/** Flags that came as words, `runArgs` of a dev container. */
export interface RunArgs {
  readonly used: readonly { readonly flag: RunFlag; readonly value: string }[];
  /** Words that are no flags. */
  readonly unknown: readonly string[];
}

/** Reads words as flags of `docker run`. */
export function parseRunArgs(words: readonly string[]): RunArgs {
  const used: { flag: RunFlag; value: string }[] = [];
  const unknown: string[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at]!;
    const [, long, inline] = /^--([^=]+)(?:=([\s\S]*))?$/.exec(word) ?? [];
    const short = /^-([A-Za-z])([\s\S]*)$/.exec(word);
    const name = long === undefined ? undefined : `--${RUN_ALIASES[long] ?? long}`;
    const flag = RUN_FLAGS.find(
      (each) => each.name === name || (each.short !== undefined && each.short === short?.[1]),
    );
    if (!flag) unknown.push(word);
    else if (!flag.takesValue) used.push({ flag, value: '' });
    else
      used.push({ flag, value: inline ?? (short?.[2] ? short[2].replace(/^=/, '') : (words[++at] ?? '')) });
  }
  return { used, unknown };
}
