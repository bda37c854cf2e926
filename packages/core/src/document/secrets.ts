import type { TextRange } from '../text/range.ts';
import { asString, type LocatedString, type Setting } from './setting.ts';

/** One entry of `[secrets]`. */
export interface SecretSetting {
  readonly name: string;
  readonly key: TextRange;
  readonly range: TextRange;
  readonly fromEnv?: LocatedString;
  readonly fromFile?: LocatedString;
  /** Every source that it names, in the order of the schema. */
  readonly sources: readonly LocatedString[];
  /** Whether it holds something that is no source as a string: then nothing can be said of what is missing. */
  readonly sound: boolean;
}

/**
 * The entries of `[secrets]` by what they say of their sources.
 *
 * @param get finds what is set below an entry.
 */
export function secretsIn(
  entries: readonly Setting[],
  get: (path: string) => Setting | undefined,
): readonly SecretSetting[] {
  return entries.map(({ name, key, range, path, value, schema }) => {
    const { children = [] } = schema;
    const given = children.flatMap((source) => get(`${path}.${source.name}`) ?? []);
    const text = (source: string): LocatedString | undefined => asString(get(`${path}.${source}`)?.value);
    const sources = given.flatMap((source) => asString(source.value) ?? []);
    const fromEnv = text('from_env');
    const fromFile = text('from_file');
    const isKnown =
      value.type === 'array' || (value.type === 'table' && [...value.entries.keys()].every(isSource));
    return {
      name: String(name),
      key,
      range,
      ...(fromEnv && { fromEnv }),
      ...(fromFile && { fromFile }),
      sources,
      sound: isKnown && sources.length === given.length,
    };

    function isSource(candidate: string): boolean {
      return children.some((source) => source.name === candidate);
    }
  });
}
