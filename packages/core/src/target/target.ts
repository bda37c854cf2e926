/** What a document is looked at for: the only place that chooses releases and commands of smolvm. */
import type { SmolfileDocument } from '../document/document.ts';
import type { Command } from '../model/diagnostic.ts';
import { NEWEST_RELEASE, releasesIn, type Release } from '../release/index.ts';
import { COMMAND_NAMES } from '../schema/index.ts';
import { turningPoints } from './turning-points.ts';

/** Who chose the releases of a target. */
export type TargetSource = 'asked' | 'pin' | 'config' | 'installed' | 'newest';

/** The releases and commands of smolvm that a document is looked at for. */
export interface Target {
  /** One release; over a range, those inside it at which smolvm changes, oldest first. */
  readonly releases: readonly Release[];
  /** The newest of them: what a question that has one answer is answered for. */
  readonly release: Release;
  /** The range as it was written, where it is one. */
  readonly range?: string;
  readonly from: TargetSource;
  /** In the order in which output lists them. */
  readonly commands: readonly Command[];
  /** Whether somebody chose the commands; otherwise they are those that the file may be meant for. */
  readonly commandsChosen: boolean;
}

/** What somebody wants of smolvm: a version or a range of versions, and commands. */
export interface Wanted {
  readonly smolvm?: string | undefined;
  readonly commands?: readonly Command[] | undefined;
}

/** Everything that may choose a target; what comes first wins. */
export interface TargetOptions {
  /** By flags, or by settings of an editor. */
  readonly asked?: Wanted | undefined;
  /** By a configuration file. */
  readonly config?: Wanted | undefined;
  /** The version of the installed smolvm; only an editor asks for it. */
  readonly installed?: string | undefined;
}

/**
 * Chooses the releases: asked, then the file's own `# smolfile: smolvm = "…"`, then the configuration, then the
 * installed smolvm, then the newest known release. Commands: asked, then the configuration, then `create` and `run`,
 * and `pack` where the file has `[artifact]` or `[pack]`. What names no known release is passed over; who accepts it
 * from a person says so there.
 * @example
 * ```ts
 * const document = parseSmolfile('# smolfile: smolvm = "1.14.0"\n');
 * chooseTarget(document).release.version; // '1.14.0'
 * ```
 */
export function chooseTarget(document: SmolfileDocument, options: TargetOptions = {}): Target {
  const { asked = {}, config = {}, installed } = options;
  const commands = [asked.commands, config.commands].find((list) => list && list.length > 0);
  const { releases, release, from, range } = chooseReleases(document, { asked, config, installed });
  return {
    releases,
    release,
    from,
    ...(range !== undefined && { range }),
    commands: commands ? COMMAND_NAMES.filter((name) => commands.includes(name)) : commandsOf(document),
    commandsChosen: commands !== undefined,
  };
}

type Choice = Pick<Target, 'releases' | 'release' | 'range' | 'from'>;

function chooseReleases(document: SmolfileDocument, { asked, config, installed }: TargetOptions): Choice {
  const candidates: readonly (readonly [TargetSource, string | undefined])[] = [
    ['asked', asked?.smolvm],
    ['pin', document.pin?.version],
    ['config', config?.smolvm],
    ['installed', installed],
  ];
  for (const [from, text] of candidates) {
    const found = text === undefined ? 'no-range' : releasesIn(text);
    if (typeof found === 'string') continue;
    const releases = found.isRange ? turningPoints(found.releases) : found.releases;
    return { releases, release: found.releases.at(-1)!, from, ...(found.isRange && { range: found.text }) };
  }
  return { releases: [NEWEST_RELEASE], release: NEWEST_RELEASE, from: 'newest' };
}

/** The commands that a file may be meant for. */
function commandsOf({ settings }: SmolfileDocument): readonly Command[] {
  const packs = settings.has('artifact') || settings.has('pack');
  return packs ? COMMAND_NAMES : COMMAND_NAMES.filter((command) => command !== 'pack');
}
