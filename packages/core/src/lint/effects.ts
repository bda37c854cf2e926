import type { Setting } from '../document/setting.ts';
import type { Effect, KeySchema } from '../schema/index.ts';
import type { RuleContext } from './context.ts';

const DROPPED: ReadonlySet<Effect | undefined> = new Set<Effect>(['ignored', 'validated']);

/**
 * The keys of a file that the command drops although `machine create` or `machine run` heed them (facts 2.9). A
 * section of which nothing is left counts once, as a whole. Keys whose effect is not known are taken to have one.
 */
export function keysWithoutEffect({ settings, command }: RuleContext): Setting[] {
  const all = Array.from(settings.all());
  const isDropped = ({ schema }: Setting): boolean => {
    const { effect } = schema;
    return DROPPED.has(effect?.[command].effect) && isHeeded(schema, command === 'run');
  };
  const found: Setting[] = [];
  for (const setting of all) {
    if (setting.path.includes('.')) continue;
    if (setting.schema.type !== 'table') {
      if (isDropped(setting)) found.push(setting);
      continue;
    }
    const inside = all.filter(({ path }) => path.startsWith(`${setting.path}.`));
    const dropped = inside.filter(isDropped);
    if (dropped.length > 0 && dropped.length === inside.length) found.push(setting);
    else found.push(...dropped);
  }
  return found;
}

function isHeeded({ effect }: KeySchema, byCreateOnly: boolean): boolean {
  const commands = byCreateOnly ? (['create'] as const) : (['create', 'run'] as const);
  return commands.some((command) => !DROPPED.has(effect?.[command].effect));
}

/** How a message names a key: sections in brackets, as they are written. */
export function keyInWords({ path, schema }: Pick<Setting, 'path' | 'schema'>): string {
  return schema.type === 'table' ? `\`[${path}]\`` : `\`${path}\``;
}
