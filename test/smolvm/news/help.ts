import { programOf } from '../program/fetch.ts';
import { runTool } from '../program/run-tool.ts';

/** A flag as a help text shows it. */
export interface HelpFlag {
  /** Without the two hyphens. */
  readonly long: string;
  readonly short?: string;
  /** Name of its value in usage text; absent for a flag without one. */
  readonly value?: string;
  readonly values?: readonly string[];
  readonly default?: string;
  readonly aliases: readonly string[];
}

/** One command's help. */
export interface HelpPage {
  readonly flags: ReadonlyMap<string, HelpFlag>;
  /** Subcommands, with their other names. */
  readonly commands: ReadonlyMap<string, readonly string[]>;
}

const FLAG = /^ {2,8}(?:-(\w), )?--([a-z][a-z0-9-]*)(?:[ =]<([^>]+)>)?/;
const COMMAND = /^ {2}([a-z][a-z-]*) {2,}(.*)$/;

/** Reads the short help (`-h`) that clap prints. */
export function parseHelp(text: string): HelpPage {
  const flags = new Map<string, HelpFlag>();
  const commands = new Map<string, readonly string[]>();
  const sections = text.split(/^(?=[A-Z][A-Za-z ]*:$)/m);
  for (const section of sections) {
    const [title = '', ...lines] = section.split('\n');
    if (title === 'Commands:') for (const line of lines) addCommand(commands, line);
    else if (title !== 'Arguments:') for (const entry of entriesOf(lines)) addFlag(flags, entry);
  }
  return { flags, commands };
}

function addCommand(commands: Map<string, readonly string[]>, line: string): void {
  const [, name, about = ''] = COMMAND.exec(line) ?? [];
  if (name !== undefined && name !== 'help') commands.set(name, noted(about, 'alias(?:es)?') ?? []);
}

/** A flag's line with what follows it up to the next flag. */
function entriesOf(lines: readonly string[]): string[] {
  const entries: string[] = [];
  for (const line of lines) {
    if (FLAG.test(line)) entries.push(line);
    else if (entries.length > 0) entries.push(`${entries.pop()} ${line.trim()}`);
  }
  return entries;
}

function addFlag(flags: Map<string, HelpFlag>, entry: string): void {
  const [, short, long = '', value] = FLAG.exec(entry) ?? [];
  const values = noted(entry, 'possible values');
  const [otherwise] = noted(entry, 'default') ?? [];
  flags.set(long, {
    long,
    ...(short !== undefined && { short }),
    ...(value !== undefined && { value }),
    ...(values && { values }),
    ...(otherwise !== undefined && { default: otherwise }),
    aliases: (noted(entry, 'alias(?:es)?') ?? []).map((alias) => alias.replace(/^-+/, '')),
  });
}

/** `[possible values: a, b]` as a list; of several such notes the last, since a text may quote another. */
function noted(text: string, name: string): string[] | undefined {
  const all = [...text.matchAll(new RegExp(`\\[${name}: ([^\\]]*)\\]`, 'g'))];
  return all.at(-1)?.[1]?.split(', ');
}

/** The help of a release's every command, by its words: `machine create`, `` for the program itself. */
export async function helpOf(release: string): Promise<Map<string, HelpPage>> {
  const program = await programOf(release);
  const pages = new Map<string, HelpPage>();
  const read = async (words: readonly string[]): Promise<void> => {
    const page = parseHelp(await runTool(program, [...words, '-h'], { env: { HOME: '/nonexistent' } }));
    pages.set(words.join(' '), page);
    await Promise.all([...page.commands.keys()].map((name) => read([...words, name])));
  };
  await read([]);
  return pages;
}
