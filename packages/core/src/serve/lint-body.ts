import { distance } from 'fastest-levenshtein';
import { classifyImage, grammarOf, shown } from '../grammars/index.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { NEWEST_RELEASE, type Release } from '../release/index.ts';
import type { Accepted } from '../resolve/index.ts';
import { keyByPath } from '../schema/index.ts';
import { apiTables, objectAt, serverDoes, sinceOf } from './api.ts';
import { readBody, type BodyValue } from './json-body.ts';
import { opened } from './opens.ts';
import { API_PROBLEMS, type Found } from './problems.ts';
import type { ApiValue, ValueEntry } from './types.ts';

/** What a body is checked for. */
export interface BodyOptions {
  /** The newest when left out. */
  readonly release?: Release;
  /** What the Smolfile beside it comes to for `machine create` of the same release. */
  readonly resolution?: Accepted;
}

/** Checks the body of `POST /api/v1/machines` for a release: every finding has its place in the text. */
export function lintApiBody(
  text: string,
  { release = NEWEST_RELEASE, resolution }: BodyOptions = {},
): Diagnostic[] {
  const { root, problems } = readBody(text);
  const found = problems.map(({ range, message, help }): Found => ({
    code: 'api-not-json',
    range,
    message,
    ...(help !== undefined && { help }),
  }));
  if (root) {
    const { object } = apiTables();
    found.push(...new Checker(release).value(root, { type: 'object', object }, ''));
    if (root.kind === 'object') {
      found.push(...together(root, release));
      if (resolution) found.push(...opened(root, resolution));
    }
  }
  return found.toSorted((one, other) => one.range.start - other.range.start).map(diagnosticOf);
}

function diagnosticOf({ code, range, message, help, severity }: Found): Diagnostic {
  const info = API_PROBLEMS[code];
  return {
    code,
    severity: severity ?? info.severity,
    stage: severity ? null : info.stage,
    message,
    why: info.why,
    help: `${(help ?? info.help).replace(/\.$/, '')}.`,
    commands: ['create'],
    range,
    related: [],
  };
}

const NOUNS = {
  string: 'a text',
  integer: 'a whole number',
  number: 'a number',
  boolean: '`true` or `false`',
  array: 'a list',
  object: 'an object',
  null: '`null`',
} as const;

class Checker {
  constructor(readonly release: Release) {}

  /** @param pattern the path without numbers: `mounts[].source`. */
  value(value: BodyValue, wanted: ApiValue, pattern: string): Found[] {
    if (value.kind === 'null' && wanted.nullable) return [];
    if (!fits(value, wanted)) {
      const name = pattern === '' ? 'The body' : `\`${value.path}\``;
      const kind = value.kind === 'number' && /[.eE]/.test(value.text) ? 'number' : value.kind;
      const got = kind === 'number' && wanted.type !== 'integer' ? NOUNS.integer : NOUNS[kind];
      const what = wanted.type === 'integer' && kind === 'number' ? `\`${value.text}\`` : got;
      const message = `${name} takes ${NOUNS[wanted.type]}, not ${what}`;
      return [{ code: 'api-type-mismatch', range: value.range, message, ...this.#typeHelp(value, wanted) }];
    }
    const own = this.#own(value, wanted, pattern);
    if (own) return [own];
    if (wanted.items) return value.items.flatMap((item) => this.value(item, wanted.items!, `${pattern}[]`));
    return wanted.object === undefined ? [] : this.#object(value, wanted.object, pattern);
  }

  #typeHelp({ kind, value }: BodyValue, { type }: ApiValue): Pick<Found, 'help'> {
    if (kind === 'null') return { help: 'Leave the field out' };
    const isNumber = kind === 'string' && /^\d+$/.test(String(value));
    return type === 'integer' && isNumber ? { help: `Write \`${String(value)}\` without quotes` } : {};
  }

  #object(value: BodyValue, name: string, pattern: string): Found[] {
    const object = objectAt(name, this.release);
    if (!object) return [];
    const found = [...value.fields].flatMap(([field, { range, value: inner }]) => {
      const known = object.properties.get(field);
      const path = pattern === '' ? field : `${pattern}.${field}`;
      return known ? this.value(inner, known, path) : [this.#unknown(name, field, range, object.closed)];
    });
    const missing = [...object.properties].filter(
      ([field, { required }]) => required && !value.fields.has(field),
    );
    return [
      ...found,
      ...missing.map(([field]): Found => ({
        code: 'api-missing-field',
        range: value.range,
        message: `\`${value.path}\` lacks \`${field}\``,
        help: `Add \`"${field}"\``,
      })),
    ];
  }

  #unknown(object: string, field: string, range: Found['range'], closed: boolean): Found {
    const { version } = this.release;
    const what = closed ? 'refuses it' : 'drops it without a word';
    const severity = closed ? {} : ({ severity: 'warning' } as const);
    const all = apiTables().objects[object]?.properties ?? {};
    if (Object.hasOwn(all, field)) {
      const since = sinceOf(object, field);
      return {
        code: 'api-field-of-other-release',
        range,
        message: `smolvm ${version} does not know \`${field}\`, and ${what}${since === undefined ? '' : `; ${since} is the first that does`}`,
        ...(since !== undefined && { help: `Use smolvm ${since} or newer, or remove the field` }),
        ...severity,
      };
    }
    const known = [...(objectAt(object, this.release)?.properties.keys() ?? [])];
    const near = nearest(field, known);
    return {
      code: 'api-unknown-field',
      range,
      message: `The API has no field \`${shown(field).replaceAll('`', '')}\`, and smolvm ${version} ${what}`,
      ...(near !== undefined && { help: `Write \`${near}\`` }),
      ...severity,
    };
  }

