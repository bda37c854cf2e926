import { describe, expect, test } from 'vitest';
import {
  checkEnvName,
  checkEnvValue,
  checkSecretRef,
  parseEnvSpec,
  parseFileEnvSpec,
  parseSecretFlag,
} from '../../packages/core/src/grammars/index.ts';

describe('env', () => {
  test.each([
    ['A=1', { kind: 'pair', key: 'A', value: '1' }],
    [' A=1 ', { kind: 'pair', key: 'A', value: '1' }],
    ['C= 2 ', { kind: 'pair', key: 'C', value: ' 2' }],
    ['A =1', { kind: 'pair', key: 'A ', value: '1' }],
    ['G=a=b', { kind: 'pair', key: 'G', value: 'a=b' }],
    ['C=', { kind: 'pair', key: 'C', value: '' }],
    ['\u0085A=1', { kind: 'pair', key: 'A', value: '1' }],
    ['\uFEFFA=1', { kind: 'pair', key: '\uFEFFA', value: '1' }],
    [' HOST ', { kind: 'from-host', key: 'HOST' }],
    ['=x', { kind: 'dropped' }],
    ['', { kind: 'dropped' }],
    [' \t', { kind: 'dropped' }],
  ])('%j', (spec, parsed) => {
    expect(parseFileEnvSpec(spec)).toEqual(parsed);
  });

  test('without a Smolfile nothing is trimmed', () => {
    expect(parseEnvSpec(' A=1 ')).toEqual({ kind: 'pair', key: ' A', value: '1 ' });
  });

  test.each([
    ['1A', "environment variable key '1A' must start with a letter or underscore", undefined],
    [
      'A-B',
      "environment variable key 'A-B' contains invalid characters (only alphanumeric and underscore allowed)",
      'A_B',
    ],
    [
      'A ',
      "environment variable key 'A ' contains invalid characters (only alphanumeric and underscore allowed)",
      'A',
    ],
    ['É', "environment variable key 'É' must start with a letter or underscore", undefined],
    ['A'.repeat(257), `environment variable key '${'A'.repeat(257)}' exceeds 256 character limit`, undefined],
  ])('the guest refuses the name %j', (key, smolvm, suggestion) => {
    const problem = checkEnvName(key);
    expect({ smolvm: problem?.smolvm, suggestion: problem?.suggestion }).toEqual({ smolvm, suggestion });
  });

  test('names and values the guest takes', () => {
    for (const key of ['A', '_', 'a1_B', 'A'.repeat(256)]) expect(checkEnvName(key)).toBeUndefined();
    expect(checkEnvValue('A', 'x'.repeat(32768))).toBeUndefined();
    const problem = checkEnvValue('A', 'é'.repeat(16385))!;
    expect(problem.smolvm).toBe("environment variable 'A' value exceeds 32768 byte limit");
    expect(JSON.stringify(problem)).not.toContain('é');
  });
});

describe('secrets', () => {
  const none = 'no source set: exactly one of from_env, from_file must be specified';
  const both = 'multiple sources set: exactly one of from_env, from_file must be specified';

  test.each([
    [{}, none],
    [{ from_env: 'A', from_file: '/b' }, both],
    [{ from_env: 'A', from_file: 'b' }, both],
    [{ from_file: 'rel' }, "from_file path 'rel' is relative; absolute paths are required"],
    [{ from_file: '~/x' }, "from_file path '~/x' is relative; absolute paths are required"],
    [{ from_file: '' }, "from_file path '' is relative; absolute paths are required"],
    [{ from_file: '/abs' }, undefined],
    [{ from_env: '' }, undefined],
  ])('%j', (ref, smolvm) => {
    expect(checkSecretRef(ref)?.smolvm).toBe(smolvm);
  });

  test('absolute depends on the host', () => {
    expect(checkSecretRef({ from_file: 'C:\\s' }, 'windows')).toBeUndefined();
    expect(checkSecretRef({ from_file: 'C:\\s' }, 'linux')).toBeDefined();
    expect(checkSecretRef({ from_file: '/s' }, 'windows')).toBeDefined();
  });

  test.each([
    ['--secret-env', 'bad', "expected KEY=VALUE, got 'bad'"],
    ['--secret-env', '=X', "empty secret name in '=X'"],
    ['--secret-file', 'A=rel', "secret 'A': from_file path 'rel' is relative; absolute paths are required"],
  ] as const)('%s %s', (flag, spec, smolvm) => {
    expect(parseSecretFlag(flag, spec)).toMatchObject({ ok: false, problem: { smolvm } });
  });

  test('a secret typed in by mistake is not in our own words', () => {
    const parsed = parseSecretFlag('--secret-env', 'hunter2');
    if (parsed.ok) throw new Error('accepted');
    expect(parsed.problem.message + parsed.problem.help).not.toContain('hunter2');
  });
});
