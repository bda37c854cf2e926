import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { TOOLKIT_VERSION } from '@smolfile/core';
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

test('the numbers of what was recorded are those of the records', () => {
  const lines = (path: string): number => read(path).trimEnd().split('\n').length;
  const folder = 'test/conformance/';
  const all = readdirSync(new URL(folder, repository)).filter((name) => name.endsWith('.jsonl'));
  const recorded = [
    all.reduce((sum, name) => sum + lines(folder + name), 0),
    lines(`${folder}ends.jsonl`),
    Object.keys(JSON.parse(read('test/smolvm/programs.json')) as object).length,
  ];
  const section = /\n## Checked against the real smolvm\n(.*?)\n## /s.exec(read('README.md'))?.[1] ?? '';
  const said = Array.from(section.matchAll(/more than ([\d,]+)/g), ([, text = '']) =>
    Number(text.replace(',', '')),
  );
  expect(said).toHaveLength(recorded.length);
  for (const [index, number] of recorded.entries()) {
    expect(number).toBeGreaterThan(said[index]!);
    expect(number).toBeLessThan(2 * said[index]!);
  }
});

test('what is installed by its release is that of this toolkit', () => {
  for (const page of ['README.md', 'CI.md']) {
    const named = Array.from(
      read(page).matchAll(
        /(?:(?:smolfile|@smolfile\/core)@|smolfile\/toolkit@v|smolfile\/smolfile:|rev: v)(\d+\.\d+\.\d+)/g,
      ),
      ([, version]) => version,
    );
    expect(named.length).toBeGreaterThan(2);
    expect(new Set(named)).toEqual(new Set([TOOLKIT_VERSION]));
  }
});

test('every file that the documentation links to exists', () => {
  for (const page of [
    'README.md',
    'ARCHITECTURE.md',
    'CONTRIBUTING.md',
    'SECURITY.md',
    'CODE_OF_CONDUCT.md',
    'API.md',
    'MCP.md',
  ]) {
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
