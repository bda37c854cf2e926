import { checkFlagValue } from '../call/flag-value.ts';
import { hasFlag, type FlagUse } from '../call/index.ts';
import { quoteWord, shellLine } from '../text/shell.ts';
import { COMMANDS, flagsFor, mergeFor, type FlagSchema } from '../schema/index.ts';
import { parseSmolfile } from '../document/document.ts';
import { pathBelow } from '../document/path.ts';
import { classifyImage, entryFormOf, grammarOf, isLikelyImageReference } from '../grammars/index.ts';
import { maskFlagValue } from './contributions.ts';
import { MASK, redactionFor } from './redact.ts';
import type { Accepted, ConfigValue, ElementProvenance, Origin } from './resolution.ts';
import { resolve } from './resolve.ts';
import {
  dropsEntrypoint,
  otherFlags,
  useOf,
  valuesOf,
  type Inexpressible,
  type ResolvedValue,
} from './values-of.ts';

/** A configuration as the one command line that says the same without a Smolfile. */
export interface CommandLine {
  /** What to call after `smolvm`. A required flag that nobody gave has its placeholder: `--output PATH`. */
  readonly argv: readonly string[];
  /** The same for a POSIX shell, from `smolvm` on. */
  readonly text: string;
  /** What flags cannot say. With any, the command line is not equivalent, and not to be used. */
  readonly inexpressible: readonly Inexpressible[];
}

/**
 * Writes a resolved configuration with the flags of its command and version. Credentials are masked where the
 * resolution has them masked.
 * @example
 * ```ts
 * const resolution = resolve('cpus = 2\n', { command: 'create' });
 * resolution.accepted && commandLineOf(resolution).text; // 'smolvm machine create --cpus 2'
 * ```
 */
export function commandLineOf(resolution: Accepted): CommandLine {
  const line = new Writer(resolution).write();
  if (line.inexpressible.length > 0) return line;
  const refused = refusalOf(line, resolution);
  return refused === undefined ? line : { ...line, inexpressible: [refused] };
}

/**
 * Reads a command line as smolvm would: it refuses some that say what it takes from a file, such as an image without a
 * network whose `init` it bakes, which knows ports of the file only. What a mask stands in is not judged.
 */
function refusalOf({ argv }: CommandLine, { command, target, masked }: Accepted): Inexpressible | undefined {
  const flags = argv.slice(COMMANDS[command].argv.length).map(quoteWord).join(' ');
  const again = resolve(parseSmolfile(''), { command, target, flags, given: [], showValues: !masked });
  if (again.accepted) return undefined;
  const { message, range } = again.error;
  if (flags.slice(range.start, range.end).includes(MASK)) return undefined;
  return { what: 'the flags alone', reason: `smolvm refuses them: ${message}` };
}

class Writer {
  readonly #flags: readonly FlagSchema[];
  readonly #words: string[] = [];
  readonly #inexpressible: Inexpressible[] = [];
  /** What is written once: `--outbound-localhost-only` adds two elements, `--allow-host` is in two lists. */
  readonly #written = new Set<string>();

  constructor(readonly resolution: Accepted) {
    this.#flags = flagsFor(resolution.command, resolution.release);
  }

