import type { HostFileSystem, HostPath } from '@smolfile/core';
import { afterEach, expect, test, vi } from 'vitest';
import { HostWatch } from '../../packages/language-server/src/host-watch.ts';

const kinds = new Map<string, HostPath['kind']>();
const host: HostFileSystem = {
  platform: 'linux',
  inspect: (path) => ({ kind: kinds.get(path) ?? 'missing' }),
};

afterEach(() => kinds.clear());

function watched() {
  const changed = vi.fn<(uris: readonly string[]) => void>();
  return { watch: new HostWatch(changed), changed };
}

test('what was asked about and is another thing now is told, once', () => {
  const { watch, changed } = watched();
  watch.recording('a', host, '1').inspect('/data');
  watch.recording('b', host, '1').inspect('/other');
  watch.look();
  expect(changed).not.toHaveBeenCalled();
  kinds.set('/data', 'directory');
  watch.look();
  watch.look();
  expect(changed.mock.calls).toEqual([[['a']]]);
  watch.stop();
});

test('what an older text asked about does not matter, nor what a closed one did', () => {
  const { watch, changed } = watched();
  watch.recording('a', host, '1').inspect('/data');
  watch.recording('a', host, '2').inspect('/x');
  watch.recording('b', host, '1').inspect('/data');
  watch.forget('b');
  kinds.set('/data', 'directory');
  watch.look();
  expect(changed).not.toHaveBeenCalled();
  watch.stop();
});

test('of one text, everything that was asked counts', () => {
  const { watch, changed } = watched();
  watch.recording('a', host, '1').inspect('/data');
  watch.recording('a', host, '1').inspect('/x');
  kinds.set('/data', 'directory');
  watch.look();
  expect(changed).toHaveBeenCalledOnce();
  watch.stop();
});
