import { showsCredential } from '../comments.ts';
import type { ImageFacts } from '../image-facts.ts';
import type { Item, Plan } from '../plan.ts';
import { valueText } from '../toml.ts';
import type { Wrapping } from './env.ts';
import { referencesIn, shellLineWith, withoutReferences } from './reference.ts';

/** A command that the source gives, and where. An empty list counts as given. */
export interface Given {
  readonly words: readonly string[];
  readonly item: Item;
  /** Empty, and meant so: the image's own does not run either. Otherwise empty words mean the image's. */
  readonly clears?: boolean;
  /** Why it is not quite what is written in the source. */
  readonly changed?: string;
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
  const [program = ''] = [...start, ...second];
  if (/\s/.test(program))
    plan.notes.push(`\`${program}\` is one word: no shell splits it, in Docker no more than here.`);
  const shell = write(plan, start, second, [command, entrypoint]);
  const changed = shell ? 'A shell of the image runs it, to put the credentials in.' : undefined;
  reportEntrypoint(plan, withReason(entrypoint, changed), start);
  const fromImage = entrypoint ? [] : (first ?? []);
  reportCommand(plan, { command: withReason(command, changed), knows: first !== undefined, fromImage });
  for (const { item, why } of wrapper) {
    if (first !== undefined) plan.report(item, 'changed', 'entrypoint', why);
    else
      plan.drop(item, `${why} But the ENTRYPOINT of the image, which must come after it, is not known here.`);
  }
}

function wrapped(words: readonly string[], wrapper: readonly Wrapping[]): readonly string[] {
  return wrapper.length === 0 ? words : ['env', ...wrapper.flatMap((each) => each.words), ...words];
}

function withReason(given: Given | undefined, reason: string | undefined): Given | undefined {
  if (!given || reason === undefined) return given;
  return { ...given, changed: [given.changed, reason].filter(Boolean).join(' ') };
}

/**
 * Both, or a shell that puts credentials in: smolvm gives them as variables, and a command has none.
 *
 * @returns whether there is a shell.
 */
function write(
  plan: Plan,
  start: readonly string[],
  words: readonly string[],
  given: readonly (Given | undefined)[],
): boolean {
  const names = referencesIn([...start, ...words]);
  if (showsCredential([...start, ...words].map((word) => (referencesIn([word]).length > 0 ? '' : word))))
    plan.notes.push(
      '`cmd` shows a credential, as the source does: `[secrets]`, and a shell that puts it in, would keep it out of the file.',
    );
  if (names.length === 0) {
    put(plan, 'entrypoint', start);
    put(plan, 'cmd', words);
    return false;
  }
  const line = `exec ${shellLineWith([...start, ...words])}`;
  put(plan, 'entrypoint', start.length === 0 ? [] : ['/bin/sh', '-c']);
  put(plan, 'cmd', start.length === 0 ? ['/bin/sh', '-c', line] : [line]);
  for (const name of names) {
    const by = given.find((each) => each && referencesIn(each.words).includes(name));
    const changed = `${name} looks like a credential, whose value is not copied: a shell of the image takes it from the variable, which must be set when the machine starts.`;
    if (by) plan.put(by.item, `secrets.${name}`, { from_env: name }, { changed });
  }
  return true;
}

function put(plan: Plan, path: 'entrypoint' | 'cmd', words: readonly string[]): void {
  for (const word of words) plan.write(undefined, path, word);
}

/** Words that are flags of the image's ENTRYPOINT, and no program. */
function onlyFlags(plan: Plan, words: readonly string[], { command, wrapper }: CommandParts): void {
  const cmd = valueText(words.map(withoutReferences));
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
  else reportGiven(plan, given, 'entrypoint');
  comment(plan, given.item, written.length === 0 ? 'cmd' : 'entrypoint');
}

function reportGiven(plan: Plan, { item, changed }: Given, to: string, why?: string): void {
  plan.report(item, changed === undefined ? 'kept' : 'changed', to, changed ?? why);
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
    plan.report(command.item, 'changed', 'cmd', [command.changed, why].filter(Boolean).join(' '));
    plan.notes.push(`\`cmd\`: ${why}`);
  } else {
    const written = `With the image’s ENTRYPOINT, ${fromImage.join(' ')}, written as \`entrypoint\`.`;
    reportGiven(plan, command, 'cmd', fromImage.length > 0 ? written : undefined);
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
