import { afterAll, describe, expect, test } from 'vitest';
import { overlay } from '../harness/overlay.ts';

const EFFECT = { create: 'stored', run: 'used', pack: 'ignored' };
const BY_KEY = (layers: readonly string[]) => ({ strategy: 'by-key', layers, missing: {} });

/** A map of strings that flags add to, and a list of tables: as the schema would have them. */
const { run, remove } = overlay({
  'smolfile.schema.json'(schema: { properties?: Record<string, unknown> }) {
    schema.properties!['labels'] = {
      type: 'object',
      description: 'Labels of the machine.',
      default: {},
      examples: [{ team: 'web' }],
      additionalProperties: {
        type: 'string',
        description: 'One label.',
        examples: ['web'],
        'x-group': 'labels',
      },
      'x-group': 'labels',
      'x-effect': EFFECT,
      'x-merge': {
        create: BY_KEY(['labels', '--tag']),
        run: BY_KEY(['labels', '--tag']),
      },
    };
    schema.properties!['disks'] = {
      type: 'array',
      description: 'Further disks.',
      default: [],
      items: {
        type: 'object',
        description: 'One disk.',
        'x-group': 'disks',
        additionalProperties: false,
        properties: {
          name: { type: 'string', description: 'Its name.', 'x-group': 'disks', examples: ['data'] },
          format: { type: 'string', description: 'Its format.', default: 'ext4', 'x-group': 'disks' },
          labels: {
            type: 'object',
            description: 'Its labels.',
            'x-group': 'disks',
            additionalProperties: { type: 'string', description: 'One label.', 'x-group': 'disks' },
          },
        },
      },
      'x-group': 'disks',
      'x-effect': EFFECT,
      'x-implies': [{ key: 'net', value: true, when: 'non-empty' }],
      'x-merge': {
        create: { strategy: 'append', layers: ['disks'], missing: [] },
        run: { strategy: 'append', layers: ['disks'], missing: [] },
      },
    };
  },
  'commands.json'(data: { flags?: unknown[] }) {
    data.flags!.push({
      long: 'tag',
      value: 'NAME=VALUE',
      grammar: 'text',
      key: 'labels',
      help: 'A label of the machine',
      repeatable: true,
      commands: { create: {}, run: {} },
    });
  },
});
afterAll(remove);

const FILE = `cmd = ["true"]

[labels]
team = "web"
"a.b" = "c"

[[disks]]
name = "data"

[[disks]]
name = "logs"
format = "xfs"
[disks.labels]
kind = "log"
`;

describe('a map and a list of tables that only the data know', () => {
  const resolved = `
    const document = core.parseSmolfile(given.file);
    const resolution = core.resolve(document, { command: 'create', flags: given.flags });
    const explained = given.names.map((name) => core.explainValue(resolution, name) ?? null);
    return { ...resolution, target: null, release: null, call: null, explained,
      toml: resolution.accepted ? core.tomlOf(resolution).table : null,
      line: resolution.accepted ? core.commandLineOf(resolution) : null };`;
  const names = [
    'labels.team',
    'labels."a.b"',
    'labels',
    'disks[1].format',
    'disks[1].labels.kind',
    'disks[0]',
  ];
  const resolution: Record<string, never> = run(resolved, {
    file: FILE,
    flags: '--tag team=api --tag tier=1',
    names,
  });

  test('resolve, with the origin of every entry and item', () => {
    expect(resolution['diagnostics']).toEqual([]);
    expect(resolution['config']).toMatchObject({
      net: true,
      labels: { team: 'api', 'a.b': 'c', tier: '1' },
      disks: [
        { name: 'data', format: 'ext4' },
        { name: 'logs', format: 'xfs', labels: { kind: 'log' } },
      ],
    });
    expect(resolution['provenance']).toMatchObject({
      'labels.team': {
        origins: [{ kind: 'flag', flag: '--tag team=api' }],
        dropped: [{ kind: 'smolfile', key: 'labels.team', reason: '`--tag team=api` replaces it' }],
      },
      'labels."a.b"': { origins: [{ kind: 'smolfile', key: 'labels."a.b"' }], dropped: [] },
      disks: [
        { origins: [{ kind: 'smolfile', key: 'disks[0]' }] },
        { origins: [{ kind: 'smolfile', key: 'disks[1]' }] },
      ],
      net: { origins: [{ kind: 'implied', by: 'disks' }] },
    });
  });

  test('are explained', () => {
    expect(resolution['explained']).toMatchObject([
      {
        name: 'labels.team',
        key: 'labels',
        value: 'api',
        chain: [{ outcome: 'used' }, { outcome: 'dropped' }],
      },
      { name: 'labels."a.b"', value: 'c' },
      { name: 'labels', chain: [{}, {}, {}, {}] },
      { name: 'disks[1].format', key: 'disks[].format', value: 'xfs', chain: [{ outcome: 'used' }] },
      { name: 'disks[1].labels.kind', value: 'log' },
      { name: 'disks[0]', key: 'disks', chain: [{ origin: { key: 'disks[0]' } }] },
    ]);
  });

  test('are written as a Smolfile and as flags', () => {
    expect(resolution['toml']).toMatchObject({
      labels: { team: 'api', 'a.b': 'c', tier: '1' },
      disks: [{ name: 'data' }, { name: 'logs', format: 'xfs', labels: { kind: 'log' } }],
    });
    expect(resolution['line']).toMatchObject({
      text: expect.stringContaining('--tag team=api --tag a.b=c --tag tier=1'),
      inexpressible: [{ what: 'disks[0]' }, { what: 'disks[1]' }],
    });
  });

  test('are linted by their types, down to the entry', () => {
    const found: { code: string; message: string }[] = run(
      `return core.lint(core.parseSmolfile(given)).diagnostics;`,
      'cmd = ["true"]\nlabels = { team = 1 }\n[[disks]]\nname = "x"\nsize = 1\n',
    );
    expect(found.map(({ code, message }) => `${code}: ${message}`)).toEqual([
      expect.stringContaining('type-mismatch: `labels.team`'),
      expect.stringContaining('unknown-key: `size`'),
    ]);
  });

  test('are hovered and completed', () => {
    const shown: Record<string, string[] | string> = run(
      `
      const { hover } = await load('packages/language-server/src/features/hover/index.ts');
      const { complete } = await load('packages/language-server/src/features/completion/index.ts');
      const { symbols } = await load('packages/language-server/src/features/symbols.ts');
      const document = core.parseSmolfile(given);
      const at = (text) => hover(document, given.indexOf(text) + 1, {})?.markdown ?? '';
      const after = (text) => complete(core.parseSmolfile(text), text.length, {}).map(({ label }) => label);
      return {
        entry: at('team = '),
        item: at('format = '),
        labels: after('[labels]\\n'),
        inItem: after('[[disks]]\\n'),
        header: after('['),
        value: after('labels = '),
        symbols: symbols(document).map(({ name, kind }) => kind + ' ' + name),
      };`,
      FILE,
    );
    expect(shown['entry']).toContain('"web"');
    expect(shown['item']).toContain('"xfs"');
    expect(shown['labels']).toEqual(expect.arrayContaining(['team', 'NAME = …']));
    expect(shown['inItem']).toEqual(expect.arrayContaining(['name', 'format']));
    expect(shown['header']).toContain('labels');
    expect(shown['value']).toEqual(['{ NAME = … }']);
    expect(shown['symbols']).toEqual(expect.arrayContaining(['section labels', 'section disks']));
  });
});
