/** The preview: what to ask smolvm above, what it comes to below. */
import { ASK, element, EXPLAIN, GO, QuestionElement, ResolutionElement } from '@smolfile/preview';
import type { FromPreview, PreviewState, ToPreview } from '../src/editor/preview-messages.ts';

declare function acquireVsCodeApi(): {
  postMessage(message: FromPreview): void;
  setState(state: PreviewState): void;
};

const vscode = acquireVsCodeApi();
const tell: (message: FromPreview) => void = vscode.postMessage.bind(vscode);
const asking = new QuestionElement();
const resolution = new ResolutionElement();
const problem = element('p', { class: 'verdict refused', role: 'status', hidden: true });

document.body.append(asking, problem, resolution);
asking.addEventListener(ASK, (event) => {
  tell({ type: 'ask', question: (event as CustomEvent).detail });
});
resolution.addEventListener(GO, (event) => {
  tell({ type: 'go', place: (event as CustomEvent).detail });
});
resolution.addEventListener(EXPLAIN, (event) => {
  tell({ type: 'explain', code: (event as CustomEvent).detail });
});
window.addEventListener('message', ({ data }: MessageEvent<ToPreview>) => {
  if (data.type === 'show') show(data);
  else resolution.line = data.line;
});
tell({ type: 'ready' });

function show({
  source,
  question,
  view,
  problem: said,
  releases,
}: Extract<ToPreview, { type: 'show' }>): void {
  const { command, smolvm } = question;
  vscode.setState({ source, command, smolvm });
  const flagsRefused =
    view?.findings.some(({ inFlags, severity }) => inFlags && severity === 'error') ?? false;
  asking.show({ question, releases, shown: view?.smolvm, flagsRefused });
  problem.hidden = said === undefined;
  problem.textContent = said ?? '';
  if (view || said !== undefined) resolution.view = view;
}
