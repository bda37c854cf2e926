/** What is known of smolvm's machines, whatever comes in between. */
import * as fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import type { Act, Sources } from '../../extension/src/editor/known-machines.ts';
import type { Action } from '../../extension/src/smolvm/argv.ts';

/** Messages, none of which anybody closes. */
const said = vi.hoisted(() => vi.fn<(message: string) => Promise<undefined>>(() => new Promise(() => {})));
vi.mock('vscode', () => ({
  workspace: { textDocuments: [] },
  ProgressLocation: {},
  window: {
    withProgress: (_: unknown, work: (...given: readonly unknown[]) => Promise<unknown>) =>
      work(undefined, { onCancellationRequested: () => ({ dispose: () => undefined }) }),
  },
  Uri: { parse: (text: string) => ({ toString: () => text }) },
  EventEmitter: class {
    readonly #heard: ((what: unknown) => void)[] = [];
    readonly event = (listener: (what: unknown) => void) => this.#heard.push(listener);
    fire(what: unknown): void {
      for (const listener of this.#heard) listener(what);
    }
  },
}));
vi.mock('../../extension/src/editor/notify.ts', () => ({
  showError: said,
  showWarning: (_: string, __: unknown, yes: string) => Promise.resolve(yes),
  plainMessage: (message: string) => message,
}));
vi.mock('../../extension/src/editor/check.ts', () => ({
  isFine: () => Promise.resolve(true),
  canStart: () => Promise.resolve(true),
}));
const { recreateAfterQuestion } = await import('../../extension/src/editor/machine-actions.ts');
const { KnownMachines } = await import('../../extension/src/editor/known-machines.ts');
const { Memory } = await import('../../extension/src/editor/memory.ts');

const FILE = { toString: () => 'file:///work/Smolfile' } as Parameters<InstanceType<typeof Memory>['of']>[0];
const SIGNAL = new AbortController().signal;
const CREATE = { kind: 'create', name: 'web', file: '/work/Smolfile' } as const;

/** A pause in which anything else may happen. */
type Pause = () => Promise<void>;

const after = { create: 'created', start: 'running', stop: 'stopped' } as const;

/** smolvm with machines by name, which takes its time before and after each thing that it does. */
function setUp(pause: Pause, states: Map<string, string>) {
  const refused = new Set<Action['kind']>();
  const ask = async (action: Action): Promise<string> => {
    await pause();
    const answer =
      action.kind === 'list' ? JSON.stringify([...states].map(([name, state]) => ({ name, state }))) : '';
    if (refused.has(action.kind)) throw new Error(`no ${action.kind}`);
    if (action.kind === 'delete') states.delete(action.name);
    if (action.kind === 'create' || action.kind === 'start' || action.kind === 'stop')
      states.set(action.name, after[action.kind]);
    await pause();
    return answer;
  };
  const stored = new Map<string, unknown>();
  const memory = new Memory({
    keys: () => [...stored.keys()],
    get: <T>(key: string, otherwise?: T) => (stored.get(key) ?? otherwise) as T,
    update: async (key: string, value: unknown) => {
      stored.set(key, value);
      await pause();
    },
  });
  const installed = { ask, locate: () => '/usr/bin/smolvm' } as unknown as Sources['installed'];
  const client = { isRunning: () => false, sendRequest: () => pause() } as unknown as Sources['client'];
  const known = new KnownMachines({ client, installed, memory });
  memory.onDidChange(() => void known.refresh());
  const refusals = { forget: () => undefined, note: () => Promise.resolve(undefined) };
  const tools = { client, installed, known, memory, refusals } as unknown as Parameters<
    typeof recreateAfterQuestion
  >[1];
  return { known, memory, refused, tools };
}

const stateOf = (known: InstanceType<typeof KnownMachines>): string | undefined =>
  known.of('web')?.doing ?? known.of('web')?.machine.state;

describe('whatever is asked meanwhile, and however long it takes', () => {
  const step = fc.constantFrom('refresh', 'start', 'stop', 'again', 'delete and create');

  test('what smolvm has done stays done, and in the end all is as smolvm has it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), fc.array(step, { maxLength: 6 }), async (scheduler, steps) => {
        const states = new Map([['web', 'stopped']]);
        const { known, memory } = setUp(() => scheduler.schedule(Promise.resolve()), states);
        const work = async (): Promise<void> => {
          await known.refresh();
          await memory.rememberMachine(FILE, 'web', '');
          // What may be seen now.
          let allowed = new Set(['stopped']);
          known.onDidChange(() => expect(allowed).toContain(stateOf(known) ?? 'gone'));
          const may = (...each: readonly string[]): void => {
            allowed = new Set([stateOf(known) ?? 'gone', ...each]);
          };
          const is = (state: string): void => {
            allowed = new Set([state]);
            expect(stateOf(known) ?? 'gone').toBe(state);
          };
          const act = async (kind: Parameters<Act>[0], doing: string, state: string): Promise<void> => {
            may(doing, state);
            await known.act(kind, 'web', SIGNAL);
            is(state);
          };
          /* oxlint-disable no-await-in-loop */
          for (const each of steps) {
            if (each === 'refresh') void known.refresh();
            if (each === 'start') await act('start', 'starting', 'running');
            if (each === 'stop') await act('stop', 'stopping', 'stopped');
            if (each === 'again') {
              may('being made again', 'created');
              await known.makeAgain('web', async (again) => {
                allowed = new Set(['being made again']);
                await again('delete', 'web', SIGNAL);
                await known.create(CREATE, SIGNAL);
                expect(memory.machines).toEqual(['web']);
                allowed = new Set(['being made again', 'created']);
              });
              is('created');
            }
            if (each === 'delete and create') {
              await act('delete', 'deleting', 'gone');
              expect(memory.machines).toEqual([]);
              may('created');
              await known.create(CREATE, SIGNAL);
              is('created');
              await memory.rememberMachine(FILE, 'web', '');
            }
          }
          /* oxlint-enable no-await-in-loop */
          await known.refresh();
          is(states.get('web') ?? 'gone');
        };
        await scheduler.waitFor(work());
        expect(memory.machines).toEqual(['web']);
      }),
      { numRuns: 300 },
    );
  });
});

