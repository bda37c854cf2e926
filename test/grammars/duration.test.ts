import { describe, expect, test } from 'vitest';
import {
  checkDuration,
  parseByteSize,
  parseDuration,
  parseHumantime,
  U64_MAX,
} from '../../packages/core/src/grammars/index.ts';
import { release } from '../harness/releases.ts';

describe('durations of the file', () => {
  test.each([
    ['10s', 10n],
    ['5m', 300n],
    ['2h', 7200n],
    ['42', 42n],
    [' 7s ', 7n],
    ['+5s', 5n],
    ['010s', 10n],
    ['0s', 0n],
    [`${U64_MAX}s`, U64_MAX],
  ])('%j is %s seconds', (text, seconds) => {
    expect(parseDuration(text, release('1.2.0'))).toBe(seconds);
  });

  test.each([
    ['', undefined],
    ['1d', '24h'],
    ['500ms', undefined],
    ['1m30s', '90s'],
    ['1.5s', undefined],
    ['-5s', undefined],
    ['10 s', '10s'],
    ['10S', '10s'],
    ['s', undefined],
    ['2 hours', '2h'],
    ['\uFEFF5s', undefined],
    ['18446744073709551616s', undefined],
  ])('%j falls back to the default', (text, suggestion) => {
    const checked = checkDuration(text, release('1.9.3'));
    if (checked.ok) throw new Error('accepted');
    expect(checked.problem.suggestion).toBe(suggestion);
  });

  test('beyond 64 bits they wrap before 1.7.0', () => {
    // 2^64 / 60 rounded up, times 60, is 44 beyond 2^64.
    expect(parseDuration('307445734561825861m', release('1.6.13'))).toBe(44n);
    expect(parseDuration('307445734561825861m', release('1.7.0'))).toBeUndefined();
  });
});

describe('--timeout', () => {
  test.each([
    ['30s', 30n, 0],
    ['5sec', 5n, 0],
    ['2h 37min', 9420n, 0],
    ['1hour12min5s', 4325n, 0],
    ['32ms', 0n, 32_000_000],
    ['163µs', 0n, 163_000],
    ['1500ms', 1n, 500_000_000],
    ['12M', 31_560_192n, 0],
    ['1y 1month 1w 1d', 31_557_600n + 2_630_016n + 604_800n + 86_400n, 0],
    [' 20 min 17 nsec ', 1200n, 17],
    ['1 0s', 10n, 0],
  ])('%j', (text, seconds, nanos) => {
    expect(parseHumantime(text)).toEqual({ ok: true, value: { seconds, nanos } });
  });

  test.each([
    ['', 'value was empty'],
    ['   ', 'value was empty'],
    ['30', 'time unit needed, for example 30sec or 30ms'],
    ['0s', 'timeout must be greater than 0 (e.g., 5sec, 30s)'],
    ['1.5s', 'invalid character at 1'],
    ['-5s', 'expected number at 0'],
    ['1µs x', 'expected number at 5'],
    ['100000000000000000000ns', 'number is too large'],
    ['999999999999y', 'number is too large'],
    ['5 fortnights', undefined],
  ])('%j is refused: %s', (text, smolvm) => {
    const parsed = parseHumantime(text);
    if (parsed.ok) throw new Error('accepted');
    expect(parsed.problem.smolvm).toBe(smolvm);
  });

  test('a bare number wants seconds', () => {
    expect(parseHumantime('30')).toMatchObject({ problem: { suggestion: '30s', certain: false } });
  });
});

describe('--max-image-size', () => {
  test.each([
    ['16GiB', 16n << 30n],
    ['16g', 16n << 30n],
    ['512M', 512n << 20n],
    ['512mb', 512n << 20n],
    ['1ki', 1024n],
    ['2T', 2n << 40n],
    ['17179869184', 17179869184n],
    ['100B', 100n],
    ['1.5K', 1536n],
    [' 1 G ', 1n << 30n],
  ])('%j is %s bytes', (text, bytes) => {
    expect(parseByteSize(text)).toEqual({ ok: true, value: bytes });
  });

  test.each(['', 'GiB', '-1G', '1X', '1GiBx', '1iB', '1.2.3G', '1e3'])('%j is refused', (text) => {
    expect(parseByteSize(text).ok).toBe(false);
  });
});
