import { hostWith, parseSmolfile } from '@smolfile/core';
import { describe, expect, test } from 'vitest';
import { folding } from '../../packages/language-server/src/features/folding.ts';
import { lenses } from '../../packages/language-server/src/features/lenses.ts';
import { links, registryPage } from '../../packages/language-server/src/features/links.ts';
import { selectionRanges } from '../../packages/language-server/src/features/selection.ts';
import {
  flattened,
  matches,
  symbols,
  type DocumentSymbol,
} from '../../packages/language-server/src/features/symbols.ts';
import { marked } from './harness/marked.ts';

describe('symbols', () => {
  const outline = (all: readonly DocumentSymbol[], depth = 0): string[] =>
    all.flatMap(({ name, kind, detail, children }) => [
      `${'  '.repeat(depth)}${kind} ${name}${detail === undefined ? '' : `: ${detail}`}`,
      ...outline(children, depth + 1),
    ]);

  test('are sections with their keys, variables and secrets by name only', () => {
    const text = `image = "alpine"
cpus = 2
env = ["TOKEN=hunter2", "HOME", ""]

[dev]
ports = ["80:80",
  "81:81"]
health = { a = true }

[secrets]
A = { from_env = "B" }

[secrets.C]
from_file = "/x"

[[network.credentials]]
name = "n"
`;
    expect(outline(symbols(parseSmolfile(text)))).toEqual([
      'string image: "alpine"',
      'number cpus: 2',
      'list env',
      '  variable TOKEN',
      '  variable HOME',
      'section dev',
      '  list ports: ["80:80", "81:81"]',
      '  section health',
      '    boolean a: true',
      'section secrets',
      '  secret A',
      '    string from_env: "B"',
      'secret C',
      '  string from_file: "/x"',
      'section network.credentials',
      '  string name: "n"',
    ]);
    expect(JSON.stringify(symbols(parseSmolfile(text)))).not.toContain('hunter2');
  });

  test('hold their name and lie within each other, also in broken text', () => {
    const check = (all: readonly DocumentSymbol[], outer: { start: number; end: number }) => {
      for (const { range, selection, children } of all) {
        expect(range.start).toBeGreaterThanOrEqual(outer.start);
        expect(range.end).toBeLessThanOrEqual(outer.end);
        expect(selection.start).toBeGreaterThanOrEqual(range.start);
        expect(selection.end).toBeLessThanOrEqual(range.end);
        check(children, range);
      }
    };
    for (const text of ['[dev\nports = [', '[', 'a.b.c', 'x = { y = [1, { z = ', '[a]\n[b\nc = "']) {
      check(symbols(parseSmolfile(text)), { start: 0, end: text.length });
    }
  });

  test('are found by their letters', () => {
    const all = Array.from(flattened(symbols(parseSmolfile('[dev]\nports = []\n'))));
    expect(all.map(({ name, container }) => [name, container])).toEqual([
      ['dev', undefined],
      ['ports', 'dev'],
    ]);
    expect(['ports', 'env'].map((name) => matches(name, 'PRT'))).toEqual([true, false]);
    expect(matches('anything', '')).toBe(true);
  });
});

describe('folding', () => {
  test.each([
    ['[dev]\nports = []\n\n[auth]\n', ['0-1']],
    ['[dev]\nports = [\n  "80",\n]\nenv = []\n', ['0-4', '1-3']],
    ['# one\n# two\n\n# three\nnet = true # four\n# five\n', ['0-1 comment']],
    ['init = ["""\na\n""", "b"]\n', ['0-2']],
    ['a = 1\n', []],
    ['[dev\nports = [\n  "80",\n', ['0-2', '1-2']],
  ])('%j', (text, expected) => {
    const ranges = folding(parseSmolfile(text));
    expect(ranges.map(({ first, last, kind }) => `${first}-${last}${kind ? ` ${kind}` : ''}`)).toEqual(
      expected,
    );
  });

  test('come once, however many things have the same lines', () => {
    const text = 'cmd = [[[\n"a"\n]]]\n[secrets]\nA = { from_env = [\n"A"\n] }\n';
    const found = folding(parseSmolfile(text)).map(({ first, last }) => `${first}-${last}`);
    expect(found).toEqual(['0-2', '3-6', '4-6']);
  });
});