  /** What the server looks at beside the type. */
  #own(value: BodyValue, { values }: ApiValue, pattern: string): Found | undefined {
    if (values && !values.includes(String(value.value)))
      return {
        code: 'api-type-mismatch',
        range: value.range,
        message: `\`${value.path}\` takes ${values.map((one) => `\`${one}\``).join(' or ')}, not ${shown(String(value.value))}`,
      };
    const entry = apiTables().values[pattern];
    if (!entry) return undefined;
    return value.kind === 'number' ? this.#number(value, entry) : this.#checked(value, entry);
  }

  #number({ text, path, range }: BodyValue, { key: keyPath, minimum }: ValueEntry): Found | undefined {
    const key = keyPath === undefined ? undefined : keyByPath(keyPath);
    const number = BigInt(text);
    const least = minimum && !this.release.isBefore(minimum.since) ? BigInt(minimum.value) : 0n;
    const most = key?.maximum === undefined ? undefined : BigInt(key.maximum);
    if (number < 0n || (most !== undefined && number > most))
      return {
        code: 'api-type-mismatch',
        range,
        message: `\`${path}\` takes ${least} to ${most}, not \`${text}\``,
      };
    if (number >= least) return undefined;
    return {
      code: 'api-value-invalid',
      range,
      message: `\`${path}\` must be at least ${least}, not \`${text}\``,
    };
  }

  #checked({ value, kind, path, range, fields }: BodyValue, entry: ValueEntry): Found | undefined {
    const { grammar, pattern, wants, since, empty } = entry;
    if (since !== undefined && this.release.isBefore(since)) return undefined;
    const code = 'api-value-invalid';
    if (empty && kind === 'object')
      return fields.size === 0 ? undefined : { code, range, message: `\`${path}\` takes ${wants}` };
    if (kind !== 'string') return undefined;
    const text = String(value);
    if (pattern !== undefined && !new RegExp(pattern).test(text))
      return { code, range, message: `\`${path}\` takes ${wants}, not ${shown(text)}` };
    if (grammar === undefined) return undefined;
    const parsed = grammarOf({ grammar }).parse(text, { command: 'create', release: this.release });
    if (parsed.ok) return undefined;
    return { code, range, message: `\`${path}\`: ${parsed.problem.message}`, help: parsed.problem.help };
  }
}

function fits({ kind, text }: BodyValue, { type }: ApiValue): boolean {
  if (type === 'integer') return kind === 'number' && /^-?\d+$/.test(text);
  return kind === type;
}

