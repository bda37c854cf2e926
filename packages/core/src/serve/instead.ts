import { pathBelow } from '../document/path.ts';
import type { Release } from '../release/index.ts';
import type { ConfigValue, ResolvedValue } from '../resolve/index.ts';
import { shellLine, shellWord } from '../text/shell.ts';
import { apiTables, hasRoute, routeSince } from './api.ts';
import type { InsteadEntry, NotCarried } from './types.ts';

/** Where a machine is made. */
export interface InsteadAt {
  readonly release: Release;
  readonly file: string;
  readonly name: string | undefined;
  readonly values: ReadonlyMap<string, ResolvedValue>;
}

/** One credential binding. */
interface Binding {
  readonly name: string;
  readonly variable: string;
}

const ANY = '*';

/** What the request does not carry of a value, with what to do instead. */
export function insteadOf(
  name: string,
  resolved: ResolvedValue,
  at: InsteadAt,
  binding?: Binding,
): NotCarried[] {
  if (binding) return [credential(binding, at)];
  const { instead } = apiTables();
  const [section = ''] = name.split('.');
  const entry = instead[name] ?? instead[`${section}.*`] ?? instead[ANY]!;
  const { why, note } = entry;
  return linesOf(name, entry, resolved, at).map(({ key, lines }) => ({
    key,
    why: note === undefined ? why : `${why}; ${note}`,
    instead: lines.length === 0 ? null : lines.join('\n'),
  }));
}

interface Lines {
  readonly key: string;
  readonly lines: readonly string[];
}

function linesOf(name: string, entry: InsteadEntry, { value }: ResolvedValue, at: InsteadAt): Lines[] {
  const { command, exec, start } = entry;
  if (command) {
    const words = command.map((word) => word.replace('{name}', at.name ?? NAME).replace('{file}', at.file));
    return [{ key: name, lines: [shellLine(words)] }];
  }
  if (start !== undefined) {
    const query = start.replace('{value}', shownValue(value));
    return [{ key: name, lines: [curl('POST', `${machine(at)}/start?${query}`)] }];
  }
  if (exec === 'init')
    return [
      { key: name, lines: (value as readonly string[]).map((line) => execLine(['sh', '-c', line], at)) },
    ];
  if (exec === 'health') return [{ key: name, lines: [execLine(value as readonly string[], at)] }];
  if (exec === 'user') return [{ key: name, lines: [execLine(['COMMAND'], at, { user: value })] }];
  if (exec === 'secret')
    return Object.entries(value as Readonly<Record<string, Readonly<Record<string, string>>>>).map(
      ([secret, from]) => ({ key: pathBelow('secrets', secret), lines: [secretLine(secret, from, at)] }),
    );
  return [{ key: name, lines: [] }];
}

const NAME = 'NAME';

function machine({ name = NAME }: InsteadAt): string {
  return `${apiTables().path}/${encodeURIComponent(name)}`;
}

function shownValue(value: ConfigValue): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** A request to the server where it listens when nobody says otherwise. */
function curl(method: string, path: string, data: readonly string[] = []): string {
  const { socket } = apiTables();
  const words = ['curl', '--unix-socket', socket, '-X', method, `http://localhost${path}`];
  return [shellLine(words), ...data].join(' ');
}

const JSON_TYPE = ['-H', shellWord('content-type: application/json')];

function execLine(
  command: readonly string[],
  at: InsteadAt,
  more: Readonly<Record<string, ConfigValue>> = {},
): string {
  const body = JSON.stringify({ command, ...more });
  return curl('POST', `${machine(at)}/exec`, [...JSON_TYPE, '-d', shellWord(body)]);
}

/** The value goes from where it is straight into the request: neither a line nor the screen has it. */
function secretLine(name: string, from: Readonly<Record<string, string>>, at: InsteadAt): string {
  const filter = (value: string): string =>
    shellWord(`{command: ["COMMAND"], env: [{name: ${JSON.stringify(name)}, value: ${value}}]}`);
  const sent = curl('POST', `${machine(at)}/exec`, [...JSON_TYPE, '-d', '@-']);
  const { from_env: variable, from_file: file, from_keychain: item } = from;
  if (variable !== undefined) return `jq -n ${filter(`env[${JSON.stringify(variable)}]`)} | ${sent}`;
  if (file !== undefined)
    return `jq -n --rawfile value ${shellWord(file)} ${filter(String.raw`($value | rtrimstr("\n"))`)} | ${sent}`;
  const found = `security find-generic-password -w -s ${shellWord(item ?? '')}`;
  return `${found} | jq -R ${filter('.')} | ${sent}`;
}

/** The body binds a credential; its value is told to the server apart, which keeps it in memory only. */
function credential({ name, variable }: Binding, at: InsteadAt): NotCarried {
  const key = pathBelow('network.credentials', name);
  const route = `PUT ${apiTables().path}/{name}/credential-values`;
  if (!hasRoute(route, at.release)) {
    const since = routeSince(route);
    const why = 'the body binds it, and this release has no call that gives its value';
    return { key, why: since === undefined ? why : `${why}; it came with ${since}`, instead: null };
  }
  const filter = shellWord(`{values: {${JSON.stringify(name)}: env[${JSON.stringify(variable)}]}}`);
  const sent = curl('PUT', `${machine(at)}/credential-values`, [...JSON_TYPE, '-d', '@-']);
  return {
    key,
    why: 'the body binds it; the server is told its value before each start, and keeps it in memory only',
    instead: `jq -n ${filter} | ${sent}`,
  };
}
