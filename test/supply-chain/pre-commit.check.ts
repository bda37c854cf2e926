/** The hooks, run by pre-commit itself: installed from the registry, then run without one. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { mirror } from '../../packages/cli/distribution/pre-commit.ts';
import { cache, NODES, pythonTool, repository } from './place.ts';

const { registry, version, clone } = inject('rehearsal');
const folder = mkdtempSync(join(tmpdir(), 'smolfile-pre-commit-'));
const hooks = readFileSync(join(repository, '.pre-commit-hooks.yaml'), 'utf8');
const ids = (parse(hooks) as { id: string }[]).map(({ id }) => id);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function run(command: string, argv: readonly string[], cwd: string, env: NodeJS.ProcessEnv = {}) {
  return spawnSync(command, argv, {
    cwd,
    encoding: 'utf8',
    env: {
      ...process.env,
      PATH: [NODES['Node 22'], join(cache, 'python/bin'), process.env['PATH']].join(delimiter),
      PRE_COMMIT_HOME: join(folder, 'home'),
      // it takes no Node for the machine's that is somewhere at a user's
      HOME: join(folder, 'user'),
      GIT_AUTHOR_NAME: 'x',
      GIT_AUTHOR_EMAIL: 'x@x.invalid',
      GIT_COMMITTER_NAME: 'x',
      GIT_COMMITTER_EMAIL: 'x@x.invalid',
      npm_config_registry: registry,
      npm_config_cache: join(folder, 'npm-cache'),
      ...env,
    },
  });
}

function git(cwd: string, ...argv: string[]): void {
  const { status, stderr } = run('git', argv, cwd);
  if (status !== 0) throw new Error(`git ${argv.join(' ')}: ${stderr}`);
}

/** A repository with everything in it committed and tagged. */
function repositoryWith(name: string, files: Iterable<readonly [string, string]>): string {
  const cwd = join(folder, name);
  mkdirSync(cwd, { recursive: true });
  for (const [path, text] of files) {
    mkdirSync(dirname(join(cwd, path)), { recursive: true });
    writeFileSync(join(cwd, path), text);
  }
  git(cwd, 'init', '--quiet', '--initial-branch=main');
  git(cwd, 'add', '--all', '--force');
  git(cwd, 'commit', '--quiet', '--message=x');
  git(cwd, 'tag', `v${version}`);
  return cwd;
}

function configuration(repo: string): string {
  return stringify({ repos: [{ repo, rev: `v${version}`, hooks: ids.map((id) => ({ id })) }] });
}

const FILES = {
  'app/Smolfile': 'imge= "alpine"\n',
  'old/web.smolfile': 'imge= "alpine"\n',
  'smolfile.config.toml': 'ignore = ["old"]\n',
};
/** Nothing listens there: whoever asks is refused at once. */
const CLOSED = {
  npm_config_registry: 'http://127.0.0.1:9/',
  HTTPS_PROXY: 'http://127.0.0.1:9/',
  HTTP_PROXY: 'http://127.0.0.1:9/',
};

let mirrored = '';
let tagged = '';
beforeAll(() => {
  mirrored = repositoryWith('mirror', mirror(version, hooks));
  // as `tag-release.sh` leaves a tag: with what is built
  const built = [
    'packages/cli/dist/smolfile.js',
    'packages/cli/dist/package.json',
    'packages/cli/ci/smolfile',
  ];
  const files = ['.pre-commit-hooks.yaml', ...built].map(
    (path) => [path, readFileSync(join(clone, path), 'utf8')] as const,
  );
  mkdirSync(join(folder, 'tagged'));
  tagged = repositoryWith('tagged', files);
  cpSync(join(clone, 'packages/cli/ci/smolfile'), join(tagged, 'packages/cli/ci/smolfile'));
  git(tagged, 'add', '--all');
  git(tagged, 'update-index', '--chmod=+x', 'packages/cli/ci/smolfile');
  git(tagged, 'commit', '--quiet', '--allow-empty', '--message=y');
  git(tagged, 'tag', '--force', `v${version}`);
});

test.each([
  ['from npm, by its own repository', () => mirrored],
  ['from a tag of this repository', () => tagged],
])('%s', (name, source) => {
  const cwd = repositoryWith(name.replaceAll(/\W+/g, '-'), [
    ...Object.entries(FILES),
    ['.pre-commit-config.yaml', configuration(source())],
  ]);
  const start = performance.now();
  const installed = run(pythonTool('pre-commit'), ['install-hooks'], cwd);
  expect({ status: installed.status, said: installed.status === 0 ? '' : installed.stdout }).toEqual({
    status: 0,
    said: '',
  });
  process.stdout.write(
    `pre-commit, ${name}: installed in ${((performance.now() - start) / 1000).toFixed(1)} s\n`,
  );

  const { status, stdout } = run(
    pythonTool('pre-commit'),
    ['run', '--all-files', '--color=never'],
    cwd,
    CLOSED,
  );
  expect({ name, status }).toEqual({ name, status: 1 });
  expect(stdout).toMatch(/^smolfile lint\.+Failed$/m);
  expect(stdout).toMatch(/app\/Smolfile:1:1/);
  // it is formatted then, and what the configuration ignores stays as it is
  expect(stdout).toMatch(/^smolfile fmt\.+Failed$/m);
  expect(readFileSync(join(cwd, 'app/Smolfile'), 'utf8')).toBe('imge = "alpine"\n');
  expect(readFileSync(join(cwd, 'old/web.smolfile'), 'utf8')).toBe(FILES['old/web.smolfile']);

  writeFileSync(join(cwd, 'app/Smolfile'), 'image = "alpine:3.20"\nnet = true\n');
  git(cwd, 'add', '--all');
  expect(run(pythonTool('pre-commit'), ['run', '--all-files', '--color=never'], cwd, CLOSED)).toMatchObject({
    status: 0,
  });
});
