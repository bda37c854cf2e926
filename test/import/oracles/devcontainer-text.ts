import * as fc from 'fast-check';

const value = fc.constantFrom(
  'a b',
  '${localEnv:HOME}',
  '${localEnv:NOT_SET}',
  '${localEnv:NOT_SET:other:one}',
  '${containerWorkspaceFolder}/x',
  '${localWorkspaceFolderBasename}',
  '$HOME',
  '${unknown}',
  'é"',
);
const container = fc.record(
  {
    image: fc.constant('example/dev:1'),
    containerEnv: fc.dictionary(fc.constantFrom('MODE', 'A_B', 'x1', 'LEVEL'), value, { maxKeys: 3 }),
    forwardPorts: fc.uniqueArray(fc.integer({ min: 2000, max: 9000 }), { maxLength: 3 }),
    workspaceFolder: fc.constantFrom('/srv', '/workspaces/${localWorkspaceFolderBasename}/sub'),
    overrideCommand: fc.boolean(),
    init: fc.boolean(),
  },
  { requiredKeys: ['image'] },
);

/** devcontainer.json files, with comments and commas at ends. */
export const devcontainerText: fc.Arbitrary<string> = fc
  .tuple(container, fc.constantFrom('', '// a comment\n'))
  .map(([config, comment]) => comment + JSON.stringify(config, null, 2).replace(/\n\}$/, ',\n}'));
