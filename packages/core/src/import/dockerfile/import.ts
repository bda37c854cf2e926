import { shellWord } from '../../text/shell.ts';
import { looksLikeCredential } from '../../grammars/credential.ts';
import { isCredentialName } from '../../resolve/credentials.ts';
import type { ImportContext } from '../context.ts';
import { knownImage } from '../known-images.ts';
import { mapCommand } from '../map/command.ts';
import { mapVariable, type Wrapping } from '../map/env.ts';
import { mapHealth } from '../map/health.ts';
import { imageName, mapBuiltImage } from '../map/image.ts';
import { mapVolumePath } from '../map/mounts.ts';
import { mapExposedPort } from '../map/ports.ts';
import { mapStopSignal } from '../map/stop.ts';
import { mapUser, mapWorkdir } from '../map/user.ts';
import type { SourceFile } from '../place.ts';
import type { Item, Plan } from '../plan.ts';
import { folderOf } from '../reader.ts';
import { rowOf } from '../table/index.ts';
import { jsonForm } from './json-form.ts';
import { factsOf, readDockerfile, type DockerImage } from './image.ts';
import type { Instruction } from './instructions.ts';
import type { Stage } from './stages.ts';
import { hiddenPaths, mapStep } from './steps.ts';

/** Imports a Dockerfile into a plan. @throws SourceError for what Docker refuses. */
export function importDockerfile(plan: Plan, file: SourceFile, context: ImportContext): void {
  const image = readDockerfile(file, { target: context.stage });
  const built = image.config.steps.length > 0 && !context.init;
  plan.top.push(...image.top);
  mapImage(plan, image, built, context);
  mapConfig(plan, image, built);
  mapSteps(plan, image, built, context);
  mapRest(plan, image, built);
}

function itemOf(by: Instruction, name: string = by.keyword): Item {
  return { row: rowOf('dockerfile', name), place: by.place, comments: by.comments };
}

function mapImage(
  plan: Plan,
  { chain, file }: DockerImage,
  built: boolean,
  { reader, stage, init }: ImportContext,
): void {
  const root = chain[0]!;
  const final = chain.at(-1)!;
  if (built) {
    const folder = reader.folder === undefined ? '' : reader.folder.slice(reader.folder.lastIndexOf('/') + 1);
    const name = imageName(folder);
    const words = [
      `docker build -t ${name}`,
      ...(stage === undefined ? [] : [`--target ${shellWord(stage)}`]),
      ...(/(?:^|\/)Dockerfile$/.test(file.path) ? [] : [`-f ${shellWord(file.path)}`]),
      shellWord(folderOf(file.path)),
    ];
    mapBuiltImage(plan, itemOf(final.from), { name, tag: name, command: words.join(' ') });
  } else {
    const item = itemOf(root.from);
    const why = init
      ? 'Its base is the image; what builds on it is done when the machine first starts.'
      : 'It only adds settings, so nothing must be built: its base is the image.';
    if (plan.put(item, 'image', root.base, { why })) plan.notes.push(...scratchNotes(root.base));
  }
  for (const each of chain) {
    if (each.from.flags.some(({ name }) => name === 'platform'))
      plan.drop(itemOf(each.from, 'FROM --platform'));
    if (each.from !== (built ? final : root).from)
      plan.report(itemOf(each.from), 'kept', 'image', 'A stage that the image is made of.');
  }
}

function scratchNotes(base: string): string[] {
  return base === 'scratch'
    ? ['`scratch` is no image that can be fetched: build the Dockerfile instead.']
    : [];
}

function mapConfig(plan: Plan, image: DockerImage, built: boolean): void {
  const { config, chain } = image;
  const wrapper: Wrapping[] = [];
  for (const [name, { value, by, unknown }] of config.env) {
    const item = itemOf(by);
    if (built && unknown.length > 0) {
      plan.report(item, 'kept', 'image', `${name} is in the image, and what it takes from the base with it.`);
    } else if (unknown.length > 0) {
      const words = unknown.map((each) =>
        each === 'PATH' ? 'PATH is taken to be that of most distributions' : `${each} is taken to be empty`,
      );
      plan.put(item, 'env', `${name}=${value}`, {
        changed: `The variables of the base image are not known here: ${words.join(', ')}.`,
      });
    } else {
      mapVariable(plan, item, { name, value }, { path: 'env', wrapper });
    }
  }
  if (config.workdir) mapWorkdir(plan, itemOf(config.workdir.by), config.workdir.value);
  if (config.user) mapUser(plan, itemOf(config.user.by), config.user.value);
  const facts = factsOf(image);
  const base = knownImage(chain[0]!.base);
  const given = (from: typeof config.cmd, clears: boolean) =>
    from && { words: from.value, item: itemOf(from.by), clears };
  mapCommand(plan, {
    image: { ...base, ...(config.cmdCleared && { cmd: [] }) },
    entrypoint: given(config.entrypoint, true),
    command: given(config.cmd, true),
    wrapper,
  });
  for (const from of [config.entrypoint, config.cmd]) {
    if (from?.by.text.startsWith('[') && !jsonForm(from.by.text))
      plan.report(
        itemOf(from.by),
        'changed',
        undefined,
        'This is no JSON array of strings, so Docker takes it for a line of the shell, which hardly can run it. Double quotes, no comma at the end.',
      );
  }
  if (config.stopSignal) mapStopSignal(plan, itemOf(config.stopSignal.by), config.stopSignal.value);
  else if (facts.stopSignal !== undefined) inheritStopSignal(plan, itemOf(chain[0]!.from), facts.stopSignal);
  for (const { value, by } of config.exposed) mapExposed(plan, itemOf(by), value);
  for (const { value, by } of config.volumes) mapVolumePath(plan, itemOf(by), value);
  if (config.health) mapHealth(plan, itemOf(config.health.by), config.health.value);
}