test('one that could not be made again is gone, and its file may make a new one', async () => {
  const states = new Map([['web', 'running']]);
  const { known, memory, refused } = setUp(() => Promise.resolve(), states);
  await known.refresh();
  await memory.rememberMachine(FILE, 'web', '');
  refused.add('create');
  const seen = new Set<string>();
  known.onDidChange(() => seen.add(stateOf(known) ?? 'gone'));
  const made = known.makeAgain('web', async (act) => {
    await act('delete', 'web', SIGNAL);
    await known.create(CREATE, SIGNAL);
  });
  await expect(made).rejects.toThrow('no create');
  await known.refresh();
  expect(seen.has('being made again')).toBe(true);
  expect([stateOf(known), memory.machines]).toEqual([undefined, []]);
});

test('nothing is done with a machine that something is being done with', async () => {
  const { known } = setUp(() => Promise.resolve(), new Map([['web', 'running']]));
  await known.refresh();
  await known.makeAgain('web', async (act) => {
    await expect(known.act('stop', 'web', SIGNAL)).rejects.toThrow('"web" is being made again already');
    await act('delete', 'web', SIGNAL);
    await known.create(CREATE, SIGNAL);
  });
  const stopping = known.act('start', 'web', SIGNAL);
  await expect(known.makeAgain('web', () => Promise.resolve())).rejects.toThrow('"web" is starting already');
  await stopping;
  expect(stateOf(known)).toBe('running');
});

test.each([
  { step: 'delete', state: 'running', messages: ['The machine "web" was not deleted: no delete'] },
  { step: 'create', state: undefined, messages: ['The machine "web" was not created: no create'] },
  { step: 'start', state: 'created', messages: ['The machine "web" did not start: no start'] },
  { step: 'nothing', state: 'running', messages: [] },
] as const)(
  'made again where $step fails: it is as it is at once, whenever the message is closed',
  async ({ step, state, messages }) => {
    said.mockClear();
    const { known, memory, refused, tools } = setUp(() => Promise.resolve(), new Map([['web', 'running']]));
    await known.refresh();
    await memory.rememberMachine(FILE, 'web', '');
    if (step !== 'nothing') refused.add(step);
    await recreateAfterQuestion('web', tools);
    await known.refresh();
    expect(stateOf(known)).toBe(state);
    expect(memory.machines).toEqual(state === undefined ? [] : ['web']);
    expect(said.mock.calls.map(([message]) => message)).toEqual(messages);
  },
);
