import {
  applyEdits,
  fixAll,
  hostWith,
  lint,
  parseSmolfile,
  TOML_PROBLEMS,
  type Diagnostic,
  type SmolfileDocument,
  type TextEdit,
  type TextRange,
} from '@smolfile/core';
import { actionsAt, KINDS } from '../../packages/language-server/src/features/actions/index.ts';

const host = hostWith({ '.': 'directory', src: 'directory', 'image.tar': 'file', '/etc': 'directory' });
const TARGET = { host };

/** A change that somebody is offered. */
interface Offered {
  readonly title: string;
  readonly edits: readonly TextEdit[];
  /** What it mends, for a fix. */
  readonly mends?: Diagnostic;
  /** What it silences, where it does no more than that. */
  readonly ignores?: Diagnostic;
}

type Findings = Pick<ReturnType<typeof lint>, 'diagnostics' | 'suppressed'>;

function findings(document: SmolfileDocument, smolvm?: string): Findings {
  return lint(document, {
    ...TARGET,
    most: Number.POSITIVE_INFINITY,
    ...(smolvm !== undefined && { smolvm }),
  });
}

/** What has been applied so far, by the code of its rule. */
export const applied = new Map<string, number>();

/**
 * Applies each fix, each action of the editor and all fixes together to a text.
 *
 * @returns in words, each way in which one of them leaves it worse than it was.
 */
export function worse(text: string): string[] {
  const document = parseSmolfile(text);
  const found = findings(document);
  const problems = offered(document, found.diagnostics).flatMap((change) =>
    faultsOf(document, found, change).map((fault) => `${change.title}: ${fault}`),
  );
  return [...problems, ...faultsTogether(document, found.diagnostics)];
}

