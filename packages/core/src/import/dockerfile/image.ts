import type { ImageFacts } from '../image-facts.ts';
import { knownImage } from '../known-images.ts';
import type { Health } from '../map/health.ts';
import { SourceError, type SourceFile } from '../place.ts';
import type { Instruction } from './instructions.ts';
import { readInstructions } from './instructions.ts';
import { Folding } from './folding.ts';
import { chainOf, readStages, stageNamed, type BuildArgs, type Stage, type Stages } from './stages.ts';

/** A value with the instruction that gave it. */
export interface From<T> {
  readonly value: T;
  readonly by: Instruction;
}

/** A RUN, COPY or ADD with what holds where it stands. */
export interface Step {
  readonly by: Instruction;
  readonly shell: readonly string[] | undefined;
  readonly user: string;
  readonly workdir: string;
  /** ARGs in scope, with values. */
  readonly args: ReadonlyMap<string, string>;
}

/** The configuration that the instructions of a chain of stages come to. */
export interface ImageConfig {
  entrypoint?: From<readonly string[]>;
  cmd?: From<readonly string[]>;
  /** The CMD of the base counts no more. */
  cmdCleared: boolean;
  readonly env: Map<string, From<string> & { readonly unknown: readonly string[] }>;
  workdir?: From<string>;
  user?: From<string>;
  stopSignal?: From<string>;
  health?: From<Health>;
  readonly exposed: From<string>[];
  readonly volumes: From<string>[];
  readonly args: From<string>[];
  readonly steps: Step[];
  /** Instructions whose value a later one takes the place of, and that one. */
  readonly replaced: { readonly by: Instruction; readonly later: Instruction }[];
  shell?: readonly string[];
}

/** A Dockerfile as far as an import understands it. */
export interface DockerImage {
  readonly file: SourceFile;
  readonly top: readonly string[];
  readonly stages: Stages;
  /** The stages that make the image, the one with an image as its base first. */
  readonly chain: readonly Stage[];
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
  return { file, top: instructions.top, stages, chain, config: folding.config, escape: instructions.escape };
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
  };
}
