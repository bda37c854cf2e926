import { usesOf, type Call, type FlagUse } from '../call/index.ts';
import { quoteWord } from '../call/words.ts';
import type { Settings } from '../document/settings.ts';
import { isAtLeast, ROOT, type CommandName, type KeySchema } from '../schema/index.ts';
import type { Redaction } from './redact.ts';
import type { SecretRef } from '../values/index.ts';
import type { GivenOrigin } from './resolution.ts';

/** What a resolution reads: one document and the flags of one call. */
export interface Sources {
  readonly settings: Settings;
  readonly call: Call;
  readonly command: CommandName;
  readonly smolvm: string;
  readonly redaction: Redaction;
}

/** One value that a key or flag gives, before it is made sense of. */
export interface Contribution {
  /** `--port`, `COMMAND`, `dev.ports`. */
  readonly layer: string;
  readonly value: string | number | bigint | boolean;
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
  if (name === 'COMMAND') return layerOf(name, fromCommand(sources));
  if (name.startsWith('--')) {
    return layerOf(
      name,
      usesOf(sources.call, name.slice(2)).flatMap((use) => fromFlag(sources, use)),
    );
  }
  const path = spellingOf(sources, name);
  const contributions = path === 'secrets' ? fromSecrets(sources) : fromKey(sources, path);
  return { name: path, present: sources.settings.has(path), contributions };
}

function layerOf(name: string, contributions: readonly Contribution[]): Layer {
  return { name, present: contributions.length > 0, contributions };
}

/** The other spelling of a section, where the file has it and this version knows it: `[pack]` for `[artifact]`. */
export function aliasOf({ settings, smolvm }: Sources, section: string): KeySchema | undefined {
  return ROOT.children?.find(
    (key) => key.aliasOf === section && settings.has(key.name) && isAtLeast(smolvm, key.since),
  );
}

function spellingOf(sources: Sources, path: string): string {
  const [section = '', ...rest] = path.split('.');
  const alias = sources.settings.has(section) ? undefined : aliasOf(sources, section);
  return alias ? [alias.name, ...rest].join('.') : path;
}

/** What stands under the spelling that does not count: `[artifact]` hides `[pack]` whole (facts 2.7). */
export function hiddenLayer(sources: Sources, name: string): Layer | undefined {
  const [section = '', ...rest] = name.split('.');
  const alias = aliasOf(sources, section);
  if (rest.length === 0 || !alias || !sources.settings.has(section)) return undefined;
  const path = [alias.name, ...rest].join('.');
  return { name: path, present: sources.settings.has(path), contributions: fromKey(sources, path) };
}

function fromCommand({ call, redaction }: Sources): Contribution[] {
  const shown = redaction.words(call.trailing.map(({ value }) => value));
  return call.trailing.map(({ value, range }, index) => ({
    layer: 'COMMAND',
    value,
    origin: { kind: 'flag', flag: 'COMMAND', range },
    shown: shown[index]!,
  }));
}

function fromFlag(sources: Sources, use: FlagUse): Contribution[] {
  const { flag, value, range, valueRange } = use;
  const shown = flagText(sources, use);
  const origin: GivenOrigin = { kind: 'flag', flag: shown, range: valueRange ?? range };
  return (flag.adds ?? [value ?? true]).map((one) => ({
    layer: `--${flag.long}`,
    value: one,
    origin,
    shown,
  }));
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
  if (grammar === 'env') return redaction.envSpec(value);
  return grammar.startsWith('secret-') ? redaction.reference(value) : redaction.text(value);
}

function fromKey({ settings, redaction }: Sources, path: string): Contribution[] {
  const setting = settings.get(path);
  if (!setting) return [];
  const { value: node } = setting;
  const nodes = node.type === 'array' ? node.items : [node];
  return nodes.flatMap((one, index) => {
    if (one.type !== 'scalar' || one.value === undefined || one.damaged) return [];
    const key = node.type === 'array' ? `${path}[${index}]` : path;
    const range = { start: one.start, end: one.end };
    const literal =
      typeof one.value === 'string' ? maskLiteral(setting.schema, one.value, redaction) : String(one.value);
    return [
      {
        layer: path,
        value: one.value,
        origin: { kind: 'smolfile', key, range },
        shown: `${key} = ${literal}`,
      },
    ];
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
  return `secrets.${/^[\w-]+$/.test(name) ? name : JSON.stringify(name)}`;
}
