import { parseCidr } from '../grammars/index.ts';
import type { Accepted } from '../resolve/index.ts';
import type { BodyField, BodyValue } from './json-body.ts';
import type { Found } from './problems.ts';
import { apiRequestOf, type JsonObject } from './request.ts';

type Json = Readonly<Record<string, unknown>>;

/** What a body opens that the Smolfile of the same machine keeps closed. */
export function opened(root: BodyValue, resolution: Accepted): Found[] {
  const { body, notCarried } = apiRequestOf(resolution, { absolute: (path) => path });
  const found: Found[] = [];
  const say = (field: BodyField, message: string): void => {
    found.push({ code: 'api-opens', range: field.range, message });
  };
  for (const name of SWITCHES) {
    const field = root.fields.get(name);
    if (field?.value.value === true && body[name] !== true)
      say(field, `\`${name}\` is on, and off in the Smolfile`);
  }
  const reached = root.fields.get('network');
  if (reached?.value.value === true) {
    const lists = ['allowedHosts', 'allowedCidrs'];
    const closes = lists.some((name) => listOf(body[name]).length > 0);
    const limits = lists.some((name) => (root.fields.get(name)?.value.items.length ?? 0) > 0);
    if (closes && !limits)
      say(reached, 'Everything can be reached: the list of what the Smolfile allows is not in the body');
    for (const { key, why } of notCarried)
      if (/^(?:block_private|allow_private)$/.test(key))
        say(reached, `The Smolfile’s \`network.${key}\` closes what the body leaves open: ${why}`);
    const denied = listOf(body['egressRules']).filter((rule) => (rule as Json)['action'] === 'deny');
    const kept = root.fields.get('egressRules')?.value.items.map((rule) => textOf(rule, 'cidr')) ?? [];
    for (const rule of denied)
      if (!kept.includes(String((rule as Json)['cidr'])))
        say(reached, `\`${String((rule as Json)['cidr'])}\` is denied in the Smolfile, and not in the body`);
    if (closes) found.push(...entries(root, body));
  }
  return [...found, ...ports(root, body), ...mounts(root, body), ...credentials(root, body)];
}

/** Switches that open something. */
const SWITCHES = ['network', 'dockerSocket', 'nestedVirt'];

function entries(root: BodyValue, body: JsonObject): Found[] {
  const allowed = (name: string): string[] => listOf(body[name]).map((one) => String(one).toLowerCase());
  const given = (name: string): readonly BodyValue[] => root.fields.get(name)?.value.items ?? [];
  const hosts = allowed('allowedHosts');
  const cidrs = allowed('allowedCidrs').flatMap((text) => {
    const parsed = parseCidr(text);
    return parsed.ok ? [parsed.value] : [];
  });
  const isWithin = (text: string): boolean => {
    const parsed = parseCidr(text);
    return !parsed.ok || cidrs.some((cidr) => cidr.contains(parsed.value));
  };
  return [
    ...given('allowedHosts').filter(
      ({ value }) => !hosts.some((host) => covers(host, String(value).toLowerCase())),
    ),
    ...given('allowedCidrs').filter(({ value }) => !isWithin(String(value))),
  ].map(({ range, value }) =>
    open(range, `\`${String(value)}\` can be reached, and the Smolfile does not allow it`),
  );
}

/** A plain name has those below it, `*.` these only, and `=` itself only. */
function covers(host: string, other: string): boolean {
  if (host === other) return true;
  if (host.startsWith('=')) return false;
  const below = host.startsWith('*.') ? host.slice(2) : host;
  const name = other.replace(/^(?:=|\*\.)/, '');
  if (host.startsWith('*.')) return other !== below && name.endsWith(`.${below}`);
  return name === below || name.endsWith(`.${below}`);
}

function ports(root: BodyValue, body: JsonObject): Found[] {
  const id = (host: unknown, protocol: unknown): string =>
    `${String(host)}/${typeof protocol === 'string' ? protocol : 'tcp'}`;
  const known = new Set(
    listOf(body['ports']).map((port) => id((port as Json)['host'], (port as Json)['protocol'])),
  );
  return (root.fields.get('ports')?.value.items ?? []).flatMap((port) => {
    const host = port.fields.get('host')?.value.text;
    const own = id(host, port.fields.get('protocol')?.value.value);
    return host === undefined || known.has(own)
      ? []
      : [open(port.range, `Host port \`${own}\` is published, and not in the Smolfile`)];
  });
}

function mounts(root: BodyValue, body: JsonObject): Found[] {
  const known = listOf(body['mounts']) as readonly Json[];
  return (root.fields.get('mounts')?.value.items ?? []).flatMap((mount) => {
    const source = textOf(mount, 'source');
    if (source === undefined) return [];
    const own = known.find((one) => same(String(one['source']), source));
    if (!own) return [open(mount.range, `\`${source}\` is mounted, and not in the Smolfile`)];
    const writes = mount.fields.get('readonly')?.value.value !== true;
    return own['readonly'] === true && writes
      ? [open(mount.range, `\`${source}\` can be written, and is read-only in the Smolfile`)]
      : [];
  });
}

function same(one: string, other: string): boolean {
  const plain = (path: string): string => path.replace(/^\.\//, '').replace(/(?<=.)\/$/, '');
  return plain(one) === plain(other);
}

function credentials(root: BodyValue, body: JsonObject): Found[] {
  const of = (whole: unknown): readonly Json[] =>
    listOf((whole as Json | undefined)?.['credentials']) as Json[];
  const known = of(body['credentials']);
  const given = root.fields.get('credentials')?.value.fields.get('credentials')?.value.items ?? [];
  return given.flatMap((binding): Found[] => {
    const name = textOf(binding, 'name');
    const own = known.find((one) => one['name'] === name);
    if (!own)
      return [open(binding.range, `The credential \`${name ?? ''}\` is bound, and not in the Smolfile`)];
    const allowed = listOf(own['allowed_hosts']).map(String);
    const hosts = binding.fields.get('allowed_hosts')?.value.items ?? [];
    return hosts
      .filter(({ value }) => !allowed.some((host) => host === value))
      .map(({ range, value }) =>
        open(
          range,
          `The credential \`${name ?? ''}\` is sent to \`${String(value)}\`, and not in the Smolfile`,
        ),
      );
  });
}

function open(range: Found['range'], message: string): Found {
  return { code: 'api-opens', range, message };
}

function textOf(value: BodyValue, field: string): string | undefined {
  const text = value.fields.get(field)?.value;
  return text?.kind === 'string' ? String(text.value) : undefined;
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
