/** The programs of packages/core/examples, run as they stand with what is published. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { lint, parseSmolfile, type SmolfileDocument } from '@smolfile/core';
import { toPlain } from '../../packages/core/src/toml/index.ts';
import { documents } from '../edit/documents.ts';
import { ownCorpus, realSmolfiles } from '../toml/corpora.ts';

const examples = new URL('../../packages/core/examples/', import.meta.url);
const core = fileURLToPath(new URL('../../packages/core/src/public.ts', import.meta.url));
let folder = '';

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'smolfile-programs-'));
  await build({
    entryPoints: ['set-cpus', 'add-port', 'review'].map((name) =>
      fileURLToPath(new URL(`${name}.mjs`, examples)),
    ),
    alias: { '@smolfile/core': core },
    bundle: true,
    platform: 'node',
    format: 'esm',
    outExtension: { '.js': '.mjs' },
    outdir: folder,
  });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function run(program: string, ...argv: string[]): string {
  return execFileSync(process.execPath, [join(folder, `${program}.mjs`), ...argv], { encoding: 'utf8' });
}

function write(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

const commentsOf = ({ text, toml }: SmolfileDocument): string[] =>
  toml.comments.map(({ start, end }) => text.slice(start, end));

/** The part of a text that is another one in the second: from the first difference to the last. */
function changed(before: string, after: string): { start: number; end: number } {
  const least = Math.min(before.length, after.length);
  let start = 0;
  while (start < least && before[start] === after[start]) start++;
  let common = 0;
  while (common < least - start && before.at(-1 - common) === after.at(-1 - common)) common++;
  return { start, end: before.length - common };
}

/** What is there before. */
const SPELLINGS = ['cpus = 2', '  cpus=0x4 # four', '"cpus" = 1_0', "'cpus'\t=\t+3", 'cpus = 2 #'];

/** A hundred files in every spelling: real ones where they are at hand, those of the corpus, and made-up ones. */
const mixed = [
  ...realSmolfiles,
  ...ownCorpus.flatMap(({ text, valid }) => (valid && text !== undefined ? [text] : [])).slice(0, 30),
  ...fc.sample(documents, { numRuns: 100, seed: 20_261_127 }),
]
  .slice(0, 100)
  .map((text, index) => (index % 2 === 0 ? withCpus(text, SPELLINGS[index % SPELLINGS.length]!) : text));

/** A file that says how many, wherever the files come from. */
function withCpus(text: string, line: string): string {
  const isSaid = parseSmolfile(text).toml.root.entries.has('cpus');
  return isSaid || text.startsWith('\uFEFF') ? text : `${line}\n${text}`;
}

/** Lines of code that each took without the functions that edit and render. */
const ONCE = { 'set-cpus': 25, 'add-port': 30, review: 25 };

test.each(Object.entries(ONCE))('%s is shorter than the %d lines that it once took', (program, once) => {
  const lines = readFileSync(new URL(`${program}.mjs`, examples), 'utf8').split('\n');
  const code = lines.filter((line) => line.trim() !== '' && !line.startsWith('//'));
  process.stdout.write(`${program}: ${once} lines once, ${code.length} now\n`);
  expect(code.length).toBeLessThan(once * 0.6);
});

test('`cpus` in a hundred files is one call for each, and touches nothing else', () => {
  const paths = mixed.map((text, index) => write(`mixed-${index}`, text));
  run('set-cpus', '6', ...paths);
  let replaced = 0;
  for (const [index, text] of mixed.entries()) {
    const before = parseSmolfile(text);
    const after = parseSmolfile(readFileSync(paths[index]!, 'utf8'));
    expect(after.errors, after.text).toEqual([]);
    expect(toPlain(after.toml.root)).toEqual({ ...toPlain(before.toml.root), cpus: 6 });
    expect(commentsOf(after)).toEqual(expect.arrayContaining(commentsOf(before)));
    const { start, end } = changed(before.text, after.text);
    const old = before.toml.root.entries.get('cpus');
    if (!old) expect(before.text.slice(start, end), after.text).toBe('');
    // a table of that name, in a made-up file, goes as a whole
    else if (old.type === 'leaf') {
      replaced++;
      const { start: from, end: to } = old.value;
      // a comment inside of the old value finds a place above the statement
      const hasComment = before.toml.comments.some((comment) => comment.start > from && comment.end < to);
      const least = hasComment ? before.text.lastIndexOf('\n', from) + 1 : from;
      expect(start).toBeGreaterThanOrEqual(least);
      expect(end).toBeLessThanOrEqual(to);
    }
  }
  expect(replaced).toBeGreaterThan(30);
  expect(mixed.length).toBe(100);
});

test.each([
  ['net = true\n', '[dev]\nports = ["8080:80"]'],
  ['dev = { init = ["x"] }\n', 'dev = { init = ["x"], ports = ["8080:80"] }'],
  ['dev.init = ["x"]\n', 'dev.ports = ["8080:80"]'],
  ['[dev]\nports = [\n  "1:1", # one\n]\n', '  "1:1", # one\n  "8080:80",'],
  ['ports = ["1:1"]\n', 'ports = ["1:1", "8080:80"]'],
])('a port is added to %j', (text, expected) => {
  const path = write('port', text);
  run('add-port', '8080:80', path);
  const after = readFileSync(path, 'utf8');
  expect(after).toContain(expected);
  expect(lint(parseSmolfile(after)).diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
});

describe('a review', () => {
  interface Comment {
    readonly path: string;
    readonly line: number;
    readonly start_line?: number;
    readonly body: string;
  }

  const review = (text: string): Comment[] => {
    const path = write('Smolfile', text);
    return (JSON.parse(run('review', path)) as { comments: Comment[] }).comments;
  };

  test('has a comment for each finding, in its lines, with a suggestion that mends it', () => {
    const text = 'image = "alpine"\nnet = true\nmemry = 512 # enough\ncmd = ["true"]\n';
    const [comment, ...others] = review(text);
    expect(others).toEqual([]);
    expect(comment).toMatchObject({ path: join(folder, 'Smolfile'), line: 3 });
    expect(comment!.body).toMatch(/^\*\*error\*\* \[unknown-key\]\(https:/);
    const [, suggestion = ''] = /```suggestion\n(.*)\n```\n$/s.exec(comment!.body)!;
    const lines = text.split('\n');
    lines.splice(2, 1, suggestion);
    expect(lines[2]).toBe('memory = 512 # enough');
    expect(review(lines.join('\n'))).toEqual([]);
  });

  test('says in how many lines', () => {
    const [comment] = review('cpus = 2\n[dev]\nvolumes = [\n  "./a:/a",\n  "./a:/b:RO",\n]\nimage = 3\n');
    expect(comment!.line).toBeGreaterThan(0);
    expect(comment!.body).toContain('**');
  });
});