/** The signal of a well-known base: smolvm takes none from an image. */
export function inheritStopSignal(plan: Plan, item: Item, signal: string): void {
  if (plan.target.takes(`stop_signal = "${signal}"\n`))
    plan.write(undefined, 'stop_signal', signal, 'the image’s own');
  else
    plan.report(
      item,
      'changed',
      undefined,
      `The image asks for ${signal} to end; this release has no \`stop_signal\`.`,
    );
}

function mapExposed(plan: Plan, item: Item, text: string): void {
  const match = /^(?:\d+:)?(\d+(?:-\d+)?)(?:\/(\w+))?$/.exec(text);
  if (!match) return plan.drop(item, `\`${text}\` is no port.`);
  mapExposedPort(plan, item, match[1]!, (match[2] ?? 'tcp').toLowerCase());
}

function mapSteps(
  plan: Plan,
  { config, escape }: DockerImage,
  built: boolean,
  { reader }: ImportContext,
): void {
  for (const step of config.steps) {
    const item = itemOf(step.by);
    if (built) {
      const hidden = hiddenPaths(step.by.text);
      plan.report(
        item,
        hidden === '' ? 'kept' : 'changed',
        'image',
        `It is in the image that is built.${hidden}`,
      );
    } else mapStep(plan, item, step, { config, reader, escape });
  }
}

/** What has no value of its own, or none that counts. */
function mapRest(plan: Plan, image: DockerImage, built: boolean): void {
  const { config, chain, stages, file } = image;
  for (const by of stages.globalArgs) plan.report(itemOf(by), 'kept');
  for (const { name, value, by } of config.args)
    plan.report(itemOf(by), 'kept', undefined, `${name} ${argText(name, value)}.`);
  for (const { by, later } of config.replaced) {
    const { line } = file.lines.positionAt(later.place.range.start);
    const same = later.keyword === by.keyword ? `A later ${by.keyword}` : `The ${later.keyword}`;
    plan.passOver(itemOf(by), `${same}, in line ${line}, takes its place.`);
  }
  for (const stage of stages.all.filter((each) => !chain.includes(each)))
    mapOtherStage(plan, stage, built && image.needed.has(stage));
  const reported = new Set(plan.lines.map(({ place }) => place));
  for (const by of chain.flatMap(({ instructions }) => instructions)) {
    if (reported.has(by.place)) continue;
    if (by.keyword === 'SHELL' || by.keyword === 'WORKDIR')
      plan.report(itemOf(by), 'kept', undefined, 'What comes later goes on from it.');
    else plan.drop(itemOf(by));
  }
}

function argText(name: string, value: string | undefined): string {
  if (value === undefined) return 'has no value here';
  return isCredentialName(name) || looksLikeCredential(name, value)
    ? 'looks like a credential, whose value is not shown'
    : `is \`${value}\``;
}

/** What of a stage reaches the stages that take from it. */
const BUILDS = new Set(['FROM', 'ARG', 'ENV', 'RUN', 'COPY', 'ADD', 'WORKDIR', 'USER', 'SHELL']);

/** A stage that the image does not begin with: it is built where another takes from it. */
function mapOtherStage(plan: Plan, { from, instructions }: Stage, needed: boolean): void {
  for (const by of [from, ...instructions]) {
    if (!needed) plan.passOver(itemOf(by), 'Nothing that is used here takes from this stage.');
    else if (BUILDS.has(by.keyword))
      plan.report(itemOf(by), 'kept', 'image', 'It is done when the image is built, in a stage of its own.');
    else
      plan.passOver(itemOf(by), 'It says what this stage would run, which only serves to build another one.');
  }
}
