import { describe, expect, test } from 'vitest';
import { loadExamples } from '../../schemas/generate/schemastore.ts';
import { realSmolfiles } from '../toml/corpora.ts';
import { directive, Editor, here, Project, section, taploSetup, tombiSetup, TOOLS, url } from './tools.ts';

const { good, syntax, parse, config } = loadExamples();
const unread = Object.values({ ...syntax, ...parse });
const refused = Object.values(config);
const right = [...Object.values(good), ...realSmolfiles];

describe.each([
  ['taplo', taploSetup],
  ['tombi', tombiSetup],
] as const)('%s, set up as EDITORS.md says', (tool, setup) => {
  test('says where something is wrong', () => {
    expect(setup).toContain(url);
    using project = new Project();
    expect(project.run(tool, good['web-service']!)).toMatchObject({ status: 0 });
    const { status, said } = project.run(tool, 'memry = 512\n');
    expect(status).toBe(1);
    expect(said).toMatch(/Smolfile:\d+:\d+/);
  });

  test('reads the comment in the first line', () => {
    const include = setup.slice(0, setup.indexOf('[['));
    const comment = here(directive);
    using project = new Project(include, include);
    expect(project.run(tool, `${comment}cpus = 2\n`)).toMatchObject({ status: 0 });
    expect(project.run(tool, 'cpus = "2"\n')).toMatchObject({ status: 0 });
    const { status, said } = project.run(tool, `${comment}cpus = "2"\n`);
    expect(status).toBe(1);
    expect(said).toMatch(/Smolfile:\d+:\d+/);
  });
});

/** The table of the page: by tool, how many faults of each kind it finds. */
const table = new Map(
  Array.from(section.matchAll(/^\| (?!Tool)(\w[^|]*?) +\| +(\d+) of (\d+) +\| +(\d+) of (\d+) +\|$/gm)).map(
    ([, tool = '', ...numbers]) => [tool, numbers.map(Number)] as const,
  ),
);

test('the page has every tool', () => {
  expect([...table.keys()]).toEqual(Object.keys(TOOLS));
});

describe.each(Object.entries(TOOLS))('%s', (tool, find) => {
  test('takes every file that is right', async () => {
    const found = await find(right);
    expect(right.filter((_, index) => found[index])).toEqual([]);
    expect(right.length).toBeGreaterThan(9);
  });

  test('finds what EDITORS.md says that it finds', async () => {
    const found = await find([...unread, ...refused]);
    const missed = [...unread, ...refused].filter((_, index) => !found[index]);
    const count = (from: number, to: number): number => found.slice(from, to).filter(Boolean).length;
    expect(
      [count(0, unread.length), unread.length, count(unread.length, found.length), refused.length],
      missed.join('\n'),
    ).toEqual(table.get(tool));
  });
});

describe.each([
  // taplo offers what an `enum` lists, Tombi the examples, too
  ['Even Better TOML', '"on-failure"'],
  ['Tombi', '"8080:80"'],
] as const)('an editor with %s', (tool, offer) => {
  test('offers values, and shows since when a key is there', async () => {
    using editor = new Editor();
    const text = '[dev]\nports = [ ]\nuser = "x"\n\n[restart]\npolicy = ""\n';
    await editor.start(tool, text);
    const offers = [...(await editor.complete(1, 10)), ...(await editor.complete(5, 10))];
    expect(offers).toContain(offer);
    expect(offers).not.toContain('{ }');
    expect(await editor.hover(2, 1)).toMatch(/Since smolvm \d+\.\d+\.\d+\./);
  });
});
