import type { Call } from '../call/call.ts';
import type { SmolfileDocument } from '../document/document.ts';
import type { Settings } from '../document/settings.ts';
import type { Release } from '../release/index.ts';
import { Merge, UNGIVEN, type MergedKey } from '../merge/index.ts';
import {
  allKeys,
  keyByPath,
  mergeFor,
  schemaFor,
  type Implication,
  type KeySchema,
  type MergeRule,
} from '../schema/index.ts';
import type { Target } from '../target/index.ts';
import type { Finding } from '../validate/findings.ts';
import type { RuleContext } from './context.ts';
import type { Command } from '../model/diagnostic.ts';
import type { HostFileSystem } from '../model/host.ts';
import { impliedInDoubt, watched } from './doubts.ts';
import type { Report } from './report.ts';

/** What a reading starts from. */
export interface ReadingOptions {
  readonly commands: readonly Command[];
  readonly chosen: boolean;
  readonly call: Call | undefined;
  readonly release: Release;
  readonly target: Target;
  readonly findings: readonly Finding[];
  readonly host: HostFileSystem | undefined;
}

/** What was worked out, and what was asked for on the way: see `ASKED`. */
interface Known {
  readonly value: unknown;
  readonly asked: number;
}

/** What a rule may ask for that decides what its reports are worth, each a bit. */
const ASKED = {
  /** Something in which the commands differ. */
  command: 1,
  /** A key whose value is of the wrong type. */
  doubtful: 2,
  /** What was chosen to check the file for, beside the command and the release. */
  choice: 4,
} as const;

/** What was worked out for one command, and holds for no other. */
interface OfCommand {
  readonly merge: Merge;
  readonly known: Map<unknown, Known>;
}

/**
 * One document as the commands read it, for all rules in turn. It notices whether a rule asked for anything in which
 * the commands differ: where it did not, what it reports for one of them holds for all, and it need not run again.
 */
export class Reading implements RuleContext {
  readonly document: SmolfileDocument;
  readonly settings: Settings;
  readonly call: Call | undefined;
  readonly release: Release;
  readonly host: HostFileSystem | undefined;
  readonly report = (report: Report): void => {
    this.reports.push(report);
  };
  readonly merged = (path: string): MergedKey => {
    const known = this.#common.get(path) ?? this.#own.known.get(path);
    if (!known) return this.once(path, () => this.#mergeKey(path));
    this.#asked |= known.asked;
    return known.value as MergedKey;
  };
  /** What the rule that runs has reported. */
  reports: Report[] = [];
  #asked = 0;
  #knowsTypes = false;
  readonly #chosen: boolean;
  readonly #target: Target;
  readonly #findings: readonly Finding[];
  readonly #impliedInDoubt: ReadonlySet<string>;
  readonly #commands: readonly Command[];
  #command: Command;
  #own: OfCommand;
  readonly #ofCommands = new Map<Command, OfCommand>();
  /** What holds for all commands. */
  readonly #common = new Map<unknown, Known>();

  constructor(document: SmolfileDocument, options: ReadingOptions) {
    this.document = document;
    this.settings = watched(document.settingsAt(options.release), options.findings, () => {
      this.#asked |= ASKED.doubtful;
    });
    this.#chosen = options.chosen;
    this.call = options.call;
    this.release = options.release;
    this.#target = options.target;
    this.#findings = options.findings;
    this.#impliedInDoubt = impliedInDoubt(options.findings);
    this.host = options.host;
    this.#commands = options.commands;
    this.#command = options.commands[0] ?? 'create';
    this.#own = this.#ofCommand(this.#command);
  }

  #ofCommand(command: Command): OfCommand {
    const known = this.#ofCommands.get(command);
    if (known) return known;
    const { settings, call, release } = this;
    const own = { merge: new Merge({ settings, call, release, command }), known: new Map<unknown, Known>() };
    this.#ofCommands.set(command, own);
    return own;
  }

  /** A rule that asks for these is about types itself. */
  get findings(): readonly Finding[] {
    this.#knowsTypes = true;
    return this.#findings;
  }

  get command(): Command {
    this.#asked |= ASKED.command;
    return this.#command;
  }

  get chosen(): boolean {
    this.#asked |= ASKED.choice;
    return this.#chosen;
  }

  get target(): Target {
    this.#asked |= ASKED.choice;
    return this.#target;
  }

