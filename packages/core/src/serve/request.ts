import { classifyImage, parseUdpAllow } from '../grammars/index.ts';
import { pathBelow } from '../document/path.ts';
import type { Release } from '../release/index.ts';
import {
  MASK,
  valuesOf,
  type Accepted,
  type ConfigValue,
  type ElementProvenance,
  type ResolvedValue,
} from '../resolve/index.ts';
import { exactJson } from '../render/exact-json.ts';
import { otherFlags } from '../resolve/values-of.ts';
import { apiTables, objectAt, serverDoes, sinceOf } from './api.ts';
import { insteadOf, type InsteadAt } from './instead.ts';
import type { FieldEntry, NotCarried } from './types.ts';

/** A JSON value; integers beyond Number's exact range are bigints. */
export type JsonValue = ConfigValue;
export type JsonObject = { readonly [name: string]: JsonValue };

/** The request to `smolvm serve` that makes the machine which `machine create` would make. */
export interface ApiRequest {
  readonly method: 'POST';
  readonly path: string;
  readonly body: JsonObject;
  readonly notCarried: readonly NotCarried[];
}

export interface ApiOptions {
  /** The name of the file, for command lines; `Smolfile` when left out. */
  readonly file?: string;
  /** Makes a path of the host absolute; without it, those that are written relative are not carried. */
  readonly absolute?: (path: string) => string;
}

/**
 * Writes a resolved `machine create` as the body of `POST /api/v1/machines` for the same release, and says what that
 * body cannot carry.
 */
export function apiRequestOf(resolution: Accepted, options: ApiOptions = {}): ApiRequest {
  return new Writer(resolution, options).write();
}

class Writer {
  readonly #notCarried: NotCarried[] = [];
  readonly #values: ReadonlyMap<string, ResolvedValue>;
  readonly #at: InsteadAt;
  /** Whether the body has one: it is the first field that is written. */
  #hasImage = false;

  constructor(
    readonly resolution: Accepted,
    readonly options: ApiOptions,
  ) {
    this.#values = namedValues(resolution);
    const name = resolution.call.uses.find(({ flag }) => flag.long === 'name')?.value;
    this.#at = { release: resolution.release, file: options.file ?? 'Smolfile', name, values: this.#values };
  }

  write(): ApiRequest {
    const { path, object, fields } = apiTables();
    const known = objectAt(object, this.#release)?.properties;
    const body: Record<string, JsonValue> = this.#at.name === undefined ? {} : { name: this.#at.name };
    const carried = new Set<string>();
    for (const [field, entry] of Object.entries(fields)) {
      const [top, inner] = field.split('.') as [string, string?];
      for (const name of entry.from) carried.add(name);
      const given = entry.from.filter((name) => this.#values.has(name));
      if (given.length === 0) continue;
      if (!known?.has(top)) {
        for (const name of given) this.#lacks(name, object, top);
        continue;
      }
      const value = this.#field(field, entry);
      if (value === undefined) continue;
      const shown = this.#withoutMasks(field, entry, value);
      if (inner === undefined) body[top] = shown;
      else body[top] = { ...(body[top] as JsonObject | undefined), [inner]: shown };
      if (entry.condition !== undefined) this.#not(entry.from[0]!, entry.condition, null);
    }
    for (const name of this.#values.keys()) if (!carried.has(name)) this.#cannot(name);
    for (const use of otherFlags(this.resolution)) {
      const { long, implies } = use.flag;
      // what it brings about is in the configuration
      if (implies.length > 0) continue;
      if (CALLS_OWN.has(long) || this.#values.has(use.flag.result?.name ?? '')) continue;
      this.#not(`--${long}`, 'it is about the call, and the API has no field for it', null);
    }
    return { method: 'POST', path, body, notCarried: this.#notCarried };
  }

  get #release(): Release {
    return this.resolution.release;
  }

  #not(key: string, why: string, instead: string | null): void {
    this.#notCarried.push({ key, why, instead });
  }

  #cannot(name: string): void {
    this.#notCarried.push(...insteadOf(name, this.#values.get(name)!, this.#at));
  }

  #lacks(name: string, object: string, field: string): void {
    const since = sinceOf(object, field);
    const { instead } = insteadOf('*', this.#values.get(name)!, this.#at)[0]!;
    const when = since === undefined ? '' : `; \`${field}\` came with ${since}`;
    this.#not(name, `the API of smolvm ${this.resolution.smolvm} has no field for it${when}`, instead);
  }

  /** The value of a field; nothing where it would say nothing. */
  #field(field: string, { from, as }: FieldEntry): JsonValue | undefined {
    switch (as) {
      case 'env':
        return this.#env();
      case 'mounts':
        return this.#mounts();
      case 'ports':
        return this.#ports();
      case 'hosts':
        return from.flatMap((name) => this.#list(name).map((text) => hostText(name, text as string)));
      case 'egress':
        return from.flatMap((name) => this.#list(name).map((text) => egressRule(name, text as string)));
      case 'credentials':
        return this.#credentials();
      case undefined:
        return this.#plain(field, from[0]!);
    }
  }

  #plain(field: string, name: string): JsonValue | undefined {
    const { value } = this.#values.get(name)!;
    if (field === 'image') {
      const image = this.#image(value as string);
      this.#hasImage = image !== undefined;
      return image;
    }
    const isCommand = field === 'entrypoint' || field === 'cmd';
    if (isCommand && !this.#hasImage && serverDoes('checks-values', this.#release)) {
      this.#not(
        name,
        'the API takes a command only for a machine with an image',
        insteadOf('*', this.#values.get(name)!, this.#at)[0]!.instead,
      );
      return undefined;
    }
    return Array.isArray(value) ? this.#list(name) : value;
  }

  /** The elements of a list that are known before smolvm asks anybody. */
  #list(name: string): JsonValue[] {
    const value = this.#values.get(name)?.value;
    if (!Array.isArray(value)) return [];
    const known = (value as JsonValue[]).filter((one) => !isFromDns(one));
    if (known.length < value.length)
      this.#not(
        name,
        '`--allow-host` adds the addresses of its name, which smolvm looks up as it makes the machine; the name itself is carried',
        null,
      );
    return known;
  }

