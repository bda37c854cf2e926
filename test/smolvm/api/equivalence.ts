import { isDeepStrictEqual } from 'node:util';
import { parseSmolfile, resolve } from '@smolfile/core';
import { apiRequestOf, apiText, type ApiRequest } from '@smolfile/core/serve';
import { caseEnvironment as environment, caseHost as host } from '../case-host.ts';
import { exact, show } from '../compare.ts';
import type { Input } from '../outcome.ts';
import { runQuickly } from '../program/quick.ts';
import { factsOfProgram } from '../translation/facts.ts';
import type { ApiServer } from './server.ts';

/** What became of one input. */
export type Comparison =
  | { readonly kind: 'refused' }
  /** Both machines are there: those names differ, and which of them the report does not name. */
  | {
      readonly kind: 'made';
      readonly request: ApiRequest;
      readonly named: readonly string[];
      readonly unnamed: readonly string[];
    }
  /** The server refused the body of a file that the command takes. */
  | { readonly kind: 'body refused'; readonly request: ApiRequest; readonly reply: string };

const CASE = '/tmp/smolvm-case';

/** Makes the machine of an input by `machine create` and by the API, and compares the two records. */
export async function compareApi(release: string, input: Input, server: ApiServer): Promise<Comparison> {
  const resolution = resolve(parseSmolfile(input.smolfile), {
    command: 'create',
    smolvm: release,
    flags: input.args,
    given: ['name', 'smolfile'],
    host,
    environment,
    showValues: true,
  });
  if (!resolution.accepted) return { kind: 'refused' };
  const { accept, config } = await runQuickly(release, input);
  if (accept !== true || !config) return { kind: 'refused' };
  const absolute = (path: string): string => `${CASE}/w/${path}`.replaceAll('/./', '/');
  const request = apiRequestOf(resolution, { absolute });
  const body = apiText({ ...request.body, name: 'vm' }).replaceAll(CASE, server.folder.root);
  const { status, text } = await server.send('POST', request.path, body);
  if (status !== 200) return { kind: 'body refused', request, reply: `${status} ${text}` };
  try {
    const [theirs, ours] = [config, await server.record()].map((one) => factsOfProgram('create', one));
    const names = [...new Set([...Object.keys(theirs!), ...Object.keys(ours!)])];
    const differing = names.filter((name) => !isDeepStrictEqual(exact(theirs![name]), exact(ours![name])));
    const isNamed = (name: string): boolean => isReported(name, request, theirs![name], ours![name]);
    return {
      kind: 'made',
      request,
      named: differing.filter(isNamed),
      unnamed: differing
        .filter((name) => !isNamed(name))
        .map((name) => `${name}: create has ${show(theirs![name])}, the API ${show(ours![name])}`),
    };
  } finally {
    await server.send('DELETE', `${request.path}/vm?force=true`);
  }
}

/** Names of the records, by those that the report speaks of. */
const REPORTED: Readonly<Record<string, readonly string[]>> = {
  hosts: ['allow_hosts', 'allow_host_patterns'],
  allow_private: ['block_private', 'allow_private'],
};

/** A single entry that is reported excuses no other one. */
function isReported(name: string, { notCarried }: ApiRequest, theirs: unknown, ours: unknown): boolean {
  const keys = notCarried.map(({ key }) => key);
  const names = new Set([name, ...(REPORTED[name] ?? [])]);
  if (keys.some((key) => names.has(key) || names.has(key.replace(/^--/, '').replaceAll('-', '_'))))
    return true;
  if (name !== 'env' && name !== 'secrets') return false;
  const reported = new Set(keys);
  const isLeft = (entry: string): boolean =>
    !reported.has(`${name}.${entry}`) && !reported.has(`${name}.${JSON.stringify(entry)}`);
  const left = (one: unknown): unknown =>
    Array.isArray(one)
      ? one.filter(([entry]: [string]) => isLeft(entry))
      : Object.keys(one ?? {}).filter((entry) => isLeft(entry));
  const [own, other] = [theirs, ours].map((one) => left(one ?? (name === 'env' ? [] : {})));
  return isDeepStrictEqual(own, other);
}
