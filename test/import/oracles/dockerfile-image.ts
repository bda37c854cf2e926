/** What a Dockerfile makes, folded from BuildKit's own pieces by the reference of Dockerfiles: a reading beside the import's. */
import { posix } from 'node:path';
import * as fc from 'fast-check';
import type { Said } from '../harness.ts';
import { meaningOfSmolfile } from './meaning.ts';

/** An instruction as BuildKit's parser takes it apart. */
export interface Piece {
  readonly cmd: string;
  /** Whether it has the exec form. */
  readonly json: boolean;
  readonly value: readonly string[];
  readonly original: string;
}

/** What smolvm is to be told of an image; undefined where the Dockerfile says nothing. */
export interface Image {
  /** Undefined where it must be built. */
  readonly image: string | undefined;
  readonly command: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly ports: readonly string[];
  readonly volumes: readonly string[];
  readonly workdir: string | undefined;
  readonly user: string | undefined;
  readonly signal: string | undefined;
}

/** The instructions of the last stage with those of the stages that it begins with, the first `FROM` before all. */
export function flattened(pieces: readonly Piece[]): Piece[] {
  const stages = new Map<string, Piece[]>();
  let current: Piece[] = [];
  for (const piece of pieces) {
    if (piece.cmd === 'FROM') {
      const [base = '', , name = ''] = piece.value;
      current = [...(stages.get(base.toLowerCase()) ?? []), piece];
      stages.set(name.toLowerCase(), current);
    } else current.push(piece);
  }
  return current;
}

/** @param envs the variables at each of the instructions, `FROM` of later stages left out. */
export function fold(pieces: readonly Piece[], envs: readonly Readonly<Record<string, string>>[]): Image {
  let shell = ['/bin/sh', '-c'];
  let [entrypoint, cmd]: [string[], string[]] = [[], []];
  let [workdir, user, signal]: (string | undefined)[] = [];
  let isBuilt = false;
  let stage = 0;
  let cmdOf = 0;
  const [ports, volumes] = [new Set<string>(), new Set<string>()];
  let at = -1;
  for (const [index, { cmd: name, json, value }] of pieces.entries()) {
    if (name === 'FROM' && index > 0) {
      stage++;
      continue;
    }
    at++;
    const known = envs[at] ?? {};
    const expanded = value.map((each) =>
      each.replace(/\$(?:\{(\w+)\}|(\w+))/g, (_, one?: string, other?: string) => known[one ?? other!] ?? ''),
    );
    const words = json ? [...value] : [...shell, ...value];
    if (name === 'SHELL') shell = [...value];
    else if (name === 'CMD') [cmd, cmdOf] = [words, stage];
    else if (name === 'ENTRYPOINT') {
      entrypoint = words;
      if (cmdOf !== stage) cmd = [];
    } else if (name === 'WORKDIR') workdir = posix.resolve(workdir ?? '/', expanded[0]!);
    else if (name === 'USER') [user] = expanded;
    else if (name === 'STOPSIGNAL') [signal] = expanded;
    else if (name === 'EXPOSE') for (const each of expanded.flatMap(exposed)) ports.add(each);
    else if (name === 'VOLUME') for (const each of expanded) volumes.add(each);
    else if (/^(?:RUN|COPY|ADD)$/.test(name)) isBuilt = true;
  }
  return {
    image: isBuilt ? undefined : pieces[0]!.value[0],
    command: [...entrypoint, ...cmd],
    // smolvm takes the blanks at an end away
    env: Object.fromEntries(Object.entries(envs.at(-1) ?? {}).map(([key, each]) => [key, each.trimEnd()])),
    ports: [...ports].toSorted(),
    volumes: [...volumes].toSorted(),
    workdir,
    user,
    signal,
  };
}

/** `90-91/udp` one by one, each on the port of the host that leads there without rights. */
function exposed(text: string): string[] {
  const [, from = '', to = from, protocol = 'tcp'] = /^(\d+)(?:-(\d+))?(?:\/(\w+))?$/.exec(text) ?? [];
  return Array.from({ length: Number(to) - Number(from) + 1 }, (_, index) => {
    const port = Number(from) + index;
    return `${port < 1024 ? port + 8000 : port}:${port}/${protocol.toLowerCase()}`;
  });
}

/** The same of a Smolfile. */
export function imageOf(said: Said): Image {
  const { command, env, ports, workdir } = meaningOfSmolfile(said);
  const image = String(said['image']);
  return {
    image: image.startsWith('./') ? undefined : image,
    command,
    env,
    ports,
    volumes: ((said.dev?.['volumes'] ?? []) as string[]).toSorted(),
    workdir,
    user: said['user'] as string | undefined,
    signal: said['stop_signal'] as string | undefined,
  };
}

/** What begins with `-` goes to a program that nobody knows, or is a flag of the instruction. */
const words = fc
  .array(fc.constantFrom('a', 'b c', '$A', '${B}', "it's", '--x=1', 'é'), { maxLength: 3 })
  .map((each) => ['run', ...each]);
const form = fc.oneof(
  words.map((each) => JSON.stringify(each)),
  words.map((each) => each.join(' ')),
  fc.constantFrom('[]', "['a', 'b']", '["a",]', '[ "a", "b" ]'),
);
const instruction = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.tuple(fc.constantFrom('CMD', 'ENTRYPOINT', 'cmd'), form).map((each) => each.join(' ')),
  },
  fc
    .array(
      fc.tuple(
        fc.constantFrom('A', 'B', 'C', 'LONG_NAME'),
        fc.constantFrom('1', 'x$A', '"two words"', "'$single'", '${B}', '"$A-${B}"', '/opt/x', 'a\\ b', '""'),
      ),
      { minLength: 1, maxLength: 3 },
    )
    .map((pairs) => `ENV ${pairs.map((each) => each.join('=')).join(' \\\n  ')}`),
  fc.constantFrom('/srv', 'app', '../up', '/a/./b/', 'sub/dir', '/w/$D').map((path) => `WORKDIR ${path}`),
  fc.constantFrom('me', '1000:1000', 'www-data').map((user) => `USER ${user}`),
  fc
    .constantFrom('80', '443/tcp', '53/udp 3000', '9000-9002', '$P/tcp', '5000/UDP')
    .map((port) => `EXPOSE ${port}`),
  fc
    .constantFrom('/data', '/data /cache', '["/srv/x", "/cache"]', '/var/lib/$D')
    .map((path) => `VOLUME ${path}`),
  fc.constantFrom(
    'SHELL ["/bin/bash", "-o", "pipefail", "-c"]',
    'STOPSIGNAL SIGINT',
    'STOPSIGNAL SIGQUIT',
    'LABEL a=b',
    '# a comment',
  ),
  fc.constantFrom('RUN make', 'COPY . .', 'ADD --chown=1:1 x /y'),
);
const instructions = fc
  .array(instruction, { maxLength: 6 })
  .map((lines) => lines.map((each) => `${each}\n`).join(''));

/** Dockerfiles of one to three stages, of which each may begin with the one before it. */
export const imageDockerfile: fc.Arbitrary<string> = fc
  .array(fc.tuple(instructions, fc.boolean()), { minLength: 1, maxLength: 3 })
  .map((stages) =>
    stages
      .map(([body, goesOn], index) => {
        const base = goesOn && index > 0 ? `stage${index - 1}` : `example/base:${index}`;
        return `FROM ${base} AS Stage${index}\nENV P=7000 D=dir A=first B=second\n${body}`;
      })
      .join(''),
  );