function offered(document: SmolfileDocument, diagnostics: readonly Diagnostic[]): Offered[] {
  const fixes = diagnostics.flatMap((finding): Offered[] => {
    const { code, fix, source } = finding;
    if (!fix || source) return [];
    applied.set(code, (applied.get(code) ?? 0) + 1);
    return [{ title: `${fix.title} (${code})`, edits: fix.edits, mends: finding }];
  });
  const starts = [
    ...document.toml.body,
    ...document.toml.headers.flatMap((header) => [header, ...header.entries]),
  ].map(({ start }) => start);
  const places = new Map(diagnostics.map((finding) => [`${finding.code} ${finding.range.start}`, finding]));
  const actions = [
    ...Array.from(places.values(), (finding) =>
      actionsAt(
        document,
        finding.range,
        TARGET,
        (kind) => kind === KINDS.fix,
        () => [finding],
      ),
    ),
    ...starts.map((start) =>
      actionsAt(
        document,
        { start, end: start },
        TARGET,
        (kind) => kind === KINDS.rewrite,
        () => [],
      ),
    ),
  ].flat();
  return [
    ...fixes,
    ...actions.flatMap(({ title, edits, diagnostic }): Offered[] => {
      if (!edits || (diagnostic?.fix && diagnostic.fix.edits === edits)) return [];
      const isIgnored = title.startsWith('Ignore `');
      const name = isIgnored ? title.replace(/`.*`/, '…') : title.replace(/ `.*$/, '');
      applied.set(name, (applied.get(name) ?? 0) + 1);
      return [{ title, edits, ...(isIgnored && { ignores: diagnostic! }) }];
    }),
  ];
}

function faultsOf(before: SmolfileDocument, { diagnostics, suppressed }: Findings, offer: Offered): string[] {
  const { edits, mends, ignores } = offer;
  const after = parseSmolfile(applyEdits(before.text, edits));
  const found = findings(after);
  const faults: string[] = [];
  if (after.errors.length > before.errors.length) faults.push('more syntax errors');
  if (mends && !mends.fix!.safe)
    faults.push(...errorsElsewhere(after, found.diagnostics, offer, readings(after, before, diagnostics)));
  else if (mends || ignores) {
    if (errors(found.diagnostics) > errorsFor(after, before, diagnostics)) faults.push('more errors');
  } else if (
    // what a comment was about may have got a place of its own
    errors([...found.diagnostics, ...found.suppressed]) > errors([...diagnostics, ...suppressed])
  )
    faults.push('more errors');
  faults.push(...lost(before, after, edits));
  if (!ignores) return faults;
  const kept = counts(diagnostics);
  const left = counts(found.diagnostics);
  for (const [code, count] of left) if (count > (kept.get(code) ?? 0)) faults.push(`more of ${code}`);
  if ((left.get(ignores.code) ?? 0) >= kept.get(ignores.code)!) faults.push('it is still there');
  return faults;
}

/**
 * The errors of a text, to which those of a later text are compared. A pin that begins to count decides what else is an
 * error: then it is read for the release of the later one, too.
 */
function errorsFor(after: SmolfileDocument, before: SmolfileDocument, own: readonly Diagnostic[]): number {
  return Math.max(...readings(after, before, own).map(errors));
}

function readings(
  after: SmolfileDocument,
  before: SmolfileDocument,
  own: readonly Diagnostic[],
): (readonly Diagnostic[])[] {
  const { pin } = after;
  return pin?.version === before.pin?.version ? [own] : [own, findings(before, pin?.version).diagnostics];
}

/**
 * What has a better name or place now is looked into for the first time, and so is the table that it was in; what comes
 * after reading is looked for only where all can be read. What else cannot be read must not be more than before.
 */
function errorsElsewhere(
  after: SmolfileDocument,
  found: readonly Diagnostic[],
  { edits, mends }: Offered,
  before: readonly (readonly Diagnostic[])[],
): string[] {
  let shift = 0;
  const own = mends!.range;
  const moved = edits
    .filter(({ range }) => range.end <= own.start)
    .reduce((sum, { range, text }) => sum + text.length - (range.end - range.start), 0);
  const mended = { start: own.start + moved, end: own.end + moved };
  const areas = [
    mended,
    ...edits.flatMap(({ range, text }) => {
      const start = range.start + shift;
      shift += text.length - (range.end - range.start);
      return areasOf(after, { start, end: start + text.length });
    }),
  ];
  const isElsewhere = ({ range, related }: Diagnostic): boolean =>
    [range, ...related.map((place) => place.range)].every(
      ({ start, end }) => !areas.some((area) => area.start <= end && area.end >= start),
    );
  const kept = new Map<string, number>();
  for (const each of before)
    for (const [code, count] of counts(each.filter(({ severity }) => severity === 'error')))
      kept.set(code, Math.max(count, kept.get(code) ?? 0));
  return found
    .filter((finding) => isOfReading(finding) && isElsewhere(finding))
    .filter(({ code }) => {
      const left = kept.get(code) ?? 0;
      kept.set(code, left - 1);
      return left <= 0;
    })
    .map(({ code }) => `an error elsewhere: ${code}`);
}

/** An error of a key or a value; those of the syntax are counted, since the parser leaves out what may follow from another. */
function isOfReading({ code, severity, stage }: Diagnostic): boolean {
  return severity === 'error' && stage === 'parse' && !Object.hasOwn(TOML_PROBLEMS, code);
}

/** An edit with the statement that it is in, and the header of what it is taken from. */
function areasOf({ toml }: SmolfileDocument, edit: TextRange): TextRange[] {
  const touched = ({ start, end }: TextRange): boolean => edit.start <= end && edit.end >= start;
  const header = toml.headers.findLast(({ start }) => start <= edit.start);
  const statements = [...toml.body, ...toml.headers.flatMap(({ entries }) => entries)].filter(touched);
  if (!header) return [edit, ...statements];
  const whole = { start: header.start, end: header.entries.at(-1)?.end ?? header.end };
  return [edit, ...statements, edit.start <= header.end || edit.start === edit.end ? whole : edit];
}

function errors(diagnostics: readonly Diagnostic[]): number {
  return diagnostics.filter(({ severity }) => severity === 'error').length;
}

function counts(diagnostics: readonly Diagnostic[]): Map<string, number> {
  const result = new Map<string, number>();
  for (const { code } of diagnostics) result.set(code, (result.get(code) ?? 0) + 1);
  return result;
}

/** Statements that no edit touches, and that are not there any more as they were. */
function lost(before: SmolfileDocument, after: SmolfileDocument, edits: readonly TextEdit[]): string[] {
  const there = new Set(statementsOf(after).map(({ start, end, kind }) => `${kind} ${start} ${end}`));
  return statementsOf(before).flatMap(({ start, end, kind, name }) => {
    if (edits.some(({ range }) => range.start < end && range.end > start)) return [];
    if (edits.some(({ range }) => range.start > start && range.start < end)) return [];
    // another code at the end of a comment that silences, a comment in an array that is still open
    if (edits.some(({ range }) => range.start === end)) return [];
    const shift = edits
      .filter(({ range }) => range.end <= start)
      .reduce((sum, { range, text }) => sum + text.length - (range.end - range.start), 0);
    return there.has(`${kind} ${start + shift} ${end + shift}`) ? [] : [`${kind} ${name} is lost`];
  });
}

/** Comments are part of what a text says, too. */
function statementsOf({ toml, text }: SmolfileDocument) {
  const of = (kind: string, nodes: readonly TextRange[]) =>
    nodes.map(({ start, end }) => ({
      kind,
      start,
      end,
      name: JSON.stringify(text.slice(start, end).slice(0, 20)),
    }));
  return [
    ...of('key', [...toml.body, ...toml.headers.flatMap(({ entries }) => entries)]),
    ...of('header', toml.headers),
    ...of('comment', toml.comments),
  ];
}

/** `--fix` and `--fix --unsafe-fixes`: no worse, and the same when called again. */
function faultsTogether(before: SmolfileDocument, diagnostics: readonly Diagnostic[]): string[] {
  return [false, true].flatMap((unsafe) => {
    const name = unsafe ? 'all fixes' : 'all safe fixes';
    const { text } = fixAll(before.text, TARGET, unsafe);
    if (text === before.text) return [];
    const after = parseSmolfile(text);
    const found = findings(after).diagnostics;
    return [
      ...(after.errors.length > before.errors.length ? [`${name}: more syntax errors`] : []),
      ...(!unsafe && errors(found) > errorsFor(after, before, diagnostics) ? [`${name}: more errors`] : []),
      ...(fixAll(text, TARGET, unsafe).text === text ? [] : [`${name}: twice is not once`]),
    ];
  });
}
