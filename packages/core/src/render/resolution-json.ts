import {
  diffResolutions,
  isListProvenance,
  maskedCallText,
  relativeResolution,
  relativeToDirectory,
  type Config,
  type Dropped,
  type Origin,
  type Resolution,
} from '../resolve/index.ts';
import { LineIndex } from '../text/line-index.ts';
import type { TextRange } from '../text/range.ts';
import { diagnosticJson, rangeJson } from './diagnostic-json.ts';
import { exactJson } from './exact-json.ts';
import type { Places } from './values.ts';

/**
 * For other programs; described by `schemas/resolve-output.schema.json`. Ranges are places in the file; those with
 * `source: "flags"`, and those of origins of kind `flag`, are places in `flags`.
 *
 * @param cwd what host paths below it are shown relative to, as `./x`.
 */
export function resolutionJson(resolution: Resolution, places: Places, cwd: string): object {
  const flags = maskedCallText(resolution.call);
  const texts: Texts = { document: places.lines, flags: new LineIndex(flags) };
  const { smolvm, command, accepted, diagnostics, ignored } = resolution;
  const common = { formatVersion: 1, smolvm, for: command, path: places.path, flags, accepted };
  const said = {
    ignored: ignored.map(({ range, ...rest }) => ({ ...rest, range: rangeJson(range, texts.document) })),
    diagnostics: diagnostics.map((one) =>
      diagnosticJson(one, (source) => (source ? texts.flags : texts.document)),
    ),
  };
  if (!resolution.accepted) {
    const { code, stage, message } = resolution.error;
    return { ...common, error: { code, stage, message }, ...said };
  }
  const config = relativeToDirectory(resolution.config, cwd);
  const provenance = Object.entries(resolution.provenance).map(([name, own]) => [
    name,
    isListProvenance(own)
      ? own.map(({ value, origins, dropped }) => ({
          ...(value !== undefined && { value }),
          ...chain(origins, dropped, texts),
        }))
      : chain(own.origins, own.dropped, texts),
  ]);
  const { runs, manifest } = resolution;
  return {
    ...common,
    config,
    provenance: Object.fromEntries(provenance) as object,
    ...(runs && { runs }),
    ...(manifest && { manifest: relativeToDirectory(manifest as unknown as Config, cwd) }),
    ...said,
  };
}

interface Texts {
  readonly document: LineIndex;
  readonly flags: LineIndex;
}

function chain(origins: readonly Origin[], dropped: readonly Dropped[], texts: Texts): object {
  return {
    origins: origins.map((origin) => placed(origin, texts)),
    dropped: dropped.map((one) => placed(one, texts)),
  };
}

function placed(origin: Origin | Dropped, { document, flags }: Texts): object {
  if (origin.kind === 'default') return origin;
  const inFlags = origin.kind === 'flag' || (origin.kind === 'implied' && origin.source === 'flags');
  const range: TextRange = origin.range;
  return { ...origin, range: rangeJson(range, inFlags ? flags : document) };
}

/** `resolutionJson` as text. */
export function renderResolutionJson(resolution: Resolution, places: Places, cwd: string): string {
  return exactJson(resolutionJson(resolution, places, cwd));
}

/**
 * How two resolutions of one file differ, for other programs; described by `schemas/resolve-diff-output.schema.json`.
 *
 * @param cwd what host paths below it are shown relative to, as `./x`.
 */
export function renderDiffJson(
  [before, after]: readonly [Resolution, Resolution],
  places: Places,
  cwd: string,
): string {
  const [one, other] = [relativeResolution(before, cwd), relativeResolution(after, cwd)];
  const { sameVerdict, changes, ignored } = diffResolutions(one, other);
  return exactJson({
    formatVersion: 1,
    sameVerdict,
    changes: changes.map(({ origins: _origins, ...change }) => change),
    ignored,
    before: resolutionJson(before, places, cwd),
    after: resolutionJson(after, places, cwd),
  });
}
