import { element, prose } from '@smolfile/preview';
import { copyButton } from './copy.ts';
import type { CallAnswer } from './look.ts';

/** The one call that makes the same machine without a Smolfile. */
export class CallView {
  readonly #text = element('code', {});
  readonly #box = element('pre', { tabindex: '0', 'aria-label': 'Command line' }, this.#text);
  readonly #notes = element('ul', {});
  readonly #copy = copyButton('Copy', () => this.#text.textContent ?? '');
  readonly #none = element('p', {}, 'There is none: smolvm refuses the file or the flags.');

  constructor(place: HTMLElement) {
    place.append(this.#box, this.#copy, this.#none, this.#notes);
    this.#hide(true);
  }

  show({ text, masked, inexpressible }: CallAnswer): void {
    this.#hide(text === undefined);
    this.#text.textContent = text ?? '';
    const notes =
      text === undefined
        ? []
        : [
            ...inexpressible.map((each) => `No flag says it, so this is another machine: ${each}`),
            ...(masked ? ['What looks like a credential is masked.'] : []),
          ];
    this.#notes.replaceChildren(...notes.map((each) => element('li', {}, ...prose(each))));
  }

  #hide(none: boolean): void {
    this.#box.hidden = none;
    this.#copy.hidden = none;
    this.#none.hidden = !none;
  }
}
