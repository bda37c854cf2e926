import { COMMANDS, COMMAND_NAMES, flagsFor, type Effect, type KeySchema } from '../schema/index.ts';
import type { Setting } from '../document/setting.ts';
import { aliasOf } from '../merge/layers.ts';
import type { Sources } from './contributions.ts';
import type { IgnoredKey } from './resolution.ts';

/** Effects after which nothing of a key is left. */
const WITHOUT_TRACE: ReadonlySet<Effect | undefined> = new Set(['ignored', 'validated']);

/**
 * The keys of the file that the command does not act on (facts 2.9), in document order: a section as a whole where
 * all of it is ignored, else key by key.
 */
export function ignoredKeys(sources: Sources): IgnoredKey[] {
  const ignored: IgnoredKey[] = [];
  const covered: string[] = [];
  for (const setting of sources.settings.all()) {
    const { path } = setting;
    if (covered.some((section) => path.startsWith(`${section}.`))) continue;
    const found = hiddenSection(setting, sources) ?? withoutEffect(setting, sources);
    if (!found) continue;
    ignored.push(found);
    covered.push(path);
  }
  return ignored.toSorted((one, other) => one.range.start - other.range.start);
}

/** `[pack]` beside `[artifact]` (facts 2.7). */
function hiddenSection({ path, key, schema }: Setting, sources: Sources): IgnoredKey | undefined {
  const { aliasOf: section, aliasConflict } = schema;
  if (section === undefined || aliasConflict !== 'hidden' || !sources.settings.has(section)) return undefined;
  if (aliasOf(sources, section)?.name !== path || isWithoutTrace(schema, sources)) return undefined;
  return {
    key: path,
    range: { start: key.start, end: key.end },
    reason: `\`[${path}]\` is another spelling of \`[${section}]\`, which is there and hides it whole`,
    help: `Move its keys into \`[${section}]\``,
  };
}

function withoutEffect({ path, key, schema }: Setting, sources: Sources): IgnoredKey | undefined {
  const effect = schema.effect?.[sources.command];
  const partly = effect?.effect === 'partial' && effect.note !== undefined && !schema.children;
  if (!effect || (!isWithoutTrace(schema, sources) && !partly)) return undefined;
  const title = `\`${titleOf(sources)}\``;
  const does =
    effect.effect === 'ignored' ? `${title} never looks at it` : `${title} checks it, then drops it`;
  const note = effect.note ?? '';
  const reason = partly ? note.replace(/\.$/, '') : [`${does}.`, note].join(' ').trim().replace(/\.$/, '');
  return { key: path, range: { start: key.start, end: key.end }, reason, help: whatToDo(schema, sources) };
}

function isWithoutTrace(schema: KeySchema, { command }: Sources): boolean {
  return WITHOUT_TRACE.has(schema.effect?.[command]?.effect);
}

function whatToDo(schema: KeySchema, { command, release }: Sources): string {
  const others = COMMAND_NAMES.filter((other) => {
    const effect = schema.effect?.[other]?.effect;
    return other !== command && effect !== undefined && !WITHOUT_TRACE.has(effect);
  });
  if (others.length === 0) return 'Remove it: no command of smolvm does anything with it';
  const names = others.map((other) => `\`${COMMANDS[other].argv.join(' ')}\``).join(' and ');
  return `Keep it for ${names}, or remove it${again(schema, { command, release })}`;
}

/** The packed machine can be restricted again, since `machine create --from` no longer drops the flags (facts 7). */
function again(schema: KeySchema, { command, release }: Pick<Sources, 'command' | 'release'>): string {
  const flag = flagsFor('create', release).find(
    ({ key, value }) => key === schema.path && value !== undefined,
  );
  if (
    command !== 'pack' ||
    !flag ||
    !schema.path.startsWith('network.') ||
    !release.has('pack-may-restrict-again')
  )
    return '';
  return `; give it again with \`--${flag.long}\` when a machine is created from the pack`;
}

function titleOf({ command }: Sources): string {
  return COMMANDS[command].argv.join(' ');
}
