import { applyEdits, lint, parseSmolfile } from '@smolfile/core';
import { describe, expect, test } from 'vitest';
import { actionsAt, KINDS, type Action } from '../../packages/language-server/src/features/actions/index.ts';
import { marked } from './harness/marked.ts';

function actionsIn(source: string): { text: string; actions: Action[] } {
  const { text, range } = marked(source);
  return { text, actions: actionsAt(parseSmolfile(text), range, {}) };
}

function titles(source: string): string[] {
  return actionsIn(source).actions.map(({ title }) => title);
}

/** The text after an action, which must be no worse than before. */
function after(source: string, title: string): string {
  const { text, actions } = actionsIn(source);
  const action = actions.find((one) => one.title === title);
  if (!action?.edits) throw new Error(`No ${title} among ${actions.map((one) => one.title).join(', ')}`);
  const changed = applyEdits(text, action.edits);
  expect(parseSmolfile(changed).errors).toEqual([]);
  return changed;
}

describe('fix all', () => {
  const TITLE = 'Fix everything that is safe to fix';

  test('mends what is certain, in one edit of what changes', () => {
    expect(after('|cpus = "2"\nimge = "a"\nmemory = "512"\n', TITLE)).toBe(
      'cpus = 2\nimge = "a"\nmemory = 512\n',
    );
    const { actions } = actionsIn('|net = true\ncpus = "2"\n');
    const all = actions.find(({ kind }) => kind === KINDS.fixAll);
    expect(all?.edits).toHaveLength(1);
    expect(all?.edits?.[0]?.range.start).toBeGreaterThan('net = true\n'.length);
  });

  test('is not offered where there is nothing to mend', () => {
    expect(titles('|cpus = 2\n')).not.toContain(TITLE);
  });
});

describe('suppress', () => {
  const HERE = 'Ignore `cpus-above-limit` here';
  const FILE = 'Ignore `cpus-above-limit` in this file';
  const code = lint(parseSmolfile('cpus = 99\n')).diagnostics[0]!.code;
  const here = HERE.replace('cpus-above-limit', code);
  const file = FILE.replace('cpus-above-limit', code);

  test('at the end of the line', () => {
    expect(after('cpus = 9|9\nnet = true\n', here)).toBe(`cpus = 99 # smolfile-ignore ${code}\nnet = true\n`);
  });

  test('in the comment that is there', () => {
    const before = 'cpus = 9|9 # smolfile-ignore other-code: because\n';
    expect(after(before, here)).toBe(`cpus = 99 # smolfile-ignore other-code, ${code}: because\n`);
  });

  test('above, where the line has another comment', () => {
    expect(after('  cpus = 9|9 # many\n', here)).toBe(`  # smolfile-ignore ${code}\n  cpus = 99 # many\n`);
  });

  test('in the whole file', () => {
    expect(after('cpus = 9|9\n', file)).toBe(`# smolfile-ignore-file ${code}\ncpus = 99\n`);
    expect(after('# smolfile-ignore-file other-code: x\ncpus = 9|9\n', file)).toBe(
      `# smolfile-ignore-file other-code, ${code}: x\ncpus = 99\n`,
    );
    expect(after('\uFEFFcpus = 9|9\r\n', file)).toBe(`\uFEFF# smolfile-ignore-file ${code}\r\ncpus = 99\r\n`);
  });

  test.each([here, file])('leaves nothing of it: %s', (title) => {
    for (const source of [
      'cpus = 9|9\n',
      'cpus = 9|9 # many\n',
      '[artifact]\n[network]\n\n[pack]\ncpus = 9|9',
    ]) {
      if (!titles(source).includes(title)) continue;
      const { diagnostics } = lint(parseSmolfile(after(source, title)));
      expect(diagnostics.map((one) => one.code)).not.toContain(code);
    }
  });

  test("is not offered for TOML's own errors", () => {
    expect(titles('cpus = |\n').filter((title) => title.startsWith('Ignore'))).toEqual([]);
  });
});

describe('legacy lists', () => {
  test('move to a section that is made for them', () => {
    expect(after('image = "a"\npo|rts = ["80:80"] # web\nnet = true\n', 'Move `ports` to `[dev]`')).toBe(
      'image = "a"\nnet = true\n\n[dev]\nports = ["80:80"] # web\n',
    );
  });

  test('or to the one that is there', () => {
    expect(
      after(
        'net = true\n# The port\npo|rts = ["80:80"]\n\n[dev]\nenv = ["A=1"]\n\n[auth]\n',
        'Move `ports` to `[dev]`',
      ),
    ).toBe('net = true\n\n[dev]\nenv = ["A=1"]\n# The port\nports = ["80:80"]\n\n[auth]\n');
    expect(after('po|rts = ["80:80"]\ndev.env = ["A=1"]\n', 'Move `ports` to `[dev]`')).toBe(
      'dev.env = ["A=1"]\ndev.ports = ["80:80"]\n',
    );
  });

  test('all together', () => {
    expect(
      after(
        'po|rts = [\n  "80:80",\n]\nnet = true\nvolumes = ["./a:/b"]\n',
        'Move all legacy lists to `[dev]`',
      ),
    ).toBe('net = true\n\n[dev]\nports = [\n  "80:80",\n]\nvolumes = ["./a:/b"]\n');
  });

  test('when nothing else is in the file', () => {
    expect(after('in|it = ["x"]', 'Move `init` to `[dev]`')).toBe('[dev]\ninit = ["x"]');
    expect(after('net = true\nin|it = ["x"]', 'Move `init` to `[dev]`')).toBe(
      'net = true\n\n[dev]\ninit = ["x"]',
    );
  });

  test('stay where they have a rival, or where the file is broken', () => {
    expect(titles('po|rts = ["80"]\n[dev]\nports = ["81"]\n')).not.toContain('Move `ports` to `[dev]`');
    expect(titles('po|rts = ["80"]\n[dev\n')).not.toContain('Move `ports` to `[dev]`');
    expect(titles('po|rts = ["80"]\ndev = { env = [] }\n')).not.toContain('Move `ports` to `[dev]`');
  });
});

