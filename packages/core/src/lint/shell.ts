/** One word of a shell command: quotes taken away, offsets with them. */
export interface ShellWord {
  readonly text: string;
  /** In the text that was read, end exclusive. */
  readonly from: number;
  readonly to: number;
}

/** One program with its arguments; what stands in front of it (`sudo`, `env A=1`, `then`) is taken away. */
export interface ShellCommand {
  readonly program: ShellWord;
  readonly args: readonly ShellWord[];
  /** Variables set in front of the program: `GOPROXY=off`. */
  readonly variables: readonly string[];
  /** Followed by a single `&`. */
  readonly background: boolean;
}

interface Simple {
  readonly words: ShellWord[];
  readonly background: boolean;
}

/** Programs that read a script after `-c`. */
export const SHELLS: readonly string[] = ['sh', 'bash', 'ash', 'dash', 'zsh', 'ksh'];

/** What may stand before a program, with the options of its own that take a value. */
const PREFIXES: ReadonlyMap<string, RegExp> = new Map([
  ['sudo', /^-[ughCpRT]$|^--(?:user|group|host|prompt|chdir)$/],
  ['doas', /^-[uC]$/],
  ['env', /^-[uCS]$/],
  ['exec', /^-a$/],
  ['nice', /^-n$/],
  ['ionice', /^-[cn]$/],
  ['timeout', /^-[ks]$/],
  ['nohup', /^$/],
  ['time', /^$/],
  ['command', /^$/],
  ['builtin', /^$/],
  ['setsid', /^$/],
]);

const KEYWORDS = new Set([
  'then',
  'do',
  'else',
  'elif',
  'if',
  'while',
  'until',
  '!',
  '{',
  '}',
  'fi',
  'done',
  'esac',
]);

/** A script in a script in a script is as deep as anybody looks. */
const MAX_DEPTH = 3;

/**
 * The programs that a shell text calls, those in `sh -c '…'` included. A reading for advice only: it knows quotes,
 * operators, redirections, comments and here-documents, and expands nothing. Linear in the text.
 */
export function shellCommands(text: string): ShellCommand[] {
  return read(text, 0, text.length, MAX_DEPTH);
}

/** The last part of a program's path: `apt-get` of `/usr/bin/apt-get`. */
export function programName({ text }: ShellWord): string {
  return text.slice(text.lastIndexOf('/') + 1);
}

function read(text: string, from: number, to: number, depth: number): ShellCommand[] {
  return new Reader(text, from, to).simples().flatMap(({ words, background }) => {
    const command = unwrap(words, background);
    if (!command) return [];
    const script = depth > 0 ? scriptOf(command) : undefined;
    if (!script) return [command];
    // inside its quotes, where there are any
    const quoted = script.to - script.from - script.text.length >= 2 ? 1 : 0;
    return read(text, script.from + quoted, script.to - quoted, depth - 1);
  });
}

function unwrap(words: readonly ShellWord[], background: boolean): ShellCommand | undefined {
  const variables: string[] = [];
  let at = 0;
  let prefix: RegExp | undefined;
  let isTimeout = false;
  for (; at < words.length; at++) {
    const { text } = words[at]!;
    if (/^[A-Za-z_]\w*=/.test(text)) variables.push(text);
    else if (prefix && text.startsWith('-')) at += prefix.test(text) ? 1 : 0;
    else if (isTimeout) isTimeout = false;
    else if (PREFIXES.has(text)) {
      prefix = PREFIXES.get(text);
      isTimeout = text === 'timeout';
    } else if (!KEYWORDS.has(text)) break;
  }
  const program = words[at];
  return program && { program, args: words.slice(at + 1), variables, background };
}

/** Whether a program is a shell, by its name. */
export function isShell(program: string): boolean {
  return SHELLS.includes(program.slice(program.lastIndexOf('/') + 1));
}

/** A call of a shell with a script. */
export interface ShellCall<Word> {
  /** Its name: one of `SHELLS`. */
  readonly shell: string;
  readonly script: Word;
  /** Whether the shell ends with the first command that fails: `-e`. */
  readonly errexit: boolean;
}

/**
 * The script that a command has a shell run: `["sh", "-c", SCRIPT]`, with whatever stands in front of the shell.
 *
 * @param words of an argument vector, which no shell has read.
 */
export function shellCallIn<Word extends { readonly value: string }>(
  words: readonly Word[],
): ShellCall<Word> | undefined {
  const plain = words.map(({ value }, index) => ({ text: value, from: index, to: index }));
  const command = unwrap(plain, false);
  const call = command && callOf(command);
  return call && { ...call, script: words[call.script.from]! };
}

/** The word that is a script, for a shell and what else reads one. */
function scriptOf(command: ShellCommand): ShellWord | undefined {
  const { program, args } = command;
  if (program.text === 'eval') return args[0];
  if (programName(program) !== 'su') return callOf(command)?.script;
  const option = args.findIndex(({ text }) => text === '-c' || text === '--command');
  return option === -1 ? undefined : args[option + 1];
}

