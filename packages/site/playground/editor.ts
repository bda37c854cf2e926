/** The editor: CodeMirror on the project's own language server. A chunk of its own, since it is the largest. */
import {
  autocompletion,
  closeBrackets,
  closeBracketsKeymap,
  completionKeymap,
} from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { bracketMatching, indentUnit, StreamLanguage, syntaxHighlighting } from '@codemirror/language';
import { toml } from '@codemirror/legacy-modes/mode/toml';
import { linter, lintGutter, nextDiagnostic, previousDiagnostic, setDiagnostics } from '@codemirror/lint';
import {
  formatDocument,
  formatKeymap,
  hoverTooltips,
  jumpToDefinitionKeymap,
  LSPClient,
  renameKeymap,
  serverCompletion,
  type Transport,
} from '@codemirror/lsp-client';
import { Annotation, Compartment, EditorState, type Extension, type Text } from '@codemirror/state';
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  keymap,
  lineNumbers,
} from '@codemirror/view';
import type { LineSpan } from '@smolfile/preview';
import { linkField, showLinks, type Link } from './links.ts';
import { Latest } from './looker.ts';
import { lookedField, showLooked } from './looked.ts';
import { HIGHLIGHT, THEME } from './theme.ts';

const URI = 'file:///playground/Smolfile';

/** A change that comes with the name of a fix, for whoever wants to know. */
const FIX = Annotation.define<string>();

interface Position {
  readonly line: number;
  readonly character: number;
}
interface Range {
  readonly start: Position;
  readonly end: Position;
}
interface LspDiagnostic {
  readonly range: Range;
  readonly severity: 1 | 2 | 3 | 4;
  readonly code: string;
  readonly message: string;
  readonly data?: {
    readonly fix: {
      readonly title: string;
      readonly safe: boolean;
      readonly edits: readonly { readonly range: Range; readonly newText: string }[];
    };
  };
}
interface LspLink {
  readonly range: Range;
  readonly target?: string;
  readonly tooltip?: string;
}

/** Something that is said of a place of the text. */
export interface Finding {
  readonly from: number;
  readonly to: number;
  /** From 1. */
  readonly line: number;
  readonly severity: 'error' | 'warning' | 'info';
  readonly code: string;
  /** In one line; hovering says why, and what to do. */
  readonly message: string;
  readonly fix?: {
    readonly title: string;
    readonly safe: boolean;
    readonly edits: readonly { readonly from: number; readonly to: number; readonly insert: string }[];
  };
}

/** What happens in the editor. */
export interface Events {
  changed(text: string): void;
  found(findings: readonly Finding[]): void;
  /** @param line from 1. */
  moved(line: number): void;
  /** The person wants the fix of what stands here. */
  wantsFix(offset: number): void;
  failed(error: unknown): void;
}

const SEVERITIES = { 1: 'error', 2: 'warning', 3: 'info', 4: 'info' } as const;

/** A Smolfile that is being written. */
export class Editor {
  readonly #view: EditorView;
  readonly #client: LSPClient;
  readonly #events: Events;
  readonly #check: Latest;
  readonly #server = new Compartment();
  /** Once the server has the file. */
  readonly #ready: Promise<void>;
  #findings: readonly Finding[] = [];

