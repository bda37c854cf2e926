import {
  isListProvenance,
  relativeVolume,
  valuesOf,
  type Accepted,
  type Resolution,
  type ResolvedValue,
  type SmolfileDocument,
} from '@smolfile/core';
import { elementTexts, originText, valueText } from './config-text.ts';

interface Row {
  readonly name: string;
  readonly value: string;
  readonly origin: string;
  readonly lost: readonly string[];
}

/** A resolution as plain text: a line a value or element with its origin, `✗` for what came to nothing. */
export function resolutionTable(
  resolution: Resolution,
  document: SmolfileDocument,
  cwd: string | undefined,
): string {
  const { smolvm, command } = resolution;
  if (!resolution.accepted) {
    const { message, stage } = resolution.error;
    return `${command}, smolvm ${smolvm}: refused (${stage})\n\n✗ ${message}\n`;
  }
  const all = valuesOf(resolution).map((value) => ({
    value,
    rows: rowsOf(value, resolution, document, cwd),
  }));
  const rows = all.flatMap((one) => one.rows);
  const unset = all.filter((one) => one.rows.length === 0).map(({ value }) => value.name);
  const names = Math.max(0, ...rows.map(({ name }) => name.length));
  const values = Math.min(48, Math.max(0, ...rows.map(({ value }) => value.length)));
  const lines = rows.flatMap(({ name, value, origin, lost }) => [
    ...(value === '' ? [] : [`${name.padEnd(names)}  ${value.padEnd(values)}  ${origin}`.trimEnd()]),
    ...lost.map((reason) => `${(value === '' ? name : '').padEnd(names)}  ✗ ${reason}`),
  ]);
  return [
    `${command}, smolvm ${smolvm}: accepted\n`,
    ...lines,
    ...(unset.length > 0 ? [`\nNot set: ${unset.join(', ')}`] : []),
    ...resolution.ignored.map(
      ({ key, reason }, index) => `${index === 0 ? '\n' : ''}Ignored: ${key}: ${reason}`,
    ),
    '',
  ].join('\n');
}

function rowsOf(
  { name, key, value }: ResolvedValue,
  { provenance }: Accepted,
  { lines }: SmolfileDocument,
  cwd: string | undefined,
): Row[] {
  const prefix = `${name}.`;
  if (key.type === 'map') {
    const entries = Object.entries((value ?? {}) as Readonly<Record<string, never>>);
    const paths = Object.keys(provenance).filter((path) => path.startsWith(prefix));
    return entries.map(([entry, reference], index) => {
      const path = paths[index] ?? prefix + entry;
      return { name: path, value: valueText(reference), ...chainOf(path) };
    });
  }
  const own = provenance[name];
  if (!own || !isListProvenance(own)) {
    const chain = chainOf(name);
    return value === null && chain.lost.length === 0
      ? []
      : [{ name, value: valueText(value, key), ...chain }];
  }
  if (key.grammar === 'argv') {
    const used = own.filter((element) => element.value !== undefined);
    const origins = new Set(
      used.flatMap((element) => element.origins.map((origin) => originText(origin, lines))),
    );
    const lost = own.flatMap(({ dropped }) => dropped.map(({ reason }) => reason));
    if (used.length === 0 && lost.length === 0) return [];
    return [
      {
        name,
        value: used.length > 0 ? elementTexts(value, key).join('') : '',
        origin: Array.from(origins, withoutIndex)[0] ?? '',
        lost,
      },
    ];
  }
  return own.map(({ value: element, origins, dropped }, index) => ({
    name: index === 0 ? name : '',
    value:
      element === undefined
        ? ''
        : valueText(
            key.grammar === 'volume' && cwd !== undefined ? relativeVolume(element, cwd) : element,
            key,
          ),
    origin: origins.map((origin) => originText(origin, lines)).join(' + '),
    lost: dropped.map(({ reason }) => reason),
  }));

  function chainOf(path: string): Pick<Row, 'origin' | 'lost'> {
    const single = provenance[path];
    if (!single || isListProvenance(single)) return { origin: '', lost: [] };
    return {
      origin: single.origins.map((origin) => originText(origin, lines)).join(' + '),
      lost: single.dropped.map(({ reason }) => reason),
    };
  }
}

function withoutIndex(origin: string): string {
  return origin.replace(/\[\d+\]/, '');
}