/** As POSIX reads the arguments of a shell: its options, wherever `-c` is among them, and then the script. */
function callOf({ program, args }: ShellCommand): ShellCall<ShellWord> | undefined {
  const [words, shell] =
    programName(program) === 'busybox' && args[0]
      ? [args.slice(1), programName(args[0])]
      : [args, programName(program)];
  if (!SHELLS.includes(shell)) return undefined;
  let isCall = false;
  let errexit = false;
  for (let at = 0; at < words.length; at++) {
    const word = words[at]!;
    const { text } = word;
    if (/^[-+][A-Za-z]/.test(text)) {
      isCall ||= /^-.*c/.test(text);
      // `-o errexit`, `-euo pipefail`
      const takes = text.endsWith('o') ? words[++at]?.text : undefined;
      if (text.startsWith('-')) errexit ||= text.includes('e') || takes === 'errexit';
    } else if (/^--[a-z]/.test(text)) at += /^--(?:rcfile|init-file)$/.test(text) ? 1 : 0;
    else if (text !== '--' && text !== '-') return isCall ? { shell, script: word, errexit } : undefined;
  }
  return undefined;
}

const BLANK = new Set([' ', '\t', '\r']);

/** Splits a text into simple commands. */
class Reader {
  private readonly found: Simple[] = [];
  private words: ShellWord[] = [];
  private readonly hereDocuments: string[] = [];
  private pos: number;

  constructor(
    private readonly text: string,
    from: number,
    private readonly end: number,
  ) {
    this.pos = from;
  }

  simples(): Simple[] {
    while (this.pos < this.end) this.step();
    this.finish(false);
    return this.found;
  }

  private step(): void {
    const character = this.text[this.pos]!;
    if (BLANK.has(character) || this.isContinuation()) this.pos += BLANK.has(character) ? 1 : 2;
    else if (character === '#') this.skipLine();
    else if (character === '\n') {
      this.pos++;
      this.finish(false);
      while (this.hereDocuments.length > 0) this.skipHereDocument(this.hereDocuments.shift()!);
    } else if (character === '<' || character === '>') this.redirect();
    else if (character === '&' && this.text[this.pos + 1] === '>') {
      this.pos++;
      this.redirect();
    } else if ('&;|()`'.includes(character)) {
      const doubled = this.text[this.pos + 1] === character;
      this.pos += doubled ? 2 : 1;
      this.finish(character === '&' && !doubled);
    } else this.words.push(this.word());
  }

  private isContinuation(): boolean {
    return this.text[this.pos] === '\\' && this.text[this.pos + 1] === '\n';
  }

  private finish(background: boolean): void {
    if (this.words.length > 0) this.found.push({ words: this.words, background });
    this.words = [];
  }

  private word(): ShellWord {
    const from = this.pos;
    let text = '';
    while (this.pos < this.end) {
      const character = this.text[this.pos]!;
      if (BLANK.has(character) || '\n<>&;|()`'.includes(character)) break;
      if (character === "'") text += this.quoted("'");
      else if (character === '"') text += this.quoted('"');
      else if (character === '\\') {
        text += this.text[this.pos + 1] ?? '';
        this.pos += 2;
      } else {
        text += character;
        this.pos++;
      }
    }
    this.pos = Math.min(this.pos, this.end);
    return { text, from, to: this.pos };
  }

  private quoted(quote: string): string {
    const start = ++this.pos;
    while (this.pos < this.end && this.text[this.pos] !== quote) {
      this.pos += quote === '"' && this.text[this.pos] === '\\' ? 2 : 1;
    }
    const content = this.text.slice(start, Math.min(this.pos, this.end));
    this.pos++;
    return content;
  }

  private redirect(): void {
    // the number of a stream belongs to the redirection: `2>`
    const last = this.words.at(-1);
    if (last && last.to === this.pos && /^\d$/.test(last.text)) this.words.pop();
    const from = this.pos;
    while (this.pos < this.end && '<>&|-'.includes(this.text[this.pos]!)) this.pos++;
    const isHereDocument = /^<<-?$/.test(this.text.slice(from, this.pos));
    while (BLANK.has(this.text[this.pos] ?? '')) this.pos++;
    const next = this.text[this.pos];
    if (next === undefined || this.pos >= this.end || '\n<>&;|()`'.includes(next)) return;
    const target = this.word();
    if (isHereDocument) this.hereDocuments.push(target.text);
  }

  private skipLine(): void {
    const end = this.text.indexOf('\n', this.pos);
    this.pos = end === -1 ? this.end : Math.min(end, this.end);
  }

  private skipHereDocument(delimiter: string): void {
    while (this.pos < this.end) {
      const start = this.pos;
      this.skipLine();
      const line = this.text.slice(start, this.pos++).trim();
      if (line === delimiter) return;
    }
  }
}
