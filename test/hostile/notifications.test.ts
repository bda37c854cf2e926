/** What a file says becomes no link in a notification of VS Code, where a link may run a command. */
import { readdirSync, readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { expect, test, vi } from 'vitest';

const shown = vi.hoisted(() =>
  vi.fn<(...given: readonly unknown[]) => Promise<undefined>>(() => Promise.resolve(undefined)),
);
vi.mock('vscode', () => ({
  window: { showErrorMessage: shown, showWarningMessage: shown, showInformationMessage: shown },
}));
const { showError, showInformation, showWarning } = await import('../../extension/src/editor/notify.ts');

/** How VS Code finds links in a message (src/vs/base/common/linkedText.ts). */
const LINK = /\[([^\]]+)\]\(((?:https?:\/\/|command:|file:)[^)\s]+)(?: ["'](.+?)["'])?\)/i;
const text = fc
  .array(
    fc.oneof(
      fc.string(),
      fc.constantFrom('[Fix](command:workbench.action.quit)', '[', ']', '(', ')', '](', 'command:a', '\n'),
    ),
  )
  .map((parts) => parts.join(''));

test('a link that anybody may have written is shown as it is', () => {
  fc.assert(
    fc.property(text, text, (message, more) => {
      shown.mockClear();
      void showError(message, more);
      void showInformation(message, more);
      void showWarning(message, { detail: more }, more);
      for (const part of shown.mock.calls.flat(2)) expect(JSON.stringify(part)).not.toMatch(LINK);
      expect(shown).toHaveBeenCalledTimes(3);
    }),
    { numRuns: 300 },
  );
});

test('every notification goes through there', () => {
  const root = new URL('../../extension/src/', import.meta.url);
  const others = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts') && path !== 'editor/notify.ts')
    .filter((path) =>
      /\.show(?:Error|Warning|Information)Message\b/.test(readFileSync(new URL(path, root), 'utf8')),
    );
  expect(others).toEqual([]);
});
