/** The record of the HTTP API, held against the programs that are here. A test of the toolkit fetches nothing. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { compareApi } from '../smolvm/api/equivalence.ts';
import { openApiOf } from '../smolvm/api/openapi.ts';
import { recordOf, type Recorded } from '../smolvm/api/recorded.ts';
import { apiServer } from '../smolvm/api/server.ts';
import { describePrograms } from '../smolvm/describe-programs.ts';

const recorded = JSON.parse(
  readFileSync(new URL('../../schemas/machine-api.recorded.json', import.meta.url), 'utf8'),
) as Recorded;

/** An entry of the record as it was at a release. */
function at(entry: Readonly<Record<string, unknown>>, release: string): object | undefined {
  const { 'x-changes': changes = [], 'x-absent': absent = false, about: _, properties: _p, ...state } = entry;
  let [own, gone] = [state as Record<string, unknown> | undefined, Boolean(absent)];
  for (const change of changes as readonly { before: string; absent?: boolean; patch?: object }[]) {
    if (recorded.observed.indexOf(release) >= recorded.observed.indexOf(change.before)) break;
    if (change.absent !== undefined) gone = change.absent;
    own = Object.fromEntries(
      Object.entries({ ...own, ...change.patch }).filter(([, value]) => value !== null),
    );
  }
  return gone ? undefined : own;
}

function stateAt({ objects, routes }: Recorded, release: string): object {
  const known = Object.entries(objects).filter(([, object]) => at(object, release));
  return {
    objects: Object.fromEntries(
      known.map(([name, object]) => [
        name,
        {
          own: at(object, release),
          properties: Object.fromEntries(
            Object.entries(object.properties).flatMap(([key, property]) => {
              const own = at(property, release);
              return own ? [[key, own]] : [];
            }),
          ),
        },
      ]),
    ),
    routes: Object.keys(routes).filter((route) => at(routes[route]!, release)),
  };
}

// The ends of what was looked at, and a turning point in between.
describePrograms(['1.4.0', '1.22.2', '1.32.2'], (release) => {
  test('prints the API that is recorded', async () => {
    const fresh = recordOf([[release, await openApiOf(release)]]);
    expect(stateAt(recorded, release)).toEqual(stateAt({ ...fresh, observed: recorded.observed }, release));
  });

  test('makes the same machine of the body as `machine create` makes of the file', async () => {
    const server = await apiServer(release, '');
    const smolfile =
      'image = "alpine"\nnet = true\ncpus = 2\nvolumes = ["./src:/a:ro"]\nports = ["8080:80"]\ninit = ["i"]\n[restart]\npolicy = "always"\n';
    try {
      const input = { id: 'x', command: 'create', smolfile, args: ['--mem', '512'] } as const;
      expect(await compareApi(release, input, server)).toMatchObject({
        kind: 'made',
        named: ['init'],
        unnamed: [],
      });
    } finally {
      await server.end();
    }
  });
});

test('the record has releases in order, and a way back for what came later', () => {
  expect(recorded.observed.length).toBeGreaterThan(60);
  expect(stateAt(recorded, recorded.observed[0]!)).not.toHaveProperty('objects.EnvVar');
  expect(stateAt(recorded, recorded.observed.at(-1)!)).toHaveProperty('objects.EnvVar');
});
