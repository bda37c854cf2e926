import picomatch from 'picomatch';
import { expect, test } from 'vitest';
import { PATHS } from '../harness/file-names.ts';
import { page } from './harness/set-up.ts';
import { capabilitiesFor } from '../../packages/language-server/src/capabilities.ts';
import { clientOf } from '../../packages/language-server/src/client.ts';
import {
  FLAGS_METHOD,
  IMPORT_METHOD,
  NEW_METHOD,
  RESOLVE_METHOD,
} from '../../packages/language-server/src/custom.ts';
import { LENS_COMMANDS } from '../../packages/language-server/src/features/lenses.ts';
import { isSmolfileName } from '../../packages/host/src/names.ts';
import { readSettings } from '../../packages/language-server/src/settings.ts';

/** What a capability is called in the page. */
const METHODS: Readonly<Record<string, string>> = {
  completionProvider: 'textDocument/completion',
  hoverProvider: 'textDocument/hover',
  definitionProvider: '`definition`',
  referencesProvider: 'textDocument/references',
  documentHighlightProvider: 'textDocument/documentHighlight',
  documentSymbolProvider: 'textDocument/documentSymbol',
  workspaceSymbolProvider: 'workspace/symbol',
  foldingRangeProvider: 'textDocument/foldingRange',
  selectionRangeProvider: '`selectionRange`',
  documentLinkProvider: 'textDocument/documentLink',
  inlayHintProvider: 'textDocument/inlayHint',
  documentFormattingProvider: 'textDocument/formatting',
  documentRangeFormattingProvider: '`rangeFormatting`',
  renameProvider: '`rename`',
  semanticTokensProvider: 'textDocument/semanticTokens/full',
  executeCommandProvider: 'workspace/executeCommand',
  codeActionProvider: 'textDocument/codeAction',
  codeLensProvider: 'textDocument/codeLens',
  diagnosticProvider: 'textDocument/diagnostic',
};

test('every capability of the server is in the table of EDITORS.md', () => {
  const client = clientOf({
    textDocument: {
      diagnostic: {},
      codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: [] } } },
    },
    experimental: { smolfile: { commands: [...LENS_COMMANDS] } },
  });
  const providers = Object.keys(capabilitiesFor(client)).filter((name) => name.endsWith('Provider'));
  expect(providers.toSorted()).toEqual(Object.keys(METHODS).toSorted());
  for (const method of Object.values(METHODS)) expect(page).toContain(method);
});

test('so are the requests of our own', () => {
  for (const method of [RESOLVE_METHOD, FLAGS_METHOD, IMPORT_METHOD, NEW_METHOD])
    expect(page).toContain(`| \`${method}\``);
});

test('so is every setting', () => {
  const { inlayHints, shellcheck, ...others } = readSettings({
    smolvmVersion: '1.9.3',
    installedVersion: '1.9.3',
    trusted: true,
  });
  for (const name of Object.keys(others)) expect(page).toContain(`| \`${name}\``);
  for (const name of Object.keys(inlayHints)) expect(page).toContain(`| \`inlayHints.${name}\``);
  for (const name of Object.keys(shellcheck)) expect(page).toContain(`| \`shellcheck.${name}\``);
});

// Emacs and Neovim are run, and Helix where it can be had; of these, the patterns are read.
test.each([
  ['Helix', [...page.matchAll(/\{ glob = "([^"]+)" \}/g)].map(([, glob]) => glob!)],
  ['Zed', (/"TOML": \[(.*)\]/.exec(page)![1]!.match(/"([^"]+)"/g) ?? []).map((glob) => glob.slice(1, -1))],
  ['Kate', /add `([^`]+)` to TOML/.exec(page)![1]!.split(';')],
])('%s is told of every name', (_, globs) => {
  expect(globs.length).toBeGreaterThan(4);
  const isOne = picomatch(globs, { dot: true });
  const names = PATHS.filter((path) => !path.includes('/'));
  expect(names.filter((name) => isOne(name))).toEqual(names.filter((name) => isSmolfileName(name)));
});
