import type { Said } from '../harness.ts';

/** What both sides are compared by. */
export interface Meaning {
  readonly command: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  /** `HOST:GUEST/PROTOCOL`, sorted. */
  readonly ports: readonly string[];
  /** `SOURCE:TARGET[:ro]` of folders, sorted. */
  readonly mounts: readonly string[];
  readonly workdir: string | undefined;
  readonly restart: string | undefined;
}

/** A service in the output of `docker compose config --format json`. */
export interface ComposeService {
  readonly command: readonly string[] | null;
  readonly entrypoint: readonly string[] | null;
  readonly environment?: Readonly<Record<string, string | null>>;
  readonly ports?: readonly {
    readonly target: number;
    readonly published?: string;
    readonly protocol: string;
  }[];
  readonly volumes?: readonly {
    readonly type: string;
    readonly source?: string;
    readonly target: string;
    readonly read_only?: boolean;
  }[];
  readonly working_dir?: string;
  readonly restart?: string;
}

/** Absolute, cleaned. */
function whole(path: string): string {
  const parts: string[] = [];
  for (const part of (path.startsWith('/') ? path : `/project/${path}`).split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return `/${parts.join('/')}`;
}

function strings(value: unknown): readonly string[] {
  return (value ?? []) as readonly string[];
}

function expanded(text: string): string[] {
  const [, host = '', guest = '', protocol = 'tcp'] = /^([\d-]+):([\d-]+)(?:\/(\w+))?$/.exec(text) ?? [];
  const [from = 0, to = from] = host.split('-').map(Number);
  const [first = 0] = guest.split('-').map(Number);
  return Array.from({ length: to - from + 1 }, (_, index) => `${from + index}:${first + index}/${protocol}`);
}

export function meaningOfSmolfile(said: Said): Meaning {
  const wrapped = strings(said['entrypoint']);
  const own = wrapped[0] === 'env' ? unwrapped(wrapped.slice(1)) : { env: {}, rest: wrapped };
  const env = strings(said['env']).map((text) => [
    text.slice(0, text.indexOf('=')),
    text.slice(text.indexOf('=') + 1),
  ]);
  return {
    command: [...own.rest, ...strings(said['cmd'])],
    env: { ...(Object.fromEntries(env) as Record<string, string>), ...own.env },
    ports: strings(said.dev?.['ports']).flatMap(expanded).toSorted(),
    mounts: strings(said.dev?.['volumes'])
      .filter((text) => text.includes(':'))
      .map((text) => {
        const [source = '', target = '', mode] = text.split(':');
        return `${whole(source)}:${target}${mode === 'ro' ? ':ro' : ''}`;
      })
      .toSorted(),
    workdir: said['workdir'] as string | undefined,
    restart: said.restart?.['policy'] as string | undefined,
  };
}

/** `env NAME=value PROGRAM…` */
function unwrapped(words: readonly string[]): { env: Record<string, string>; rest: readonly string[] } {
  const end = words.findIndex((word) => !word.includes('='));
  const pairs = words
    .slice(0, end)
    .map((word) => [word.slice(0, word.indexOf('=')), word.slice(word.indexOf('=') + 1)]);
  return { env: Object.fromEntries(pairs) as Record<string, string>, rest: words.slice(end) };
}

/**
 * What smolvm can have of what Compose says: one port of a range, no port that only the engine would choose, no folder
 * with a `$` in its name, which is taken for a mistake.
 */
export function meaningOfCompose(service: ComposeService): Meaning {
  const { command, entrypoint, environment = {}, ports = [], volumes = [] } = service;
  const env = Object.entries(environment).flatMap(([name, value]) => (value === null ? [] : [[name, value]]));
  return {
    command: [...(entrypoint ?? []), ...(command ?? [])],
    env: Object.fromEntries(env) as Record<string, string>,
    ports: [
      ...new Set(
        ports.map(
          ({ target, published, protocol }) => `${published?.split('-')[0] ?? target}:${target}/${protocol}`,
        ),
      ),
    ].toSorted(),
    mounts: volumes
      .filter(({ type, source = '' }) => type === 'bind' && !source.includes('$'))
      .map(
        ({ source = '', target, read_only: readOnly }) =>
          `${whole(source)}:${target}${readOnly ? ':ro' : ''}`,
      )
      .toSorted(),
    workdir: service.working_dir,
    restart: service.restart === 'no' ? undefined : service.restart?.split(':')[0],
  };
}
