import { commands, Uri, workspace, type Disposable } from 'vscode';
import { explainCode, ruleUrl } from '@smolfile/core';

const SCHEME = 'smolfile-rule';

/** Shows what a finding is about inside the editor, where no network is needed. */
export function registerExplanations(): Disposable {
  return workspace.registerTextDocumentContentProvider(SCHEME, {
    provideTextDocumentContent: ({ query }) => pageOf(query),
  });
}

/**
 * Opens the page of a code.
 *
 * @returns false where there is no such code, or nothing that shows Markdown: its extension may be switched off.
 */
export async function showExplanation(code: unknown): Promise<boolean> {
  if (typeof code !== 'string' || !explainCode(code)) return false;
  const uri = Uri.from({ scheme: SCHEME, path: `/${code}.md`, query: code });
  return commands.executeCommand('markdown.showPreviewToSide', uri).then(
    () => true,
    () => false,
  );
}

function pageOf(code: string): string {
  const explained = explainCode(code);
  if (!explained) return `There is no rule ${code}.\n`;
  const { summary, why, help, severity, rule } = explained;
  const examples = rule?.examples;
  const shown = (title: string, all: readonly { readonly toml: string; readonly note?: string }[] = []) =>
    all.length === 0
      ? ''
      : `\n## ${title}\n${all.map(({ toml, note }) => `\n${note === undefined ? '' : `${note}\n\n`}\`\`\`toml\n${toml.trimEnd()}\n\`\`\`\n`).join('')}`;
  return `# ${code}

**${summary}** (${severity})

${why}

${help}
${shown('Reported', examples?.invalid)}${shown('Fine', examples?.valid)}
[On the web](${ruleUrl(code)})
`;
}