  #image(image: string): JsonValue | undefined {
    if (classifyImage(image) === 'registry') return image;
    const { instead } = insteadOf('*', this.#values.get('image')!, this.#at)[0]!;
    const path = this.options.absolute?.(image);
    if (!serverDoes('needs-folder-for-images', this.#release) || path === undefined || image === '-') {
      this.#not('image', 'the API of this release takes images of registries only', instead);
      return undefined;
    }
    this.#not(
      'image',
      'the server takes a local image only from the folder that it was started with: `smolvm serve start --local-image-dir DIR`',
      null,
    );
    return path;
  }

  #env(): JsonValue[] {
    const { value } = this.#values.get('env')!;
    const entries = new Map<string, JsonObject>();
    for (const [name, text] of value as readonly (readonly [string, JsonValue])[]) {
      const key = pathBelow('env', name);
      if (entries.delete(name))
        this.#not(key, 'it is given twice, and the API keeps the last one only', null);
      if (typeof text !== 'string') {
        const of = (text as { readonly fromHost: string }).fromHost;
        const why = 'it is taken from the environment of whoever makes the machine, which no body can say';
        this.#not(key, why, withValue(name, of));
      } else if (serverDoes('checks-values', this.#release) && !NAME.test(name)) {
        const { instead } = insteadOf('*', this.#values.get('env')!, this.#at)[0]!;
        this.#not(
          key,
          'the API takes letters, digits and underscores in a name only, and no digit first',
          instead,
        );
      } else if (text.includes(MASK)) {
        this.#not(
          key,
          'it looks like a credential, and is masked; `--show-values` prints it',
          withValue(name, name),
        );
      } else entries.set(name, { name, value: text });
    }
    return [...entries.values()];
  }

  #mounts(): JsonValue[] {
    const elements = ['volumes', 'staged_volumes'].flatMap((name) =>
      (this.#values.get(name)?.elements ?? []).map((element) => ({ element, staged: name !== 'volumes' })),
    );
    const properties = objectAt('MountSpec', this.#release)?.properties;
    return inOrder(elements).flatMap(({ element, staged }): JsonValue[] => {
      const [source, target, readonly] = element.value as readonly [string, string, boolean?];
      const absolute = source.startsWith('/') ? source : this.options.absolute?.(source);
      const name = staged ? 'staged_volumes' : 'volumes';
      if (absolute === undefined || (staged && !properties?.has('staged'))) {
        const why = staged ? 'the API of this release has no staged mounts' : `\`${source}\` is not absolute`;
        this.#not(name, why, insteadOf('*', this.#values.get(name)!, this.#at)[0]!.instead);
        return [];
      }
      return [{ source: absolute, target, ...(readonly && { readonly }), ...(staged && { staged }) }];
    });
  }

  #ports(): JsonValue[] {
    const ports = (name: string): readonly (readonly [number, number])[] =>
      (this.#values.get(name)?.value ?? []) as readonly (readonly [number, number])[];
    return [
      ...ports('ports').map(([host, guest]) => ({ host, guest })),
      ...ports('udp_ports').map(([host, guest]) => ({ host, guest, protocol: 'udp' })),
    ];
  }

  #credentials(): JsonValue {
    const value = this.#values.get('credentials')!;
    for (const { name, environment_variable: variable } of value.value as readonly Record<string, string>[]) {
      this.#notCarried.push(
        ...insteadOf('credentials', value, this.#at, { name: name!, variable: variable! }),
      );
    }
    return { credentials: value.value };
  }

  /** A masked text is in the body as it is shown, so that nobody takes the body for complete. */
  #withoutMasks(field: string, { from }: FieldEntry, value: JsonValue): JsonValue {
    const isMasked = field !== 'env' && this.resolution.masked && exactJson(value).includes(MASK);
    if (isMasked)
      this.#not(
        from[0]!,
        `something in \`${field}\` looks like a credential, and is masked; \`--show-values\` prints it`,
        null,
      );
    return value;
  }
}

