import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { render } from './harness/cli.ts';

const repository = new URL('../', import.meta.url);

function read(path: string): string {
  return readFileSync(new URL(path, repository), 'utf8');
}

test('the first two commands of the README are scripts that exist', () => {
  const blocks = [...read('README.md').matchAll(/```sh\n(.*?)\n```/gs)].slice(0, 2).map((match) => match[1]!);
  const { scripts, packageManager } = JSON.parse(read('package.json')) as {
    scripts: Record<string, string>;
    packageManager: string;
  };
  expect(blocks).toHaveLength(2);
  for (const block of blocks) {
    const script = / (\w+)$/.exec(block)?.[1] ?? '';
    expect(block).toContain(`npx -y ${packageManager} install --frozen-lockfile`);
    expect(scripts).toHaveProperty(script);
  }
});

test('the transcripts of the README are what the commands print', () => {
  const transcripts = Array.from(
    read('README.md').matchAll(/<!-- transcript: smolfile ([^>]*?) -->\n\n```text\n(.*?)\n```/gs),
    ([, command = '', text = '']) => ({ command, text }),
  );
  expect(transcripts.length).toBeGreaterThan(1);
  for (const { command, text } of transcripts) expect(text).toBe(render(command.split(' ')));
});

test('every file that the documentation links to exists', () => {
  for (const page of ['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', 'SECURITY.md', 'API.md', 'MCP.md']) {
    const links = [...read(page).matchAll(/\]\((?!https?:|#)([^)#]+)\)/g)].map((match) => match[1]!);
    expect(links.filter((link) => !existsSync(new URL(link, repository)))).toEqual([]);
  }
});

test('the top level holds what the card of the project allows', () => {
  const tracked = execFileSync('git', ['ls-files'], { cwd: repository, encoding: 'utf8' })
    .split('\n')
    .filter(Boolean);
  const top = new Set(tracked.map((path) => path.split('/')[0]!));
  const allowed =
    /^(?:package\.json|tsconfig\.json|packages|schemas|extension|test|pnpm-workspace\.yaml|pnpm-lock\.yaml|LICENSE|action\.yml|[^/]+\.md|\..+)$/;
  expect([...top].filter((name) => !allowed.test(name))).toEqual([]);
});

test('every test that the promises of SECURITY.md rest on exists', () => {
  const named = [...read('SECURITY.md').matchAll(/`(test\/[^`]+)`/g)].map((match) => match[1]!);
  expect(named.length).toBeGreaterThan(10);
  expect(named.filter((path) => !existsSync(new URL(path, repository)))).toEqual([]);
});
