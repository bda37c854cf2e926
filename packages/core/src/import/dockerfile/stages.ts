import { SourceError, type SourceFile } from '../place.ts';
import { expand, ExpandError, splitRaw, type Lookup } from './expand.ts';
import type { Instruction, Instructions } from './instructions.ts';

/** `FROM` and what follows up to the next one. */
export interface Stage {
  readonly from: Instruction;
  /** As `AS` has it. */
  readonly name?: string;
  /** Reference or stage, variables worked out. */
  readonly base: string;
  /** The stage that it begins with. */
  readonly parent?: Stage;
  readonly instructions: readonly Instruction[];
}

/** The stages of a Dockerfile, and the values of the global ARGs. */
export interface Stages {
  readonly all: readonly Stage[];
  readonly global: ReadonlyMap<string, string>;
  /** ARG instructions before the first FROM. */
  readonly globalArgs: readonly Instruction[];
}

/** `--build-arg` of `docker build`, or `args` of a compose file. */
export type BuildArgs = ReadonlyMap<string, string>;

/**
 * Groups instructions by stage.
 *
 * @throws SourceError for what Docker refuses: an instruction before FROM, FROM of nothing.
 */
export function readStages(file: SourceFile, { list, escape }: Instructions, args: BuildArgs): Stages {
  const global = new Map<string, string>();
  const globalArgs: Instruction[] = [];
  const all: (Stage & { readonly instructions: Instruction[] })[] = [];
  const lookup: Lookup = (name) => global.get(name);
  for (const instruction of list) {
    const { keyword, place } = instruction;
    if (keyword === 'FROM') {
      all.push(stageOf(instruction, all, lookup, escape));
    } else if (all.length > 0) {
      all.at(-1)!.instructions.push(instruction);
    } else if (keyword === 'ARG') {
      globalArgs.push(instruction);
      for (const { name, value } of argsOf(instruction, lookup, escape)) {
        const given = args.get(name) ?? value;
        if (given !== undefined) global.set(name, given);
      }
    } else {
      throw new SourceError(place, `\`${keyword}\` stands before the first \`FROM\``, 'Only `ARG` may.');
    }
  }
  if (all.length === 0) throw new SourceError(file.place(0, 0), 'There is no `FROM` in this Dockerfile');
  return { all, global, globalArgs };
}

function stageOf(
  from: Instruction,
  earlier: readonly Stage[],
  lookup: Lookup,
  escape: string,
): Stage & { instructions: Instruction[] } {
  const words = guarded(from, () => splitRaw(from.text, escape).map((word) => expand(word, lookup, escape)));
  const [base = '', as, name] = words;
  if (base === '')
    throw new SourceError(
      from.place,
      '`FROM` names no image, or a variable that has no value',
      'A global `ARG` with a default, or the image itself.',
    );
  if (words.length > 1 && (as?.toLowerCase() !== 'as' || name === undefined || words.length > 3))
    throw new SourceError(from.place, '`FROM` takes one image, or an image, `AS` and a name');
  const parent = stageNamed(earlier, base);
  return { from, base, ...(name !== undefined && { name }), ...(parent && { parent }), instructions: [] };
}

/** The stage of a name, in any case; the last of them. */
export function stageNamed(stages: readonly Stage[], name: string): Stage | undefined {
  return stages.findLast((stage) => stage.name?.toLowerCase() === name.toLowerCase());
}

/** The stages from the one that begins with an image down to this one. */
export function chainOf(stage: Stage): Stage[] {
  return [...(stage.parent ? chainOf(stage.parent) : []), stage];
}

/** The stages that must be built for one: what it begins with, and what it or those take from (`--from`, `from=`). */
export function stagesFor({ all, global }: Stages, final: Stage, escape: string): Set<Stage> {
  const needed = new Set<Stage>();
  const open: Stage[] = [final];
  for (let stage = open.pop(); stage; stage = open.pop()) {
    if (needed.has(stage)) continue;
    needed.add(stage);
    if (stage.parent) open.push(stage.parent);
    const earlier = all.slice(0, all.indexOf(stage));
    for (const name of stage.instructions.flatMap(sourcesOf)) {
      const source = expand(name, (variable) => global.get(variable), escape);
      const other =
        stageNamed(earlier, source) ?? (/^\d+$/.test(source) ? earlier[Number(source)] : undefined);
      if (other) open.push(other);
    }
  }
  return needed;
}

/** The stages, or images, that an instruction copies or mounts from. */
function sourcesOf({ flags }: Instruction): string[] {
  return flags.flatMap(({ name, value }) => {
    if (name === 'from') return [value];
    if (name !== 'mount') return [];
    return value
      .split(',')
      .filter((field) => field.startsWith('from='))
      .map((field) => field.slice('from='.length));
  });
}

/** The names of an ARG with their defaults. */
export function argsOf(
  instruction: Instruction,
  lookup: Lookup,
  escape: string,
): { name: string; value?: string }[] {
  return guarded(instruction, () =>
    splitRaw(instruction.text, escape).map((word) => {
      const equals = word.indexOf('=');
      if (equals < 0) return { name: word };
      return { name: word.slice(0, equals), value: expand(word.slice(equals + 1), lookup, escape) };
    }),
  );
}

/** Turns what cannot be read into an error with a place. */
export function guarded<T>({ keyword, place }: Instruction, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof ExpandError)
      throw new SourceError(place, `\`${keyword}\` cannot be read: ${error.message}`);
    throw error;
  }
}