  /** Whether the rule that runs asked for something in which the commands differ. */
  get differs(): boolean {
    return (this.#asked & ASKED.command) !== 0;
  }

  /** Whether the rule that runs asked for what was chosen: in another choice it may report something else. */
  get dependsOnChoice(): boolean {
    return (this.#asked & ASKED.choice) !== 0;
  }

  /** Whether the rule that runs asked for a key whose value is of the wrong type, and does not know of types itself. */
  get silenced(): boolean {
    return (this.#asked & ASKED.doubtful) !== 0 && !this.#knowsTypes;
  }

  #mergeKey(path: string): MergedKey {
    const { key, rules, sources } = keyOf(path, this.release);
    if (this.#impliedInDoubt.has(path)) this.#asked |= ASKED.doubtful;
    const command = this.#command;
    for (const other of this.#commands) if (sources[other] !== sources[command]) this.#asked |= ASKED.command;
    const rule = rules[command];
    return key && rule ? this.#own.merge.merged(key, rule) : UNGIVEN;
  }

  once<T>(id: unknown, workOut: () => T): T {
    const known = this.#common.get(id) ?? this.#own.known.get(id);
    if (known) {
      this.#asked |= known.asked;
      return known.value as T;
    }
    const before = this.#asked;
    this.#asked = 0;
    const value = workOut();
    (this.differs ? this.#own.known : this.#common).set(id, { value, asked: this.#asked });
    this.#asked |= before;
    return value;
  }

  /** Starts the run of a rule for one of the commands. */
  turnTo(command: Command): void {
    if (command !== this.#command) {
      this.#command = command;
      this.#own = this.#ofCommand(command);
    }
    this.reports = [];
    this.#asked = 0;
    this.#knowsTypes = false;
  }
}

/** A key as rules ask for it. */
interface KeyOfRule {
  readonly key: KeySchema | undefined;
  readonly rules: Readonly<Partial<Record<Command, MergeRule | undefined>>>;
  /** The same for commands that take it from the same places of a file. */
  readonly sources: Readonly<Record<Command, string>>;
}

/** By release and path: the paths are those that rules name. */
const keysByRelease = new Map<string, Map<string, KeyOfRule>>();

function keyOf(path: string, release: Release): KeyOfRule {
  const keys = keysByRelease.get(release.known) ?? new Map<string, KeyOfRule>();
  keysByRelease.set(release.known, keys);
  const known = keys.get(path);
  if (known) return known;
  const key = keyByPath(path, release);
  const ruleOf = (command: Command): MergeRule | undefined =>
    // a flag may be older than the key that it feeds
    key && mergeFor(key, command, release);
  const [create, run, pack] = [ruleOf('create'), ruleOf('run'), ruleOf('pack')];
  const sources = (rule: MergeRule | undefined, command: Command): string =>
    placesOf(rule) + (rule ? impliersOf(path, release, command).join(' ') : '');
  const found = {
    key,
    rules: { create, run, pack },
    sources: {
      create: sources(create, 'create'),
      run: sources(run, 'run'),
      pack: sources(pack, 'pack'),
    },
  };
  keys.set(path, found);
  return found;
}

/** Where in a file a value comes from; where there are flags, there is one command only. */
function placesOf(merge: MergeRule | undefined): string {
  if (!merge) return '';
  const { layers, strategy } = merge;
  const inFile = layers.filter(
    (layer) => typeof layer !== 'string' || (!layer.startsWith('--') && layer !== 'COMMAND'),
  );
  return JSON.stringify([strategy === 'override', inFile]);
}

/** By release, then by the path of a key: what brings its value about. */
const impliers = new Map<string, ReadonlyMap<string, readonly (readonly [string, Implication])[]>>();

/** The keys that bring about the value of another one for a command. */
function impliersOf(path: string, release: Release, command: Command): string[] {
  const { known: version } = release;
  const found = impliers.get(version) ?? allImpliers(release);
  impliers.set(version, found);
  const list = found.get(path) ?? [];
  return list.flatMap(([by, { commands }]) => ((commands?.includes(command) ?? true) ? by : []));
}

function allImpliers(release: Release): Map<string, (readonly [string, Implication])[]> {
  const found = new Map<string, (readonly [string, Implication])[]>();
  for (const { path, implies = [] } of allKeys(schemaFor(release))) {
    for (const implication of implies)
      found.set(implication.key, [...(found.get(implication.key) ?? []), [path, implication]]);
  }
  return found;
}
