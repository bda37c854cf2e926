/** A release that nobody has heard of, added as data: everything follows without a line of code. */
import { afterAll, describe, expect, test } from 'vitest';
import { overlay } from '../harness/overlay.ts';

/** What the data files hold, as far as they are changed here. */
interface Node {
  properties?: Record<string, Node>;
  items?: Node;
  [keyword: string]: unknown;
}
interface Flag {
  long: string;
  [member: string]: unknown;
}

const MADE_UP = '1.99.0';
const since = { before: MADE_UP, evidence: 'releases 1' };

const { run, remove } = overlay({
  'releases.json'(data: { releases?: unknown[] }) {
    data.releases!.push({ version: MADE_UP, date: '2027-01-01', observed: ['parser'] });
  },
  'smolfile.schema.json'(schema: Node) {
    const keys = schema.properties!;
    keys['flavour'] = {
      type: 'string',
      description: 'Taste of the machine.',
      examples: ['vanilla'],
      'x-group': 'workload',
      'x-effect': { create: 'stored', run: 'used', pack: 'ignored' },
      'x-merge': { create: { strategy: 'override', layers: ['--flavour', 'flavour'], missing: null } },
      'x-changes': [{ ...since, absent: true }],
    };
    const { credentials } = keys['network']!.properties!;
    credentials!.items!.properties!['audience'] = {
      type: 'string',
      description: 'For whom it is.',
      examples: ['api'],
      'x-group': 'network',
      'x-changes': [{ ...since, absent: true }],
    };
    const { rosetta, cpus, storage } = keys;
    rosetta!['x-absent'] = true;
    rosetta!['x-changes'] = [{ ...since, absent: false }, ...(rosetta!['x-changes'] as object[])];
    Object.assign(cpus!, { 'x-integer': 'u16', maximum: 65535 });
    cpus!['x-changes'] = [
      { ...since, patch: { 'x-integer': 'u8', maximum: 255 } },
      ...(cpus!['x-changes'] as object[]),
    ];
    const merge = storage!['x-merge'] as Record<string, object>;
    const older = structuredClone(merge);
    for (const command of ['create', 'run'])
      merge[command] = { ...merge[command], layers: ['--disk-size', 'storage'] };
    storage!['x-changes'] = [{ ...since, patch: { 'x-merge': older } }];
  },
  'commands.json'(data: { flags?: Flag[] }) {
    data.flags!.push({
      long: 'flavour',
      value: 'TASTE',
      grammar: 'text',
      key: 'flavour',
      help: 'Taste of the machine',
      commands: { create: {} },
      'x-changes': [{ ...since, absent: true }],
    });
    const renamed = data.flags!.find(({ long }) => long === 'storage')!;
    renamed.long = 'disk-size';
    renamed['x-changes'] = [{ ...since, patch: { long: 'storage' } }, ...(renamed['x-changes'] as object[])];
  },
  'behaviours.json'(data: { behaviours?: Record<string, { until?: string }> }) {
    data.behaviours!['sidecar-name-refused']!.until = MADE_UP;
  },
});
afterAll(remove);

const BEFORE = '1.33.0';

/** Codes of the errors and warnings for `machine create`, at both releases. */
function codes(toml: string, flags = '', command = 'create'): readonly [string[], string[]] {
  return run(
    `return given.releases.map((smolvm) => core.resolve(core.parseSmolfile(given.toml), {
       command: given.command, flags: given.flags, smolvm, assumed: ['output'] }).diagnostics
       .filter(({ severity }) => severity === 'error').map(({ code }) => code))`,
    { toml, flags, command, releases: [BEFORE, MADE_UP] },
  );
}

