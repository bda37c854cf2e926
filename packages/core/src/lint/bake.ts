/**
 * `machine run` of an image with `init` is `machine create` inside `machine run`: smolvm calls itself on the same file
 * with flags of its own making, to bake a layer that it keeps (facts 2.5, values 25). Whatever create refuses there,
 * run refuses, too.
 */
import { hasFlag, usesOf, type Call } from '../call/call.ts';
import { readCall } from '../call/parse-call.ts';
import { CALL_PROBLEMS } from '../call/problems.ts';
import { classifyImage, parseEnvSpec } from '../grammars/index.ts';
import type { Diagnostic, RelatedPlace } from '../model/diagnostic.ts';
import type { Release } from '../release/index.ts';
import { checksOf, flagsFor, placeIn } from '../schema/index.ts';
import type { TextRange } from '../text/range.ts';
import type { RuleContext } from './context.ts';
import type { GivenValue } from '../merge/index.ts';
import { opensNetwork } from './network.ts';

/** A bake that a run makes. */
export interface Bake {
  /** The image that is baked, and the first command that it is baked for. */
  readonly image: GivenValue;
  readonly init: GivenValue;
}

/** Whether a run of this file in the foreground bakes its image; flags may prevent it. */
export function bakeOf(
  context: Pick<RuleContext, 'call' | 'release' | 'settings' | 'merged'>,
): Bake | undefined {
  const { call, release, settings } = context;
  if (!release.has('init-cache')) return undefined;
  const image = context.merged('image').value;
  const [init] = context.merged('init').texts;
  if (!image || !init || hasFlag(call, 'detach') || hasFlag(call, 'no-init-cache')) return undefined;
  const reference = String(image.value);
  if (!release.has('init-cache-for-any-image') && classifyImage(reference) !== 'registry') return undefined;
  if (release.has('file-url-refused') && reference.startsWith('file://')) return undefined;
  const credentials = settings.has('network.credentials') || hasFlag(call, 'credential');
  return credentials && release.has('init-cache-without-credentials') ? undefined : { image, init };
}

/** Lists of the network that a bake gets as flags. */
const LISTS = [
  ['allow-cidr', 'network.allow_cidrs'],
  ['allow-host', 'network.allow_hosts'],
  ['allow-host-pattern', 'network.allow_host_patterns'],
] as const;

/** The call of `machine create` that a bake makes beside `--smolfile` (values 25), as far as flags are known. */
export function innerCall(context: RuleContext, { image }: Bake): Call {
  const { call, release } = context;
  const words = ['--image', String(image.value)];
  const add = (flag: string, values: readonly string[]): void => {
    for (const value of values) words.push(`--${flag}=${value}`);
  };
  const known = new Set(flagsFor('create', release).map(({ long }) => long));
  add(
    'env',
    context
      .merged('env')
      .texts.map(({ value }) => value)
      .filter((spec) => parseEnvSpec(spec).kind !== 'dropped'),
  );
  const init = context.merged('init').texts;
  const fromFlags = init.filter(({ source }) => source === 'flags');
  if (known.has('init'))
    add(
      'init',
      (release.has('bake-repeats-init') ? init : fromFlags).map(({ value }) => value),
    );
  for (const path of ['workdir', 'user']) {
    const value = context.merged(path).value;
    if (value && known.has(path) && release.has('bake-gets-workdir')) add(path, [String(value.value)]);
  }
  const isOpen = release.has('bake-gets-network');
  if (isOpen && opensNetwork(context)) words.push('--net');
  for (const flag of ['dns', 'dns-option', 'guest-subnet']) {
    if (known.has(flag))
      add(
        flag,
        usesOf(call, flag).map(({ value = '' }) => value),
      );
  }
  if (isOpen) {
    for (const [flag, path] of LISTS) {
      if (known.has(flag))
        add(
          flag,
          context.merged(path).texts.map(({ value }) => value),
        );
    }
  }
  return readCall('create', release, [...words, '--', '/bin/true'], { given: ['smolfile', 'name'] });
}

/** What keeps the inner create from reading its arguments: an image that no flag can say. */
export function refusedArguments(context: RuleContext, bake: Bake): Diagnostic[] {
  const { image, init } = bake;
  const [problem] = innerCall(context, bake).problems;
  if (!problem) return [];
  return [
    {
      code: problem.code,
      severity: 'error',
      stage: 'config',
      refusing: [{ check: 'bake', rank: [-1] }],
      message: `\`machine create\`, which bakes \`init\`, does not get this image as its flag: ${problem.message}`,
      why: CALL_PROBLEMS[problem.code].why,
      help: problem.help ?? CALL_PROBLEMS[problem.code].help,
      commands: ['run'],
      range: image.range,
      ...(image.source && { source: image.source }),
      related: [bakedFor(init)],
    },
  ];
}

function bakedFor({ range, source }: GivenValue): RelatedPlace {
  return {
    range,
    ...(source && { source }),
    message: 'baked by `machine create` for these commands',
  };
}

/** What the inner create refuses, as a refusal of run; a place in the inner call is that of the image. */
export function asRefusalsOfRun(
  inner: readonly Diagnostic[],
  { image, init }: Bake,
  release: Release,
): Diagnostic[] {
  const order = checksOf('create', release);
  return inner.flatMap((diagnostic): Diagnostic[] => {
    if (diagnostic.severity !== 'error' || diagnostic.stage === 'parse' || diagnostic.stage === 'launch')
      return [];
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
        related: [...diagnostic.related.filter((one) => one.source === undefined), bakedFor(init)],
      },
    ];
  });
}
