import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { useEditor } from './harness/editor.ts';
import type { Workbench } from './harness/workbench.ts';

const DOCKERFILE = `# The API of the shop.
FROM node:22-alpine
WORKDIR /app
COPY . .
RUN npm ci --omit=dev
ENV NODE_ENV=production
EXPOSE 3000
HEALTHCHECK CMD curl -f http://localhost:3000/ || exit 1
CMD ["node", "server.js"]
`;

const COMPOSE = `name: shop
services:
  web:
    build: .
    ports: ["8080:3000"]
    environment: { DB_HOST: db, MODE: fast }
  db:
    image: postgres:17
    environment: { POSTGRES_PASSWORD: hunter22 }
`;

const LENS = 'Make a Smolfile of this';

describe('Docker’s files in an editor that has seen no Smolfile', () => {
  let folder: string;
  let workbench: Workbench;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'smolfile-import-'));
  });

  afterAll(async () => {
    await rm(folder, { recursive: true, force: true });
  });

  const editor = useEditor(
    () => ({ folder }),
    () =>
      Promise.all([
        writeFile(join(folder, 'Dockerfile'), DOCKERFILE),
        writeFile(join(folder, 'compose.yaml'), COMPOSE),
        writeFile(join(folder, 'Containerfile'), 'ARG A=1\nRUN x\n'),
      ]),
  );

  beforeEach(() => {
    ({ workbench } = editor);
  });

  test('the lens on a Dockerfile opens a Smolfile, unsaved and without a problem, and says what became of it', async () => {
    await workbench.openFile('Dockerfile');
    await workbench.lenses.filter({ hasText: LENS }).waitFor();
    await workbench.screenshot('import-lens');
    await workbench.lens(LENS);
    await workbench.page.locator('.tab.active.dirty[data-resource-name="Smolfile"]').waitFor();
    await expect.poll(() => workbench.language.innerText()).toBe('Smolfile');
    const line = (text: string) => workbench.lines.filter({ hasText: text });
    await line('docker build -t').waitFor();
    await expect.poll(() => workbench.errorSquiggles.count()).toBe(0);
    await expect.poll(() => workbench.messages.innerText()).toMatch(/\d+ kept, \d+ changed, \d+ dropped\./);
    await workbench.screenshot('import-dockerfile');
    await workbench.messages.getByRole('button', { name: 'Show Report' }).click();
    const report = workbench.page.locator('.output-view .view-line');
    await report.filter({ hasText: /changed\s+Dockerfile:8\s+HEALTHCHECK/ }).waitFor();
    await workbench.screenshot('import-report');
  });

  test('of a compose file a service is chosen', async () => {
    await workbench.openFile('compose.yaml');
    await workbench.command('Smolfile: Make a Smolfile of This File');
    await workbench.inputBox.locator('.monaco-list-row').nth(1).waitFor();
    await workbench.screenshot('import-services');
    await workbench.answer('db');
    await workbench.page.locator('.tab.active.dirty[data-resource-name="db.smolfile"]').waitFor();
    await workbench.lines.filter({ hasText: 'export POSTGRES_PASSWORD=' }).waitFor();
    expect(await workbench.lines.filter({ hasText: 'hunter22' }).count()).toBe(0);
    await workbench.screenshot('import-compose');
  });

  test('what Docker would refuse is shown where it is', async () => {
    await workbench.openFile('Containerfile');
    await workbench.command('Smolfile: Make a Smolfile of This File');
    await expect
      .poll(() => workbench.messages.innerText())
      .toContain('Line 2: `RUN` stands before the first `FROM`');
    await expect
      .poll(() => workbench.page.locator('[id="status.editor.selection"]').innerText())
      .toContain('Ln 2, Col 1');
  });
});
