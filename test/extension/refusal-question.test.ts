import { createServer, type AddressInfo } from 'node:net';
import { NEWEST_RELEASE, parseSmolfile, RELEASES } from '@smolfile/core';
import { describe, expect, test } from 'vitest';
import { takenPorts, unsetSecrets } from '../../extension/src/smolvm/host-needs.ts';
import { isGuess, refusalQuestion } from '../../extension/src/smolvm/refusal-question.ts';
import { resolveDocument } from '../../packages/language-server/src/features/resolve.ts';

const NEWEST = NEWEST_RELEASE.version;
const [MAJOR] = NEWEST.split('.').map(Number) as [number];
const NEWER = `${MAJOR + 1}.0.0`;

describe('what is asked before something is started that smolvm would refuse', () => {
  const obstacles = [{ message: 'There is no key `imge`' }];

  test('of a release that is known it is a fact', () => {
    for (const { version } of RELEASES) {
      const question = refusalQuestion('run', obstacles, { judged: version, installed: version });
      expect(question).toMatchObject({
        severity: 'error',
        text: 'smolvm would not get far: There is no key "imge".',
        anyway: 'Run Anyway',
      });
    }
  });

  test('of a newer one than all that are known it is none, and says so', () => {
    const question = refusalQuestion('create', obstacles, { judged: NEWEST, installed: NEWER });
    expect(question).toMatchObject({
      severity: 'warning',
      text: `smolvm ${NEWER} is not known exactly. ${NEWEST} would refuse this: There is no key "imge".`,
      anyway: 'Create Anyway',
    });
    // Whoever pins an older one asks for that one.
    expect(isGuess('1.9.1', NEWER)).toBe(false);
    expect(isGuess(NEWEST, undefined)).toBe(false);
    expect(isGuess(NEWEST, NEWEST)).toBe(false);
  });

  test('what there is more of is offered, and flags are changed where they are typed', () => {
    const flags = [
      { message: 'There is no flag `--x`', source: 'flags' as const },
      ...obstacles,
      ...obstacles,
    ];
    expect(refusalQuestion('run', flags, { installed: undefined })).toMatchObject({
      text: expect.stringMatching(/And 2 more\.$/) as string,
      look: 'Change Flags…',
      all: 'Show All',
    });
    expect(refusalQuestion('run', [], { installed: undefined })).toBeUndefined();
  });
});

/** The merged configuration, as the extension gets it. */
function configOf(toml: string, flags = ''): unknown {
  const { json } = resolveDocument(parseSmolfile(toml), { command: 'run', flags }, {}, 'Smolfile');
  expect(json).toMatchObject({ accepted: true });
  return (json as { config?: unknown }).config;
}

describe('what a machine needs of its host', () => {
  const toml = 'cmd = ["x"]\n[secrets]\nTOKEN = { from_env = "MY_TOKEN" }\nKEY = { from_file = "/k" }\n';

  test('a secret from a variable that is not set is said with both names, and where one gives it', () => {
    expect(unsetSecrets(configOf(toml), {})).toEqual([
      {
        message: expect.stringMatching(/`TOKEN`.*`MY_TOKEN`.*editor.*options\.env/) as string,
        path: 'secrets.TOKEN',
      },
    ]);
    expect(unsetSecrets(configOf(toml), { MY_TOKEN: '' })).toEqual([]);
    const flags = '--secret-env OTHER=MINE -- x';
    expect(unsetSecrets(configOf(toml, flags), { MY_TOKEN: 'v' }).map(({ path }) => path)).toEqual([
      'secrets.OTHER',
    ]);
  });

  test('no value of a variable is said', () => {
    const needs = unsetSecrets(configOf(toml, '--secret-env OTHER=MINE -- x'), {
      MY_TOKEN: 'hunter2hunter2',
    });
    expect(needs).toHaveLength(1);
    expect(JSON.stringify(needs)).not.toContain('hunter2');
  });

  test('a port of the host is asked for before smolvm waits for it', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await new Promise((done) => server.once('listening', done));
    const { port } = server.address() as AddressInfo;
    const config = configOf(`cmd = ["x"]\n[dev]\nports = ["${port}:80"]\n`);
    expect(await takenPorts(config, {})).toEqual([
      { message: expect.stringContaining(`The host port ${port} is in use`) as string, path: 'ports' },
    ]);
    // It is where smolvm publishes that counts.
    expect(await takenPorts(config, { SMOLVM_PUBLISH_ADDR: '127.0.0.2' })).toEqual([]);
    await new Promise((done) => server.close(done));
    expect(await takenPorts(config, {})).toEqual([]);
  });

  test('of what is no configuration nothing is needed', async () => {
    const configs = [undefined, null, 3, { secrets: [], ports: 'x' }, { secrets: { A: null } }];
    const needs = await Promise.all(configs.map((config) => takenPorts(config, {})));
    expect([...needs, ...configs.map((config) => unsetSecrets(config, {}))].flat()).toEqual([]);
  });
});
