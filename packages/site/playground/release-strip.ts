import { button, element, prose } from '@smolfile/preview';
import type { Span } from './look.ts';

/** Which releases take the file, as a strip: as wide as it has releases, and each opens what it says. */
export class ReleaseStrip {
  readonly #choose: (smolvm: string) => void;
  readonly #strip = element('div', { class: 'strip', role: 'group', 'aria-label': 'Releases of smolvm' });
  /** What the chosen ones say. */
  readonly #about = element('div', { class: 'about-span', 'aria-live': 'polite' });
  #spans: readonly Span[] = [];
  #current: string | undefined;
  #releases: readonly string[] = [];

  /** @param choose told the release that somebody wants to see. */
  constructor(place: HTMLElement, choose: (smolvm: string) => void) {
    this.#choose = choose;
    place.append(this.#strip, this.#about);
  }

  /** All that are known, the newest first. */
  set releases(releases: readonly string[]) {
    this.#releases = releases;
  }

  /** The release that the rest of the page is about. */
  set current(release: string | undefined) {
    if (this.#current === release) return;
    this.#current = release;
    this.#draw();
  }

  show(spans: readonly Span[]): void {
    this.#spans = spans;
    this.#draw();
  }

  #draw(): void {
    const current = this.#spans.findIndex((span) => this.#has(span, this.#current));
    const active = document.activeElement?.getAttribute('data-id');
    this.#strip.replaceChildren(
      ...this.#spans.map((span, index) => {
        const { to, accepted, count } = span;
        const verdict = accepted ? 'taken' : 'refused';
        const made = button(
          `span ${index}`,
          {
            class: `span ${verdict}`,
            'aria-pressed': String(index === current),
            'aria-label': `${rangeText(span)}: ${verdict}`,
            title: `${rangeText(span)}: ${verdict}`,
          },
          () => this.#choose(to),
          element('span', { 'aria-hidden': 'true' }, `${accepted ? '✓' : '✗'} ${to}`),
        );
        made.style.flexGrow = String(count);
        return made;
      }),
    );
    if (active) this.#strip.querySelector<HTMLElement>(`[data-id="${CSS.escape(active)}"]`)?.focus();
    const span = this.#spans[current];
    this.#about.replaceChildren(...(span ? aboutSpan(span) : []));
  }

  #has({ from, to }: Span, release: string | undefined): boolean {
    const at = (version: string): number => this.#releases.indexOf(version);
    return release !== undefined && at(to) <= at(release) && at(release) <= at(from);
  }
}

function rangeText({ from, to }: Span): string {
  return from === to ? `smolvm ${from}` : `smolvm ${from} to ${to}`;
}

function aboutSpan(span: Span): Node[] {
  const { accepted, reasons, changes } = span;
  return [
    element(
      'p',
      {},
      element('strong', { class: accepted ? 'good' : 'bad' }, accepted ? '✓ taken' : '✗ refused'),
      ` by ${rangeText(span)}`,
    ),
    element(
      'ul',
      {},
      ...reasons.map(({ code, text }) =>
        element(
          'li',
          {},
          ...prose(text),
          ' ',
          element('a', { href: `../rules/${code}`, class: 'code' }, code),
        ),
      ),
      ...changes.map((text) => element('li', { class: 'change' }, ...prose(text))),
    ),
  ];
}
