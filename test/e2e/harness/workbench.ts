import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator, Page, PageScreenshotOptions } from 'playwright-core';
import { RESET_KEY } from './code-server.ts';
import { IMAGES, OUTPUT } from './paths.ts';

/** After how long one tries again what shows nothing: a box that opened may have lost the focus, and closed. Milliseconds. */
const LOST = 20_000;

/** What is used of a page's own objects. */
interface PageGlobals {
  readonly document: {
    readonly body: unknown;
    querySelectorAll(selector: string): ArrayLike<{ readonly textContent: string }>;
  };
  readonly MutationObserver: new (changed: () => void) => {
    observe(on: unknown, what: Readonly<Record<'childList' | 'subtree' | 'characterData', boolean>>): void;
  };
}

/** What a person sees and does in VS Code's window, by the names they would use. */
export class Workbench {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
    // As long as vitest polls: a wait ends once there is what it waits for.
    page.setDefaultTimeout(120_000);
  }

  /** The squiggles under errors. */
  get errorSquiggles(): Locator {
    return this.page.locator('.editor-instance .squiggly-error');
  }

  get problemsPanel(): Locator {
    return this.page.locator('.markers-panel-container');
  }

  /** The rows of the Problems panel, one per problem, without those for files. */
  get problems(): Locator {
    return this.problemsPanel.locator('.monaco-list-row:has(.marker-icon)');
  }

  /** What each row says, in pieces. To be polled: while the panel is drawn anew, it has none. */
  async problemRows(): Promise<string[][]> {
    return (await this.problems.allInnerTexts()).map((row) => row.split('\n'));
  }

  /** The language of the active editor, as the status bar shows it. */
  get language(): Locator {
    return this.page.locator('[id="status.editor.mode"]');
  }

  async open(url: string, isEmpty = false): Promise<void> {
    await this.page.goto(url);
    const files = this.page.locator('.explorer-folders-view');
    await (isEmpty ? files : files.locator('.monaco-list-row').first()).waitFor({ timeout: 150_000 });
  }

  /**
   * Closes editors, boxes, messages, terminals and the panel.
   *
   * @returns whether it is as if nothing had been opened; otherwise one needs another window.
   */
  async reset(width: number): Promise<boolean> {
    try {
      await this.page.keyboard.press('Escape');
      await this.inputBox.waitFor({ state: 'hidden' });
      await this.dialog.waitFor({ state: 'hidden' });
      await this.page.setViewportSize({ width, height: 800 });
      await this.page.keyboard.press(RESET_KEY);
      const open = this.page.locator('.tabs-container .tab, .notification-toast, .panel.bottom .composite');
      await open.locator('visible=true').first().waitFor({ state: 'hidden' });
      return true;
    } catch (error) {
      await this.screenshot('not-reset').catch(() => undefined);
      process.stderr.write(`another window, since this one could not be reset: ${String(error)}\n`);
      return false;
    }
  }

  /** Opens a file of the workspace's top folder from the explorer, to stay, and shows its first line. */
  async openFile(name: string): Promise<void> {
    const entry = this.page.locator('.explorer-folders-view').getByRole('treeitem', { name, exact: true });
    const tab = this.page.locator(`.tab.active[data-resource-name="${name}"]:not(.preview)`);
    await entry.dblclick();
    await tab.waitFor();
    await this.lines.first().waitFor();
    // On a busy machine it takes a while from the window to the server, which answers once this is there.
    if (/smolfile$/i.test(name)) await this.status.waitFor({ timeout: 150_000 });
    // VS Code comes back to where one was.
    await this.#focusText();
    await this.page.keyboard.press('Control+Home');
  }

  async showProblems(): Promise<void> {
    await this.command('Problems: Focus on Problems View');
    await this.problemsPanel.waitFor();
  }

  /** Runs a command of the command palette by its whole title. */
  async command(title: string): Promise<void> {
    const rows = this.page.locator('.quick-input-list .monaco-list-row');
    const whole = new RegExp(`^${title.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)}$`);
    const label = this.page.locator('.label-name', { hasText: whole });
    // The box comes with a text of its own, which it may put there after this one.
    await this.#seen(rows.filter({ has: label }).first(), async () => {
      await this.#openBox('F1');
      await this.inputBox.locator('input').fill(`>${title}`, { timeout: LOST });
    });
    // By keyboard: the list may still be moving under the pointer.
    await this.#down(this.choice.filter({ has: label }), await rows.count());
    await this.page.keyboard.press('Enter');
  }

  /** The titles that the command palette offers for a text. */
  async offered(text: string): Promise<string[]> {
    await this.#openBox('F1');
    await this.inputBox.locator('input').fill(`>${text}`);
    await this.page.locator('.quick-input-list .monaco-list-row').first().waitFor();
    const titles = await this.page.locator('.quick-input-list .monaco-list-row .label-name').allInnerTexts();
    await this.page.keyboard.press('Escape');
    await this.inputBox.waitFor({ state: 'hidden' });
    return titles;
  }

  /** The lines of the active editor, as far as they are in view and in no order. */
  get lines(): Locator {
    return this.page.locator('.editor-instance .view-lines .view-line');
  }

  /** Puts the cursor at the end of a line, by keyboard: what a click hits depends on what floats above the text. */
  async goToLine(line: number): Promise<void> {
    // The box comes with a text of its own, which it may put there after this one.
    const goTo = async (): Promise<void> => {
      await this.#focusText();
      await this.#openBox('Control+G');
      await this.inputBox.locator('input').fill(`:${line}`, { timeout: LOST });
      await this.page.keyboard.press('Enter');
    };
    await this.#seen(this.inputBox, goTo, 'hidden');
    await this.#focusText();
    await this.page.keyboard.press('End');
  }

  async #focusText(): Promise<void> {
    await this.#seen(this.page.locator('.editor-instance .monaco-editor.focused').first(), () =>
      this.page.keyboard.press('Control+1'),
    );
  }

  /** Replaces a line by typing. */
  async retypeLine(line: number, text: string): Promise<void> {
    await this.goToLine(line);
    await this.page.keyboard.press('Shift+Home');
    await this.page.keyboard.type(text, { delay: 15 });
  }

  /** Opens the light bulb's menu where the cursor is and takes its first action, which has this title. */
  async quickFix(title: string): Promise<void> {
    // By keyboard: for a while after it opens, the menu takes no clicks.
    await this.#openActions(this.page.locator('.action-widget .monaco-list-row.focused', { hasText: title }));
    await this.screenshot('quick-fix');
    await this.page.keyboard.press('Enter');
  }

  /** Opens the light bulb's menu where the cursor is and takes the action of this title. */
  async codeAction(title: string): Promise<void> {
    const rows = this.page.locator('.action-widget .monaco-list-row');
    await this.#openActions(rows.filter({ hasText: title }));
    const focused = this.page.locator('.action-widget .monaco-list-row.focused', { hasText: title });
    await this.#down(focused, await rows.count());
    await this.page.keyboard.press('Enter');
  }

  /** Opens the light bulb's menu where the cursor is, which has an entry. */
  async #openActions(entry: Locator): Promise<void> {
    // The bulb itself is not waited for: it does not come where the editor asked once and was interrupted. Nor is an
    // empty menu taken for an answer.
    await this.#seen(entry, async () => {
      await this.page.keyboard.press('Escape');
      await this.page.keyboard.press('Control+.');
    });
  }

  /** Opens the box at the top by a key. */
  async #openBox(key: string): Promise<void> {
    await this.#seen(this.inputBox, () => this.page.keyboard.press(key));
  }

  /** Does again what leads to something until that is seen: what was still under way may have taken the keys. */
  async #seen(
    something: Locator,
    act: () => Promise<void>,
    state: 'visible' | 'hidden' = 'visible',
    again = 3,
  ): Promise<void> {
    try {
      await act();
      await something.waitFor({ state, timeout: LOST });
    } catch (error) {
      if (again === 0) throw error;
      await this.#seen(something, act, state, again - 1);
    }
  }

  /** The code lenses in view, by their titles. */
  get lenses(): Locator {
    return this.page.locator('.editor-instance .codelens-decoration a');
  }

  /** Clicks a code lens. */
  async lens(title: string | RegExp): Promise<void> {
    const lens = this.lenses.filter({ hasText: title });
    await lens.first().click();
  }

  /**
   * Clicks a code lens until that is seen which it leads to: VS Code may draw the lenses anew between the press and the
   * release of the button, as it does after an edit, and then nothing was clicked.
   */
  async lensTo(title: string | RegExp, something: Locator): Promise<void> {
    await this.#seen(something, () => this.lens(title));
  }

  /**
   * Notes what the code lenses say from now on.
   *
   * @returns each state that was seen until it is called, as the titles in it.
   */
  async noteLenses(): Promise<() => Promise<readonly (readonly string[])[]>> {
    const notes = await this.page.evaluateHandle(() => {
      const { document, MutationObserver } = globalThis as unknown as PageGlobals;
      const states: string[][] = [];
      const note = (): void => {
        const links = document.querySelectorAll('.editor-instance .codelens-decoration a');
        const titles = Array.from(links, ({ textContent }) => textContent.trim());
        if (JSON.stringify(titles) !== JSON.stringify(states.at(-1))) states.push(titles);
      };
      note();
      new MutationObserver(note).observe(document.body, {
        childList: true,
        subtree: true,
        characterData: true,
      });
      return states;
    });
    return () => notes.jsonValue();
  }

  /** The extension's item in the status bar. */
  get status(): Locator {
    return this.page.locator('[id="smolfile.smolfile-vscode.smolfile.target"]');
  }

  /** The view of machines. */
  get machines(): Locator {
    return this.page.locator('.pane', { hasText: 'smolvm Machines' }).last();
  }

  /** Opens the view of machines and has it ask smolvm now. */
  async showMachines(): Promise<void> {
    await this.command('Explorer: Focus on smolvm Machines View');
    await this.machines.hover();
    await this.machines.getByRole('button', { name: 'Refresh' }).click();
  }

  /** A machine in its view. */
  machine(name: string): Locator {
    return this.machines.getByRole('treeitem', { name: new RegExp(`^${name},`) });
  }

  /** Takes an entry of the menu that a click with the right button opens. */
  async contextMenu(on: Locator, entry: string): Promise<void> {
    const items = this.page.locator('.context-view .action-item');
    // By keyboard: for a while after it opens, the menu takes no clicks.
    const focused = this.page.locator('.context-view .action-item.focused', { hasText: entry });
    // A terminal that comes to the front takes the menu away.
    await this.#seen(focused, async () => {
      if (await items.first().isVisible()) await this.page.keyboard.press('Escape');
      await on.click({ button: 'right', timeout: LOST });
      await items.filter({ hasText: entry }).waitFor({ timeout: LOST });
      await this.#down(focused, await items.count());
    });
    await this.page.keyboard.press('Enter');
    await items.first().waitFor({ state: 'hidden' });
  }

  /** Goes down a list until something is reached. */
  async #down(to: Locator, most: number): Promise<void> {
    if ((await to.count()) > 0) return;
    if (most === 0) throw new Error('it is not in the list');
    await this.page.keyboard.press('ArrowDown');
    await this.#down(to, most - 1);
  }

  /** Messages in the corner. */
  get messages(): Locator {
    return this.page.locator('.notification-toast .notification-list-item');
  }

  /** A message in the middle, which wants an answer first. */
  get dialog(): Locator {
    return this.page.locator('.monaco-dialog-box');
  }

  /** The box at the top that asks for a text. */
  get inputBox(): Locator {
    return this.page.locator('.quick-input-widget');
  }

  /** What Enter takes in the list of the box at the top. */
  get choice(): Locator {
    return this.page.locator('.quick-input-widget .quick-input-list .monaco-list-row.focused');
  }

  /** Writes into the box at the top and waits for it to go. */
  async answer(text: string): Promise<void> {
    await this.answerFirst(text);
    await this.inputBox.waitFor({ state: 'hidden' });
  }

  /** Writes into the box at the top, where another may stand in its place at once. */
  async answerFirst(text: string): Promise<void> {
    await this.inputBox.locator('input').fill(text);
    await this.inputBox.locator('input').press('Enter');
  }

  /** What the terminal in front shows. */
  get terminal(): Locator {
    return this.page.locator('.terminal-wrapper.active .xterm-rows');
  }

  /** The page of the preview, which is a frame in a frame. */
  get preview(): Locator {
    const frame = this.page.frameLocator('iframe.webview.ready').last().frameLocator('#active-frame');
    return frame.locator('body');
  }

  /** The line of the preview's table for a key. */
  previewRow(key: string): Locator {
    const header = this.page.getByRole('rowheader', { name: key, exact: true });
    return this.preview.getByRole('row').filter({ has: header });
  }

  /**
   * A part of the window for the extension's README: also put where the README has it, if `SMOLFILE_PICTURES` says
   * so. Not by itself, since no two runs give the very same bytes.
   */
  async picture(name: string, clip: NonNullable<PageScreenshotOptions['clip']>): Promise<void> {
    await this.screenshot(name);
    const folder = process.env['SMOLFILE_PICTURES'] === undefined ? OUTPUT : IMAGES;
    await this.page.screenshot({ path: join(folder, `readme-${name}.png`), clip });
  }

  /** Where something is, for a picture of it. */
  async placeOf(part: Locator): Promise<NonNullable<PageScreenshotOptions['clip']>> {
    const box = await part.boundingBox();
    if (!box) throw new Error('it is not in view');
    return box;
  }

  /** Kept under `test/e2e/output`, for a person to look at. */
  async screenshot(name: string): Promise<void> {
    await mkdir(OUTPUT, { recursive: true });
    await this.page.screenshot({ path: join(OUTPUT, `${name}.png`) });
  }
}