describe('a release that is only data', () => {
  test('it is the newest, and what is not pinned is for it', () => {
    const [version, target]: [string, string] = run(
      `return [core.NEWEST_RELEASE.version, core.chooseTarget(core.parseSmolfile('')).release.version]`,
    );
    expect([version, target]).toEqual([MADE_UP, MADE_UP]);
  });

  test('a new key, a key in a list of tables, a key that is gone', () => {
    expect(codes('flavour = "mint"\n')).toEqual([['key-needs-newer-version'], []]);
    expect(codes('rosetta = true\n')).toEqual([[], ['key-needs-newer-version']]);
    const credential = 'name = "n"\nenvironment_variable = "E"\nallowed_hosts = ["a.com"]\naudience = "x"\n';
    expect(codes(`[[network.credentials]]\n${credential}`)).toEqual([['key-needs-newer-version'], []]);
  });

  test('a wider range, and still an end of it', () => {
    expect(codes('cpus = 300\n')).toEqual([['integer-out-of-range'], []]);
    expect(codes('cpus = 65536\n')).toEqual([['integer-out-of-range'], ['integer-out-of-range']]);
  });

  test('a renamed flag feeds its key under the new name', () => {
    expect(codes('', '--disk-size 7')).toEqual(
      [['flag-needs-newer-smolvm'], []].map((each, at) => (at ? each : expect.any(Array))),
    );
    const values: unknown[] = run(
      `return given.map(([smolvm, flags]) => { const r = core.resolve(core.parseSmolfile('storage = 3'), { command: 'create', flags, smolvm });
         return [r.accepted && r.config.storage, r.accepted && r.provenance.storage.origins[0].flag] })`,
      [
        [BEFORE, '--storage 7'],
        [MADE_UP, '--disk-size 7'],
        [MADE_UP, '--storage 7'],
      ],
    );
    expect(values).toEqual([
      [7, '--storage 7'],
      [7, '--disk-size 7'],
      [false, false],
    ]);
  });

  test('the new key is merged with the new flag, which wins and says so', () => {
    const [value, origins, dropped]: [unknown, { flag: string }[], { key: string }[]] = run(
      `const r = core.resolve(core.parseSmolfile('flavour = "mint"'), { command: 'create', flags: '--flavour plum' });
       const { origins, dropped } = r.provenance.flavour; return [r.config.flavour, origins, dropped]`,
    );
    expect(value).toBe('plum');
    expect(origins).toMatchObject([{ flag: '--flavour plum' }]);
    expect(dropped).toMatchObject([{ key: 'flavour' }]);
  });

  test('a behaviour that is switched off', () => {
    expect(codes('image = "alpine"\n', '-o app.smolmachine', 'pack')).toEqual([['pack-output-sidecar'], []]);
  });

  test('compat names the release', () => {
    const spans: [string, boolean][] = run(
      `return core.compat(core.parseSmolfile('flavour = "mint"'), { commands: ['create'] }).get('create')
         .map(({ from, accepted }) => [from.version, accepted])`,
    );
    expect(spans.at(-1)).toEqual([MADE_UP, true]);
    expect(spans.slice(0, -1).some(([, accepted]) => accepted)).toBe(false);
  });

  test('hover and completion follow', () => {
    const [labels, older, text]: [string[], string[], string] = run(
      `const { complete } = await load('packages/language-server/src/features/completion/index.ts');
       const { hover } = await load('packages/language-server/src/features/hover/index.ts');
       const labels = (smolvm) => complete(core.parseSmolfile('fla'), 3, { smolvm }).map(({ label }) => label);
       return [labels(given[1]), labels(given[0]), hover(core.parseSmolfile('flavour = "x"'), 1, { smolvm: given[1] }).markdown]`,
      [BEFORE, MADE_UP],
    );
    expect(labels).toContain('flavour');
    expect(older).not.toContain('flavour');
    expect(text).toContain(MADE_UP);
    expect(text).toContain('--flavour TASTE');
  });

  test('schemas of both, and the reference', () => {
    const [newer, older]: [string[], string[]] = run(
      `const { loadData, Order } = await load('schemas/generate/schema.ts');
       const { jsonSchemaFor } = await load('schemas/generate/json-schema.ts');
       const data = loadData();
       return [given[1], given[0]].map((version) => Object.keys(jsonSchemaFor(data, version).properties))`,
      [BEFORE, MADE_UP],
    );
    expect(newer).toContain('flavour');
    expect(newer).not.toContain('rosetta');
    expect(older).toContain('rosetta');
    expect(older).not.toContain('flavour');
  });
});
