import { commands, ThemeIcon, window, type QuickPickItem, type Uri } from 'vscode';
import { flagChoices, type FlagChoice } from '../smolvm/flag-choices.ts';
import { COMMAND_WORDS, type FileActionKind } from '../smolvm/argv.ts';
import type { Tools } from './tools.ts';
import { completeFlags, resolve } from './server.ts';

interface Item extends QuickPickItem {
  readonly choice: FlagChoice;
}

const HELP = { iconPath: new ThemeIcon('question'), tooltip: 'Show the Help of smolvm' };

/**
 * Asks for flags, and completes them: a box with a list, since VS Code's box for text alone cannot.
 *
 * @param own flags that are there already (`--name web`), as a line in front of what is typed.
 * @returns the line, without space around it; undefined when there is none wanted.
 */
export function askForFlags(
  action: FileActionKind,
  title: string,
  uri: Uri,
  tools: Tools,
  own = '',
): Promise<string | undefined> {
  const { client, memory } = tools;
  const earlier = memory.linesOf(uri, action);
  const box = window.createQuickPick<Item>();
  // The order says what Enter does; VS Code would put what resembles the text first.
  Object.assign(box, { sortByLabel: false });
  box.title = title;
  box.placeholder = `Flags of smolvm ${COMMAND_WORDS[action].join(' ')}${action === 'pack' ? '' : ', and after -- a command instead of the file’s'}`;
  box.ignoreFocusOut = true;
  box.buttons = [HELP];
  let asked = 0;
  /** The text that the list is about. */
  let listed: string | undefined;

  const update = async (): Promise<void> => {
    const mine = ++asked;
    const text = box.value;
    const before = own === '' ? '' : `${own} `;
    box.busy = true;
    const [completions, resolved] = await Promise.all([
      completeFlags(client, uri, action, before + text).catch(() => undefined),
      resolve(client, uri, action, before + text).catch(() => undefined),
    ]);
    if (mine !== asked) return;
    box.busy = false;
    listed = text;
    const found = (['error', 'warning'] as const)
      .map((level) =>
        resolved?.diagnostics.find(({ severity, source }) => source === 'flags' && severity === level),
      )
      .find((each) => each !== undefined);
    const shift = before.length;
    const range = completions
      ? { start: completions.range.start - shift, end: completions.range.end - shift }
      : { start: 0, end: 0 };
    const choices = flagChoices({
      action,
      text,
      earlier,
      completions: { range, items: completions?.items ?? [] },
      ...(found && {
        problem: {
          severity: found.severity as 'error' | 'warning',
          message: [found.message, found.help].filter(Boolean).join('. '),
        },
      }),
    });
    box.items = choices.map(itemOf);
    box.activeItems = box.items.slice(0, 1);
  };

  return new Promise((done) => {
    const watching = [
      box.onDidChangeValue(() => void update()),
      box.onDidTriggerButton(() => void commands.executeCommand('smolfile.help', action)),
      box.onDidAccept(async () => {
        // Whoever types fast is ahead of the list, and means what is typed.
        if (listed !== box.value) await update();
        const choice = box.activeItems[0]?.choice;
        if (!choice || listed !== box.value) return;
        if (choice.kind === 'start') {
          done(box.value.trim());
          box.hide();
          return;
        }
        box.value = choice.text;
        await update();
      }),
      box.onDidHide(() => {
        done(undefined);
        watching.forEach((each) => void each.dispose());
        box.dispose();
      }),
    ];
    box.show();
    void update();
  });
}

/** VS Code would leave out what does not resemble the whole text. */
function itemOf(choice: FlagChoice): Item {
  const { label, description } = choice;
  const detail = choice.kind === 'start' ? choice.detail : undefined;
  return { label, description, ...(detail !== undefined && { detail }), alwaysShow: true, choice };
}
