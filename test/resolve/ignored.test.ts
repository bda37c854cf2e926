import { parseSmolfile } from '@smolfile/core';
import { expect, test } from 'vitest';
import { resolve, type ResolveOptions } from '../../packages/core/src/resolve/index.ts';

function ignored(toml: string, command: ResolveOptions['command'], smolvm = '1.9.3'): string[] {
  return resolve(parseSmolfile(toml), { command, smolvm, assumed: ['output'] }).ignored.map(
    ({ key, reason, help }) => `${key}: ${reason}. ${help}.`,
  );
}

test.for<readonly [toml: string, command: ResolveOptions['command'], keys: readonly string[]]>([
  ['image="a"\nnet=true', 'create', []],
  [
    'image="a"\nstorage=5\n[dev]\nports=["80"]\n[health]\nexec=["x"]',
    'pack',
    [
      'storage: `pack create` never looks at it. Keep it for `machine create` and `machine run`, or remove it.',
      'dev: `pack create` never looks at it. Keep it for `machine create` and `machine run`, or remove it.',
      'health: `pack create` never looks at it. Keep it for `machine create`, or remove it.',
    ],
  ],
  [
    'image="a"\n[network]\nallow_cidrs=["::1"]',
    'pack',
    [
      'network.allow_cidrs: Only turns networking on. The list is dropped, so that the packed machine has unrestricted network access. Keep it for `machine create` and `machine run`, or remove it; give it again with `--allow-cidr` when a machine is created from the pack.',
    ],
  ],
  [
    'cmd=["x"]\n[restart]\npolicy="always"\nmax_retries=3\n[artifact]\ncpus=1',
    'run',
    [
      'restart.policy: `machine run` checks it, then drops it. Checked, then dropped, also with -d. Keep it for `machine create`, or remove it.',
      'restart.max_retries: `machine run` never looks at it. Also with -d. Keep it for `machine create`, or remove it.',
      'artifact: `machine run` never looks at it. Keep it for `pack create`, or remove it.',
    ],
  ],
  [
    'image="a"\n[artifact]\n[pack]\ncpus=1',
    'pack',
    [
      'pack: `[pack]` is another spelling of `[artifact]`, which is there and hides it whole. Move its keys into `[artifact]`.',
    ],
  ],
  [
    '[service]\nport=80',
    'create',
    ['service: `machine create` never looks at it. Remove it: no command of smolvm does anything with it.'],
  ],
])('%j for %s', ([toml, command, keys]) => {
  expect(ignored(toml, command)).toEqual(keys);
});

test('ranges point at the keys', () => {
  const text = '[service]\nport = 80\n';
  const [service] = resolve(parseSmolfile(text), { command: 'create' }).ignored;
  expect(text.slice(service!.range.start, service!.range.end)).toBe('service');
});
