import type { Call, FlagUse } from '../call/index.ts';
import { quoteWord } from '../call/words.ts';
import type { LayerSources } from '../merge/layers.ts';
import { aliasOf, spellingOf, valuesOfKey, valuesOfLayer, type GivenValue } from '../merge/layers.ts';
import type { Command, KeySchema } from '../schema/index.ts';
import type { Redaction } from './redact.ts';
import { grammarOf, type SecretRef } from '../grammars/index.ts';
import type { GivenOrigin } from './resolution.ts';

/** What a resolution reads: one document and the flags of one call. */
export interface Sources extends LayerSources {
  readonly call: Call;
  readonly command: Command;
  readonly redaction: Redaction;
}

/** One value that a key or flag gives, with where it comes from in words. */
export interface Contribution extends Pick<GivenValue, 'layer' | 'value'> {
  /** Set for an entry of a map. */
  readonly entry?: { readonly name: string; readonly ref: SecretRef };
  readonly origin: GivenOrigin;
  /** As a sentence shows it: `--cpus 4`, `cpus = 2`. */
  readonly shown: string;
}

/** All that one layer of a merge gives, in order. */
export interface Layer {
  readonly name: string;
  /** Whether it is there at all: an empty list is. */
  readonly present: boolean;
  readonly contributions: readonly Contribution[];
}

/** Reads one layer: a flag, the command, or a key; of a section with two spellings, the one that counts. */
export function readLayer(sources: Sources, name: string): Layer {
  const { settings, call, redaction } = sources;
  if (name === 'COMMAND') {
    const shown = redaction.words(call.trailing.map(({ value }) => value));
    const words = valuesOfLayer(sources, name);
    return layerOf(
      name,
      words.map((given, index) => fromFlag(given, shown[index]!, name)),
    );
  }
  if (name.startsWith('--')) {
    const given = valuesOfLayer(sources, name);
    return layerOf(
      name,
      given.map((one) => fromFlag(one, flagText(sources, one.use!))),
    );
  }
  const path = spellingOf(sources, name);
  const contributions = path === 'secrets' ? fromSecrets(sources) : fromKey(sources, path);
  return { name: path, present: settings.has(path), contributions };
}

function layerOf(name: string, contributions: readonly Contribution[]): Layer {
  return { name, present: contributions.length > 0, contributions };
}

/** What stands under the spelling that does not count: `[artifact]` hides `[pack]` whole (facts 2.7). */
export function hiddenLayer(sources: Sources, name: string): Layer | undefined {
  const [section = '', ...rest] = name.split('.');
  const alias = aliasOf(sources, section);
  if (rest.length === 0 || !alias || !sources.settings.has(section)) return undefined;
  const path = [alias.name, ...rest].join('.');
  return { name: path, present: sources.settings.has(path), contributions: fromKey(sources, path) };
}

function fromFlag({ layer, value, range }: GivenValue, shown: string, flag = shown): Contribution {
  return { layer, value, origin: { kind: 'flag', flag, range }, shown };
}

/** A flag with its value in the spelling that was used, quoted where needed and masked. */
export function flagText({ call, redaction }: Pick<Sources, 'call' | 'redaction'>, use: FlagUse): string {
  const { flag, value, range, valueRange } = use;
  const written = call.text.slice(range.start, valueRange?.start ?? range.end);
  const bare = written.trimEnd().replaceAll(/["'\\]/g, '');
  const spelling = bare.startsWith('-') ? bare : `-${bare}`;
  if (value === undefined) return spelling;
  const gap = spelling.endsWith('=') || written === bare ? '' : ' ';
  return `${spelling}${gap}${quoteWord(maskFlagValue(flag.grammar, value, redaction))}`;
}

/** A flag's value as it may be shown. */
export function maskFlagValue(grammar: string, value: string, redaction: Redaction): string {
  const { secret } = grammarOf({ grammar });
  if (secret === 'env') return redaction.envSpec(value);
  return secret === 'reference' ? redaction.reference(value) : redaction.text(value);
}

function fromKey({ settings, redaction }: Sources, path: string): Contribution[] {
  return valuesOfKey({ settings }, path).map(({ layer, value, range, setting, index }) => {
    const key = index === undefined ? path : `${path}[${index}]`;
    const literal =
      typeof value === 'string' ? maskLiteral(setting!.schema, value, redaction) : String(value);
    return { layer, value, origin: { kind: 'smolfile', key, range }, shown: `${key} = ${literal}` };
  });
}

function maskLiteral(schema: KeySchema, value: string, redaction: Redaction): string {
  return JSON.stringify(schema.grammar === 'env' ? redaction.envSpec(value) : redaction.text(value));
}

function fromSecrets({ settings }: Sources): Contribution[] {
  return settings.secrets.map(({ name, range, fromEnv, fromFile }) => {
    const key = secretPath(name);
    const ref = {
      ...(fromEnv && { from_env: fromEnv.value }),
      ...(fromFile && { from_file: fromFile.value }),
    };
    const origin: GivenOrigin = { kind: 'smolfile', key, range: { start: range.start, end: range.end } };
    return { layer: 'secrets', value: name, entry: { name, ref }, origin, shown: key };
  });
}

/** `secrets.TOKEN`, with the name quoted where TOML would need quotes. */
export function secretPath(name: string): string {
  return entryPath('secrets', name);
}

/** The same for an entry of any map. */
export function entryPath(map: string, name: string): string {
  return `${map}.${/^[\w-]+$/.test(name) ? name : JSON.stringify(name)}`;
}