/** A name that is meant: another case or spelling of it, or one with a slip. */
function nearest(field: string, known: readonly string[]): string | undefined {
  const plain = (name: string): string => name.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
  const renamed = Object.entries(apiTables().fields).find(
    ([name, { from }]) => known.includes(name) && from.includes(field),
  );
  if (renamed) return renamed[0];
  const alike = known.find((name) => plain(name) === plain(field));
  if (alike !== undefined) return alike;
  if (field.length > 40) return undefined;
  const [best] = known
    .map((name) => [distance(plain(name), plain(field)), name] as const)
    .toSorted(([one], [other]) => one - other);
  return best && best[0] <= Math.max(1, Math.floor(field.length / 4)) ? best[1] : undefined;
}

/** What the server says of several fields at once. */
function together(root: BodyValue, release: Release): Found[] {
  const field = (name: string): BodyValue | undefined => {
    const value = root.fields.get(name)?.value;
    return value && objectAt(apiTables().object, release)?.properties.has(name) ? value : undefined;
  };
  const filled = (name: string): BodyValue | undefined => {
    const value = field(name);
    return value && value.items.length > 0 ? value : undefined;
  };
  const at = (name: string): Found['range'] => root.fields.get(name)!.range;
  const found: Found[] = [];
  const sources = ['image', 'from', 'registryRef'].filter((name) => field(name)?.kind === 'string');
  if (sources.length > 1)
    found.push({
      code: 'api-fields-conflict',
      range: at(sources[1]!),
      message: `${sources.map((name) => `\`${name}\``).join(' and ')} exclude each other`,
    });
  for (const name of ['entrypoint', 'cmd'])
    if (filled(name) && sources.length === 0 && serverDoes('checks-values', release))
      found.push({
        code: 'api-fields-conflict',
        range: at(name),
        message: `\`${name}\` needs an image: a machine without one has no workload to start`,
        help: 'Add `image`, or run the command with `POST …/exec` once the machine runs',
      });
  if (field('networkBackend')?.value === 'tsi' && filled('ports'))
    found.push({
      code: 'api-fields-conflict',
      range: at('networkBackend'),
      message: '`tsi` has no way in, so that no port can be published',
      help: 'Leave `networkBackend` out, or take `virtio-net`',
    });
  found.push(...twice(filled('ports'), release));
  const reachable = ['allowedHosts', 'allowedCidrs', 'egressRules'].filter((name) => filled(name));
  const hasNetwork = field('network')?.value === true;
  for (const name of hasNetwork ? [] : reachable)
    found.push({
      code: 'api-policy-without-network',
      range: at(name),
      message: `\`${name}\` allows something, and the machine has no network`,
    });
  const image = field('image');
  const isRemote = image?.kind === 'string' && classifyImage(String(image.value)) === 'registry';
  const opens = hasNetwork || filled('ports') !== undefined || reachable.length > 0;
  if (isRemote && !opens && release.has('image-needs-network'))
    found.push({
      code: 'api-fields-conflict',
      range: at('image'),
      message: 'The image must be pulled from a registry, and the machine has no network',
      help: 'Add `"network": true`',
    });
  if (image?.kind === 'string' && !isRemote && serverDoes('needs-folder-for-images', release))
    found.push(setting(at('image'), 'A local image', '--local-image-dir DIR'));
  if (field('nestedVirt')?.value === true)
    found.push(setting(at('nestedVirt'), '`nestedVirt`', '--allow-nested-virt'));
  if (field('cacheDisk')?.kind === 'object')
    found.push(setting(at('cacheDisk'), '`cacheDisk`', '--cache-disk-dir DIR'));
  return found;
}

function setting(range: Found['range'], what: string, flag: string): Found {
  return {
    code: 'api-server-setting',
    range,
    message: `${what} is taken only by a server that was started with \`${flag}\``,
    help: `Start it with \`smolvm serve start ${flag}\`, or remove the field`,
  };
}

function twice(ports: BodyValue | undefined, release: Release): Found[] {
  if (!ports || !serverDoes('checks-values', release)) return [];
  const seen = new Set<string>();
  return ports.items.flatMap((port): Found[] => {
    const [host, protocol] = ['host', 'protocol'].map((name) => port.fields.get(name)?.value);
    if (host?.kind !== 'number') return [];
    const id = `${host.text} ${protocol?.kind === 'string' ? protocol.text : '"tcp"'}`;
    const repeated = seen.has(id);
    seen.add(id);
    if (!repeated) return [];
    return [
      {
        code: 'api-fields-conflict',
        range: host.range,
        message: `Host port ${host.text} is published twice`,
      },
    ];
  });
}
