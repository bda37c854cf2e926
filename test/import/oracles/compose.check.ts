/** Random services, as Docker Compose itself resolves them. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import * as fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { importAll } from '../harness.ts';
import { composeProject, type ComposeProject } from './compose-project.ts';
import { meaningOfCompose, meaningOfSmolfile, type ComposeService } from './meaning.ts';
import { compose } from './tools.ts';

/** Starting Compose takes a quarter of a second. */
const RUNS = 150;

const program = compose();
const root = mkdtempSync(join(tmpdir(), 'smolfile-compose-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

let count = 0;

/** What `docker compose config` makes of a project; undefined where it refuses it. */
function resolved(files: ComposeProject): Record<string, ComposeService> | string {
  const above = join(root, String(count++));
  const folder = join(above, 'project');
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const argv = ['--project-directory', folder, 'config', '--format', 'json'];
  const env = { HOME: '/home/me', PATH: process.env['PATH'] ?? '' };
  const { status, stdout, stderr } = spawnSync(program!, argv, { cwd: folder, encoding: 'utf8', env });
  rmSync(above, { recursive: true });
  if (status !== 0) return stderr;
  const text = stdout.replaceAll('$$', '$').replaceAll(above, '');
  return (JSON.parse(text) as { services: Record<string, ComposeService> }).services;
}

describe.skipIf(program === undefined)('Docker Compose', () => {
  test('resolves command, variables, ports and mounts to the same', () => {
    let refused = 0;
    fc.assert(
      fc.property(composeProject, (files) => {
        const services = resolved(files);
        if (typeof services === 'string') {
          refused++;
          return;
        }
        const made = importAll(files['compose.yaml']!, { path: 'compose.yaml', files });
        expect(made.map(({ service = '' }) => service).toSorted()).toEqual(Object.keys(services).toSorted());
        for (const { service, said } of made)
          expect(meaningOfSmolfile(said)).toEqual(meaningOfCompose(services[service ?? '']!));
      }),
      { numRuns: RUNS },
    );
    // quotes and variables of random commands make about a tenth unsound
    expect(refused).toBeLessThan(RUNS / 3);
  });
});