  write(): CommandLine {
    const { resolution } = this;
    const { command } = resolution;
    let trailing: string[] = [];
    // what only flags give is written below, as it was given
    for (const value of valuesOf(resolution).filter(({ key }) => !key.byFlags)) {
      if (value.name === COMMANDS[command].trailingFeeds) trailing = this.#trailing(value);
      else if (value.key.type === 'map') this.#entries(value);
      else if (value.key.type === 'table-array') this.#items(value);
      else if (Array.isArray(value.value) || value.elements.length > 0) this.#list(value);
      else this.#single(value);
    }
    for (const use of otherFlags(resolution)) this.#other(use);
    for (const flag of this.#flags) {
      const isGiven = resolution.call.uses.some((use) => use.flag.long === flag.long);
      if (flag.required && !isGiven) this.#flag(flag, flag.value);
    }
    const separator = trailing.length > 0 ? ['--'] : [];
    const argv = [...COMMANDS[command].argv, ...this.#words, ...separator, ...trailing];
    return { argv, text: shellLine(['smolvm', ...argv]), inexpressible: this.#inexpressible };
  }

  /** A value that starts with a hyphen must be attached, or it is taken for a flag. */
  #flag({ long }: FlagSchema, value?: string): void {
    if (value === undefined) this.#words.push(`--${long}`);
    else if (value.startsWith('-')) this.#words.push(`--${long}=${value}`);
    else this.#words.push(`--${long}`, value);
  }

  #other({ flag, value }: FlagUse): void {
    // a switch that the file has, too, is written already
    if (value === undefined && this.#words.includes(`--${flag.long}`)) return;
    const lacks = flag.requires.find(
      (name) =>
        !this.#words.some((word) => word.split('=')[0] === `--${name}`) &&
        !hasFlag(this.resolution.call, name),
    );
    // a call with a Smolfile may be let off: what is lacking conflicts with that
    if (lacks !== undefined)
      this.#cannot(`--${flag.long}`, `it needs \`--${lacks}\`, unless there is a Smolfile`);
    this.#flag(flag, value && maskFlagValue(flag.grammar, value, redactionFor(this.resolution)));
  }

  #cannot(what: string, reason: string): void {
    this.#inexpressible.push({ what, reason });
  }

