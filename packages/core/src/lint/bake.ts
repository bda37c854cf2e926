/**
 * `machine run` of an image with `init` is `machine create` inside `machine run`: smolvm calls itself on the same file
 * with flags of its own making, to bake a layer that it keeps (facts 2.5, values 25). Whatever create refuses there,
 * run refuses, too.
 */
import { hasFlag, usesOf, type Call } from '../call/call.ts';
import { readCall } from '../call/parse-call.ts';
import { classifyImage, parseEnvSpec } from '../grammars/index.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { flagsFor } from '../schema/index.ts';
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
export function bakeOf(context: RuleContext): Bake | undefined {
  const { call, release, settings } = context;
  if (!release.has('init-cache')) return undefined;
  const image = context.merged('image').value;
  const [init] = context.merged('init').texts;
  if (!image || !init || hasFlag(call, 'detach') || hasFlag(call, 'no-init-cache')) return undefined;
  if (!release.has('init-cache-for-any-image') && classifyImage(String(image.value)) !== 'registry')
    return undefined;
  const credentials = settings.has('network.credentials') || hasFlag(call, 'credential');
  return credentials && release.has('init-cache-without-credentials') ? undefined : { image, init };
}

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
  if (opensNetwork(context)) words.push('--net');
  for (const flag of ['dns', 'dns-option', 'guest-subnet']) {
    if (known.has(flag))
      add(
        flag,
        usesOf(call, flag).map(({ value = '' }) => value),
      );
  }
  if (!release.has('init-cache-drops-network')) {
    add(
      'allow-host',
      context.merged('network.allow_hosts').texts.map(({ value }) => value),
    );
  }
  return readCall('create', release, [...words, '--', '/bin/true'], { given: ['smolfile', 'name'] });
}

/** What the inner create refuses, as a refusal of run; a place in the inner call is that of the image. */
export function asRefusalsOfRun(inner: readonly Diagnostic[], { image, init }: Bake): Diagnostic[] {
  return inner.flatMap((diagnostic): Diagnostic[] => {
    if (diagnostic.severity !== 'error' || diagnostic.stage === 'parse' || diagnostic.stage === 'launch')
      return [];
    const { fix: _fix, source, ...rest } = diagnostic;
    const place: { range: TextRange; source?: 'flags' } = source
      ? { range: image.range, ...(image.source && { source: image.source }) }
      : { range: rest.range };
    return [
      {
        ...rest,
        ...place,
        stage: 'config',
        check: 'bake',
        commands: ['run'],
        related: [
          ...diagnostic.related.filter((one) => one.source === undefined),
          {
            range: init.range,
            ...(init.source && { source: init.source }),
            message: 'baked by `machine create` for these commands',
          },
        ],
      },
    ];
  });
}
