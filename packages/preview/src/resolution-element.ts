import type { ResolutionView, ViewFinding, ViewPlace, ViewRow, ViewText } from '@smolfile/core';
import { button, element, prose, type Child } from './element.ts';

/** Somebody wants to see a place in the file. */
export const GO = 'smolfile-go';
/** Somebody looks at a value: the lines that it comes from as its detail, a `readonly LineSpan[]`; none when they look away. */
export const LOOK = 'smolfile-look';
/** Somebody wants to know what a code means. */
export const EXPLAIN = 'smolfile-explain';

/** Lines of the file, from 1. */
export interface LineSpan {
  readonly line: number;
  readonly lastLine: number;
}

const MARKS = { error: '✗', warning: '⚠', info: 'ℹ' } as const;
const SEVERITIES = { error: 'Error', warning: 'Warning', info: 'Advice' } as const;

/**
 * `<smolfile-resolution>`: what smolvm makes of a Smolfile, as a table.
 *
 * It is given a `ResolutionView` and nothing else, knows no editor, and fires `smolfile-go` (a `ViewPlace` as its
 * detail) and `smolfile-explain` (a code). `resolution.css` lays it out with the variables `--smolfile-…`.
 */
export class ResolutionElement extends HTMLElement {
  readonly #open = new Set<string>();
  #view: ResolutionView | undefined;
  /** The last one with a table, to be looked at while the file is being typed. */
  #accepted: ResolutionView | undefined;
  #line = 0;
  #looked = '';
  /** Stays, so that a change of it is read out, and nothing else is. */
  readonly #verdict = element('p', { role: 'status' });
  readonly #body = element('div', {});

