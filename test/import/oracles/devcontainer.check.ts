/** Dev containers, as their own command line reads them. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { imported } from '../harness.ts';
import { devcontainerText } from './devcontainer-text.ts';
import { devcontainerCli } from './tools.ts';

interface Answer {
  readonly configuration: {
    readonly containerEnv?: Readonly<Record<string, string>>;
    readonly forwardPorts?: readonly (number | string)[];
    readonly remoteUser?: string;
  };
  readonly workspace: { readonly workspaceFolder: string; readonly workspaceMount?: string };
}

const cli = devcontainerCli();
const root = realpathSync(mkdtempSync(join(tmpdir(), 'smolfile-dev-')));
const project = join(root, 'project');
mkdirSync(join(project, '.devcontainer'), { recursive: true });
afterAll(() => rmSync(root, { recursive: true, force: true }));

function read(text: string): Answer {
  writeFileSync(join(project, '.devcontainer/devcontainer.json'), text);
  const argv = [cli!, 'read-configuration', '--workspace-folder', project, '--docker-path', '/bin/true'];
  const { stdout } = spawnSync(process.execPath, argv, {
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], HOME: '/home/me' },
  });
  return JSON.parse(stdout) as Answer;
}

describe.skipIf(cli === undefined)('the dev container CLI', () => {
  test('reads variables, ports and the workspace the same', () => {
    fc.assert(
      fc.property(devcontainerText, (text) => {
        const { configuration, workspace } = read(text);
        const { said } = imported(text, { path: '.devcontainer/devcontainer.json' });
        const env = ((said['env'] ?? []) as string[]).map((each) => [
          each.slice(0, each.indexOf('=')),
          each.slice(each.indexOf('=') + 1),
        ]);
        expect(Object.fromEntries(env)).toEqual(configuration.containerEnv ?? {});
        expect(((said.dev?.['ports'] ?? []) as string[]).map((each) => Number(each.split(':')[0]))).toEqual(
          configuration.forwardPorts ?? [],
        );
        expect(said['workdir']).toBe(workspace.workspaceFolder);
        const [, target] = /target=([^,]+)/.exec(workspace.workspaceMount ?? '') ?? [];
        expect(((said.dev?.['volumes'] ?? []) as string[])[0]).toBe(`.:${target}`);
      }),
      { numRuns: 15 },
    );
  });
});