  /** It can be written in at once; what the server says comes when it says it. */
  constructor(parent: HTMLElement, worker: Worker, text: string, events: Events) {
    this.#client = new LSPClient({
      rootUri: 'file:///playground',
      // On a slow machine, the first answer may take its time.
      timeout: 30_000,
      extensions: [serverCompletion({ override: true }), hoverTooltips()],
    });
    this.#client.connect(transportOf(worker));
    this.#events = events;
    this.#check = new Latest(
      () => this.#diagnose(),
      (error) => events.failed(error),
    );
    // In a shadow tree, its styles need no leave of the page's policy.
    const root = parent.attachShadow({ mode: 'open' });
    this.#view = new EditorView({
      root,
      parent: root as unknown as HTMLElement,
      state: EditorState.create({ doc: text, extensions: this.#extensions() }),
    });
    this.#ready = this.#join();
    this.#check.run();
  }

  /** Gives the file to the server, once that is there. */
  async #join(): Promise<void> {
    await this.#client.initializing;
    this.#view.dispatch({ effects: this.#server.reconfigure(this.#client.plugin(URI, 'smolfile')) });
  }

  get text(): string {
    return this.#view.state.doc.toString();
  }

  set text(text: string) {
    const { doc } = this.#view.state;
    this.#view.dispatch({ changes: { from: 0, to: doc.length, insert: text }, selection: { anchor: 0 } });
  }

  /** Shows a place, and puts the cursor there. */
  go(from: number, to: number): void {
    const { length } = this.#view.state.doc;
    this.#view.dispatch({
      selection: { anchor: Math.min(from, length), head: Math.min(to, length) },
      scrollIntoView: true,
    });
    this.#view.focus();
  }

  focus(): void {
    this.#view.focus();
  }

  /** Marks the lines that somebody looks at elsewhere. */
  look(lines: readonly LineSpan[]): void {
    this.#view.dispatch({ effects: showLooked.of(lines) });
  }

  format(): void {
    formatDocument(this.#view);
    this.#view.focus();
  }

  /** Applies a fix, unless the text is not the one any more that it was made for. */
  apply(finding: Finding): void {
    const { fix } = finding;
    if (!fix || !this.#findings.includes(finding)) return;
    this.#view.dispatch({ changes: [...fix.edits], annotations: FIX.of(fix.title), userEvent: 'input.fix' });
    this.#view.focus();
  }

  /** A request of the server's own, about this file. */
  async ask<Answer>(method: string, params: object): Promise<Answer> {
    await this.#ready;
    this.#client.sync();
    return this.#client.request<object, Answer>(method, { textDocument: { uri: URI }, ...params });
  }

  /** A request of the server's own. */
  async request<Answer>(method: string, params: object): Promise<Answer> {
    await this.#ready;
    return this.#client.request<object, Answer>(method, params);
  }

  #extensions(): Extension {
    return [
      lineNumbers(),
      highlightActiveLine(),
      highlightActiveLineGutter(),
      history(),
      drawSelection(),
      bracketMatching(),
      closeBrackets(),
      autocompletion(),
      indentUnit.of('  '),
      StreamLanguage.define(toml),
      syntaxHighlighting(HIGHLIGHT),
      linter(null),
      lintGutter(),
      linkField,
      lookedField,
      THEME,
      EditorView.lineWrapping,
      EditorView.contentAttributes.of({
        'aria-label': 'Smolfile',
        spellcheck: 'false',
        autocapitalize: 'off',
      }),
      keymap.of([
        { key: 'Mod-.', run: (view) => this.#wantFix(view) },
        { key: 'F8', run: nextDiagnostic, shift: previousDiagnostic },
        ...closeBracketsKeymap,
        ...defaultKeymap,
        ...historyKeymap,
        ...completionKeymap,
        ...formatKeymap,
        ...renameKeymap,
        ...jumpToDefinitionKeymap,
      ]),
      EditorView.updateListener.of((update) => {
        if (update.docChanged) {
          // What was found is about another text until it is found anew.
          this.#findings = [];
          this.#check.run();
          this.#events.changed(update.state.doc.toString());
        }
        if (update.selectionSet || update.docChanged) {
          const { main } = update.state.selection;
          this.#events.moved(update.state.doc.lineAt(main.head).number);
        }
      }),
      this.#server.of([]),
    ];
  }

  #wantFix(view: EditorView): boolean {
    this.#events.wantsFix(view.state.selection.main.head);
    return true;
  }

  /** Asks for the findings of the text as it is; those of a text that is gone are not shown. */
  async #diagnose(): Promise<void> {
    // The plugin takes note of a change after those who listen to it.
    await this.#ready;
    const { doc } = this.#view.state;
    const { items } = await this.ask<{ items: readonly LspDiagnostic[] }>('textDocument/diagnostic', {});
    if (this.#view.state.doc !== doc) return;
    this.#findings = items.map((item) => findingOf(item, doc));
    this.#view.dispatch(
      setDiagnostics(
        this.#view.state,
        this.#findings.map((finding) => ({
          from: finding.from,
          to: finding.to,
          severity: finding.severity,
          source: finding.code,
          message: finding.message,
          ...(finding.fix && {
            actions: [{ name: finding.fix.title, apply: () => this.apply(finding) }],
          }),
        })),
      ),
    );
    this.#events.found(this.#findings);
    const links = await this.ask<readonly LspLink[] | null>('textDocument/documentLink', {});
    if (this.#view.state.doc !== doc) return;
    const shown = (links ?? []).flatMap(({ range, target, tooltip }): Link[] =>
      target?.startsWith('https://') ? [{ ...placeOf(range, doc), target, tooltip: tooltip ?? target }] : [],
    );
    this.#view.dispatch({ effects: showLinks.of(shown) });
  }
}

function findingOf({ range, severity, code, message, data }: LspDiagnostic, doc: Text): Finding {
  const fix = data?.fix;
  return {
    ...placeOf(range, doc),
    line: range.start.line + 1,
    severity: SEVERITIES[severity],
    code,
    message,
    ...(fix && {
      fix: {
        title: fix.title,
        safe: fix.safe,
        edits: fix.edits.map((edit) => ({ ...placeOf(edit.range, doc), insert: edit.newText })),
      },
    }),
  };
}

function placeOf({ start, end }: Range, doc: Text): { from: number; to: number } {
  return { from: offsetOf(start, doc), to: offsetOf(end, doc) };
}

/** A position that the text does not have is at its end. */
function offsetOf({ line, character }: Position, doc: Text): number {
  if (line >= doc.lines) return doc.length;
  const { from, to } = doc.line(line + 1);
  return Math.min(from + character, to);
}

/** The server's messages are objects; the client wants them as texts. */
function transportOf(worker: Worker): Transport {
  const listeners = new Map<(value: string) => void, (event: MessageEvent) => void>();
  return {
    send(message) {
      // The rule is about a window's, which wants to know who may read it.
      // oxlint-disable-next-line unicorn/require-post-message-target-origin
      worker.postMessage(JSON.parse(message));
    },
    subscribe(handler) {
      const listener = ({ data }: MessageEvent): void => handler(JSON.stringify(data));
      listeners.set(handler, listener);
      worker.addEventListener('message', listener);
    },
    unsubscribe(handler) {
      const listener = listeners.get(handler);
      if (listener) worker.removeEventListener('message', listener);
      listeners.delete(handler);
    },
  };
}
