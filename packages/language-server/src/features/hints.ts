import {
  schemaFor,
  defaultText,
  type KeySchema,
  type SmolfileDocument,
  type TextRange,
  type Release,
} from '@smolfile/core';
import { releaseOf, type Target } from './target.ts';
import { amountInWords } from './words.ts';

/** Which hints are shown. */
export interface HintOptions {
  /** Defaults of sizes and of the sections that the file has. */
  readonly defaults: boolean;
  /** What keys bring about: `net`. */
  readonly implied: boolean;
  /** Lists that `[dev]` replaces. */
  readonly replaced: boolean;
  /** MiB as GiB. */
  readonly units: boolean;
}

export const ALL_HINTS: HintOptions = { defaults: true, implied: true, replaced: true, units: true };

/** A remark that an editor shows in the text. */
export interface Hint {
  readonly offset: number;
  readonly label: string;
  readonly tooltip: string;
}

/** What the text does not say and smolvm adds; within a range, in document order. */
export function hints(
  document: SmolfileDocument,
  range: TextRange,
  target: Target,
  options: HintOptions = ALL_HINTS,
): Hint[] {
  const release = releaseOf(document, target);
  const all = [
    ...(options.units ? unitHints(document) : []),
    ...(options.replaced ? replacedHints(document) : []),
    ...(options.implied ? impliedHints(document, release) : []),
    ...(options.defaults ? defaultHints(document, release) : []),
  ];
  return all
    .filter(({ offset }) => range.start <= offset && offset <= range.end)
    .toSorted((a, b) => a.offset - b.offset);
}

function unitHints({ settings }: SmolfileDocument): Hint[] {
  return Array.from(settings.all()).flatMap(({ schema: { unit }, value }): Hint[] => {
    if (!unit || value.type !== 'scalar' || value.kind !== 'integer') return [];
    const amount = value.value as number | bigint;
    if (amount < 0) return [];
    const words = amountInWords(amount, unit);
    const tooltip = `In ${unit}: ${amount} ${unit} are ${words}`;
    return words === `${amount} ${unit}` ? [] : [{ offset: value.end, label: `= ${words}`, tooltip }];
  });
}

function replacedHints({ settings }: SmolfileDocument): Hint[] {
  return Array.from(settings.all()).flatMap(({ path, schema, value }): Hint[] => {
    if (!schema.deprecated || !settings.isNonEmpty(path) || value.type !== 'array') return [];
    const layers = schema.merge?.create?.layers ?? [];
    const [first] = layers.filter((layer) => typeof layer !== 'string').flat();
    if (first === undefined || first === path || !settings.isNonEmpty(first)) return [];
    const tooltip = `\`${first}\` is not empty, and so \`create\` and \`run\` never look at this list.`;
    return [{ offset: value.end, label: `replaced by ${first}`, tooltip }];
  });
}

function impliedHints(document: SmolfileDocument, release: Release): Hint[] {
  const settings = document.settingsAt(release);
  return Array.from(settings.all()).flatMap(({ path, schema, value }): Hint[] => {
    const implied = (schema.implies ?? []).filter(
      ({ when, how = 'set', key, value: brings }) =>
        how === 'set' && applies(when) && settings.boolean(key)?.value !== brings,
    );
    return implied.map(({ key, value: brings, stage }) => ({
      offset: value.type === 'table' || value.type === 'table-array' ? 0 : value.end,
      label: `${key} = ${String(brings)}`,
      tooltip:
        stage === 'merge'
          ? `\`${path}\` turns \`${key}\` on.`
          : `\`${path}\` gives the machine a network when it boots, though its record says \`${key} = false\`.`,
    }));

    function applies(when: 'true' | 'non-empty' | 'set'): boolean {
      if (value.type === 'array') return when !== 'true' && value.items.length > 0;
      return value.type === 'scalar' && (when === 'set' || value.value === true);
    }
  });
}

/** Behind the first key of the top level the sizes that it leaves out, and behind a header those of its section. */
function defaultHints(document: SmolfileDocument, release: Release): Hint[] {
  if (document.damaged) return [];
  const { toml, lines } = document;
  const settings = document.settingsAt(release);
  // A key that acts only together with another one would be noise.
  const sized = (schemaFor(release).children ?? []).filter(
    ({ type, name }) => type === 'integer' && !name.startsWith('gpu'),
  );
  const first = toml.body[0];
  const top = first ? hint(lines.lineRange(lines.lineAt(first.end)).end, sized, 'the machine') : [];
  const sections = (schemaFor(release).children ?? []).flatMap((section) => {
    const header = toml.headers.find(
      ({ keys, attached }) => attached && keys.length === 1 && keys[0]!.name === section.name,
    );
    const keys = (section.children ?? []).filter(({ type }) => type === 'integer' || type === 'string');
    return header && section.type === 'table' ? hint(header.end, keys, `\`[${section.name}]\``) : [];
  });
  return [...top, ...sections];

  function hint(offset: number, keys: readonly KeySchema[], what: string): Hint[] {
    const missing = keys.filter((key) => key.default !== undefined && !settings.has(key.path));
    if (missing.length === 0) return [];
    const label = missing.map((key) => `${key.name} = ${defaultText(key) ?? ''}`).join(', ');
    return [{ offset, label, tooltip: `Defaults of smolvm for what ${what} leaves out.` }];
  }
}
