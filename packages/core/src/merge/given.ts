import type { Call, FlagUse } from '../call/call.ts';
import type { Setting } from '../document/setting.ts';
import type { Settings } from '../document/settings.ts';
import type { Command } from '../model/diagnostic.ts';
import type { Release } from '../release/index.ts';
import type { TextRange } from '../text/range.ts';
import type { ScalarNode } from '../toml/index.ts';

/** What the layers of a merge are read from. */
export interface MergeSources {
  readonly settings: Settings;
  /** Without one, only the file gives values. */
  readonly call: Call | undefined;
  readonly release: Release;
  readonly command: Command;
}

/** One value that a key or flag gives, before it is made sense of. */
export interface GivenValue {
  /** The key or flag that it comes from: `dev.ports`, `--port`, `COMMAND`. */
  readonly layer: string;
  /** White space at its ends is gone where the merge takes it away. Of a table, see `setting`: it is `undefined` here. */
  readonly value: string | number | bigint | boolean | undefined;
  /** In the document; in the call's text where `source` is `flags`. */
  readonly range: TextRange;
  readonly source?: 'flags';
  /** Its node, for a string of the document. */
  readonly node?: ScalarNode | undefined;
  /** How many UTF-16 units of the string were taken away in front. */
  readonly offset: number;
  /** The use of the flag that gives it. */
  readonly use?: FlagUse;
  /** The key, entry or item that gives it. */
  readonly setting?: Setting;
  /** Which element of the key's array, or of the call's words, it is. */
  readonly index?: number | undefined;
  /** The name of the entry that it is, in a map. */
  readonly entry?: string | undefined;
}

/** All that one layer of a merge gives, in order. */
export interface Layer {
  /** In the spelling that counts: `pack.cpus` for `artifact.cpus` where only `[pack]` is there. */
  readonly name: string;
  readonly values: readonly GivenValue[];
  /** The key, where the file has it; it may be there and give nothing. */
  readonly setting?: Setting | undefined;
}
