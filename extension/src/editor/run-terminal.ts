import { EventEmitter, type Pseudoterminal } from 'vscode';
import { visible } from '@smolfile/core';
import { lineOf, type CommandLine } from '../smolvm/argv.ts';
import { converse, type Conversation, type End } from '../smolvm/conversation.ts';

/** VS Code says of what ends with an error sooner that it "failed to launch". Milliseconds. */
const LAUNCH = 700;

const CTRL_C = '\u0003';
const DIM = '\u001B[2m';
const PLAIN = '\u001B[0m';

/** The programs that run in terminals of this kind: none outlives the editor unseen. */
const running = new Set<Conversation>();

/** Ends what runs in terminals of this kind. */
export function endTerminals(): void {
  for (const each of running) each.hangUp();
}

/**
 * The terminal of a program that nobody types into. The editor hears what the program says there, which it does not in
 * a terminal of the system.
 */
export class ListeningTerminal implements Pseudoterminal {
  readonly #line: CommandLine;
  readonly #cwd: string;
  readonly #hear: (text: string) => void;
  readonly #written = new EventEmitter<string>();
  readonly #closed = new EventEmitter<number>();
  #conversation: Conversation | undefined;
  #isInterrupted = false;
  #end!: (end: End) => void;
  /** How the program ended. */
  readonly ended = new Promise<End>((done) => {
    this.#end = done;
  });
  readonly onDidWrite = this.#written.event;
  readonly onDidClose = this.#closed.event;

  /** @param hear gets what is printed, piece by piece. */
  constructor(line: CommandLine, cwd: string, hear: (text: string) => void) {
    this.#line = line;
    this.#cwd = cwd;
    this.#hear = hear;
  }

  open(): void {
    const began = Date.now();
    // What is run, as a person would type it.
    this.#written.fire(`${DIM}${visible(lineOf([this.#line.program, ...this.#line.args]))}${PLAIN}\r\n\r\n`);
    const conversation = converse(this.#line, this.#cwd, (text) => {
      this.#written.fire(text.replaceAll(/\r?\n/g, '\r\n'));
      this.#hear(text);
    });
    this.#conversation = conversation;
    running.add(conversation);
    void this.#finish(conversation, began);
  }

  async #finish(conversation: Conversation, began: number): Promise<void> {
    const end = await conversation.ended;
    running.delete(conversation);
    this.#end(end);
    const early = end.code === 0 ? 0 : Math.max(0, began + LAUNCH - Date.now());
    setTimeout(() => this.#closed.fire(end.code ?? 1), early);
  }

  handleInput(data: string): void {
    if (!data.includes(CTRL_C)) return;
    // What does not heed it the first time is ended the second.
    if (this.#isInterrupted) this.#conversation?.hangUp();
    else this.#conversation?.interrupt();
    this.#isInterrupted = true;
  }

  close(): void {
    if (this.#conversation) this.#conversation.hangUp();
    else this.#end({ code: undefined, said: '' });
  }
}
