/**
 * The shape of the table that is generated from `schemas/smolfile.schema.json`. The schema is the only list of
 * keys and flags; these types say what the rest of the toolkit may ask about them.
 */

import type { CheckName, Command } from '../model/diagnostic.ts';
import type { Changes } from '../release/index.ts';

export type { Command } from '../model/diagnostic.ts';

/** The releases that have a key or flag, for reading: code asks whether it is `absent`. */
export interface Presence {
  /** The first release that has it, such as `1.6.0`; left out where the oldest known one has it. */
  readonly since?: string;
  /** The first release that no longer has it; left out where the newest has it. */
  readonly until?: string;
}

/** What a value of a key looks like in TOML. */
export type KeyType = 'boolean' | 'integer' | 'string' | 'string-array' | 'table' | 'map' | 'table-array';

/** The Rust type smolvm reads an integer into; its name is in smolvm's own messages ("expected u8"). */
export type IntegerName = 'u8' | 'u16' | 'u32' | 'u64';

/** What a command does with a key (facts 2.9). */
export type Effect =
  /** It takes part in what the command does now. */
  | 'used'
  /** It goes into the machine record, and acts when the machine starts. */
  | 'stored'
  /** The command never looks at it. */
  | 'ignored'
  /** It is checked, then dropped. */
  | 'validated'
  /** Only some of it counts; the note says what. */
  | 'partial';

/** What a command does with a key. */
export interface KeyEffect {
  readonly effect: Effect;
  /** One or two plain sentences, where the word alone would mislead. */
  readonly note?: string;
}

/** How the layers of one key become one value. */
export type MergeStrategy =
  /** The first layer that is present wins. */
  | 'override'
  /** As `override`, but a flag that equals its default counts as absent (facts 2.2: `--cpus 4`). */
  | 'override-unless-default'
  /** True as soon as one layer is true. */
  | 'any'
  /** All layers one after the other, without removing duplicates. */
  | 'append'
  /** The first non-empty alternative of the first layer, then the other layers appended. */
  | 'replace-then-append'
  /** A map: later layers replace entries of the same key. */
  | 'by-key';

/**
 * One contribution: `--flag`, `COMMAND` (the trailing arguments), or the path of a key. A list in the first
 * place of `replace-then-append` names alternatives, of which the first non-empty one counts.
 */
export type MergeLayer = string | readonly string[];

/** How one command gets the value of a key. */
export interface MergeRule {
  readonly strategy: MergeStrategy;
  /** Winner first for the override strategies; in order of application for the others. */
  readonly layers: readonly MergeLayer[];
  /** The result when no layer has a value; `null` means that smolvm decides later. */
  readonly missing: unknown;
  /** An empty list counts as absent. */
  readonly emptyIsAbsent?: boolean;
  /** A flag with an empty text counts as absent. */
  readonly emptyFlagIsAbsent?: boolean;
  /** A value that its grammar refuses counts as absent, silently (durations: facts 4.6). */
  readonly invalidIsAbsent?: boolean;
  /** Each element loses white space at both ends, in Rust's sense of white space (facts 2.2). */
  readonly trim?: boolean;
  /** With this flag in the call, nothing that is given counts: `--from-vm`. */
  readonly displacedBy?: string;
  /** The value is no part of the configuration; only what it implies is. */
  readonly onlyImplies?: boolean;
  /** Two elements with the same part are refused: `host-port` (facts 4.1) or `guest-path` (facts 4.2). */
  readonly unique?: 'host-port' | 'guest-path';
}

/** A value that another key or flag brings about. */
export interface Implication {
  /** Path of the key that gets the value. */
  readonly key: string;
  /** What it gets. */
  readonly value: unknown;
  /** `true`: the source is true. `non-empty`: it is a list with elements. `set`: it is present. */
  readonly when: 'true' | 'non-empty' | 'set';
  /** `merge`: part of the merged configuration. `launch`: only when the machine boots; the record does not show it. */
  readonly stage: 'merge' | 'launch';
  /** `replace-by-key`: entries with the same name leave the list, and these come last (facts 2.8). Default: set. */
  readonly how?: 'set' | 'replace-by-key';
  /** Default: every command that has the source. */
  readonly commands?: readonly Command[];
}

