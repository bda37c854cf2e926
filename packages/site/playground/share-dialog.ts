import { element } from '@smolfile/preview';
import { copyButton } from './copy.ts';
import { dialog } from './dialog.ts';
import type { CallAnswer } from './look.ts';
import type { State } from './state.ts';

/** What the dialog works with. */
export interface Sharing {
  state(): State;
  link(state: State): Promise<string>;
  masked(state: State): Promise<State>;
}

/** A link to all that is on the page. What looks like a secret is said before there is one. */
export class ShareDialog {
  readonly #tools: Sharing;
  readonly #link = element('input', { type: 'text', id: 'link', readonly: true });
  readonly #warning = element('p', { class: 'warning' });
  readonly #masked = element('button', { type: 'button' }, 'Link without them');
  readonly #whole = element('button', { type: 'button' }, 'Link with them');
  readonly #choice = element('div', { class: 'choice' }, this.#warning, this.#masked, ' ', this.#whole);
  readonly #result = element(
    'div',
    {},
    element(
      'label',
      { for: 'link' },
      'Whoever opens it sees the file, the command, the release and the flags:',
    ),
    this.#link,
    copyButton('Copy link', () => this.#link.value),
  );
  readonly #dialog = dialog('Share', this.#choice, this.#result);
  /** What the second worker has found in the state as it is; undefined while it looks. */
  secrets: Pick<CallAnswer, 'credentialLines' | 'credentialInFlags'> | undefined;

  constructor(tools: Sharing) {
    this.#tools = tools;
    this.#masked.addEventListener('click', () => void this.#make(true));
    this.#whole.addEventListener('click', () => void this.#make(false));
  }

  async open(): Promise<void> {
    const { secrets } = this;
    const lines = secrets?.credentialLines ?? [];
    const isSecret = lines.length > 0 || (secrets?.credentialInFlags ?? true);
    this.#choice.hidden = !isSecret;
    this.#result.hidden = isSecret;
    if (isSecret) this.#warning.textContent = warningOf(lines, secrets?.credentialInFlags ?? false);
    else await this.#make(false);
    this.#dialog.showModal();
  }

  async #make(masked: boolean): Promise<void> {
    const state = this.#tools.state();
    this.#link.value = await this.#tools.link(masked ? await this.#tools.masked(state) : state);
    this.#choice.hidden = true;
    this.#result.hidden = false;
    if (this.#dialog.open) this.#link.select();
  }
}

function warningOf(lines: readonly number[], inFlags: boolean): string {
  const places = [
    ...(lines.length > 0 ? [`${lines.length === 1 ? 'line' : 'lines'} ${lines.join(', ')}`] : []),
    ...(inFlags ? ['the flags'] : []),
  ].join(' and ');
  return places === ''
    ? 'What you have typed was not looked through for secrets yet. A link holds all of it.'
    : `What looks like a secret is in ${places}. A link holds the whole file: whoever gets it can read that.`;
}
