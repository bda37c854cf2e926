/** The flag tables against the recorded calls, and against the lists of facts 3. */
import { expect, test } from 'vitest';
import { RELEASES } from '../../packages/core/src/release/index.ts';
import {
  COMMAND_NAMES,
  COMMANDS,
  flagsFor,
  keyByPath,
  mergeFor,
  type Command,
} from '../../packages/core/src/schema/index.ts';
import { cases } from '../conformance/vectors.ts';
import { BEYOND, release } from '../harness/releases.ts';

const COMMON =
  'allow-cidr allow-host cpus env from gpu gpu-vram image max-image-size mem name net net-backend outbound-localhost-only overlay port secret-env secret-file smolfile ssh-agent storage volume workdir';
const CREATE = `${COMMON} init`;
const RUN = `${COMMON} detach docker-config interactive no-proxy oci-platform proxy timeout tty`;
const PACK =
  'cpus entrypoint from-vm gpu image lib-dir mem no-proxy no-sign oci-platform output proxy rootfs-dir single-file smolfile staging-dir stub';
const LATER = 'auto-graph cuda dns docker-socket network rosetta';

test.each<[Command, string, string]>([
  ['create', '1.2.0', CREATE],
  ['run', '1.2.0', RUN],
  ['pack', '1.2.0', PACK],
  ['create', '1.9.3', `${CREATE} ${LATER} expose-socket mount-socket label`],
  ['run', '1.9.3', `${RUN} ${LATER} no-init-cache rebuild-init-cache unprivileged oci-cache`],
  ['pack', '1.9.3', `${PACK} rebase-from-image`],
])('%s of %s has exactly its flags', (command, version, expected) => {
  const longs = flagsFor(command, release(version)).map((flag) => flag.long);
  expect(longs.toSorted()).toEqual(expected.split(' ').toSorted());
});

test('a flag without a name for its value takes none', () => {
  for (const command of ['create', 'run', 'pack'] as const) {
    for (const flag of flagsFor(command, BEYOND)) {
      expect(flag.grammar === 'flag', flag.long).toBe(flag.value === undefined);
    }
  }
});

test('a flag counts for its key with every command that merges the key', () => {
  const lacking = new Set<string>();
  for (const each of RELEASES) {
    for (const command of COMMAND_NAMES) {
      for (const { long, key = '', implies } of flagsFor(command, each)) {
        const found = key === '' ? undefined : keyByPath(key, each);
        const rule = found && mergeFor(found, command, each);
        const isLayer = rule?.layers.flat().includes(`--${long}`) ?? true;
        if (!isLayer && !implies.some((one) => one.key === key)) lacking.add(`${command} --${long}: ${key}`);
      }
    }
  }
  expect([...lacking]).toEqual([]);
});

test('every recorded call is refused for an unknown or repeated flag exactly when the tables say so', () => {
  const wrong: string[] = [];
  let compared = 0;
  for (const { vector, version } of cases) {
    if (vector.args.length === 0) continue;
    compared++;
    const said = vector.error?.stage === 'args' ? vector.error.message.split('\n')[0]! : '';
    const expected = refusal(vector.command, version, vector.args);
    const answers =
      expected === undefined ? !/unexpected argument|multiple times/.test(said) : said.includes(expected);
    // smolvm may find a wrong value of an earlier flag first.
    if (!answers && !said.startsWith('error: invalid value'))
      wrong.push(`${vector.id}@${version}: ${said} / ${expected}`);
  }
  expect(wrong).toEqual([]);
  expect(compared).toBeGreaterThan(900);
});

/** The part of smolvm's message that the tables predict, for the first thing that is wrong with the names. */
function refusal(command: Command, version: string, args: readonly string[]): string | undefined {
  // Every recorded call begins so.
  const given = { create: ['--name', 'vm'], run: [], pack: ['-o', 'out'] }[command];
  const rest = [...given, '-s', 'Smolfile', ...args];
  const flags = flagsFor(command, release(version));
  const seen = new Set<string>();
  const { trailing } = COMMANDS[command];
  // smolvm counts a flag with a value only when it has read the next one, so that an unknown flag comes first.
  let repeated: string | undefined;
  for (let arg = rest.shift(); arg !== undefined; arg = rest.shift()) {
    if (arg === '--') {
      return trailing === 'none' && rest.length > 0 ? `unexpected argument '${rest[0]}' found` : repeated;
    }
    if (!arg.startsWith('-')) {
      return trailing === 'from-first-positional' ? repeated : `unexpected argument '${arg}' found`;
    }
    for (const { spelling, hasValue } of spellings(arg)) {
      const flag = flags.find(({ long, short, aliases }) =>
        [`--${long}`, `-${short}`, ...aliases.map((alias) => `-${alias}`)].includes(spelling),
      );
      if (!flag) return `unexpected argument '${spelling}' found`;
      if (repeated !== undefined) return repeated;
      const usage = flag.value === undefined ? `--${flag.long}` : `--${flag.long} <${flag.value}>`;
      if (seen.has(flag.long) && !flag.repeatable) {
        repeated = `the argument '${usage}' cannot be used multiple times`;
      }
      seen.add(flag.long);
      if (flag.value === undefined) continue;
      if (!hasValue && rest.shift() === undefined) return `a value is required for '${usage}'`;
      break;
    }
  }
  return repeated;
}

/** `--net=x` is one spelling; `-it` is two, and `-eA=1` may be one with a value after it. */
function spellings(arg: string): { spelling: string; hasValue: boolean }[] {
  if (arg.startsWith('--')) return [{ spelling: arg.replace(/=.*/s, ''), hasValue: arg.includes('=') }];
  const letters = Array.from(arg.slice(1));
  return letters.map((letter, at) => ({ spelling: `-${letter}`, hasValue: at + 1 < letters.length }));
}
