import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { startBrowser } from './browser.ts';
import { startCodeServer, type CodeServer, type CodeServerOptions } from './code-server.ts';
import { keepFailure } from './failure.ts';
import { Workbench } from './workbench.ts';

/** What the tests of a file want of their editor. */
export interface Wanted extends CodeServerOptions {
  /** What the window shows. */
  readonly folder: string;
  readonly width?: number;
  /** Nothing is in the folder yet. */
  readonly isEmpty?: boolean;
}

/** The window of the tests of a file. */
export interface EditorWindow {
  readonly workbench: Workbench;
}

/**
 * Registers what starts a VS Code before the tests of a file, and ends it afterwards.
 *
 * All of them use one window, as a person does for a day: loading it takes several times as long as a test. What was
 * open is closed in between, and after a failure there is a new window, with nothing in its storage.
 *
 * @param wanted asked once, after the `beforeAll` of the caller.
 * @param prepare puts files into the folder, before each test and with no editor open.
 */
export function useEditor(wanted: () => Wanted, prepare: () => Promise<unknown>): EditorWindow {
  let server: CodeServer;
  let browser: Browser;
  let url: string;
  let width: number;
  let isEmpty: boolean;
  let open: Workbench | undefined;

  const close = async (): Promise<void> => {
    await open?.page.context().close();
    open = undefined;
  };

  beforeAll(async () => {
    const { folder, width: wide = 1280, isEmpty: empty = false, ...options } = wanted();
    [server, browser] = await Promise.all([startCodeServer(options), startBrowser()]);
    url = server.urlOf(folder);
    width = wide;
    isEmpty = empty;
  });

  afterAll(async () => {
    await close();
    await browser?.close();
    await server?.stop();
  });

  beforeEach(async () => {
    if (open && !(await open.reset(width))) await close();
    await prepare();
    if (open) return;
    const context = await browser.newContext({ viewport: { width, height: 800 } });
    open = new Workbench(await context.newPage());
    await open.open(url, isEmpty);
  });

  afterEach(async ({ task }) => {
    if (task.result?.state !== 'fail') return;
    if (open) await keepFailure(task, open, server);
    await close();
  });

  return {
    get workbench() {
      if (!open) throw new Error('there is no window');
      return open;
    },
  };
}
