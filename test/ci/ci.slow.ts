/** What CI.md tells people to write works: its YAML is read, its commands are run, its patterns match. */
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseConfig, TOOLKIT_VERSION } from '@smolfile/core';
import { isSmolfileName } from '@smolfile/host';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { builtCli } from '../cli/built.ts';
import { PATHS } from '../harness/file-names.ts';

const repository = fileURLToPath(new URL('../../', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'smolfile-ci-'));
/** A clone of this repository with the CLI built, as far as the examples need it. */
const toolkit = join(folder, 'toolkit');

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
  readonly env?: Readonly<Record<string, string>>;
}

const document = readFileSync(join(repository, 'CI.md'), 'utf8');
const examples = Array.from(
  document.matchAll(/^```(\w+)\n(.*?)^```$/gms),
  ([, language = '', text = '']) => ({
    language,
    text,
    name: /^# (.*)$/m.exec(text)?.[1] ?? '',
  }),
);

function example(name: string): string {
  const found = examples.find((each) => each.name === name);
  expect(found, `${name} is in CI.md`).toBeDefined();
  return found!.text;
}

const action = parse(readFileSync(join(repository, 'action.yml'), 'utf8')) as {
  inputs: Record<string, { default?: string; description: string }>;
  runs: { using: string; steps: readonly Step[] };
};

beforeAll(async () => {
  cpSync(await builtCli(), join(toolkit, 'packages/cli/dist'), { recursive: true });
  cpSync(join(repository, 'packages/cli/ci'), join(toolkit, 'packages/cli/ci'), { recursive: true });
  cpSync(join(repository, '.github'), join(toolkit, '.github'), { recursive: true });
  mkdirSync(join(folder, 'bin'));
  writeFileSync(
    join(folder, 'bin/smolfile'),
    `#!/bin/sh\nexec "${join(toolkit, 'packages/cli/ci/smolfile')}" "$@"\n`,
  );
  // The release that the examples name is there already: nothing is fetched.
  const release = `smolfile@${TOOLKIT_VERSION}`;
  writeFileSync(
    join(folder, 'bin/npx'),
    `#!/bin/sh\ntest "$1 $2" = "--yes ${release}" || exit 99\nshift 2\nexec smolfile "$@"\n`,
  );
  writeFileSync(
    join(folder, 'bin/npm'),
    `#!/bin/sh\ncase "$*" in "install --global ${release}") ;; "root --global") echo "${folder}/global";; *) exit 99;; esac\n`,
  );
  cpSync(join(toolkit, 'packages/cli/dist'), join(folder, 'global/smolfile/dist'), { recursive: true });
  for (const name of ['smolfile', 'npx', 'npm']) chmodSync(join(folder, 'bin', name), 0o755);
}, 240_000);
afterAll(() => rmSync(folder, { recursive: true }));

let repositories = 0;

/** A repository to check, with the toolkit cloned into it. */
function checkedOut(files: Readonly<Record<string, string>> = { 'app/Smolfile': 'imge = 1\n' }): string {
  const cwd = join(folder, `repository-${repositories++}`);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(cwd, path, '..'), { recursive: true });
    writeFileSync(join(cwd, path), text);
  }
  symlinkSync(toolkit, join(cwd, 'toolkit'));
  return cwd;
}

function shell(script: string, cwd: string, env: Readonly<Record<string, string>> = {}) {
  const { status, stdout, stderr } = spawnSync(
    'bash',
    ['--noprofile', '--norc', '-eo', 'pipefail', '-c', script],
    {
      cwd,
      encoding: 'utf8',
      env: { PATH: `${join(folder, 'bin')}:${process.env['PATH']}`, ...env },
    },
  );
  return { status, stdout, stderr };
}

