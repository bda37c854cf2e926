/**
 * What is asked of smolvm, as argument lists. Pure, so that every one of them can be checked against the flag tables
 * of every version; nothing here is ever joined into a line for a shell.
 */
import { flagsFor, releaseAt } from '@smolfile/core';

/** How smolvm is reached: by its own command, or as an app of the Pilot app store. */
export type Runner = 'smolvm' | 'pilot';

/**
 * What works on the machine of a name. The flag tables are about the commands that read a Smolfile and have nothing on
 * these; their arguments are those of `StartCmd`, `StopCmd`, `ShellCmd`, `StatusCmd`, `DeleteCmd` and `LsCmd` in
 * smolvm's src/cli/machine.rs, which all releases from 1.2.0 on have alike as far as they are used here.
 */
export const MACHINE_ACTIONS = ['start', 'stop', 'shell', 'status', 'delete'] as const;
export type MachineAction = (typeof MACHINE_ACTIONS)[number];

/** What takes a Smolfile, and flags. */
export type FileActionKind = 'run' | 'create' | 'pack';

/** To have a machine made of a file, by an absolute path. */
export interface CreateAction {
  readonly kind: 'create';
  readonly file: string;
  readonly name: string;
  readonly flags?: readonly string[];
}

/** One thing to have smolvm do. Files are absolute paths: smolvm then names them so in its messages. */
export type Action =
  | { readonly kind: 'run'; readonly file: string; readonly flags?: readonly string[] }
  | CreateAction
  | {
      readonly kind: 'pack';
      readonly file: string;
      readonly output: string;
      readonly flags?: readonly string[];
    }
  | { readonly kind: MachineAction; readonly name: string }
  | { readonly kind: 'logs'; readonly name: string }
  | { readonly kind: 'exec'; readonly name: string; readonly words: readonly string[] }
  | { readonly kind: 'copy'; readonly from: string; readonly to: string }
  | { readonly kind: 'prune'; readonly name: string; readonly dryRun: boolean }
  /** Which commands there are on machines. */
  | { readonly kind: 'commands' }
  | { readonly kind: 'help'; readonly about: FileActionKind }
  | { readonly kind: 'list' | 'version' };

/** A program and its arguments, to be started as they are. */
export interface CommandLine {
  readonly program: string;
  readonly args: readonly string[];
}

/** The name under which each runner is looked for. */
export const PROGRAMS: Readonly<Record<Runner, string>> = { smolvm: 'smolvm', pilot: 'pilotctl' };

/**
 * The arguments of smolvm for an action (facts 3).
 *
 * The Smolfile comes before the flags, since everything after a first bare word belongs to the machine's command.
 */
export function smolvmArgs(action: Action, asJson = false): string[] {
  const [area = '', command = '', ...rest] = wordsFor(action);
  return asJson && REPORTS.has(action.kind)
    ? [area, command, '--error-format', 'json', ...rest]
    : [area, command, ...rest].filter((word, index) => index > 1 || word !== '');
}

/** What is asked for unseen, and has its failures told apart by their codes. */
const REPORTS: ReadonlySet<Action['kind']> = new Set(['create', 'start', 'stop', 'delete', 'copy', 'prune']);

/** Whether a release can say its failures as JSON: every command of it can, or none. */
export function saysJson(version: string | undefined): boolean {
  const release = version === undefined ? undefined : releaseAt(version);
  return release !== undefined && flagsFor('create', release).some(({ long }) => long === 'error-format');
}

function wordsFor(action: Action): string[] {
  switch (action.kind) {
    case 'run':
    case 'create':
    case 'pack':
      return [...COMMAND_WORDS[action.kind], ...ownFlags(action), ...(action.flags ?? [])];
    case 'help':
      return [...COMMAND_WORDS[action.about], '--help'];
    case 'delete':
      // Without --force it asks in the terminal; whoever gets here has said yes in the editor.
      return ['machine', 'delete', '--name', action.name, '--force'];
    case 'start':
    case 'stop':
    case 'shell':
    case 'status':
      return ['machine', action.kind, '--name', action.name];
    case 'logs':
      return ['machine', 'logs', '--name', action.name, '--follow'];
    case 'exec':
      return ['machine', 'exec', '--name', action.name, '--', ...action.words];
    case 'copy':
      return ['machine', 'cp', action.from, action.to];
    case 'prune':
      return ['machine', 'prune', '--name', action.name, ...(action.dryRun ? ['--dry-run'] : [])];
    case 'commands':
      return ['machine', '--help'];
    case 'list':
      return ['machine', 'ls', '--json'];
    case 'version':
      return ['--version'];
  }
}

/** The words after `smolvm`. */
export const COMMAND_WORDS: Readonly<Record<FileActionKind, readonly string[]>> = {
  run: ['machine', 'run'],
  create: ['machine', 'create'],
  pack: ['pack', 'create'],
};

/** The flags that an action brings along, without what a person adds to them. */
function ownFlags(action: Extract<Action, { file: string }>): string[] {
  const file = ['--smolfile', action.file];
  if (action.kind === 'create') return ['--name', action.name, ...file];
  // Attached, since a value of its own that starts with a hyphen would count as the next flag.
  return action.kind === 'pack' ? [...file, `--output=${action.output}`] : file;
}

/** The flags of an action besides its Smolfile: what the merged configuration depends on. */
export function flagsOf(action: Extract<Action, { file: string }>): string[] {
  const own = ownFlags(action).filter((_, index, all) => {
    const at = all.indexOf('--smolfile');
    return index !== at && index !== at + 1;
  });
  return [...own, ...(action.flags ?? [])];
}

/**
 * The command line of an action.
 *
 * @param program where the runner was found.
 * @param asJson whether failures are to be said for programs, where anybody asks for these.
 */
export function commandLine(runner: Runner, program: string, action: Action, asJson = false): CommandLine {
  if (runner === 'smolvm') return { program, args: smolvmArgs(action, asJson) };
  const [method, payload] = pilotCall(action);
  return { program, args: ['appstore', 'call', 'io.pilot.smolvm', method, JSON.stringify(payload)] };
}

/** What the app answers itself, and for all else the arguments of smolvm. */
function pilotCall(action: Action): [method: string, payload: object] {
  if (action.kind === 'version') return ['smolvm.version', {}];
  if (action.kind === 'help') return ['smolvm.help', {}];
  return ['smolvm.exec', { args: smolvmArgs(action) }];
}

/** Whether an action wants a keyboard, which the Pilot app store has none for. */
export function isInteractive(action: Action): boolean {
  if (action.kind === 'shell') return true;
  if (action.kind !== 'run') return false;
  const flags = action.flags ?? [];
  const end = flags.indexOf('--');
  return (end === -1 ? flags : flags.slice(0, end)).some(
    (flag) => flag === '--interactive' || flag === '--tty' || /^-[a-z]*[it]+$/i.test(flag),
  );
}

/**
 * What VS Code would replace in a task's arguments (`${env:X}`, `${command:…}`): there is no way to escape it, so
 * such arguments are refused. A variable of the machine's own shell (`${HOME}`) is left alone by VS Code.
 *
 * @returns the first such place.
 */
export function editorVariable(words: readonly string[]): string | undefined {
  for (const word of words) {
    const found = /\$\{[^}:]*[a-z/][^}:]*[:}]/.exec(word);
    if (found) return found[0];
  }
  return undefined;
}

/** Arguments as a line for people, quoted as a POSIX shell would read them back. */
export function lineOf(words: readonly string[]): string {
  return words
    .map((word) => (/^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`))
    .join(' ');
}
