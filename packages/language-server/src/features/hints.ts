import {
  COMMANDS,
  defaultText,
  impliedValues,
  Merge,
  mergeFor,
  schemaFor,
  type ImpliedValue,
  type KeySchema,
  type Setting,
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
  const replaced = replacedHints(document, release);
  // What is replaced brings nothing about.
  const without = new Set(replaced.map(({ offset }) => offset));
  const implied = impliedHints(document, release).filter(({ offset }) => !without.has(offset));
  const all = [
    ...(options.units ? unitHints(document) : []),
    ...(options.replaced ? replaced : []),
    ...(options.implied ? onceEach(implied) : []),
    ...(options.defaults ? defaultHints(document, release) : []),
  ];
  return all
    .filter(({ offset }) => range.start <= offset && offset <= range.end)
    .toSorted((a, b) => a.offset - b.offset);
}

/** The first place that brings something about is enough, and what the record says more than what happens at boot. */
function onceEach(implied: readonly ImpliedHint[]): Hint[] {
  const found = new Map<string, ImpliedHint>();
  for (const hint of implied.toSorted((a, b) => a.offset - b.offset)) {
    const known = found.get(hint.key);
    if (!known || (known.atBoot && !hint.atBoot)) found.set(hint.key, hint);
  }
  return Array.from(found.values(), ({ offset, label, tooltip }) => ({ offset, label, tooltip }));
}

/** A remark about a key that another one brings about. */
interface ImpliedHint extends Hint {
  readonly key: string;
  /** The record of the machine does not say so. */
  readonly atBoot: boolean;
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

function replacedHints(document: SmolfileDocument, release: Release): Hint[] {
  const settings = document.settingsAt(release);
  const merge = new Merge({ settings, call: undefined, release, command: 'create' });
  const found = new Map<Setting, Hint>();
  for (const key of schemaFor(release).children ?? []) {
    const rule = mergeFor(key, 'create', release);
    if (rule?.strategy !== 'replace-then-append') continue;
    for (const { given, loss } of merge.merged(key, rule).losers) {
      const { setting } = given;
      if (loss.why !== 'beaten' || setting?.value.type !== 'array') continue;
      const tooltip = `\`${loss.by}\` is not empty, and so \`create\` and \`run\` never look at this list.`;
      found.set(setting, { offset: setting.value.end, label: `replaced by ${loss.by}`, tooltip });
    }
  }
  return Array.from(found.values());
}

function impliedHints(document: SmolfileDocument, release: Release): ImpliedHint[] {
  const settings = document.settingsAt(release);
  const found = new Map<string, ImpliedHint>();
  for (const command of COMMANDS) {
    for (const list of impliedValues({ settings, call: undefined, command }).values()) {
      for (const implied of list.filter(({ how }) => how === 'set')) {
        for (const hint of hintsOf(implied)) found.set(`${hint.offset} ${hint.label}`, hint);
      }
    }
  }
  return Array.from(found.values());

  function hintsOf({ key, value: brings, stage, by }: ImpliedValue): ImpliedHint[] {
    if (settings.boolean(key)?.value === brings) return [];
    return by.flatMap((one): ImpliedHint[] => {
      if (!('setting' in one)) return [];
      const { path, value } = one.setting;
      // a table without braces has no end that a remark could stand behind
      if (value.type === 'table' || value.type === 'table-array') return [];
      const tooltip =
        stage === 'merge'
          ? `\`${path}\` turns \`${key}\` on.`
          : `\`${path}\` gives the machine a network when it boots, though its record says \`${key} = false\`.`;
      const atBoot = stage !== 'merge';
      const label = `${key} = ${String(brings)}${atBoot ? ' at boot' : ''}`;
      return [{ offset: value.end, label, tooltip, key, atBoot }];
    });
  }
}

/** What VS Code shows of the hints of a line, in characters. */
const LONGEST = 43;

/** Behind the first key of the top level the sizes that it leaves out, and behind a header those of its section. */
function defaultHints(document: SmolfileDocument, release: Release): Hint[] {
  const { toml, lines } = document;
  const settings = document.settingsAt(release);
  // What is being typed may be one of them; what it certainly is not, stays where it is.
  const broken = document.errors.map(({ start, end }) =>
    document.text.slice(lines.lineRange(lines.lineAt(start)).start, lines.lineRange(lines.lineAt(end)).end),
  );
  const isBroken = ({ name }: KeySchema): boolean => broken.some((line) => line.includes(name));
  // A key that acts only together with another one would be noise.
  const sized = (schemaFor(release).children ?? []).filter(
    ({ type, name }) => type === 'integer' && !name.startsWith('gpu'),
  );
  const first = toml.body[0];
  // Beside the first line while it is typed, they would look like something to accept.
  const isBegun = toml.body.length + toml.headers.length > 1;
  const top =
    first && isBegun ? hint(lines.lineRange(lines.lineAt(first.end)).end, sized, 'the machine') : [];
  const sections = (schemaFor(release).children ?? []).flatMap((section) => {
    const header = toml.headers.find(
      ({ keys, attached }) => attached && keys.length === 1 && keys[0]!.name === section.name,
    );
    const keys = (section.children ?? []).filter(({ type }) => type === 'integer' || type === 'string');
    return header && section.type === 'table' ? hint(header.end, keys, `\`[${section.name}]\``) : [];
  });
  return [...top, ...sections];

  function hint(offset: number, keys: readonly KeySchema[], what: string): Hint[] {
    const missing = keys.filter(
      (key) => key.default !== undefined && !settings.has(key.path) && !isBroken(key),
    );
    if (missing.length === 0) return [];
    // Units are in the tooltip: of four sizes, they would leave room for two.
    const texts = missing.map((key) => `${key.name} ${String(key.default)}`);
    const all = missing.map((key) => `${key.name} = ${defaultText(key) ?? ''}`).join(', ');
    const tooltip = `Defaults of smolvm for what ${what} leaves out: ${all}.`;
    return [{ offset, label: fitting(texts), tooltip }];
  }
}

/** As many as fit, each whole. */
function fitting(texts: readonly string[]): string {
  const whole = texts.join(', ');
  if (whole.length <= LONGEST) return whole;
  let label = texts[0]!;
  for (const text of texts.slice(1)) {
    if (`${label}, ${text}, …`.length > LONGEST) break;
    label = `${label}, ${text}`;
  }
  return `${label}, …`;
}
