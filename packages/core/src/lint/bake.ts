/**
 * `machine run` of an image with `init` is `machine create` inside `machine run`: smolvm calls itself on the same file
 * with flags of its own making, to bake a layer that it keeps (facts 2.5, values 25). Whatever create refuses there,
 * run refuses, too.
 */
import { hasFlag, usesOf, type Call } from '../call/call.ts';
import { flagTable, takesValue } from '../call/flag-table.ts';
import { checkFlagValue } from '../call/flag-value.ts';
import { readCall } from '../call/parse-call.ts';
import { CALL_PROBLEMS } from '../call/problems.ts';
import { classifyImage, parseEnvSpec } from '../grammars/index.ts';
import type { Diagnostic, RelatedPlace } from '../model/diagnostic.ts';
import type { Release } from '../release/index.ts';
import { checksOf, placeIn } from '../schema/index.ts';
import type { TextRange } from '../text/range.ts';
import type { RuleContext } from './context.ts';
import type { GivenValue } from '../merge/index.ts';
import { opensNetwork } from './network.ts';
import { at } from './places.ts';

/** A bake that a run makes. */
export interface Bake {
  readonly image: GivenValue;
  /** What it is baked for: the first command of `init`, or the flag that keeps images. */
  readonly why: RelatedPlace;
}

/** Whether a run of this file in the foreground bakes its image; flags may prevent it, and one asks for it. */
export function bakeOf(
  context: Pick<RuleContext, 'call' | 'release' | 'settings' | 'merged'>,
): Bake | undefined {
  const { call, release, settings } = context;
  if (!release.has('init-cache')) return undefined;
  const image = context.merged('image').value;
  const why = reasonFor(context);
  if (!image || !why || hasFlag(call, 'detach') || hasFlag(call, 'no-init-cache')) return undefined;
  const reference = String(image.value);
  if (!release.has('init-cache-for-any-image') && classifyImage(reference) !== 'registry') return undefined;
  if (release.has('file-url-refused') && reference.startsWith('file://')) return undefined;
  const credentials = settings.isNonEmpty('network.credentials') || hasFlag(call, 'credential');
  return credentials && release.has('init-cache-without-credentials') ? undefined : { image, why };
}

/** `--oci-cache` keeps images that have no `init` as well. */
function reasonFor({ call, merged }: Pick<RuleContext, 'call' | 'merged'>): RelatedPlace | undefined {
  const [init] = merged('init').texts;
  if (init) return { message: 'the `init` commands that are baked', ...at(init) };
  const [flag] = usesOf(call, 'oci-cache');
  return flag && { range: flag.range, source: 'flags', message: 'keeps the image, so that it is baked' };
}

/** Lists of the network that a bake gets as flags. */
const LISTS = [
  ['allow-cidr', 'network.allow_cidrs'],
  ['allow-host', 'network.allow_hosts'],
  ['allow-host-pattern', 'network.allow_host_patterns'],
] as const;

/** A word of the inner call, and what it is there for. */
interface InnerWord {
  readonly text: string;
  readonly of: GivenValue;
}

/** The call of `machine create` that a bake makes beside `--smolfile` (values 25), as far as flags are known. */
export function innerCall(context: RuleContext, bake: Bake): Call {
  return readInner(innerWords(context, bake), context.release);
}

function readInner(words: readonly InnerWord[], release: Release): Call {
  const argv = [...words.map(({ text }) => text), '--', '/bin/true'];
  return readCall('create', release, argv, { given: ['smolfile', 'name'] });
}

