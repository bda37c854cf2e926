import { applyEdits, parseSmolfile } from '@smolfile/core';
import { describe, expect, test } from 'vitest';
import { ALL_HINTS, hints, type HintOptions } from '../../packages/language-server/src/features/hints.ts';

/** A text with its hints in `⟨⟩`. */
function hinted(text: string, options: Partial<HintOptions> = {}, smolvm?: string): string {
  const whole = { start: 0, end: text.length };
  const none = { defaults: false, implied: false, replaced: false, units: false };
  const found = hints(parseSmolfile(text), whole, smolvm === undefined ? {} : { smolvm }, {
    ...none,
    ...options,
  });
  return applyEdits(
    text,
    found.map(({ offset, label }) => ({ range: { start: offset, end: offset }, text: `⟨${label}⟩` })),
  );
}

describe('hints', () => {
  test.each<[keyof HintOptions, string, string]>([
    ['units', 'memory = 2048\nstorage = 20\n', 'memory = 2048⟨= 2 GiB⟩\nstorage = 20\n'],
    ['units', 'memory = 1000\n', 'memory = 1000\n'],
    ['units', '[artifact]\nmemory = 1536\n', '[artifact]\nmemory = 1536⟨= 1.5 GiB⟩\n'],
    [
      'replaced',
      'ports = ["80"]\n[dev]\nports = ["81"]\n',
      'ports = ["80"]⟨replaced by dev.ports⟩\n[dev]\nports = ["81"]\n',
    ],
    ['replaced', 'ports = ["80"]\n[dev]\nports = []\n', 'ports = ["80"]\n[dev]\nports = []\n'],
    ['implied', '[network]\nallow_hosts = ["a.org"]\n', '[network]\nallow_hosts = ["a.org"]⟨net = true⟩\n'],
    [
      'implied',
      'net = true\n[network]\nallow_hosts = ["a.org"]\n',
      'net = true\n[network]\nallow_hosts = ["a.org"]\n',
    ],
    ['implied', '[network]\nallow_hosts = []\n', '[network]\nallow_hosts = []\n'],
    ['implied', 'auto_graph = true\n', 'auto_graph = true⟨cuda = true⟩\n'],
    ['implied', 'auto_graph = false\n', 'auto_graph = false\n'],
    ['defaults', 'image = "a"\ncpus = 2\n', 'image = "a"⟨memory 8192, storage 20, overlay 10⟩\ncpus = 2\n'],
    [
      'defaults',
      '[restart]\nmax_retries = 3\n',
      '[restart]⟨policy never, max_backoff 300s⟩\nmax_retries = 3\n',
    ],
    [
      'defaults',
      '[health]\nexec = ["a"]\ninterval = "1s"\n',
      '[health]⟨timeout 5s, retries 3, startup_grace 0s⟩\nexec = ["a"]\ninterval = "1s"\n',
    ],
    ['defaults', '[dev]\nports = []\n', '[dev]\nports = []\n'],
  ])('%s: %j', (kind, text, expected) => {
    expect(hinted(text, { [kind]: true })).toBe(expected);
  });

  test('of a version are those that it has', () => {
    expect(hinted('auto_graph = true\n', { implied: true }, '1.2.0')).toBe('auto_graph = true\n');
  });

  test('are none where they are turned off, and outside of what is asked for', () => {
    const text = 'memory = 2048\n[restart]\n';
    expect(hinted(text)).toBe(text);
    expect(
      hints(parseSmolfile(text), { start: 14, end: text.length }, {}).every(({ offset }) => offset >= 14),
    ).toBe(true);
    expect(hints(parseSmolfile(text), { start: 0, end: text.length }, {}, ALL_HINTS)).toHaveLength(3);
  });

  test('of defaults stay while something else is broken, and leave out what may be in the making', () => {
    const hint = '⟨cpus 4, memory 8192, storage 20, overlay 10⟩';
    expect(hinted('image = "a"\n[restart\n', { defaults: true })).toContain(`image = "a"${hint}`);
    expect(hinted('image = "a"\nmemory = \n', { defaults: true })).toContain(
      '⟨cpus 4, storage 20, overlay 10',
    );
  });

  test('of defaults are not beside the first line while there is no other', () => {
    expect(hinted('image = "a"', { defaults: true })).toBe('image = "a"');
  });

  test('fit what an editor shows of them on a line', () => {
    for (const { label } of hints(
      parseSmolfile('image = "a"\n[health]\n[restart]\n[fork]\n[auth]\n'),
      { start: 0, end: 100 },
      {},
    ))
      expect(label.length).toBeLessThanOrEqual(43);
  });

  test('of what is implied do not contradict each other, and come once', () => {
    expect(hinted('ports = ["80"]\n[dev]\nports = ["81"]\n', ALL_HINTS)).toBe(
      'ports = ["80"]⟨replaced by dev.ports⟩⟨cpus 4, memory 8192, storage 20, overlay 10⟩\n[dev]\nports = ["81"]⟨net = true at boot⟩\n',
    );
    const both = '[dev]\nports = ["81"]\n[network]\nallow_hosts = ["a.org"]\nallow_cidrs = ["1.1.1.1"]\n';
    expect(hinted(both, { implied: true }).match(/⟨.*?⟩/g)).toEqual(['⟨net = true⟩']);
    expect(hinted(both, { implied: true })).toContain('["a.org"]⟨net = true⟩');
  });
});
