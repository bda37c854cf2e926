import type { ImageFacts } from '../image-facts.ts';
import type { Item, Plan } from '../plan.ts';
import { valueText } from '../toml.ts';
import type { Wrapping } from './env.ts';

/** A command that the source gives, and where. An empty list counts as given. */
export interface Given {
  readonly words: readonly string[];
  readonly item: Item;
  /** Empty, and meant so: the image's own does not run either. Otherwise empty words mean the image's. */
  readonly clears?: boolean;
}

/** All that decides what is run. */
export interface CommandParts {
  readonly image: ImageFacts;
  readonly entrypoint: Given | undefined;
  readonly command: Given | undefined;
  /** What `env` must do before. */
  readonly wrapper: readonly Wrapping[];
}

/**
 * Writes what Docker would run in the end (import 2). smolvm ignores ENTRYPOINT and CMD of the image, both, as soon as
 * the Smolfile has either; so either both are written, or none.
 */
export function mapCommand(plan: Plan, { image, entrypoint, command, wrapper }: CommandParts): void {
  const emptied = entrypoint?.words.length === 0;
  const first = entrypoint && !emptied ? entrypoint.words : emptied ? [] : image.entrypoint;
  const given = command && (command.words.length > 0 || command.clears) ? command.words : undefined;
  // ENTRYPOINT of the source takes the image's CMD away, an empty one does not
  const second = given ?? (entrypoint && !emptied ? [] : image.cmd);
  if (!entrypoint && !given && wrapper.length === 0) {
    if (command) plan.report(command.item, 'kept', undefined, 'Empty: what the image runs is run.');
    plan.notes.push(
      'It runs what the image runs. `smolvm machine run` in the foreground wants a command of its own: `-- COMMAND`.',
    );
    return;
  }
  if (first === undefined && second?.[0]?.startsWith('-'))
    return onlyFlags(plan, second, { image, entrypoint, command, wrapper });
  if (second === undefined || (first === undefined && second.length === 0))
    return unknown(plan, { image, entrypoint, command, wrapper });
  const start = first === undefined ? [] : wrapped(first, wrapper);
  put(plan, 'entrypoint', start);
  put(plan, 'cmd', second);
  reportEntrypoint(plan, entrypoint, start);
  reportCommand(plan, { command, knows: first !== undefined, fromImage: entrypoint ? [] : (first ?? []) });
  for (const { item, why } of wrapper) {
    if (first !== undefined) plan.report(item, 'changed', 'entrypoint', why);
    else
      plan.drop(item, `${why} But the ENTRYPOINT of the image, which must come after it, is not known here.`);
  }
}

function wrapped(words: readonly string[], wrapper: readonly Wrapping[]): readonly string[] {
  return wrapper.length === 0 ? words : ['env', ...wrapper.flatMap((each) => each.words), ...words];
}

function put(plan: Plan, path: 'entrypoint' | 'cmd', words: readonly string[]): void {
  for (const word of words) plan.write(undefined, path, word);
}

/** Words that are flags of the image's ENTRYPOINT, and no program. */
function onlyFlags(plan: Plan, words: readonly string[], { command, wrapper }: CommandParts): void {
  const cmd = valueText(words);
  const why = `These are flags of the image’s ENTRYPOINT, which is not known here: \`docker image inspect\` shows it. Write it as \`entrypoint\`, and \`cmd = ${cmd}\`.`;
  plan.notes.push(why);
  if (command) plan.drop(command.item, why);
  for (const { item, why: reason } of wrapper)
    plan.drop(item, `${reason} But what must come after it is not known here.`);
}

function unknown(plan: Plan, { entrypoint, command, wrapper }: CommandParts): void {
  for (const given of [entrypoint, command])
    if (given)
      plan.drop(
        given.item,
        'What the image runs is not known here (`docker image inspect` says): write `entrypoint` and `cmd`.',
      );
  for (const { item, why } of wrapper)
    plan.drop(item, `${why} But what the image runs, which must come after it, is not known here.`);
}

function reportEntrypoint(plan: Plan, given: Given | undefined, written: readonly string[]): void {
  if (!given) return;
  if (written.length === 0) plan.report(given.item, 'kept', 'cmd', 'The image’s ENTRYPOINT does not run.');
  else plan.report(given.item, 'kept', 'entrypoint');
  comment(plan, given.item, written.length === 0 ? 'cmd' : 'entrypoint');
}

interface CommandReport {
  readonly command: Given | undefined;
  readonly knows: boolean;
  /** ENTRYPOINT of the image, where it is what is written. */
  readonly fromImage: readonly string[];
}

function reportCommand(plan: Plan, { command, knows, fromImage }: CommandReport): void {
  if (!command) return;
  if (command.words.length === 0) {
    plan.report(
      command.item,
      'kept',
      'cmd',
      command.clears ? 'Empty: the image’s CMD does not run.' : 'Empty: the image’s CMD stays.',
    );
  } else if (!knows) {
    const why =
      'The image’s ENTRYPOINT, if it has one, will not run: `docker image inspect` shows it, and `entrypoint` is where to write it.';
    plan.report(command.item, 'changed', 'cmd', why);
    plan.notes.push(`\`cmd\`: ${why}`);
  } else {
    const written = `With the image’s ENTRYPOINT, ${fromImage.join(' ')}, written as \`entrypoint\`.`;
    plan.report(command.item, 'kept', 'cmd', fromImage.length > 0 ? written : undefined);
  }
  comment(plan, command.item, 'cmd');
}

/** Comments of an instruction stand above the key that it became. */
function comment(plan: Plan, { comments = [] }: Item, path: string): void {
  const [first] = plan.keys.get(path)?.values ?? [];
  const key = plan.keys.get(path);
  if (!first || !key || comments.length === 0) return;
  key.values[0] = { value: first.value, comments: [...comments, ...first.comments] };
}