/** One key of a Smolfile, or one section, map entry or list item. */
export interface KeySchema extends Presence, Changes<KeySchema> {
  /** Last part of the path; `*` for the entries of a map, `[]` for the items of an array of tables, `` for the root. */
  readonly name: string;
  /** `dev.ports`, `secrets.*.from_env`, `network.credentials[].name`; `` for the root. */
  readonly path: string;
  readonly type: KeyType;
  /** `resources`, `network`, `dev`, …; `` for the root. */
  readonly group: string;
  /** One or two plain sentences. The rich text is `markdownOf(key)`. */
  readonly description: string;
  readonly integer?: IntegerName;
  /** Decimal text, since the largest u64 that TOML can write (2^63-1) is beyond Number's exact range. */
  readonly minimum?: string;
  readonly maximum?: string;
  /** What smolvm uses where the key is absent. Absent when there is no fixed value. */
  readonly default?: unknown;
  readonly examples?: readonly unknown[];
  readonly unit?: 'MiB' | 'GiB';
  /** Name of the value grammar, of the elements where the key is a list. */
  readonly grammar?: string;
  /** Name of the value grammar of the names, where the key is a map. */
  readonly nameGrammar?: string;
  /** The only values that smolvm takes, where the list is closed. */
  readonly values?: readonly string[];
  /** With `values`: whether smolvm checks what is left of file and flags, or what stands in the file whatever the flags. */
  readonly checked?: 'merged' | 'written';
  /** Keys that an entry must have. */
  readonly required?: readonly string[];
  /** A legacy spelling: works, but another key is meant for it. */
  readonly deprecated?: boolean;
  /** A section may also be an array of its values in declaration order; so many must be present (facts 1.3). */
  readonly positionalMinimum?: number;
  /** This section is another spelling of that one. */
  readonly aliasOf?: string;
  /** What happens when both spellings are present: this one is `hidden` whole, or the file is `refused`. */
  readonly aliasConflict?: 'hidden' | 'refused';
  /** Path of the key whose merged value this one contributes to. */
  readonly feeds?: string;
  /** Name of the value in the merged configuration, where it is not the path (`allow_cidrs`, `restart.policy`). */
  readonly result?: string;
  readonly merge?: Readonly<Partial<Record<Command, MergeRule>>>;
  readonly implies?: readonly Implication[];
  readonly effect?: Readonly<Record<Command, KeyEffect>>;
  /** Keys of a section, in declaration order. */
  readonly children?: readonly KeySchema[];
  /** Schema of the entries of a map or of the items of an array of tables. */
  readonly element?: KeySchema;
  /** It is no key of a file: only flags give the value, and the path is the first of them. */
  readonly byFlags?: true;
}

/** The value that a flag gives which no key stands for. */
export interface FlagResult {
  /** Name of the value in the merged configuration. */
  readonly name: string;
  /** Without it: `any` for a flag without value, `append` for one that may be repeated, else `override`. */
  readonly strategy?: MergeStrategy;
}

/** What a flag is, apart from the commands that have it. */
export interface FlagShape {
  /** Without the two hyphens. */
  readonly long: string;
  /** One letter, without the hyphen. */
  readonly short?: string;
  /** Further visible spellings; one letter means a short one (`--smolfile` has no short, but the alias `s`). */
  readonly aliases: readonly string[];
  /** Name of the value in usage text (`N`, `HOST:GUEST`); absent for a flag without value. */
  readonly value?: string;
  /** The only accepted values, where the list is closed. */
  readonly values?: readonly string[];
  /** The greatest number accepted, where that is less than the grammar allows. */
  readonly maximum?: number;
  /** Name of the value grammar; `flag` for a flag without value. */
  readonly grammar: string;
  readonly repeatable: boolean;
  readonly required: boolean;
  /** Required unless one of these flags is given. */
  readonly requiredUnless: readonly string[];
  readonly default?: unknown;
  /** Long names; symmetric. */
  readonly conflicts: readonly string[];
  /** Long names of flags that must be given too. */
  readonly requires: readonly string[];
  readonly hidden: boolean;
  readonly help: string;
  /** Path of the key that lists the flag, absent for flags that feed no key. */
  readonly key?: string;
  readonly implies: readonly Implication[];
  /** Elements that the flag adds to the list it feeds (`--outbound-localhost-only`). */
  readonly adds?: readonly string[];
  /** The value that it gives, where it feeds no key. */
  readonly result?: FlagResult;
}

/** One flag of one command at one release, as `flagsFor` gives it. */
export interface FlagSchema extends FlagShape, Presence {
  /** Paths of all keys whose merge has the flag as a layer. */
  readonly feeds: readonly string[];
}

/** A flag as the generated table has it: for all commands and releases. */
export interface FlagEntry extends FlagShape, Changes<FlagEntry> {
  /** The commands that have it, each with what differs there. */
  readonly commands: Readonly<Partial<Record<Command, Partial<FlagShape>>>>;
  /** By command: since when, and until when, it has the flag. */
  readonly presence: Readonly<Partial<Record<Command, Presence>>>;
}

export interface CommandSchema extends Changes<CommandSchema> {
  readonly name: Command;
  /** Words after `smolvm`. */
  readonly argv: readonly string[];
  /** Other spellings of those words, by word. */
  readonly aliases: Readonly<Record<string, readonly string[]>>;
  readonly about: string;
  /**
   * Where trailing arguments (`COMMAND…`) may stand. `from-first-positional`: everything from the first argument
   * that is no flag on, hyphens included, and a leading `--` is consumed; `after-separator`: only after `--`;
   * `none`: there are none (facts 3.1 to 3.3).
   */
  readonly trailing: 'from-first-positional' | 'after-separator' | 'none';
  /** Path of the key that trailing arguments feed. */
  readonly trailingFeeds?: string;
  /** What it checks after its arguments, in its order: it stops at the first refusal (values 27 to 29). */
  readonly checks: readonly CheckName[];
}
