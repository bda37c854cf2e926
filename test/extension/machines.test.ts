import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { driftOf } from '../../extension/src/smolvm/drift.ts';
import { isRunning, readMachines } from '../../extension/src/smolvm/machines.ts';

/** One entry as smolvm 1.2.0 prints it (facts 6). */
const LISTED = {
  name: 'web',
  state: 'running',
  cpus: 2,
  memory_mib: 1024,
  pid: 4711,
  mounts: 1,
  ports: 1,
  created_at: '2026-01-01T00:00:00Z',
  storage_gb: null,
  overlay_gb: 10,
  image: 'python:3.12-slim',
  entrypoint: [],
  cmd: ['python', '-m', 'http.server'],
  ephemeral: false,
  gpu: false,
  gpu_vram_mib: null,
  restart_policy: 'on-failure',
  restart_max_retries: 0,
  restart_count: 0,
  health_cmd: 'curl -f http://127.0.0.1/',
  health_interval_secs: 30,
  health_timeout_secs: null,
  health_retries: 3,
  health_startup_grace_secs: null,
  network: true,
};

const CONFIG = {
  image: 'python:3.12-slim',
  entrypoint: [],
  cmd: ['python', '-m', 'http.server'],
  cpus: 2,
  memory: 1024,
  net: true,
  gpu: false,
  gpu_vram: null,
  storage: null,
  overlay: null,
  ports: [[8080, 8080]],
  volumes: [['/a', '/b', false]],
  restart: { policy: 'on-failure', max_retries: 0, max_backoff_secs: 0 },
  health: {
    exec: ['sh', '-c', 'curl -f http://127.0.0.1/'],
    interval_secs: 30,
    timeout_secs: null,
    retries: 3,
    startup_grace_secs: null,
  },
};

describe('reading the list', () => {
  test('machines come by name, with everything that was said', () => {
    const { machines, problem } = readMachines(JSON.stringify([LISTED, { name: 'api', state: 'stopped' }]));
    expect(problem).toBeUndefined();
    expect(machines.map(({ name, state }) => [name, state])).toEqual([
      ['api', 'stopped'],
      ['web', 'running'],
    ]);
    expect(machines[1]!.facts['memory_mib']).toBe(1024);
    expect(machines.map(isRunning)).toEqual([false, true]);
  });

  test('what looks like a credential is masked, as in what the file would make of it', () => {
    const listed = {
      name: 'a',
      cmd: ['serve', '--password', 'hunter2hunter2'],
      health_cmd: 'curl -u me:hunter2hunter2 http://127.0.0.1/',
    };
    const { machines } = readMachines(JSON.stringify([listed]));
    expect(JSON.stringify(machines)).not.toContain('hunter2');
    const config = {
      entrypoint: [],
      cmd: ['serve', '--password', '********'],
      health: { exec: ['sh', '-c', 'curl -u me:******** http://127.0.0.1/'] },
    };
    expect(driftOf(machines[0]!, config)).toEqual([]);
  });

  test('an empty list is no problem', () => {
    expect(readMachines('[]\n')).toEqual({ machines: [] });
  });

  test.each([
    [
      'fields of a newer version',
      '[{"name":"a","state":"paused","labels":{"x":{"y":[]}},"new":null}]',
      ['a'],
    ],
    ['no state, or an odd one', '[{"name":"a"},{"name":"b","state":7}]', ['a', 'b']],
    ['entries that are no machines', '[null,1,"x",[],{},{"name":""},{"name":3},{"name":"a"}]', ['a']],
    ['warnings before it', 'warning: something\nnote: [x]\n[{"name":"a"}]', ['a']],
    ['a byte order mark', '\uFEFF[{"name":"a"}]', ['a']],
    ['Pilot around it as text', '{"exit":0,"stdout":"[{\\"name\\":\\"a\\"}]\\n"}', ['a']],
    ['Pilot around it as data', '{"result":[{"name":"a"}]}', ['a']],
    ['names of the prototype', '[{"name":"__proto__","state":"constructor"}]', ['__proto__']],
  ])('%s', (_, output, names) => {
    const { machines, problem } = readMachines(output);
    expect(problem).toBeUndefined();
    expect(machines.map(({ name }) => name)).toEqual(names);
  });

  test.each(['', 'Error: nope', '{}', '{"stdout":3}', 'null', '"[]"', '[{"name":"a"', '<html>', '7'])(
    'is refused with a sentence: %j',
    (output) => expect(readMachines(output)).toEqual({ machines: [], problem: expect.any(String) as string }),
  );

  test('too many machines are not shown', () => {
    const list = readMachines(JSON.stringify(Array.from({ length: 10_001 }, (_, n) => ({ name: `m${n}` }))));
    expect(list).toMatchObject({ machines: [], problem: expect.stringContaining('10001') as string });
  });

  test('no output makes it throw', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (output) => {
        const { machines, problem } = readMachines(output);
        expect(problem === undefined || machines.length === 0).toBe(true);
      }),
    );
  });
});

describe('drift', () => {
  const [machine] = readMachines(JSON.stringify([LISTED])).machines;

  test('none for the file that it came from', () => {
    expect(driftOf(machine!, CONFIG)).toEqual([]);
  });

  test('values, lists, counts and commands that differ', () => {
    const changed = {
      ...CONFIG,
      cpus: 4,
      cmd: ['x'],
      ports: [],
      overlay: 20,
      health: { ...CONFIG.health, exec: ['true'] },
    };
    expect(driftOf(machine!, changed)).toEqual([
      { key: 'cmd', machine: '["python","-m","http.server"]', file: '["x"]' },
      { key: 'cpus', machine: '2', file: '4' },
      { key: 'overlay', machine: '10', file: '20' },
      { key: 'ports', machine: '1', file: '0' },
      { key: 'health.exec', machine: 'curl -f http://127.0.0.1/', file: 'true' },
    ]);
  });

  test('a command that smolvm took from the image is none', () => {
    expect(driftOf(machine!, { ...CONFIG, cmd: [] })).toEqual([]);
  });

  test('keys that the configuration leaves out where they say nothing', () => {
    const [newer] = readMachines(
      JSON.stringify([{ name: 'a', cuda: true, forkable: true, cuda_fork_pool_size: 2 }]),
    ).machines;
    expect(driftOf(newer!, CONFIG)).toEqual([
      { key: 'cuda', machine: 'true', file: 'false' },
      { key: 'forkable', machine: 'true', file: 'false' },
      { key: 'fork_pool_size', machine: '2', file: 'not set' },
    ]);
    expect(driftOf(newer!, { ...CONFIG, cuda: true, forkable: true, fork_pool_size: 2 })).toEqual([]);
  });

  test('what only one side knows is not compared', () => {
    const [bare] = readMachines('[{"name":"a","cpus":2}]').machines;
    expect(driftOf(bare!, { cpus: 2, memory: 5 })).toEqual([]);
    expect(driftOf(machine!, {})).toEqual([]);
    expect(driftOf(machine!, undefined)).toEqual([]);
    expect(driftOf(machine!, 'nonsense')).toEqual([]);
  });

  test('nothing a machine may say makes it throw', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...Object.keys(LISTED)), fc.jsonValue()), (facts) => {
        const [found] = readMachines(JSON.stringify([{ ...facts, name: 'a' }])).machines;
        for (const { machine: one, file } of driftOf(found!, CONFIG))
          expect([typeof one, typeof file]).toEqual(['string', 'string']);
      }),
    );
  });
});
