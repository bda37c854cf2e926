/** What `smolfile init` writes, started by the published smolvm up to what reaches the guest. */
import { execFile } from 'node:child_process';
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import TOML from '@iarna/toml';
import { NO_READER } from '@smolfile/core/import';
import { newSmolfiles } from '@smolfile/core/templates';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { smolvmCommand } from '../../smolvm/program/command.ts';
import { programOf } from '../../smolvm/program/fetch.ts';
import { startRegistry, type Registry } from './registry.ts';

const RELEASES = ['1.32.2', '1.14.2', '1.9.1'];
const { choices } = newSmolfiles(NO_READER);
const folder = realpathSync(mkdtempSync(join(tmpdir(), 'smolfile-templates-')));
let registry: Registry;
beforeAll(async () => {
  registry = await startRegistry();
});
afterAll(async () => {
  await registry.close();
  rmSync(folder, { recursive: true, force: true });
});

describe.each(RELEASES)('smolvm %s', (release) => {
  let isThere = false;
  beforeAll(async () => {
    try {
      await programOf(release);
      isThere = true;
    } catch (error) {
      process.stderr.write(`smolvm ${release} cannot be had here, so nothing is tried: ${String(error)}\n`);
    }
  });

  test.each(choices)('$name is created and started', async ({ name, text }) => {
    if (!isThere) return;
    const smolvm = await smolvmCommand(release, { mirrors: { 'docker.io': registry.address } });
    try {
      writeFileSync(join(folder, `${name}.smolfile`), text);
      const env = { ...process.env, FAKE_DNS: '192.0.2.7', PATH: `${smolvm.folder}:${process.env['PATH']}` };
      const call = async (...argv: string[]) => promisify(execFile)('smolvm', argv, { cwd: folder, env });
      await call('machine', 'create', '--name', name, '-s', `${name}.smolfile`);
      await call('machine', 'start', '--name', name);
      const said = TOML.parse(text) as { entrypoint?: string[]; cmd: string[]; workdir?: string };
      const workload = smolvm.workload(name);
      expect(workload?.command).toEqual([...(said.entrypoint ?? []), ...said.cmd]);
      expect(workload?.workdir).toBe(said.workdir);
    } finally {
      await smolvm.remove();
    }
  });
});
