/** What `resolve` prints as a Smolfile or as flags is resolved again: it comes to the same, or it is not printed. */
import { isDeepStrictEqual } from 'node:util';
import {
  commandLineOf,
  isListProvenance,
  parseSmolfile,
  resolve,
  type Accepted,
  type ConfigValue,
  type ElementProvenance,
  type ResolveOptions,
} from '@smolfile/core';
import { renderToml } from '../../packages/cli/src/resolve/toml.ts';
import { caseEnvironment, caseHost } from '../smolvm/case-host.ts';
import type { Input } from '../smolvm/outcome.ts';

/** Where a call is made. */
export type Around = Required<Pick<ResolveOptions, 'host' | 'environment'>>;

/** What became of an input. */
export interface Compared {
  /** The forms in which all of it can be said; undefined when smolvm refuses it. */
  readonly forms?: readonly Form[];
  /** In the first form that comes to something else. */
  readonly difference?: string;
}

type Form = 'toml' | 'flags';

/** What stands in every call beside the Smolfile. */
const NEEDED = { create: ['name'], run: [], pack: ['output'] } as const;

/** Resolves what is printed for an input, and compares. */
export function compareForms(
  { command, smolfile, args }: Pick<Input, 'command' | 'smolfile' | 'args'>,
  smolvm: string,
  around: Around = { host: caseHost, environment: caseEnvironment },
): Compared {
  const ask = (text: string, more: Partial<ResolveOptions>): ReturnType<typeof resolve> =>
    resolve(parseSmolfile(text), { command, smolvm, ...around, showValues: true, flags: [], ...more });
  const withFile = [...NEEDED[command], 'smolfile'] as const;
  const resolution = ask(smolfile, { flags: args, given: withFile });
  if (!resolution.accepted) return {};

  const toml = renderToml(resolution, { path: 'Smolfile', lines: parseSmolfile(smolfile).lines });
  const line = commandLineOf(resolution);
  const forms: Form[] = [
    ...(/^# Not in this file/m.test(toml) ? [] : ['toml' as const]),
    ...(line.inexpressible.length > 0 ? [] : ['flags' as const]),
  ];
  const again = {
    toml: () => ask(toml, { given: withFile }),
    // `pack` has its output among the flags
    flags: () => ask('', { flags: line.argv.slice(2), given: command === 'create' ? ['name'] : [] }),
  };
  for (const form of forms) {
    const difference = differenceOf(resolution, again[form](), form);
    if (difference !== undefined)
      return { forms, difference: `${form}: ${difference}\n${form === 'toml' ? toml : line.text}` };
  }
  return { forms };
}

function differenceOf(from: Accepted, to: ReturnType<typeof resolve>, form: Form): string | undefined {
  if (!to.accepted) return `${to.error.code}: ${to.error.message}`;
  const before = comparable(from, form);
  const after = comparable(to, form);
  const name = Object.keys({ ...before, ...after }).find(
    (key) => !isDeepStrictEqual(before[key], after[key]),
  );
  return name && `${name} is ${shown(after[name])}, was ${shown(before[name])}`;
}

/** `run` acts on `--ssh-agent` without storing it, and drops the entrypoint where the call gives a command. */
function comparable(resolution: Accepted, form: Form): Readonly<Record<string, ConfigValue | undefined>> {
  const { command, config, call } = resolution;
  const inOrder = form === 'flags' ? { ...config, env: asByFlags(resolution) } : config;
  if (command !== 'run') return inOrder;
  return { ...inOrder, ssh_agent: null, ...(call.trailing.length > 0 && { entrypoint: [] }) };
}

/** What a switch such as `--trust-host-certs` sets stands behind the variables of the file, and before those of flags. */
function asByFlags({ config, provenance, call }: Accepted): ConfigValue | undefined {
  const elements = provenance['env'];
  if (!elements || !isListProvenance(elements)) return config['env'];
  const switches = new Set(call.uses.filter(({ flag }) => flag.adds).map(({ flag }) => `--${flag.long}`));
  const isSet = ({ origins: [origin] }: ElementProvenance): boolean =>
    origin?.kind === 'flag' && switches.has(origin.flag);
  const inOrder = [...elements.filter(isSet), ...elements.filter((element) => !isSet(element))];
  return inOrder.flatMap(({ value }) => (value === undefined ? [] : [value]));
}

function shown(value: unknown): string {
  return (
    JSON.stringify(value, (_, one: unknown) => (typeof one === 'bigint' ? String(one) : one)) ?? 'nothing'
  );
}
