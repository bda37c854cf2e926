import {
  parseSmolfile,
  PLAIN_COLORS,
  renderTable,
  resolutionView,
  resolve,
  valueNames,
  type Resolution,
  type ResolutionView,
  type ResolveOptions,
  type SmolfileDocument,
} from '@smolfile/core';
import { describe, expect, test } from 'vitest';
import { cases } from '../conformance/vectors.ts';
import { resolveVector } from './recorded.ts';

const CWD = '\0';

function placesOf(document: SmolfileDocument) {
  return { path: 'Smolfile', lines: document.lines };
}

function resolved(toml: string, options: Partial<ResolveOptions> = {}) {
  const document = parseSmolfile(toml);
  const resolution = resolve(document, { command: 'create', smolvm: '1.6.0', ...options });
  return { document, resolution };
}

function viewOf(toml: string, before?: string, options: Partial<ResolveOptions> = {}): ResolutionView {
  const { document, resolution } = resolved(toml, options);
  const other = before === undefined ? undefined : resolved(before, options);
  return resolutionView(
    resolution,
    placesOf(document),
    CWD,
    other && { resolution: other.resolution, places: placesOf(other.document) },
  );
}

function squeezed(text: string): string {
  return text.replaceAll(/\s+/g, '');
}

/** What is marked as different, by name: what it was. */
function marks({ rows, unset }: ResolutionView): Record<string, readonly string[]> {
  return Object.fromEntries(
    [
      ...rows.map(({ of, was }) => [of, was] as const),
      ...unset.map(({ name, was }) => [name, was] as const),
    ].flatMap(([name, was]) => (was ? [[name, was] as const] : [])),
  );
}

describe('of every recorded call', () => {
  // once for each vector: what a release does is another test's
  const newest = new Map(cases.map((each) => [each.vector.id, each]));
  const every = Array.from(newest.values(), ({ vector, version }) => {
    const document = parseSmolfile(vector.smolfile);
    const resolution: Resolution = resolveVector(vector, version);
    return { id: `${vector.id}@${version}`, document, resolution };
  });

  test('has every value, in the words of the table', () => {
    for (const { id, document, resolution } of every) {
      const view = resolutionView(resolution, placesOf(document), CWD);
      expect(view.accepted, id).toBe(resolution.accepted);
      if (!resolution.accepted) {
        expect(view.rows, id).toEqual([]);
        expect(view.findings[0], id).toMatchObject({ severity: 'error' });
        continue;
      }
      // what is longer than its column is broken anywhere
      const style = { colors: PLAIN_COLORS, width: 400 };
      const table = squeezed(renderTable(resolution, placesOf(document), CWD, style));
      for (const { name, value, origins, lost } of view.rows) {
        for (const text of [name, value, ...[...origins, ...lost].map((one) => one.text)])
          expect(table.includes(squeezed(text)), `${id}: ${text}`).toBe(true);
      }
      const shown = new Set([...view.rows.map(({ of }) => of), ...view.unset.map(({ name }) => name)]);
      const missing = valueNames(resolution).filter(
        (name) => !shown.has(name) && ![...shown].some((one) => one.startsWith(`${name}.`)),
      );
      // A map without entries, and what is newer than the configuration and not given.
      for (const name of missing) expect(resolution.provenance[name] ?? [], `${id} ${name}`).toEqual([]);
    }
  });

  test('leads to places that are in the file, and says of every key what it is', () => {
    for (const { id, document, resolution } of every) {
      const view = resolutionView(resolution, placesOf(document), CWD);
      const mentions = [
        ...view.rows.flatMap(({ origins, lost }) => [...origins, ...lost]),
        ...view.findings,
        ...view.ignored,
      ];
      for (const { place } of mentions) {
        if (!place) continue;
        expect(place.start, id).toBeLessThanOrEqual(place.end);
        expect(place.end, id).toBeLessThanOrEqual(document.text.length);
        expect(document.lines.positionAt(place.start).line, id).toBe(place.line);
      }
      for (const { of } of view.rows) expect(view.keys[of]?.description, `${id} ${of}`).toBeTruthy();
      // It is sent as JSON.
      expect(JSON.parse(JSON.stringify(view)), id).toEqual(view);
    }
  });

  test('differs from itself in nothing', () => {
    for (const { id, document, resolution } of every) {
      const places = placesOf(document);
      expect(marks(resolutionView(resolution, places, CWD, { resolution, places })), id).toEqual({});
    }
  });
});

describe('with something to compare with', () => {
  const BEFORE = 'cpus = 2\n[dev]\nports = ["80", "81"]\nenv = ["A=1"]\n';

  test('says what a value was, what is new, and what is gone', () => {
    const after = '\ncpus = 3\nworkdir = "/x"\n[dev]\nports = ["81", "82"]\n';
    expect(marks(viewOf(after, BEFORE))).toEqual({
      cpus: ['2'],
      workdir: [],
      ports: [],
      env: ['A=1'],
    });
    const ports = viewOf(after, BEFORE).rows.filter(({ of }) => of === 'ports');
    expect(ports.map(({ was }) => was)).toEqual([['80'], []]);
  });

  test('lines that have only moved are none that differ', () => {
    expect(marks(viewOf(`# moved\n\n${BEFORE}`, BEFORE))).toEqual({});
  });

  test('a file that is refused, or was, has nothing to compare', () => {
    expect(marks(viewOf('cpus = "x"\n', BEFORE))).toEqual({});
    expect(marks(viewOf(BEFORE, 'cpus = "x"\n'))).toEqual({});
  });
});

test('a refusal says its reasons first, and those in the flags as such', () => {
  const { findings, verdict } = viewOf('[service]\nlisten = 80\n', undefined, { flags: '--cpu 3' });
  expect(verdict).toBe('smolvm 1.6.0 refuses this.');
  expect(findings.map(({ severity }) => severity === 'error')).toEqual(
    findings.map(({ severity }) => severity === 'error').toSorted((a, b) => Number(b) - Number(a)),
  );
  const flag = findings.find(({ inFlags }) => inFlags);
  expect(flag).toMatchObject({ code: 'unknown-flag', severity: 'error' });
  expect(flag).not.toHaveProperty('place');
});

test('credentials are masked like everywhere', () => {
  const token = `ghp_${'a'.repeat(36)}`;
  const before = `env = ["TOKEN=ghp_${'b'.repeat(36)}"]\n`;
  const text = JSON.stringify(viewOf(`env = ["TOKEN=${token}"]\n`, before, { flags: `-e X=${token}` }));
  expect(text).not.toContain('ghp_');
});
