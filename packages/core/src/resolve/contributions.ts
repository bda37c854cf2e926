import type { Call, FlagUse } from '../call/index.ts';
import { quoteWord } from '../text/shell.ts';
import { grammarOf } from '../grammars/index.ts';
import type { GivenValue, Implier, Loss, MergeSources } from '../merge/index.ts';
import type { KeySchema } from '../schema/index.ts';
import type { Redaction } from './redact.ts';
import type { GivenOrigin, ImpliedOrigin } from './resolution.ts';

/** What a resolution reads: one document and the flags of one call. */
export interface Sources extends MergeSources {
  readonly call: Call;
  readonly redaction: Redaction;
}

/** Where values come from, as it may be shown. */
export class Origins {
  readonly #sources: Sources;
  #words: readonly string[] | undefined;

  constructor(sources: Sources) {
    this.#sources = sources;
  }

  of(given: GivenValue): GivenOrigin {
    const { setting, range } = given;
    if (setting) return { kind: 'smolfile', key: placeOf(given), range };
    return { kind: 'flag', flag: given.use ? this.shown(given) : given.layer, range };
  }

  /** As a sentence shows it: `--cpus 4`, `cpus = 2`. */
  shown(given: GivenValue): string {
    const { use, setting, value, index = 0 } = given;
    if (use) return flagText(this.#sources, use);
    if (!setting) return this.#commandWords()[index] ?? '';
    const place = placeOf(given);
    if (value === undefined || given.entry !== undefined) return place;
    const literal =
      typeof value === 'string' ? maskLiteral(setting.schema, value, this.#sources.redaction) : String(value);
    return `${place} = ${literal}`;
  }

  implied(by: Implier): ImpliedOrigin {
    if ('use' in by)
      return {
        kind: 'implied',
        by: flagText(this.#sources, by.use),
        range: by.use.range,
        source: 'flags',
      };
    const { path, range } = by.setting;
    return { kind: 'implied', by: path, range: { start: range.start, end: range.end } };
  }

  /** Why a value has no effect, in one sentence. */
  reason(given: GivenValue, loss: Exclude<Loss, { readonly why: 'invalid' }>): string {
    switch (loss.why) {
      case 'beaten':
        return `${inWords(loss.by)} wins over ${inWords(given.layer)}`;
      case 'equals-default':
        return `\`${this.shown(given)}\` equals smolvm's default, so smolvm ${this.#sources.release.version} uses \`${this.shown(loss.by)}\` from the file`;
      case 'overruled':
        return `\`${this.shown(loss.by)}\` is enough: one that says yes cannot be overruled`;
      case 'replaced':
        return `\`${this.shown(loss.by)}\` replaces it`;
      case 'hidden':
        return `\`[${loss.section}]\` is there, so that \`[${loss.alias}]\` is ignored as a whole`;
      case 'empty':
        return `an empty \`${given.layer}\` counts as absent`;
      case 'displaced':
        return `\`${loss.by}\` brings its own`;
    }
  }

  #commandWords(): readonly string[] {
    const { call, redaction } = this.#sources;
    return (this.#words ??= redaction.words(call.trailing.map(({ value }) => value)));
  }
}

function placeOf({ setting, layer, index }: GivenValue): string {
  const path = setting?.path ?? layer;
  return index === undefined ? path : `${path}[${index}]`;
}

/** A layer as a sentence names it. */
function inWords(layer: string): string {
  return layer === 'COMMAND' ? 'the command of the call' : `\`${layer}\``;
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

function maskLiteral(schema: KeySchema, value: string, redaction: Redaction): string {
  return JSON.stringify(schema.grammar === 'env' ? redaction.envSpec(value) : redaction.text(value));
}