describe('action.yml', () => {
  const [step] = action.runs.steps;

  /** Runs the action as the runner would. */
  function runAction(
    inputs: Readonly<Record<string, string>>,
    cwd: string,
    runner: Readonly<Record<string, string>> = {},
  ) {
    const values = {
      ...Object.fromEntries(
        Object.entries(action.inputs).map(([name, { default: value = '' }]) => [name, value]),
      ),
      ...inputs,
    };
    const filled = (text: string): string =>
      text.replaceAll(/\$\{\{ inputs\.([\w-]+) \}\}/g, (_, name: string) => values[name] ?? '');
    const env = Object.fromEntries(
      Object.entries(step?.env ?? {}).map(([name, text]) => [name, filled(text)]),
    );
    return shell(step?.run ?? '', cwd, {
      ...env,
      GITHUB_ACTIONS: 'true',
      GITHUB_WORKSPACE: cwd,
      GITHUB_ACTION_PATH: toolkit,
      ...runner,
    });
  }

  test('is a composite action whose script takes nothing but variables', () => {
    expect(action.runs.using).toBe('composite');
    expect(action.runs.steps).toHaveLength(1);
    expect(step?.run).not.toContain('${{');
    const used = Object.values(step?.env ?? {})
      .concat('inputs.working-directory')
      .join();
    for (const [name, { description }] of Object.entries(action.inputs)) {
      expect(used).toContain(`inputs.${name}`);
      expect(description).toMatch(/\.$/);
    }
  });

  test('counts for later steps, and a summary of the job', () => {
    const cwd = checkedOut({ 'app/Smolfile': 'imge = 1\nimge2 = "|<b>@me"\n' });
    const runner = {
      RUNNER_TEMP: cwd,
      GITHUB_OUTPUT: join(cwd, 'output'),
      GITHUB_STEP_SUMMARY: join(cwd, 'summary.md'),
    };
    writeFileSync(runner.GITHUB_STEP_SUMMARY, '');
    expect(runAction({}, cwd, runner).status).toBe(1);
    const output = readFileSync(runner.GITHUB_OUTPUT, 'utf8');
    expect(output).toMatch(/^errors=2\nwarnings=0\ninfos=\d+\nreport=.*\.json\n$/);
    const text = readFileSync(runner.GITHUB_STEP_SUMMARY, 'utf8');
    expect(text).toMatch(/^### Smolfiles\n\n2 errors.* in 1 file/);
    expect(text).toMatch(
      /^\| error \| `app\/Smolfile:1:1` \| `imge` is not a key of a Smolfile \(\[unknown-key\]\(https:/m,
    );
    rmSync(runner.GITHUB_OUTPUT);
    expect(
      runAction({ 'allow-empty': 'true', paths: 'none' }, checkedOut({ 'none/x': '' }), runner).status,
    ).toBe(0);
  });

  test('its inputs are the options of the command', () => {
    const volume = 'image = "a:1"\nnet = true\nimge = 1\n[dev]\nvolumes = ["/nope:/data"]\n';
    const cwd = checkedOut({
      Smolfile: volume,
      'base.json': '{"formatVersion":1,"files":{"Smolfile":{"unknown-key":1}}}',
    });
    const codes = (inputs: Record<string, string>) =>
      new Set(
        Array.from(runAction(inputs, cwd).stdout.matchAll(/^::\w+ title=([\w-]+)/gm), ([, code]) => code),
      );
    expect(codes({})).toContain('unknown-key');
    // machines do not run on the runner
    expect(codes({})).not.toContain('volume-source-missing');
    expect(codes({ 'host-checks': 'true' })).toContain('volume-source-missing');
    expect(codes({ ignore: 'unknown-key' })).not.toContain('unknown-key');
    expect(codes({ baseline: 'base.json' })).not.toContain('unknown-key');
    expect(codes({ select: 'volume-source-missing', 'host-checks': 'true' })).toEqual(
      new Set(['volume-source-missing']),
    );
    expect(runAction({ severity: 'unknown-key=info' }, cwd).status).toBe(0);
  });

  test('turns the problem matcher on for later steps', () => {
    const cwd = checkedOut();
    expect(runAction({}, cwd).stdout).not.toContain('::add-matcher::');
    const [, path = ''] =
      /^::add-matcher::(.*)$/m.exec(runAction({ 'problem-matcher': 'true' }, cwd).stdout) ?? [];
    expect(JSON.parse(readFileSync(path, 'utf8'))).toHaveProperty('problemMatcher');
  });

  test('says what is missing where there is no Node', () => {
    const cwd = checkedOut();
    const { status, stdout, stderr } = spawnSync(
      '/bin/sh',
      [join(toolkit, 'packages/cli/ci/smolfile'), 'lint'],
      { cwd, encoding: 'utf8', env: { PATH: join(folder, 'nowhere') } },
    );
    expect({ status, stdout }).toEqual({ status: 3, stdout: '' });
    expect(stderr).toContain('needs Node 20.12 or newer');
  });

  test('lints, annotates and writes SARIF', () => {
    const cwd = checkedOut();
    const { status, stdout, stderr } = runAction({ 'sarif-file': 'out.sarif' }, cwd);
    expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
    expect(stdout).toContain('error[unknown-key]');
    expect(stdout).toMatch(/^::error title=unknown-key,file=app\/Smolfile,line=1,/m);
    expect(JSON.parse(readFileSync(join(cwd, 'out.sarif'), 'utf8'))).toHaveProperty('runs');
  });

  test('passes every input on, and takes none for code', () => {
    const cwd = checkedOut({
      'a b/Smolfile': 'imge = 1\nimage = "a"\nnet = true\n',
      'c.smolfile': '',
      'ci.toml': 'severity = { unknown-key = "info" }',
    });
    const inputs = {
      paths: 'a b/Smolfile\n\nc.smolfile\n',
      for: 'run',
      'smolvm-version': '1.6.0',
      config: 'ci.toml',
    };
    const { status, stdout } = runAction(inputs, cwd);
    expect(status).toBe(0);
    expect(stdout).toContain('info[unknown-key]');
    expect(stdout).toContain('(smolvm 1.6.0)');
    expect(runAction({ ...inputs, 'fail-on': 'info' }, cwd).status).toBe(1);
    const evil = runAction({ paths: '$(touch evil); `touch evil`\n--fix', for: '"; touch evil; "' }, cwd);
    expect(evil.status).toBeGreaterThan(0);
    expect(existsSync(join(cwd, 'evil'))).toBe(false);
  });
});

describe('CI.md', () => {
  test('every YAML example can be read, and every link leads somewhere', () => {
    const yaml = examples.filter(({ language }) => language === 'yaml');
    expect(yaml.length).toBeGreaterThan(3);
    for (const { text } of yaml) expect(parse(text)).toBeTypeOf('object');
    const links = Array.from(document.matchAll(/\]\((?!https?:)([^)#]+)\)/g), (match) => match[1]!);
    expect(links.filter((link) => !existsSync(join(repository, link)))).toEqual([]);
  });

  test('the workflow gives the action inputs that it has, and uploads what it writes', () => {
    const workflow = parse(example('.github/workflows/smolfile.yml')) as {
      permissions: Record<string, string>;
      jobs: Record<string, { steps: Step[] }>;
    };
    const steps = Object.values(workflow.jobs).flatMap((job) => job.steps);
    const ours = steps.find(({ uses }) => uses?.startsWith('smolfile/toolkit@'));
    expect(Object.keys(ours?.with ?? {}).filter((name) => !(name in action.inputs))).toEqual([]);
    const upload = steps.find(({ uses }) => uses?.includes('upload-sarif'));
    expect(upload?.with?.['sarif_file']).toBe(ours?.with?.['sarif-file']);
    expect(workflow.permissions['security-events']).toBe('write');
  });

  test('the step with the problem matcher runs, and the matcher catches every line', () => {
    const [step] = parse(example('a step of a job')) as Step[];
    const cwd = checkedOut({
      Smolfile: 'imge = 1\nports = ["8080:80"]\n[dev]\nports = ["1:x"]\n',
      'legacy.smolfile': 'image = "a"\nports = ["8080:80"]\n',
      'b: c:3:4: error[x] .smolfile': 'imge = 1\n',
    });
    const { status, stdout } = shell(step?.run ?? '', cwd);
    expect(status).toBe(1);
    const [command = '', ...lines] = stdout.trimEnd().split('\n');
    const { problemMatcher } = JSON.parse(
      readFileSync(resolve(cwd, command.replace('::add-matcher::', '')), 'utf8'),
    ) as {
      problemMatcher: {
        severity?: string;
        pattern: [
          {
            regexp: string;
            file: number;
            line: number;
            column: number;
            severity?: number;
            code: number;
            message: number;
          },
        ];
      }[];
    };
    const found = lines.map((line) => {
      const matching = problemMatcher.flatMap(({ severity, pattern: [pattern] }) => {
        const match = new RegExp(pattern.regexp).exec(line);
        return match
          ? [
              {
                line: match[pattern.line],
                severity: pattern.severity === undefined ? severity : match[pattern.severity],
                code: match[pattern.code],
              },
            ]
          : [];
      });
      expect(matching, line).toHaveLength(1);
      return matching[0]!;
    });
    expect(found.length).toBeGreaterThan(3);
    expect(found).toContainEqual({ line: '1', severity: 'error', code: 'unknown-key' });
    // What GitHub's runner knows; anything else it drops.
    for (const { severity } of found) expect(['error', 'warning', 'notice']).toContain(severity);
    expect(new Set(found.map(({ severity }) => severity))).toContain('notice');
  });

  test('the job of GitLab writes its reports', () => {
    const { smolfile } = parse(example('.gitlab-ci.yml')) as {
      smolfile: { script: string[]; artifacts: { reports: Record<string, string> } };
    };
    const cwd = checkedOut();
    const { status } = shell(smolfile.script.join('\n'), cwd, {
      CI_PROJECT_DIR: join(cwd, 'app'),
    });
    expect(status).toBe(1);
    const { codequality = '', junit = '' } = smolfile.artifacts.reports;
    const issues = JSON.parse(readFileSync(join(cwd, codequality), 'utf8')) as {
      location: { path: string };
    }[];
    // Matched from the root of the project on.
    expect(issues.map(({ location }) => location.path)).toEqual(['Smolfile']);
    expect(readFileSync(join(cwd, junit), 'utf8')).toMatch(/^<\?xml/);
  });

  test('every command for other services runs', () => {
    const commands = examples
      .filter(({ language }) => language === 'sh')
      .flatMap(({ text }) => text.trim().split('\n'));
    const cwd = checkedOut();
    for (const command of commands) {
      const { status, stderr } = shell(command, cwd);
      expect({ command, stderr, found: status === 1 || command.includes('|') }).toEqual({
        command,
        stderr: '',
        found: true,
      });
    }
    for (const file of ['checkstyle.xml', 'junit.xml', 'smolfile.sarif', 'smolfile.rdjson'])
      expect(existsSync(join(cwd, file))).toBe(true);
  });

  test('the configuration is one', () => {
    expect(parseConfig(example('smolfile.config.toml'), 'smolfile.config.toml').problems).toEqual([]);
  });
});

describe('pre-commit', () => {
  const hooks = parse(readFileSync(join(repository, '.pre-commit-hooks.yaml'), 'utf8')) as {
    id: string;
    entry: string;
    files: string;
    language: string;
  }[];

  test('the example names hooks that exist', () => {
    const { repos } = parse(example('.pre-commit-config.yaml')) as { repos: { hooks: { id: string }[] }[] };
    const used = repos.flatMap((repo) => repo.hooks.map(({ id }) => id));
    expect(used.toSorted()).toEqual(hooks.map(({ id }) => id).toSorted());
  });

  test('hooks take the files that a search takes', () => {
    for (const { files } of hooks) {
      for (const path of PATHS) {
        expect([path, new RegExp(files).test(path)]).toEqual([path, isSmolfileName(basename(path))]);
      }
    }
  });

  test('hooks run what is there', () => {
    for (const { entry, language } of hooks) {
      expect(language).toBe('script');
      const cwd = checkedOut({ Smolfile: 'image = "a"\nnet = true\n' });
      expect(shell(`"${toolkit}/${entry.replace(' ', '" ')} Smolfile`, cwd)).toMatchObject({ status: 0 });
    }
  });

  test('what the configuration ignores stays as it is, although pre-commit names it', () => {
    const ignored = 'imge= "a"\nnet="true"\n';
    const cwd = checkedOut({ 'smolfile.config.toml': 'ignore = ["old"]\n', 'old/Smolfile': ignored });
    for (const { entry } of hooks) {
      const call = `"${toolkit}/${entry.replace(' ', '" ')} old/Smolfile`;
      expect(shell(call, cwd)).toMatchObject({ status: 0 });
    }
    expect(readFileSync(join(cwd, 'old/Smolfile'), 'utf8')).toBe(ignored);
  });
});
