/** The playground: a file on the left, what smolvm makes of it on the right, in one state that a link can carry. */
import type { ResolutionView } from '@smolfile/core';
import type { Choices } from '@smolfile/core/templates';
import { IMPORT_METHOD, NEW_METHOD, RESOLVE_METHOD } from '@smolfile/language-server/custom';
import {
  ASK,
  EXPLAIN,
  GO,
  LOOK,
  QuestionElement,
  ResolutionElement,
  type LineSpan,
  type Question,
} from '@smolfile/preview';
import demo from '../../../test/fixtures/demo/Smolfile';
import { CallView } from './call-view.ts';
import type { Editor, Finding } from './editor.ts';
import { offerExamples } from './examples.ts';
import { ImportDialog } from './import-dialog.ts';
import { Latest, Looker } from './looker.ts';
import { part } from './part.ts';
import { Problems } from './problems.ts';
import { ReleaseStrip } from './release-strip.ts';
import { ShareDialog } from './share-dialog.ts';
import { fromHash, toHash, type State } from './state.ts';

/** The preview follows after this pause in typing, as in the editors; what takes longer, and the address, later. Milliseconds. */
const SOON = 150;
const LATER = 400;

// All of it is fetched at once; what can be seen waits for none of it.
const server = new Worker('server.js', { type: 'module', name: 'language server' });
const chunk = import('./editor.ts');
/** Starts once one can write: until then, it would only take time from that. */
const looker = new Looker(() => new Worker('look.js', { type: 'module', name: 'look' }));

const trouble = part('#trouble');
const asking = new QuestionElement();
const resolution = new ResolutionElement();
part('#question').append(asking);
part('#answer').append(resolution);

let question: Question = { command: 'create', smolvm: '', flags: '' };
let releases: readonly string[] = [];
let editor: Editor | undefined;
let view: ResolutionView | undefined;
let soon: ReturnType<typeof setTimeout> | undefined;
let later: ReturnType<typeof setTimeout> | undefined;
/** What this page itself has put into the address. */
let address = location.hash;

function state(): State {
  return { text: editor?.text ?? '', ...question };
}

function failed(error: unknown): void {
  trouble.hidden = false;
  trouble.textContent = `The playground has failed: ${error instanceof Error ? error.message : JSON.stringify(error)}. Reload the page; the link keeps your file.`;
}

const problems = new Problems(part('#problems'), {
  go: ({ from, to }) => editor?.go(from, to),
  fix: (finding) => editor?.apply(finding),
});
const strip = new ReleaseStrip(part('#releases'), (smolvm) => ask({ ...question, smolvm }));
const call = new CallView(part('#call'));
const share = new ShareDialog({ state, link, masked: (given) => looker.ask('mask', given) });
const imports = new ImportDialog({
  convert: (text) => editor!.request(IMPORT_METHOD, { uri: 'file:///playground/', text }),
  take: (text) => replace(text),
});

/** What smolvm makes of it. */
const resolving = new Latest(async () => {
  const { command, smolvm, flags } = question;
  const asked = { command, flags, ...(smolvm !== '' && { smolvm }) };
  const answer = await editor!.ask<{ view: ResolutionView } | null>(RESOLVE_METHOD, asked);
  view = answer?.view;
  resolution.view = view;
  const flagsRefused =
    view?.findings.some(({ inFlags, severity }) => inFlags && severity === 'error') ?? false;
  asking.show({ question, releases, shown: view?.smolvm, flagsRefused });
  strip.current = view?.smolvm;
  trouble.hidden = true;
}, failed);

/** What takes longer: the call and the address first, then every release. */
const looking = new Latest(async () => {
  const now = state();
  const answer = await looker.ask('call', now);
  call.show(answer);
  share.secrets = answer;
  // What looks like a secret gets into no address by itself.
  const isSecret = answer.credentialLines.length > 0 || answer.credentialInFlags;
  address = isSecret ? '' : `#${await toHash(now)}`;
  if (location.hash !== address) history.replaceState(null, '', address || location.pathname);
  const { text, command } = now;
  strip.show(await looker.ask('releases', { text, command }));
}, failed);

function follow(): void {
  clearTimeout(soon);
  clearTimeout(later);
  soon = setTimeout(() => resolving.run(), SOON);
  later = setTimeout(() => looking.run(), LATER);
}

function ask(asked: Question): void {
  question = asked;
  clearTimeout(soon);
  clearTimeout(later);
  resolving.run();
  looking.run();
}

function replace(text: string): void {
  if (!editor) return;
  editor.text = text;
  editor.focus();
}

async function link(given: State): Promise<string> {
  return `${location.origin}${location.pathname}#${await toHash(given)}`;
}

async function openLink(): Promise<void> {
  const given = await fromHash(location.hash.slice(1));
  if (!given) return;
  const { text, ...rest } = given;
  question = rest;
  if (editor && editor.text !== text) editor.text = text;
  if (editor) ask(rest);
}

asking.addEventListener(ASK, (event) => ask((event as CustomEvent<Question>).detail));
resolution.addEventListener(GO, (event) => {
  const { start, end } = (event as CustomEvent<{ start: number; end: number }>).detail;
  editor?.go(start, end);
});
resolution.addEventListener(LOOK, (event) => editor?.look((event as CustomEvent<LineSpan[]>).detail));
resolution.addEventListener(EXPLAIN, (event) => {
  window.open(`../rules/${(event as CustomEvent<string>).detail}`, '_blank', 'noopener');
});
part('#skip').addEventListener('click', () => editor?.focus());
part('#format').addEventListener('click', () => editor?.format());
part('#share').addEventListener('click', () => void share.open());
part('#import').addEventListener('click', () => imports.open());
addEventListener('hashchange', () => {
  if (location.hash !== address) void openLink().catch(failed);
});

async function begin(): Promise<void> {
  const given = await fromHash(location.hash.slice(1));
  if (given) question = { command: given.command, smolvm: given.smolvm, flags: given.flags };
  asking.show({ question, releases, shown: undefined, flagsRefused: false });
  const { Editor: Kind } = await chunk;
  const place = part('#editor');
  place.replaceChildren();
  editor = new Kind(place, server, given?.text ?? demo, {
    changed: () => {
      share.secrets = undefined;
      follow();
    },
    found: (findings: readonly Finding[]) => problems.show(findings),
    moved: (line) => {
      resolution.line = line;
    },
    wantsFix: (offset) => problems.focusFix(offset),
    failed,
  });
  performance.mark('ready');
  document.documentElement.dataset['ready'] = '';
  ({ releases } = await looker.ask('start', undefined));
  strip.releases = releases;
  resolving.run();
  looking.run();
  const { choices } = await editor.request<Choices>(NEW_METHOD, {});
  offerExamples(part('#examples') as HTMLSelectElement, choices, demo, replace);
}

begin()
  .catch(failed)
  .finally(() => {
    if (!('serviceWorker' in navigator)) return;
    // Without it, there is only no page without a network.
    navigator.serviceWorker.register('../offline.js').catch(() => undefined);
  });
