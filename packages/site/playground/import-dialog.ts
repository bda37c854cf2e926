import type { ImportResult, ReportLine } from '@smolfile/core/import';
import { element, prose } from '@smolfile/preview';
import { dialog } from './dialog.ts';

/** What the dialog works with. */
export interface Importing {
  convert(text: string): Promise<ImportResult>;
  /** Puts a Smolfile into the editor. */
  take(text: string): void;
}

/** A Smolfile from what Docker has. */
export class ImportDialog {
  readonly #tools: Importing;
  readonly #source = element('textarea', { id: 'source', rows: '12', spellcheck: 'false' });
  readonly #answer = element('div', { 'aria-live': 'polite' });
  readonly #dialog: HTMLDialogElement;

  constructor(tools: Importing) {
    this.#tools = tools;
    const go = element('button', { type: 'button' }, 'Make a Smolfile of it');
    go.addEventListener('click', () => void this.#convert());
    this.#dialog = dialog(
      'Import',
      element(
        'label',
        { for: 'source' },
        'A Dockerfile, a compose file, a devcontainer.json or a docker run command line:',
      ),
      this.#source,
      go,
      this.#answer,
    );
  }

  open(): void {
    this.#dialog.showModal();
    this.#source.focus();
  }

  async #convert(): Promise<void> {
    const { files, problems } = await this.#tools.convert(this.#source.value);
    this.#answer.replaceChildren(
      ...problems.map(({ message, help }) =>
        element('p', { class: 'warning' }, ...prose(`${message}.${help === undefined ? '' : ` ${help}`}`)),
      ),
      ...files.map(({ name, text, report }) => {
        const take = element('button', { type: 'button' }, `Open ${name}`);
        take.addEventListener('click', () => {
          this.#dialog.close();
          this.#tools.take(text);
        });
        return element(
          'section',
          {},
          take,
          element('ul', {}, ...report.map((line) => element('li', {}, ...prose(reportText(line))))),
        );
      }),
    );
    this.#answer.querySelector<HTMLElement>('button')?.focus();
  }
}

function reportText({ name, kind, to, why }: ReportLine): string {
  return `${name}: ${kind}${to === undefined ? '' : ` to ${to}`}. ${why}`;
}