/** The names that the server takes for variables. */
const NAME = /^[A-Za-z_][A-Za-z0-9_]*$/;

/** Flags that say how a machine is made, not what it is. */
const CALLS_OWN = new Set(['name', 'error-format', 'smolfile']);

/** The values that say something, by their name in the configuration; those of lists of their own beside their key's. */
function namedValues(resolution: Accepted): Map<string, ResolvedValue> {
  const found = new Map<string, ResolvedValue>();
  for (const resolved of valuesOf(resolution)) {
    const { name, value, missing, origins } = resolved;
    const isDefault = origins.length > 0 && origins.every(({ kind }) => kind === 'default');
    const own = resolved.elements.filter((element) => !isOfOther(resolution, name, element));
    if (!isEmpty(value) && value !== missing && !isDefault) found.set(name, { ...resolved, elements: own });
    for (const [list, elements] of otherLists(resolution, resolved))
      found.set(list, { ...resolved, name: list, value: resolution.config[list]!, elements });
  }
  return found;
}

function otherLists(resolution: Accepted, { name }: ResolvedValue): [string, ElementProvenance[]][] {
  return (LISTS[name] ?? []).flatMap((list) => {
    const elements = resolution.provenance[list];
    if (isEmpty(resolution.config[list] ?? null)) return [];
    return [[list, (elements ?? []) as ElementProvenance[]]] as [string, ElementProvenance[]][];
  });
}

/** What a list of the configuration leaves to others. */
const LISTS: Readonly<Record<string, readonly string[]>> = {
  ports: ['udp_ports'],
  volumes: ['staged_volumes', 'disk_volumes', 'remote_volumes'],
};

function isOfOther({ provenance }: Accepted, name: string, element: ElementProvenance): boolean {
  return (LISTS[name] ?? []).some((list) =>
    (provenance[list] as readonly unknown[] | undefined)?.includes(element),
  );
}

function isEmpty(value: JsonValue): boolean {
  if (value === null || value === false) return true;
  return typeof value === 'object' && Object.keys(value).length === 0;
}

function isFromDns(value: JsonValue): boolean {
  return typeof value === 'object' && value !== null && 'fromDns' in value;
}

/** Elements of several lists in the order in which they were given: the file's, then those of flags. */
function inOrder<Of extends { readonly element: ElementProvenance }>(elements: readonly Of[]): Of[] {
  const place = ({ element: { origins } }: Of): readonly [number, number] => {
    const [origin] = origins;
    return [origin?.kind === 'flag' ? 1 : 0, origin && 'range' in origin ? origin.range.start : 0];
  };
  return elements.toSorted((one, other) => {
    const [[a, from], [b, to]] = [place(one), place(other)];
    return a - b || from - to;
  });
}

/** A pattern as smolvm stores it: a plain name means that name alone. */
function hostText(name: string, text: string): string {
  return name !== 'allow_host_patterns' || text.startsWith('*.') || text.startsWith('=') ? text : `=${text}`;
}

function egressRule(name: string, text: string): JsonObject {
  if (name === 'deny_cidrs') return { cidr: text, action: 'deny' };
  const parsed = parseUdpAllow(text);
  if (!parsed.ok) return { cidr: text, action: 'allow', transport: 'udp' };
  const { cidr, ports } = parsed.value;
  return { transport: 'udp', cidr: cidr.text, ...(ports && { ports }), action: 'allow' };
}

/** Adds a variable of the caller's environment to a body without printing its value. */
function withValue(name: string, from: string): string {
  const filter = `.env += [{name: ${JSON.stringify(name)}, value: env[${JSON.stringify(from)}]}]`;
  return `jq '${filter.replaceAll("'", String.raw`'\''`)}' body.json`;
}

/** The body as it is sent. */
export function apiText(body: JsonObject): string {
  return exactJson(body);
}
