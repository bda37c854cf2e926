import { asString } from '../document/setting.ts';
import type { TextRange } from '../text/range.ts';
import type { ValueNode } from '../toml/index.ts';
import { parseEnvSpec, type EnvSpec } from '../grammars/index.ts';
import type { RuleContext } from './context.ts';
import type { Fix } from '../model/diagnostic.ts';
import type { GivenText } from '../merge/index.ts';
import { partOf } from './places.ts';
import { tomlString } from '../edit/index.ts';

/** One entry of the merged environment, read as smolvm does when a Smolfile is used: trimmed first (facts 2.2). */
export interface EnvEntry {
  readonly item: GivenText;
  readonly spec: EnvSpec;
  /** Of the key; of the whole entry where it has none. */
  readonly keyRange: TextRange;
}

/** The entries of `env`, `dev.env` and `--env` that the command reads, in its order. */
export function envEntries(context: RuleContext): readonly EnvEntry[] {
  return context.once(envEntries, () => readEntries(context, context.merged('env').texts));
}

function readEntries(context: RuleContext, list: readonly GivenText[]): EnvEntry[] {
  const { settings } = context;
  // a list with anything but strings in it is refused as a whole: it says nothing of the environment
  const refused = new Set(
    ['env', 'dev.env'].filter((path) => {
      const value = settings.get(path)?.value;
      return value && (value.type !== 'array' || !value.items.every(isString));
    }),
  );
  const items = list.filter(({ layer }) => !refused.has(layer));
  return items.map((item) => new Entry(context, item));
}

function isString(node: ValueNode): boolean {
  return asString(node) !== undefined;
}

class Entry implements EnvEntry {
  readonly item: GivenText;
  readonly spec: EnvSpec;
  readonly #context: RuleContext;

  constructor(context: RuleContext, item: GivenText) {
    this.#context = context;
    this.item = item;
    this.spec = parseEnvSpec(item.value);
  }

  // worked out only for a finding
  get keyRange(): TextRange {
    const { item, spec } = this;
    return partOf(this.#context, item, 0, spec.kind === 'dropped' ? 0 : spec.key.length);
  }
}

/** The fix that writes an entry anew. Its title has the name only: the value may be anybody's secret. */
export function rewriteEntry(item: GivenText, name: string, value: string, safe: boolean): Fix {
  const range = { start: item.range.start, end: item.range.end };
  return {
    title: `Write \`${name}=…\``,
    safe,
    edits: [{ range, text: tomlString(`${name}=${value}`) }],
  };
}
