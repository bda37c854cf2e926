import { expect, test } from 'vitest';
import { describePrograms } from './describe-programs.ts';
import type { Input } from './outcome.ts';
import { runQuickly } from './program/quick.ts';
import { runToTheEnd } from './program/to-the-end.ts';

const input = (command: Input['command'], smolfile: string, args: readonly string[] = []): Input => ({
  id: 'x',
  command,
  smolfile,
  args,
});

const WEB =
  'image = "alpine"\nnet = true\nentrypoint = ["/serve"]\ncmd = ["a"]\nenv = ["A=1", "HOST_TOKEN"]\n';

describePrograms(['1.4.0', '1.9.1', '1.32.2'], (release) => {
  test('create is known by its record', async () => {
    const { accept, config } = await runQuickly(release, input('create', WEB, ['--cpus', '3']));
    expect({ accept, config }).toMatchObject({
      accept: true,
      config: {
        cpus: 3,
        image: 'alpine',
        env: [
          ['A', '1'],
          ['HOST_TOKEN', 't0k3n'],
        ],
      },
    });
  });

  test('run is known by what it would boot', async () => {
    const outcome = await runQuickly(release, input('run', `${WEB}volumes = ["./src:/app"]\n`));
    expect(outcome).toMatchObject({
      accept: true,
      config: {
        mounts: [{ source: './src', target: '/app', read_only: false }],
        resources: { network: true },
      },
    });
  });

  test('a refusal names its place', async () => {
    expect(await runQuickly(release, input('create', 'cpus = 1\nimge = "x"\n'))).toMatchObject({
      accept: false,
      error: { stage: 'parse', line: 2, column: 1, carets: 4 },
    });
  });

  test('the workload is seen in the guest: the words of the call replace entrypoint and cmd', async () => {
    const end = async (one: Input): Promise<unknown> =>
      (await runToTheEnd(release, one, await runQuickly(release, one))).runs;
    expect(await end(input('run', WEB))).toMatchObject({ command: ['/serve', 'a'] });
    expect(await end(input('run', WEB, ['--', 'echo', 'hi']))).toMatchObject({ command: ['echo', 'hi'] });
    expect(await end(input('create', `${WEB}init = ["i"]\n`))).toMatchObject({
      init: ['i'],
      command: ['/serve', 'a'],
    });
  });

  test('a pack is known by its manifest', async () => {
    const pack = input('pack', WEB);
    const { manifest } = await runToTheEnd(release, pack, await runQuickly(release, pack));
    expect(manifest).toMatchObject({
      image: 'alpine',
      entrypoint: ['/serve'],
      cmd: ['a'],
      cpus: 4,
    });
  });
});
