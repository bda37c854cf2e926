import { DEFAULT_PATH } from '../known-images.ts';
import { seconds } from '../map/amounts.ts';
import { SourceError } from '../place.ts';
import { cleanPath } from '../reader.ts';
import { expand, splitRaw, type Lookup } from './expand.ts';
import type { ImageConfig } from './config.ts';
import type { Instruction } from './instructions.ts';
import { jsonForm } from './json-form.ts';
import { argsOf, guarded, type BuildArgs, type Stage, type Stages } from './stages.ts';

/** Values of the computer that builds, which only ARG asks for. */
const PLATFORM_ARGS: ReadonlyMap<string, string> = new Map([
  ['TARGETOS', 'linux'],
  ['BUILDOS', 'linux'],
]);

/** Applies one instruction after the other to the configuration of an image, as BuildKit does (import 2, 3). */
export class Folding {
  readonly config: ImageConfig = {
    cmdCleared: false,
    env: new Map(),
    exposed: [],
    volumes: [],
    args: [],
    steps: [],
    replaced: [],
  };
  readonly #stages: Stages;
  readonly #build: BuildArgs;
  readonly #escape: string;
  /** What `$NAME` stands for: of ENV and ARG the later one counts. */
  #variables = new Map<string, string>();
  #args = new Map<string, string>();
  #cmdInStage = false;
  /** Names that a substitution asked for and that nothing here sets. */
  #unknown: string[] = [];

  constructor(stages: Stages, build: BuildArgs, escape: string) {
    this.#stages = stages;
    this.#build = build;
    this.#escape = escape;
  }

  /** Applies a stage. ARGs end with theirs, SHELL and ENV do not. */
  stage({ instructions }: Stage): void {
    this.#args = new Map();
    this.#cmdInStage = false;
    this.#variables = new Map(Array.from(this.config.env, ([name, { value }]) => [name, value]));
    for (const instruction of instructions) guarded(instruction, () => this.#apply(instruction));
  }

  #apply(by: Instruction): void {
    const { config } = this;
    switch (by.keyword) {
      case 'ARG':
        return this.#arg(by);
      case 'ENV':
        return this.#env(by);
      case 'WORKDIR':
        return this.#workdir(by);
      case 'USER':
        return this.#set('user', by, this.#expand(by.text));
      case 'STOPSIGNAL':
        return this.#set('stopSignal', by, this.#expand(by.text));
      case 'SHELL':
        config.shell = this.#json(by);
        return;
      case 'ENTRYPOINT':
        if (!this.#cmdInStage) {
          if (config.cmd) config.replaced.push({ by: config.cmd.by, later: by });
          delete config.cmd;
          config.cmdCleared = true;
        }
        return this.#set('entrypoint', by, this.#words(by));
      case 'CMD':
        this.#cmdInStage = true;
        return this.#set('cmd', by, this.#words(by));
      case 'EXPOSE':
        config.exposed.push(...this.#list(by).map((value) => ({ value, by })));
        return;
      case 'VOLUME':
        config.volumes.push(
          ...(jsonForm(by.text) ?? this.#list(by)).map((value) => ({ value: this.#expand(value), by })),
        );
        return;
      case 'HEALTHCHECK':
        return this.#health(by);
      case 'RUN':
      case 'COPY':
      case 'ADD':
        config.steps.push({
          by,
          shell: config.shell,
          user: config.user?.value ?? '',
          workdir: config.workdir?.value ?? '/',
          args: new Map(this.#args),
        });
        return;
      default:
    }
  }

  #set<Key extends 'user' | 'stopSignal' | 'entrypoint' | 'cmd' | 'workdir' | 'health'>(
    key: Key,
    by: Instruction,
    value: NonNullable<ImageConfig[Key]>['value'],
  ): void {
    const earlier = this.config[key];
    if (earlier && key !== 'workdir') this.config.replaced.push({ by: earlier.by, later: by });
    (this.config as Record<Key, unknown>)[key] = { value, by };
  }

  #arg(by: Instruction): void {
    for (const { name, value } of argsOf(by, this.#lookup, this.#escape)) {
      const given =
        this.#build.get(name) ?? value ?? this.#stages.global.get(name) ?? PLATFORM_ARGS.get(name);
      this.config.args.push({ name, value: given, by });
      if (given === undefined) continue;
      this.#variables.set(name, given);
      this.#args.set(name, given);
    }
  }

  #env(by: Instruction): void {
    const words = splitRaw(by.text, this.#escape);
    const [first = ''] = words;
    const pairs = first.includes('=')
      ? words.map((word): [string, string] => [
          word.slice(0, word.indexOf('=')),
          word.slice(word.indexOf('=') + 1),
        ])
      : [[first, by.text.slice(first.length).trim()] as [string, string]];
    // `$` on a line means what was set before it
    const set = pairs.map(([name, raw]) => {
      this.#unknown = [];
      return { name: this.#expand(name), value: this.#expand(raw), unknown: this.#unknown };
    });
    for (const { name, value, unknown } of set) {
      if (name === '') throw new SourceError(by.place, '`ENV` sets a variable without a name');
      const earlier = this.config.env.get(name);
      if (earlier && earlier.by !== by) this.config.replaced.push({ by: earlier.by, later: by });
      this.config.env.delete(name);
      this.config.env.set(name, { value, by, unknown });
      this.#variables.set(name, value);
    }
  }

  #workdir(by: Instruction): void {
    const path = this.#expand(by.text);
    const from = this.config.workdir?.value ?? '/';
    this.#set('workdir', by, cleanPath(path.startsWith('/') ? path : `${from}/${path}`));
  }

  #health(by: Instruction): void {
    const [kind = '', rest = ''] = /^(\S+)\s*([\s\S]*)$/.exec(by.text)?.slice(1) ?? [];
    const flag = (name: string) => by.flags.find((each) => each.name === name)?.value;
    const argv = jsonForm(rest);
    const test = kind.toUpperCase() === 'NONE' ? ['NONE'] : argv ? ['CMD', ...argv] : ['CMD-SHELL', rest];
    this.#set('health', by, {
      test,
      interval: seconds(flag('interval') ?? ''),
      timeout: seconds(flag('timeout') ?? ''),
      startPeriod: seconds(flag('start-period') ?? ''),
      retries: Number(flag('retries') ?? 0) || undefined,
    });
  }

  /** CMD and ENTRYPOINT: the exec form as it is, the shell form by the SHELL that holds here. */
  #words({ text }: Instruction): readonly string[] {
    return jsonForm(text) ?? (text === '' ? [] : [...(this.config.shell ?? ['/bin/sh', '-c']), text]);
  }

  #json(by: Instruction): readonly string[] {
    const words = jsonForm(by.text);
    if (!words || words.length === 0)
      throw new SourceError(by.place, '`SHELL` wants a JSON array of strings');
    return words;
  }

  #list({ text }: Instruction): string[] {
    return splitRaw(text, this.#escape)
      .flatMap((word) => this.#expand(word).split(/\s+/))
      .filter(Boolean);
  }

  #expand(text: string): string {
    return expand(text, this.#lookup, this.#escape);
  }

  readonly #lookup: Lookup = (name) => {
    const value = this.#variables.get(name);
    if (value !== undefined) return value;
    if (!this.#args.has(name)) this.#unknown.push(name);
    return name === 'PATH' ? DEFAULT_PATH : undefined;
  };
}
