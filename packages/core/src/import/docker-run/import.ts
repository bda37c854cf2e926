import type { ImportContext } from '../context.ts';
import { inheritStopSignal } from '../dockerfile/import.ts';
import { knownImage } from '../known-images.ts';
import { mapCommand } from '../map/command.ts';
import type { Wrapping } from '../map/env.ts';
import type { SourceFile } from '../place.ts';
import type { Item, Plan } from '../plan.ts';
import { rowOf } from '../table/index.ts';
import { mapFlag, ownNames, type FlagUse } from './flags.ts';
import { mapHealthFlags } from './health.ts';
import { isAboutOnce, mapOnce } from './once.ts';
import { parseRunLine } from './parse.ts';
import { inForce, type UsedFlag } from './read-flags.ts';

/** Imports a `docker run` command line. @throws SourceError for what docker refuses. */
export function importDockerRun(plan: Plan, file: SourceFile, context: ImportContext): void {
  const { flags: given, image, command } = parseRunLine(file, context);
  const { counts: flags, replaced } = inForce(given);
  const wrapper: Wrapping[] = [];
  const itemOf = ({ flag, range }: UsedFlag): Item => ({
    row: flag,
    place: file.place(range.start, range.end),
  });
  const useOf = (used: UsedFlag): FlagUse => ({
    item: itemOf(used),
    value: used.value,
    takesValue: used.flag.takesValue,
  });
  const imageItem: Item = {
    row: rowOf('docker-run', 'IMAGE'),
    place: file.place(image.range.start, image.range.end),
  };
  plan.put(imageItem, 'image', image.value);
  const facts = knownImage(image.value);
  for (const each of replaced) plan.passOver(itemOf(each), 'A later one counts.');
  const own = ownNames(flags);
  // -e beats --env-file, wherever they stand
  const ordered = [
    ...flags.filter(({ flag }) => flag.name === '--env-file'),
    ...flags.filter(({ flag }) => flag.name !== '--env-file'),
  ];
  for (const used of ordered) {
    const { name } = used.flag;
    if (name === '--entrypoint' || HEALTH.test(name) || isAboutOnce(name)) continue;
    mapFlag(useOf(used), { plan, context, wrapper, own });
  }
  const about = flags.filter(({ flag }) => isAboutOnce(flag.name)).map(useOf);
  plan.last.push(() => mapOnce(plan, about, plan.machine !== undefined));
  mapHealthFlags(plan, flags.filter(({ flag }) => HEALTH.test(flag.name)).map(useOf));
  const entrypoint = flags.findLast(({ flag }) => flag.name === '--entrypoint');
  const words = command.map(({ value }) => value);
  const last = command.at(-1);
  const place = file.place(command[0]?.range.start ?? image.range.start, last?.range.end ?? image.range.end);
  mapCommand(plan, {
    // an --entrypoint leaves nothing of the image's
    image: entrypoint ? { ...facts, entrypoint: [], cmd: [] } : facts,
    entrypoint: entrypoint && {
      words: entrypoint.value === '' ? [] : [entrypoint.value],
      item: itemOf(entrypoint),
    },
    command:
      command.length === 0 ? undefined : { words, item: { row: rowOf('docker-run', 'COMMAND'), place } },
    wrapper,
  });
  if (facts.stopSignal !== undefined && !plan.keys.has('stop_signal'))
    inheritStopSignal(plan, imageItem, facts.stopSignal);
}

const HEALTH = /^--(?:health-(?:cmd|interval|retries|start-period|timeout)|no-healthcheck)$/;
