/** The hand-written schema itself: valid, every keyword known and well used, every name it mentions existing. */
import { expect, test } from 'vitest';
import { allKeys, COMMAND_NAMES, EVERY_KEY, keyByPath } from '../../packages/core/src/schema/index.ts';
import { everyFlag } from '../../packages/core/src/schema/flags.ts';
import { markdownOf } from '../../packages/core/src/schema/docs.ts';
import { read } from '../../schemas/generate/generated.ts';
import { loadData, loadSchema, Order, stateAt, type SchemaNode } from '../../schemas/generate/schema.ts';
import { strictAjv } from '../../schemas/generate/validator.ts';

const keys = [...allKeys(EVERY_KEY)];

test('it is a valid draft-07 schema in which ajv knows every keyword', () => {
  const ajv = strictAjv();
  expect(ajv.validateSchema(loadSchema())).toBe(true);
  ajv.compile(loadSchema());
});

test('a misspelt keyword fails', () => {
  expect(() => strictAjv().compile({ ...loadSchema(), $id: 'x', 'x-sinze': '1.2.0' })).toThrow(/x-sinze/);
  expect(() => strictAjv().compile({ type: 'integer', minimun: 1 })).toThrow(/minimun/);
});

test('every use of our keywords is as the vocabulary says, at every release', () => {
  const vocabulary = JSON.parse(read('schemas/smolfile.vocabulary.json')) as object;
  const validate = strictAjv({ strictTypes: false, strictRequired: false }).compile(vocabulary);
  const order = new Order(loadData().releases);
  const wrong: unknown[] = [];
  let uses = 0;
  const check = (node: object, place: string): void => {
    const ours = Object.entries(node).filter(([name]) => name.startsWith('x-'));
    uses += ours.length;
    if (ours.length > 0 && !validate(Object.fromEntries(ours))) {
      wrong.push(...(validate.errors ?? []).map((error) => [place, error.instancePath, error.message]));
    }
  };
  const visit = (node: object, place: string): void => {
    check(node, place);
    const { 'x-changes': changes = [], ...rest } = node as SchemaNode;
    // What a patch leaves is whole again; the patch by itself is not.
    for (const { before } of changes) {
      const older = order.versions[order.place(before) - 1]!;
      check(stateAt(node as SchemaNode, older, order) ?? {}, `${place} before ${before}`);
    }
    for (const [name, value] of Object.entries(rest)) {
      if (typeof value === 'object' && value !== null) visit(value, `${place}/${name}`);
    }
  };
  visit(loadSchema(), '');
  expect(wrong).toEqual([]);
  expect(uses).toBeGreaterThan(300);
});

test('every key has a description that ends in a full stop, documentation of its own, and an example', () => {
  const bare = keys.filter(
    (key) =>
      !key.description.endsWith('.') ||
      (key.aliasOf === undefined && !key.path.startsWith('branch.') && markdownOf(key) === key.description) ||
      (key.examples === undefined && !key.path.endsWith('[]') && key.path !== 'network.credentials'),
  );
  expect(bare.map((key) => key.path)).toEqual([]);
});

test('a release that changes how a value is written is named where the key is described', () => {
  const { grammars } = loadData();
  let named = 0;
  const silent = keys.flatMap((key) => {
    const grammar = grammars[key.grammar ?? key.element?.grammar ?? ''];
    if (!grammar || key.aliasOf !== undefined) return [];
    const { 'x-changes': changes = [] } = grammar;
    const turns = changes.filter(({ patch }) => patch && 'jsonSchema' in patch).map(({ before }) => before);
    named += turns.length;
    return turns
      .filter((version) => !markdownOf(key).includes(version))
      .map((version) => `${key.path} ${version}`);
  });
  expect(silent).toEqual([]);
  expect(named).toBeGreaterThan(10);
});

test('every example and default fits its key', () => {
  const ajv = strictAjv();
  const wrong: string[] = [];
  const visit = (node: unknown, place: string): void => {
    if (typeof node !== 'object' || node === null) return;
    const {
      type,
      examples,
      default: standard,
    } = node as { type?: string; examples?: unknown[]; default?: unknown };
    if (type !== undefined && Array.isArray(examples)) {
      const { examples: _examples, default: _default, ...constraint } = node as Record<string, unknown>;
      const fits = ajv.compile({ ...constraint, $id: place });
      for (const value of standard === undefined ? examples : [...examples, standard]) {
        if (!fits(value)) wrong.push(`${place}: ${JSON.stringify(value)}`);
      }
    }
    for (const [name, value] of Object.entries(node)) {
      // Alias sections consist of references into the whole schema.
      if (name !== 'pack' && name !== 'branch') visit(value, `${place}/${name}`);
    }
  };
  visit(loadSchema().properties, 'properties');
  expect(wrong).toEqual([]);
});

test('every path it mentions is a key, and every flag in a merge order exists for that command', () => {
  const mentioned: (string | undefined)[] = [];
  for (const key of keys) {
    mentioned.push(key.feeds, key.aliasOf, ...(key.implies ?? []).map((each) => each.key));
    for (const command of COMMAND_NAMES) {
      for (const layer of (key.merge?.[command]?.layers ?? []).flat()) {
        if (layer === 'COMMAND') continue;
        if (!layer.startsWith('--')) mentioned.push(layer);
        else expect(everyFlag().find((flag) => `--${flag.long}` === layer)?.commands).toHaveProperty(command);
      }
    }
  }
  for (const flag of everyFlag()) mentioned.push(flag.key, ...flag.implies.map((each) => each.key));
  const paths = mentioned.filter((path) => path !== undefined);
  expect(paths.filter((path) => keyByPath(path)?.path !== path)).toEqual([]);
});

test('a key says what it feeds exactly where it is a layer of another key', () => {
  const layers = new Set<string>();
  for (const key of keys) {
    for (const rule of Object.values(key.merge ?? {})) {
      for (const layer of rule.layers.flat()) if (layer !== key.path) layers.add(`${layer} > ${key.path}`);
    }
  }
  const feeding = keys.filter((key) => key.feeds !== undefined && !/^(?:pack|branch)\./.test(key.path));
  const fromKeys = [...layers].filter((layer) => /^[a-z]/.test(layer));
  expect(feeding.map((key) => `${key.path} > ${key.feeds}`).toSorted()).toEqual(fromKeys.toSorted());
});

test('a key that a command honours has a merge order for that command', () => {
  const wrong = keys.flatMap((key) =>
    COMMAND_NAMES.filter((command) => {
      const effect = key.effect?.[command].effect;
      if (key.children || key.element || key.path.startsWith('secrets.')) return false;
      const merged = keyByPath(key.feeds ?? key.path)?.merge?.[command] !== undefined;
      const honoured = effect === 'used' || effect === 'stored';
      return effect !== undefined && honoured && !merged;
    }).map((command) => `${command}: ${key.path}`),
  );
  expect(wrong).toEqual([]);
});
