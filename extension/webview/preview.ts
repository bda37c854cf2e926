/** The preview: what to ask smolvm above, what it comes to below. */
import type { FromPreview, PreviewState, Question, ToPreview } from '../src/editor/preview-messages.ts';
import { element } from './element.ts';
import { EXPLAIN, GO, ResolutionElement } from './resolution-element.ts';

declare function acquireVsCodeApi(): {
  postMessage(message: FromPreview): void;
  setState(state: PreviewState): void;
};

const COMMANDS = ['create', 'run', 'pack'] as const;
/** Flags are typed; the question follows once there is a pause. Milliseconds. */
const PAUSE = 200;

const vscode = acquireVsCodeApi();
const tell: (message: FromPreview) => void = vscode.postMessage.bind(vscode);
const resolution = new ResolutionElement();
const problem = element('p', { class: 'verdict refused', role: 'status', hidden: true });
const commands = COMMANDS.map((command) => {
  const input = element('input', {
    type: 'radio',
    name: 'command',
    value: command,
    id: `command-${command}`,
  });
  input.addEventListener('change', ask);
  return input;
});
const release = element('select', { id: 'release', 'aria-label': 'Release of smolvm' });
release.addEventListener('change', ask);
const flags = element('input', {
  id: 'flags',
  type: 'text',
  placeholder: '--cpus 4',
  spellcheck: 'false',
  autocomplete: 'off',
});
let pause: ReturnType<typeof setTimeout> | undefined;
flags.addEventListener('input', () => {
  clearTimeout(pause);
  pause = setTimeout(ask, PAUSE);
});

document.body.append(
  element(
    'form',
    { class: 'question', 'aria-label': 'What to ask smolvm' },
    element(
      'fieldset',
      { class: 'commands' },
      element('legend', { class: 'heard' }, 'Command'),
      ...commands.map((input) =>
        element('label', { for: input.id }, input, element('span', {}, input.value)),
      ),
    ),
    release,
    element('label', { class: 'flags', for: 'flags' }, element('span', {}, 'Flags'), flags),
  ),
  problem,
  resolution,
);
document.querySelector('form')?.addEventListener('submit', (event) => {
  event.preventDefault();
  ask();
});
resolution.addEventListener(GO, (event) => {
  tell({ type: 'go', place: (event as CustomEvent).detail });
});
resolution.addEventListener(EXPLAIN, (event) => {
  tell({ type: 'explain', code: (event as CustomEvent).detail });
});
// Up and down go from key to key, so that a long table is not passed link by link.
resolution.addEventListener('keydown', (event) => {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const names = Array.from(resolution.querySelectorAll<HTMLElement>('button.name'));
  const at = names.indexOf(document.activeElement as HTMLElement);
  if (step === undefined || at === -1) return;
  event.preventDefault();
  names[at + step]?.focus();
});
window.addEventListener('message', ({ data }: MessageEvent<ToPreview>) => {
  if (data.type === 'show') show(data);
  else resolution.line = data.line;
});
tell({ type: 'ready' });

function ask(): void {
  clearTimeout(pause);
  const command = COMMANDS.find((_, index) => commands[index]?.checked) ?? 'create';
  const question: Question = { command, smolvm: release.value, flags: flags.value };
  tell({ type: 'ask', question });
}

function show({
  source,
  question,
  view,
  problem: said,
  releases,
}: Extract<ToPreview, { type: 'show' }>): void {
  const { command, smolvm } = question;
  vscode.setState({ source, command, smolvm });
  for (const input of commands) input.checked = input.value === command;
  offerReleases(releases, smolvm, view?.smolvm);
  // What is being typed is not taken away.
  if (document.activeElement !== flags) flags.value = question.flags;
  const isRefused = view?.findings.some(({ inFlags, severity }) => inFlags && severity === 'error') ?? false;
  flags.setAttribute('aria-invalid', String(isRefused));
  problem.hidden = said === undefined;
  problem.textContent = said ?? '';
  if (view || said !== undefined) resolution.view = view;
}

/** The first one is what the file is for, whatever that is. */
function offerReleases(releases: readonly string[], chosen: string, shown: string | undefined): void {
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