  constructor() {
    super();
    // Up and down go from key to key, so that a long table is not passed link by link.
    this.addEventListener('keydown', (event) => {
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      const names = Array.from(this.querySelectorAll<HTMLElement>('button.name'));
      const at = names.indexOf(document.activeElement as HTMLElement);
      if (step === undefined || at === -1) return;
      event.preventDefault();
      names[at + step]?.focus();
    });
    for (const kind of ['pointerover', 'focusin'] as const)
      this.addEventListener(kind, ({ target }) => this.#look(target));
    for (const kind of ['pointerleave', 'focusout'] as const)
      this.addEventListener(kind, () => this.#look(null));
  }

  get view(): ResolutionView | undefined {
    return this.#view;
  }

  set view(view: ResolutionView | undefined) {
    if (view?.command !== this.#view?.command) this.#accepted = undefined;
    if (view?.accepted) this.#accepted = view;
    this.#view = view;
    this.#draw();
  }

  /** The line of the file that somebody is at, from 1: what comes from there is marked. */
  set line(line: number) {
    this.#line = line;
    this.#mark(true);
  }

  #draw(): void {
    const view = this.#view;
    const focused = this.contains(document.activeElement)
      ? document.activeElement?.getAttribute('data-id')
      : undefined;
    if (!this.contains(this.#body)) this.replaceChildren(this.#verdict, this.#body);
    this.#verdict.hidden = view === undefined;
    if (view) this.#say(view);
    this.#body.replaceChildren(...(view ? this.#parts(view) : []));
    if (focused) this.querySelector<HTMLElement>(`[data-id="${CSS.escape(focused)}"]`)?.focus();
    this.#mark(false);
  }

  #parts(view: ResolutionView): Node[] {
    const { accepted, command, ignored, findings } = view;
    const [errors, notes] = [
      findings.filter(({ severity }) => severity === 'error'),
      findings.filter(({ severity }) => severity !== 'error'),
    ];
    const before = accepted ? undefined : this.#accepted;
    return [
      ...(errors.length > 0 ? [this.#findings('What is wrong', errors)] : []),
      ...(accepted
        ? [element('code', { class: 'call' }, view.call), this.#table(view), this.#unset(view)]
        : []),
      ...(before
        ? [
            element(
              'div',
              { class: 'before', inert: true },
              element('p', {}, 'What it came to before:'),
              this.#table(before),
            ),
          ]
        : []),
      ...(ignored.length > 0
        ? [
            element(
              'section',
              {},
              element('h2', {}, `Ignored by ${command}`),
              element(
                'ul',
                {},
                ...ignored.map((one, index) =>
                  element(
                    'li',
                    {},
                    element('strong', {}, one.key),
                    ' ',
                    this.#link(`ignored ${index}`, one.place, undefined),
                    ': ',
                    ...prose(`${one.text}. ${one.help}`),
                  ),
                ),
              ),
            ),
          ]
        : []),
      ...(notes.length > 0 ? [this.#findings('Notes', notes)] : []),
    ];
  }

  #say({ accepted, verdict, rows, unset }: ResolutionView): void {
    const count = [...rows, ...unset].filter(({ was }) => was !== undefined).length;
    const changes = count === 1 ? '1 line differs' : `${count} lines differ`;
    const differs = count > 0 ? `${changes} from the saved file.` : '';
    const mark = accepted ? '✓' : '✗';
    if (this.#verdict.textContent === mark + verdict + differs) return;
    this.#verdict.className = `verdict ${accepted ? 'accepted' : 'refused'}`;
    this.#verdict.replaceChildren(
      element('span', { class: 'mark', 'aria-hidden': 'true' }, mark),
      element('strong', {}, verdict),
      element('span', { class: 'differs' }, differs),
    );
  }

  #findings(title: string, findings: readonly ViewFinding[]): Node {
    const items = findings.map((finding, index) => {
      const { severity, code, text, help, place, inFlags } = finding;
      const id = `${title} ${index}`;
      return element(
        'li',
        { class: severity },
        element('span', { class: 'mark', role: 'img', 'aria-label': SEVERITIES[severity] }, MARKS[severity]),
        element(
          'div',
          {},
          inFlags ? 'flags' : this.#link(`${id} place`, place, undefined),
          ': ',
          ...prose(`${text}.${help === undefined ? '' : ` ${help}`}`),
          ' ',
          button(
            `${id} code`,
            { class: 'link code', title: `Explain ${code}` },
            () => this.#fire(EXPLAIN, code),
            code,
          ),
        ),
      );
    });
    return element('section', {}, element('h2', {}, title), element('ul', { class: 'findings' }, ...items));
  }

  #table(view: ResolutionView): Node {
    const cell = (tag: 'th' | 'td', role: string, ...children: readonly Child[]): Node =>
      element(tag, { role }, ...children);
    // The roles say what it is also where the style lays it out as something else.
    return element(
      'table',
      { role: 'table', 'aria-label': `What ${view.command} comes to` },
      element(
        'thead',
        { role: 'rowgroup' },
        element(
          'tr',
          { role: 'row' },
          cell('th', 'columnheader', 'Key'),
          cell('th', 'columnheader', 'Value'),
          cell('th', 'columnheader', 'From'),
        ),
      ),
      element(
        'tbody',
        { role: 'rowgroup' },
        ...view.rows.flatMap((row, index) => [
          this.#row(row, index),
          // Below all lines of the value.
          ...(this.#open.has(row.of) && view.rows[index + 1]?.of !== row.of
            ? [this.#about(row.of, view)]
            : []),
        ]),
      ),
    );
  }

  #row(row: ViewRow, index: number): Node {
    const { of, name, value, origins, lost, isDefault, was } = row;
    const id = `row ${index}`;
    const lines = [...origins, ...lost].flatMap(({ place }) =>
      place ? [`${place.line}-${place.lastLine}`] : [],
    );
    return element(
      'tr',
      {
        role: 'row',
        class: [isDefault && 'default', was && 'differs', name === '' && 'further'].filter(Boolean).join(' '),
        'data-lines': lines.join(' '),
      },
      element('th', { role: 'rowheader', scope: 'row' }, name === '' ? hidden(of) : this.#name(of, name)),
      element(
        'td',
        { role: 'cell', class: 'value' },
        value !== '' && element('code', {}, value),
        was && element('span', { class: 'was' }, was.length === 0 ? 'new' : `was ${was.join(', ')}`),
        lost.length > 0 &&
          element(
            'ul',
            { class: 'lost' },
            ...lost.map((one, at) =>
              element(
                'li',
                {},
                element('span', { class: 'mark', role: 'img', 'aria-label': 'Without effect' }, '✗'),
                ...prose(one.text),
                one.place && ' (',
                one.place && this.#link(`${id} lost ${at}`, one.place, undefined),
                one.place && ')',
              ),
            ),
          ),
      ),
      element(
        'td',
        { role: 'cell', class: 'origin' },
        ...origins.flatMap((origin, at) => [at > 0 && ' + ', this.#origin(`${id} origin ${at}`, origin)]),
      ),
    );
  }

  #name(of: string, name: string): Node {
    const isOpen = this.#open.has(of);
    const toggle = (): void => {
      if (isOpen) this.#open.delete(of);
      else this.#open.add(of);
      this.#draw();
    };
    return button(
      `name ${of}`,
      {
        class: 'name',
        'aria-expanded': String(isOpen),
        'aria-controls': isOpen ? idOf(of) : undefined,
        title: `${isOpen ? 'Close' : 'Explain'} ${name}`,
      },
      toggle,
      name,
    );
  }

  #about(of: string, view: ResolutionView): Node {
    const about = view.keys[of];
    const lines = about
      ? [
          ['', about.description],
          ['Type', about.type],
          ['Order', about.order],
          [`For ${view.command}`, about.effect],
        ]
      : [];
    return element(
      'tr',
      { role: 'row', class: 'about', id: idOf(of) },
      element(
        'td',
        { role: 'cell', colspan: '3' },
        ...lines.flatMap(([label, text]) =>
          text === undefined
            ? []
            : [element('p', {}, label !== '' && element('strong', {}, `${label}: `), ...prose(text))],
        ),
      ),
    );
  }

  #unset({ unset }: ResolutionView): Node {
    if (unset.length === 0) return element('p', {});
    const differs = unset.some(({ was }) => was !== undefined);
    return element(
      'details',
      { class: 'unset', open: differs },
      element('summary', {}, `Not set (${unset.length})`),
      element(
        'ul',
        {},
        ...unset.map(({ name, value, was }) =>
          element(
            'li',
            { class: was ? 'differs' : undefined },
            element('code', {}, name),
            value !== undefined && ` ${value}`,
            was && element('span', { class: 'was' }, `was ${was.join(', ')}`),
          ),
        ),
      ),
    );
  }

  #origin(id: string, { text, place }: ViewText): Child {
    return place ? this.#link(id, place, text) : text;
  }

  /** @param text what it says instead of the line alone. */
  #link(id: string, place: ViewPlace | undefined, text: string | undefined): Child {
    if (!place) return text;
    const shown = text ?? `line ${place.line}`;
    return button(
      id,
      { class: 'link', title: `Show line ${place.line}` },
      () => this.#fire(GO, place),
      shown,
    );
  }

  #fire(name: string, detail: unknown): void {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true }));
  }

  /** Says what somebody looks at, once. */
  #look(target: EventTarget | null): void {
    const row = target instanceof Element ? target.closest<HTMLElement>('tr[data-lines]') : null;
    const lines = row?.dataset['lines'] ?? '';
    if (lines === this.#looked) return;
    this.#looked = lines;
    this.#fire(LOOK, spansIn(lines));
  }

  /** Marks the rows of the line that somebody is at. */
  #mark(show: boolean): void {
    const rows = Array.from(this.querySelectorAll<HTMLElement>('tr[data-lines]'));
    const current = rows.filter((row) => covers(row.dataset['lines'] ?? '', this.#line));
    for (const row of rows) {
      const isCurrent = current.includes(row);
      row.classList.toggle('current', isCurrent);
      if (isCurrent) row.setAttribute('aria-current', 'true');
      else row.removeAttribute('aria-current');
    }
    if (show) current[0]?.scrollIntoView({ block: 'nearest' });
  }
}

function covers(lines: string, line: number): boolean {
  return spansIn(lines).some((span) => span.line <= line && line <= span.lastLine);
}

/** As rows keep them: `2-2 5-7`. */
function spansIn(lines: string): LineSpan[] {
  return lines
    .split(' ')
    .filter((each) => each !== '')
    .map((each) => {
      const [line = 0, lastLine = 0] = each.split('-').map(Number);
      return { line, lastLine };
    });
}

/** For who hears the table: a further line of a list has no name to look at. */
function hidden(text: string): Node {
  return element('span', { class: 'heard' }, text);
}

function idOf(of: string): string {
  return `about-${of}`;
}

customElements.define('smolfile-resolution', ResolutionElement);
