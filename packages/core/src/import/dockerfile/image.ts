import type { ImageFacts } from '../image-facts.ts';
import { knownImage } from '../known-images.ts';
import { SourceError, type SourceFile } from '../place.ts';
import type { ImageConfig } from './config.ts';
import { readInstructions } from './instructions.ts';
import { Folding } from './folding.ts';
import {
  chainOf,
  readStages,
  stageNamed,
  stagesFor,
  type BuildArgs,
  type Stage,
  type Stages,
} from './stages.ts';

/** A Dockerfile as far as an import understands it. */
export interface DockerImage {
  readonly file: SourceFile;
  readonly top: readonly string[];
  readonly stages: Stages;
  /** The stages that make the image, the one with an image as its base first. */
  readonly chain: readonly Stage[];
  /** All stages that are built for it. */
  readonly needed: ReadonlySet<Stage>;
  readonly config: ImageConfig;
  readonly escape: string;
}

/** What else decides what is built. */
export interface BuildOptions {
  /** Name of the stage; the last one when left out. */
  readonly target?: string | undefined;
  readonly args?: BuildArgs;
}

/**
 * Reads a Dockerfile and works out what image it makes.
 *
 * @throws SourceError for what Docker refuses.
 */
export function readDockerfile(file: SourceFile, { target, args = new Map() }: BuildOptions): DockerImage {
  const instructions = readInstructions(file);
  const stages = readStages(file, instructions, args);
  const final = target === undefined ? stages.all.at(-1) : stageNamed(stages.all, target);
  if (!final) {
    const names = stages.all.flatMap(({ name }) => (name === undefined ? [] : [`\`${name}\``]));
    throw new SourceError(
      file.place(0, 0),
      `There is no stage \`${target}\``,
      names.length > 0 ? `There is ${names.join(', ')}.` : 'None has a name.',
    );
  }
  const chain = chainOf(final);
  const folding = new Folding(stages, args, instructions.escape);
  for (const stage of chain) folding.stage(stage);
  const needed = stagesFor(stages, final, instructions.escape);
  const { top, escape } = instructions;
  return { file, top, stages, chain, needed, config: folding.config, escape };
}

/** What the image says of itself, as far as it is known. */
export function factsOf({ chain, config }: DockerImage): ImageFacts {
  const base = knownImage(chain[0]!.base);
  const entrypoint = config.entrypoint?.value ?? base.entrypoint;
  const cmd = config.cmd?.value ?? (config.cmdCleared ? [] : base.cmd);
  const stopSignal = config.stopSignal?.value ?? base.stopSignal;
  return {
    ...(entrypoint && { entrypoint }),
    ...(cmd && { cmd }),
    ...(stopSignal !== undefined && { stopSignal }),
    ...(config.health && { health: config.health.value }),
  };
}