/** A flag and its value are words of their own there, so that a value may be taken for a flag. */
function innerWords(context: RuleContext, { image }: Bake): InnerWord[] {
  const { call, release } = context;
  const words: InnerWord[] = [];
  const { long } = flagTable('create', release);
  const add = (flag: string, values: readonly GivenValue[]): void => {
    // by its own name, no short or other one
    if (long.get(flag)?.long !== flag) return;
    for (const of of values) words.push({ text: `--${flag}`, of }, { text: String(of.value), of });
  };
  add('image', [image]);
  add(
    'env',
    context.merged('env').texts.filter(({ value }) => parseEnvSpec(value).kind !== 'dropped'),
  );
  const init = context.merged('init').texts;
  add('init', release.has('bake-repeats-init') ? init : init.filter(({ source }) => source === 'flags'));
  for (const path of ['workdir', 'user']) {
    const value = context.merged(path).value;
    if (value && release.has('bake-gets-workdir')) add(path, [value]);
  }
  const isOpen = release.has('bake-gets-network');
  if (isOpen && opensNetwork(context)) words.push({ text: '--net', of: image });
  for (const flag of ['dns', 'dns-option', 'guest-subnet']) {
    const uses = usesOf(call, flag);
    add(
      flag,
      uses.map(({ value, range }) => ({ layer: `--${flag}`, value, range, offset: 0, source: 'flags' })),
    );
  }
  if (isOpen) for (const [flag, path] of LISTS) add(flag, context.merged(path).texts);
  return words;
}

/** By release and flags of an inner call: whether they are fine together, whatever their values are. */
const fineTogether = new Map<string, boolean>();

/**
 * Whether the arguments are read without a problem, told without reading them: each value is one, and flags with other
 * values are fine together. Only names of flags are kept from one call to the next, never a value.
 */
function isRead(words: readonly InnerWord[], release: Release): boolean {
  const { long } = flagTable('create', release);
  const flags = new Map<string, 'once' | 'again'>();
  for (let index = 0; index < words.length; index++) {
    const { text } = words[index]!;
    const flag = long.get(text.slice(2));
    if (!flag) return false;
    flags.set(text, flags.has(text) ? 'again' : 'once');
    if (!takesValue(flag)) continue;
    const value = words[++index]?.text;
    if (
      value === undefined ||
      value.startsWith('-') ||
      checkFlagValue(flag, value, { command: 'create', release })
    )
      return false;
  }
  const id = `${release.known} ${Array.from(flags, (entry) => entry.join()).join(' ')}`;
  const known = fineTogether.get(id);
  if (known !== undefined) return known;
  const { problems } = readInner(words, release);
  fineTogether.set(id, problems.length === 0);
  return problems.length === 0;
}

/** What keeps the inner create from reading its arguments: a value that it takes for a flag of its own. */
export function refusedArguments(context: RuleContext, bake: Bake): Diagnostic[] {
  const words = innerWords(context, bake);
  if (isRead(words, context.release)) return [];
  const inner = readInner(words, context.release);
  const [problem] = inner.problems;
  if (!problem) return [];
  const { start } = problem.range;
  const index = inner.words.findIndex(({ range }) => range.start <= start && start < range.end);
  const { range, source } = words[index]?.of ?? bake.image;
  return [
    {
      code: problem.code,
      severity: 'error',
      stage: 'config',
      refusing: [{ check: 'bake', rank: [-1] }],
      message: `\`machine create\`, which bakes \`init\`, does not get this as the value of a flag: ${problem.message}`,
      why: CALL_PROBLEMS[problem.code].why,
      help: 'Write it so that it does not begin with `-`, or call `machine run` with `--no-init-cache`.',
      commands: ['run'],
      range,
      ...(source && { source }),
      related: [bake.why],
    },
  ];
}

/** What the inner create refuses, as a refusal of run; a place in the inner call is that of the image. */
export function asRefusalsOfRun(
  inner: readonly Diagnostic[],
  { image, why }: Bake,
  release: Release,
): Diagnostic[] {
  const order = checksOf('create', release);
  return inner.flatMap((diagnostic): Diagnostic[] => {
    if (diagnostic.severity !== 'error' || diagnostic.stage === 'parse' || diagnostic.stage === 'launch')
      return [];
    // said by `refusedArguments`, of the value that it is about
    if (Object.hasOwn(CALL_PROBLEMS, diagnostic.code)) return [];
    const { fix: _fix, source, refusing = [], ...rest } = diagnostic;
    const place: { range: TextRange; source?: 'flags' } = source
      ? { range: image.range, ...(image.source && { source: image.source }) }
      : { range: rest.range };
    return [
      {
        ...rest,
        ...place,
        stage: 'config',
        refusing: refusing.map(({ check, rank = [] }) => ({
          check: 'bake',
          rank: [placeIn(order, check), ...rank],
        })),
        commands: ['run'],
        related: [...diagnostic.related.filter((one) => one.source === undefined), why],
      },
    ];
  });
}