  #title(): string {
    return `\`${COMMANDS[this.resolution.command].argv.join(' ')}\``;
  }

  /** The flag that gives one value, or one element, of a key and nothing else. */
  #flagFor({ key }: ResolvedValue): FlagSchema | undefined {
    return this.#flags.find((flag) => flag.key === key.path && !flag.adds);
  }

  #trailing({ name, elements }: ResolvedValue): string[] {
    const words = elements.map(({ written = '' }) => written);
    const { command, config, call } = this.resolution;
    const mistaken = command === 'run' && config['image'] === null && call.trailing.length === 0;
    if (mistaken && isLikelyImageReference(words[0] ?? '')) {
      this.#cannot(
        name,
        '`machine run` without an image takes a first argument like this for a forgotten image',
      );
    }
    return words;
  }

  #single(resolved: ResolvedValue): void {
    const { name, value, missing, origins } = resolved;
    if (value === missing || typeof value === 'object' || isByFlagsOnly(origins)) return;
    const flag = this.#flagFor(resolved);
    if (!flag) return this.#cannot(name, `${this.#title()} has no flag for it`);
    if (typeof value === 'boolean') {
      if (value) this.#flag(flag);
      return;
    }
    const text = String(value);
    const wrong = checkFlagValue(flag, text, this.resolution);
    if (wrong) return this.#cannot(name, `\`--${flag.long}\` does not take this: ${wrong.message}`);
    const isLocal =
      name === 'image' &&
      this.resolution.command === 'create' &&
      !this.resolution.release.has('create-opens-image') &&
      classifyImage(text) !== 'registry';
    if (isLocal && origins.some(({ kind }) => kind === 'smolfile')) {
      return this.#cannot(
        name,
        '`machine create` resolves a local image given with `--image`, and stores one of the file as it is',
      );
    }
    this.#flag(flag, text);
  }

  #list(resolved: ResolvedValue): void {
    const { name, elements } = resolved;
    if (elements.length === 0 || (name === 'entrypoint' && dropsEntrypoint(this.resolution))) return;
    const flag = this.#flagFor(resolved);
    const [first] = elements;
    const one = flag && !flag.repeatable && elements.length === 1 && first;
    if (one) {
      const { command, release } = this.resolution;
      const isNone = one.written === '' && mergeFor(resolved.key, command, release)?.emptyFlagIsAbsent;
      if (isNone) return this.#cannot(name, `\`--${flag.long}\` takes an empty word for none`);
      return this.#flag(flag, one.written);
    }
    for (const element of elements) if (!this.#element(resolved, element, flag)) return;
    if (flag) this.#overtaken(resolved, flag);
  }

  #element({ name }: ResolvedValue, element: ElementProvenance, flag: FlagSchema | undefined): boolean {
    const { origins, written } = element;
    if (isByFlagsOnly(origins)) return true;
    const use = useOf(this.resolution, origins[0]);
    if (use) {
      const value = use.value === undefined ? undefined : written;
      const id = `${use.range.start} ${value ?? ''}`;
      if (!this.#written.has(id)) this.#flag(use.flag, value);
      this.#written.add(id);
      return true;
    }
    if (flag?.repeatable && flag.feeds.length === 1) {
      const differs = this.#difference(flag, element);
      if (differs !== undefined) {
        this.#cannot(name, differs);
        return false;
      }
      this.#flag(flag, written);
      return true;
    }
    const reason = flag?.repeatable
      ? `\`--${flag.long}\` also resolves the name at once, and adds its addresses`
      : flag
        ? `\`--${flag.long}\` takes one word only`
        : `${this.#title()} has no flag for it`;
    this.#cannot(name, reason);
    return false;
  }

  /**
   * What switches such as `--trust-host-certs` set stands behind the variables of the file, and before those of flags:
   * the last of a name counts.
   */
  #overtaken({ name, elements }: ResolvedValue, flag: FlagSchema): void {
    const uses = elements.map(({ origins }) => useOf(this.resolution, origins[0]));
    const setters = new Map<string, FlagSchema>();
    for (const [index, use] of uses.entries()) {
      const variable = variableOf(elements[index]!);
      if (use?.flag.adds && variable !== undefined) setters.set(variable, use.flag);
    }
    for (const [index, use] of uses.entries()) {
      const variable = variableOf(elements[index]!);
      const setter = use || variable === undefined ? undefined : setters.get(variable);
      if (setter)
        this.#cannot(
          pathBelow(name, index),
          `\`--${flag.long}\` comes after \`--${setter.long}\`, which sets \`${variable}\`, too`,
        );
    }
  }

  /** Why a flag would say something else than the file does, which reads some values less strictly. */
  #difference(flag: FlagSchema, { value, written = '' }: ElementProvenance): string | undefined {
    const wrong = checkFlagValue(flag, written, this.resolution);
    if (wrong) return `\`--${flag.long}\` does not take this: ${wrong.message}`;
    const grammar = grammarOf(flag);
    if (!grammar.read || grammar.lists || typeof value !== 'string') return undefined;
    const { command, release } = this.resolution;
    const reading = grammar.read(written, { command, release, flag: flag.long });
    const same = 'values' in reading && reading.values.some((one) => one.value === value);
    return same ? undefined : `\`--${flag.long}\` reads this otherwise than the file`;
  }

  /** The entries of a map, each with the flag that can say it. */
  #entries({ name: map, key, value }: ResolvedValue): void {
    const flags = this.#flags.filter((flag) => flag.key === key.path && flag.repeatable);
    for (const [name, entry] of Object.entries(value as Readonly<Record<string, ConfigValue>>)) {
      const spec = { name, value: entry };
      const flag = flags.find((one) => entryFormOf(one).write(spec) !== undefined);
      const path = pathBelow(map, name);
      if (flag) this.#flag(flag, entryFormOf(flag).write(spec));
      else if (flags.length === 0) this.#cannot(path, `${this.#title()} has no flag for it`);
      else if (name.includes('=')) this.#cannot(path, 'there is a `=` in its name');
      else this.#cannot(path, `${flags.map(({ long }) => `\`--${long}\``).join(' and ')} cannot say it`);
    }
  }

  /** The items of a list of tables: those of flags as they were given, those of the file where the flag can say them. */
  #items(resolved: ResolvedValue): void {
    const { name, elements } = resolved;
    const flag = this.#flagFor(resolved);
    for (const [index, element] of elements.entries()) {
      const use = useOf(this.resolution, element.origins[0]);
      const written = use ? element.written : flag && grammarOf(flag).write?.(element.value ?? null);
      if (flag && written !== undefined) this.#flag(use?.flag ?? flag, written);
      else
        this.#cannot(
          pathBelow(name, index),
          flag ? `\`--${flag.long}\` cannot say it` : `${this.#title()} has no flag for it`,
        );
    }
  }
}

/** The name in `NAME=value`. */
function variableOf({ value }: ElementProvenance): string | undefined {
  return Array.isArray(value) && typeof value[0] === 'string' ? value[0] : undefined;
}

/** What flags imply comes with those flags. */
function isByFlagsOnly(origins: readonly Origin[]): boolean {
  return (
    origins.length > 0 && origins.every((origin) => origin.kind === 'implied' && origin.source === 'flags')
  );
}