describe('selection', () => {
  test.each([
    [
      '[dev]\nports = ["80|:80"]\n',
      [
        '80:80',
        '"80:80"',
        '["80:80"]',
        'ports = ["80:80"]',
        '[dev]\nports = ["80:80"]',
        '[dev]\nports = ["80:80"]\n',
      ],
    ],
    [
      'secrets.X = { from_env = "|" }',
      ['', '""', 'from_env = ""', '{ from_env = "" }', 'secrets.X = { from_env = "" }'],
    ],
    ['[de|v]\n', ['dev', '[dev]', '[dev]\n']],
    ['dev.po|rts = []', ['ports', 'dev.ports = []']],
    ['net = true # w|hy\n', ['# why', 'net = true # why\n']],
    ['|', ['']],
  ])('%j', (source, expected) => {
    const { text, range } = marked(source);
    const ranges = selectionRanges(parseSmolfile(text), range.start);
    expect(ranges.map(({ start, end }) => text.slice(start, end))).toEqual(expected);
  });
});

describe('links', () => {
  const host = hostWith({ '/work/src': 'directory', '/work/app.tar': 'file', '/run/token': 'file' });

  test('lead from images, folders and files to what they are', () => {
    const text = `image = "ghcr.io/acme/api:1"
[dev]
volumes = ["./src:/app", "./none:/x"]
[secrets.A]
from_file = "/run/token"
`;
    const found = links(parseSmolfile(text), { host });
    expect(found.map(({ range, leads }) => [text.slice(range.start, range.end), leads])).toEqual([
      ['ghcr.io/acme/api:1', { url: 'https://ghcr.io/acme/api' }],
      ['./src', { path: './src' }],
      ['/run/token', { path: '/run/token' }],
    ]);
  });

  test('of a local image lead to the file', () => {
    const [link] = links(parseSmolfile('image = "./app.tar"'), { host });
    expect(link?.leads).toEqual({ path: './app.tar' });
    expect(links(parseSmolfile('image = "./none.tar"'), { host })).toEqual([]);
    expect(links(parseSmolfile('image = "./app.tar"'), {})).toEqual([]);
    expect(links(parseSmolfile('image = "-"'), { host })).toEqual([]);
  });

  test.each([
    ['alpine', 'https://hub.docker.com/_/alpine'],
    ['python:3.12-slim', 'https://hub.docker.com/_/python/tags?name=3.12-slim'],
    ['acme/api', 'https://hub.docker.com/r/acme/api'],
    ['docker.io/acme/api@sha256:00', 'https://hub.docker.com/r/acme/api'],
    ['quay.io/a/b:1', 'https://quay.io/repository/a/b'],
    ['public.ecr.aws/a/b', 'https://gallery.ecr.aws/a/b'],
    ['mcr.microsoft.com/dotnet/sdk:8.0', 'https://mcr.microsoft.com/artifact/mar/dotnet/sdk/about'],
    ['registry.gitlab.com/a/b', 'https://gitlab.com/a/b/container_registry'],
    ['registry.example.com/a/b', undefined],
    ['a b', undefined],
  ])('page of %s', (image, expected) => {
    expect(registryPage(image)).toBe(expected);
  });
});

describe('code lenses', () => {
  test('stand above the first statement, for what the client can do', () => {
    const found = lenses(parseSmolfile('# about\n\nnet = true\n'), ['smolfile.run', 'smolfile.preview']);
    expect(found).toEqual([
      { offset: 9, title: 'Run', command: 'smolfile.run' },
      { offset: 9, title: 'Preview', command: 'smolfile.preview' },
    ]);
    expect(lenses(parseSmolfile('# nothing\n'), ['smolfile.run'])).toEqual([]);
    expect(lenses(parseSmolfile('net = true\n'), [])).toEqual([]);
  });
});