describe('variables', () => {
  const TITLE = 'Take `TOKEN` from the host through `[secrets]`';
  const LINE = 'TOKEN = { from_env = "TOKEN" }';

  test.each([
    ['env = ["TOK|EN=x"]\n', `env = []\n\n[secrets]\n${LINE}\n`],
    ['env = ["A=1", "TOK|EN=x"]\n', `env = ["A=1"]\n\n[secrets]\n${LINE}\n`],
    ['env = ["TOK|EN=x", "A=1"]\n', `env = ["A=1"]\n\n[secrets]\n${LINE}\n`],
    ['env = [\n  "A=1",\n  "TOK|EN=x", # secret\n]\n', `env = [\n  "A=1",\n]\n\n[secrets]\n${LINE}\n`],
    ['[dev]\nenv = ["TOK|EN"]\n[secrets]\nX = {}\n', `[dev]\nenv = []\n[secrets]\nX = {}\n${LINE}\n`],
    ['env = ["TOK|EN=x"]\n[secrets.X]\n', 'env = []\n[secrets.X]\n\n[secrets.TOKEN]\nfrom_env = "TOKEN"\n'],
  ])('become secrets: %j', (source, expected) => {
    expect(after(source, TITLE)).toBe(expected);
  });

  test('that are secrets already, or no variables, do not', () => {
    expect(titles('env = ["TOK|EN=x"]\n[secrets.TOKEN]\n')).not.toContain(TITLE);
    expect(titles('cmd = ["TOK|EN=x"]\n')).not.toContain(TITLE);
    expect(titles('env = ["TO KEN|=x"]\n').join(' ')).not.toContain('through');
  });
});

describe('tables', () => {
  test.each([
    ['de|v = { ports = ["80"], env = [] }\n', '[dev]', '[dev]\nports = ["80"]\nenv = []\n'],
    ['net = true\nde|v = { ports = [] }\n', '[dev]', 'net = true\n\n[dev]\nports = []\n'],
    ['de|v = { ports = [] }\nnet = true\n', '[dev]', 'net = true\n\n[dev]\nports = []\n'],
    ['de|v = { ports = [] }\nnet = true\n[auth]\n', '[dev]', 'net = true\n\n[dev]\nports = []\n\n[auth]\n'],
    [
      '[secrets]\n|X = { from_env = "X" }\nY = {}\n\n[auth]\n',
      '[secrets.X]',
      '[secrets]\nY = {}\n\n[secrets.X]\nfrom_env = "X"\n\n[auth]\n',
    ],
  ])('become sections: %j', (source, path, expected) => {
    expect(after(source, `Write as a section \`${path}\``)).toBe(expected);
  });

  test.each([
    ['[de|v]\nports = ["80"]\nenv = []\n', 'dev', 'dev = { ports = ["80"], env = [] }\n'],
    ['net = true\n\n[de|v]\nports = []\n', 'dev', 'net = true\ndev = { ports = [] }\n'],
    [
      '[auth]\nssh_agent = true\n[de|v]\nports = []\n',
      'dev',
      'dev = { ports = [] }\n\n[auth]\nssh_agent = true\n',
    ],
    [
      '[secrets]\nY = {}\n[secrets.|X]\nfrom_env = "X"\n',
      'secrets.X',
      '[secrets]\nY = {}\nX = { from_env = "X" }\n',
    ],
    ['[secrets.|X]\nfrom_env = "X"\n', 'secrets.X', '[secrets]\nX = { from_env = "X" }\n'],
  ])('become inline: %j', (source, path, expected) => {
    expect(after(source, `Write \`[${path}]\` as an inline table`)).toBe(expected);
  });

  test.each([
    '[de|v]\n# why\nports = []\n',
    '[de|v]\nports = [\n]\n',
    '[de|v]\n',
    '[net|work]\nallow_hosts = []\n[[network.credentials]]\nname = "x"\n',
    '[[network.cre|dentials]]\nname = "x"\n',
  ])('that cannot be inline stay: %j', (source) => {
    expect(titles(source).filter((title) => title.startsWith('Write'))).toEqual([]);
  });

  test.each(['dev = { po|rts = { a = 1 } }\n', 'cmd = [{ a| = 1 }]\n', 'net| = true\n'])(
    'that are inside of something stay: %j',
    (source) => {
      expect(titles(source).filter((title) => title.startsWith('Write `['))).toEqual([]);
    },
  );

  test('mean the same either way', () => {
    const source =
      'net = true\nhea|lth = { exec = ["a"], retries = 3 }\ncpus = 2\n\n[auth]\nssh_agent = true\n';
    const section = after(source, 'Write as a section `[health]`');
    const back = after(section.replace('[health]', '[hea|lth]'), 'Write `[health]` as an inline table');
    const plain = (text: string) =>
      parseSmolfile(text)
        .settings.strings('health.exec')
        ?.map(({ value }) => value);
    expect(plain(section)).toEqual(['a']);
    expect(plain(back)).toEqual(['a']);
    expect(parseSmolfile(back).settings.integer('cpus')?.value).toBe(2);
  });
});

describe('explain', () => {
  test('each rule that has something to say, once', () => {
    const { actions } = actionsIn('|imge = 1\nimgae = 1\n|');
    expect(actions.filter(({ explains }) => explains).map(({ explains }) => explains)).toEqual([
      'unknown-key',
    ]);
  });
});
