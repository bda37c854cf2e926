import { element } from './element.ts';
import type { Question } from './question.ts';

/** Somebody has asked something else: a `Question` as its detail. */
export const ASK = 'smolfile-ask';

const COMMANDS = ['create', 'run', 'pack'] as const;
/** Flags are typed; the question follows once there is a pause. Milliseconds. */
const PAUSE = 200;

/** What is asked, and what came of it. */
export interface Asked {
  readonly question: Question;
  /** The releases that one can choose from, the newest first. */
  readonly releases: readonly string[];
  /** The release that the answer is about. */
  readonly shown: string | undefined;
  /** Whether smolvm refuses the flags. */
  readonly flagsRefused: boolean;
}

/**
 * `<smolfile-question>`: what to ask smolvm, as a form of command, release and flags.
 *
 * It fires `smolfile-ask` whenever somebody asks something else. `question.css` lays it out with the variables
 * `--smolfile-…`.
 */
export class QuestionElement extends HTMLElement {
  #pause: ReturnType<typeof setTimeout> | undefined;
  readonly #commands = COMMANDS.map((command) => {
    const input = element('input', {
      type: 'radio',
      name: 'command',
      value: command,
      id: `command-${command}`,
    });
    input.addEventListener('change', () => this.#ask());
    return input;
  });
  readonly #release = element('select', { id: 'release', 'aria-label': 'Release of smolvm' });
  readonly #flags = element('input', {
    id: 'flags',
    type: 'text',
    placeholder: '--cpus 4',
    spellcheck: 'false',
    autocomplete: 'off',
  });
  readonly #form = element(
    'form',
    { class: 'question', 'aria-label': 'What to ask smolvm' },
    element(
      'fieldset',
      { class: 'commands' },
      element('legend', { class: 'heard' }, 'Command'),
      ...this.#commands.map((input) =>
        element('label', { for: input.id }, input, element('span', {}, input.value)),
      ),
    ),
    this.#release,
    element('label', { class: 'flags', for: 'flags' }, element('span', {}, 'Flags'), this.#flags),
  );

  constructor() {
    super();
    this.#release.addEventListener('change', () => this.#ask());
    this.#flags.addEventListener('input', () => {
      clearTimeout(this.#pause);
      this.#pause = setTimeout(() => this.#ask(), PAUSE);
    });
    this.#form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#ask();
    });
  }

  connectedCallback(): void {
    if (!this.contains(this.#form)) this.append(this.#form);
  }

  /** What the form says. */
  get question(): Question {
    const command = COMMANDS.find((_, index) => this.#commands[index]?.checked) ?? 'create';
    return { command, smolvm: this.#release.value, flags: this.#flags.value };
  }

  /** Has the form say what was asked; what is being typed just now is not taken away. */
  show({ question, releases, shown, flagsRefused }: Asked): void {
    const { command, smolvm, flags } = question;
    for (const input of this.#commands) input.checked = input.value === command;
    this.#offer(releases, smolvm, shown);
    if (document.activeElement !== this.#flags) this.#flags.value = flags;
    this.#flags.setAttribute('aria-invalid', String(flagsRefused));
  }

  /** The first one is what the file is for, whatever that is. */
  #offer(releases: readonly string[], chosen: string, shown: string | undefined): void {
    const release = this.#release;
    const automatic = shown === undefined || chosen !== '' ? '(automatic)' : `${shown} (automatic)`;
    const options = [['', automatic] as const, ...releases.map((version) => [version, version] as const)];
    const known = Array.from(release.options, ({ value, text }) => `${value}=${text}`).join();
    if (known !== options.map(([value, text]) => `${value}=smolvm ${text}`).join()) {
      release.replaceChildren(
        ...options.map(([value, text]) => element('option', { value }, `smolvm ${text}`)),
      );
    }
    release.value = chosen;
  }

  #ask(): void {
    clearTimeout(this.#pause);
    this.dispatchEvent(new CustomEvent<Question>(ASK, { detail: this.question, bubbles: true }));
  }
}

customElements.define('smolfile-question', QuestionElement);
