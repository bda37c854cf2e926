import type { Plan } from '../plan.ts';
import { smolfileText } from '../write.ts';
import type { FlagUse } from './flags.ts';

/** The flags that say whether a container stays, and who talks to it. */
const NAMES = /^--(?:rm|interactive|tty|detach)$/;

/** Whether a flag is one of those that `mapOnce` is about. */
export function isAboutOnce(name: string): boolean {
  return NAMES.test(name);
}

/**
 * A container that is thrown away, or that somebody types into, is a machine that is run and not created; unless
 * `machine run` would refuse something of it or pass it over.
 *
 * @param uses the flags that it is about.
 * @param named whether the container has a name, and so is meant to stay.
 */
export function mapOnce(plan: Plan, uses: readonly FlagUse[], named: boolean): void {
  const on = new Set(uses.filter(({ value }) => value !== 'false').map(({ item }) => item.row.name));
  const throwsAway = on.has('--rm') || (on.has('--tty') && !named);
  const letters = [...(on.has('--interactive') ? ['i'] : []), ...(on.has('--tty') ? ['t'] : [])].join('');
  if (throwsAway && !on.has('--detach') && !stumbles(plan, on.has('--tty')))
    plan.start.once = letters === '' ? [] : [`-${letters}`];
  for (const { item, value } of uses) {
    const { name } = item.row;
    if (value === 'false') plan.report(item, 'kept', undefined, 'Off.');
    else if (plan.start.once || name === '--detach') plan.report(item, 'kept');
    else if (name === '--rm')
      plan.drop(item, 'A machine that was created stays until `smolvm machine delete` takes it away.');
    else plan.drop(item);
  }
}

/** Whether `machine run` alone has something against a plan; with a terminal it needs no command. */
function stumbles(plan: Plan, terminal: boolean): boolean {
  const text = smolfileText(plan, []);
  const stays = plan.target.codes(text, 'create');
  return [...plan.target.codes(text, 'run')].some(
    (code) => !stays.has(code) && !(terminal && code === 'run-needs-command'),
  );
}
