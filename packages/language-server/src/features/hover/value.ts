import {
  checkDuration,
  classifyHost,
  classifyImage,
  defaultText,
  isRemoteVolume,
  markdownText,
  normalizeImage,
  parseCidr,
  parseFileEnvSpec,
  parseHostPattern,
  parseKeychainItem,
  parsePort,
  parseUdpAllow,
  parseVolume,
  registryHosts,
  type KeySchema,
  type SmolfileDocument,
  type ValueNode,
  type Release,
} from '@smolfile/core';
import type { Target } from '../target.ts';
import { amountInWords, counted, secondsInWords } from '../words.ts';
import { code } from './code.ts';

/** A value and what surrounds it. */
export interface ValueAsked {
  readonly document: SmolfileDocument;
  readonly target: Target;
  readonly release: Release;
  readonly key: KeySchema;
  readonly node: ValueNode;
}

/** What a value means, in a sentence or two of Markdown; undefined where it says all by itself. */
export function valueText({ node, ...asked }: ValueAsked): string | undefined {
  const { key } = asked;
  if (node.type !== 'scalar' || node.damaged) return undefined;
  const { value } = node;
  if ((typeof value === 'number' || typeof value === 'bigint') && node.kind === 'integer') {
    return key.unit && amountText(value, key.unit);
  }
  if (typeof value !== 'string' || node.kind !== 'string') return undefined;
  return TEXTS[key.grammar ?? '']?.(value, asked);
}

function amountText(value: number | bigint, unit: 'MiB' | 'GiB'): string | undefined {
  if (value < 0) return undefined;
  const words = amountInWords(value, unit);
  return words === `${value} ${unit}` ? `**${words}**` : `${value} ${unit} = **${words}**`;
}

type Asked = Omit<ValueAsked, 'node'>;

const TEXTS: Readonly<Record<string, (value: string, asked: Asked) => string | undefined>> = {
  port: portText,
  volume: volumeText,
  env: envText,
  duration: durationText,
  cidr: cidrText,
  'cidr-unchecked': cidrText,
  host: hostText,
  'host-pattern': patternText,
  'udp-allow': udpText,
  'keychain-item': keychainText,
  'image-reference': imageText,
  'env-name': variableText,
  'absolute-path': fileText,
};

function portText(value: string, { release }: Asked): string | undefined {
  const parsed = parsePort(value, release);
  if (!parsed.ok) return undefined;
  const { protocol, mappings } = parsed.value;
  const [first, last] = [mappings[0]!, mappings.at(-1)!];
  const over = protocol.toUpperCase();
  return mappings.length === 1
    ? `Port **${first.host}** of the host (loopback only) leads to port **${first.guest}** of the guest, over ${over}.`
    : `The ${mappings.length} ports **${first.host}** to **${last.host}** of the host (loopback only) lead to **${first.guest}** to **${last.guest}** of the guest, one to one, over ${over}.`;
}

function volumeText(value: string, { release, target }: Asked): string | undefined {
  if (isRemoteVolume(value)) return undefined;
  const parsed = parseVolume(value, release);
  if (!parsed.ok) return undefined;
  const { source, target: guest, readOnly } = parsed.value;
  const found = target.host?.inspect(source);
  const where =
    found?.canonical === undefined || found.canonical === source ? '' : ` (${code(found.canonical)})`;
  const mode = readOnly ? 'which it can only read' : 'where it can read and write';
  const state = {
    directory: '',
    file: ', which is a file,',
    other: ', which is no folder,',
    missing: ', which does not exist,',
    unknown: '',
  };
  const note = found ? state[found.kind] : '';
  return `The guest sees the host's ${code(source)}${where}${note} at ${code(guest)}, ${mode}.`;
}

/** Never a value of the host, and of the file's own nothing that is not under the cursor anyway. */
function envText(value: string, { target }: Asked): string {
  const spec = parseFileEnvSpec(value);
  if (spec.kind === 'dropped') return 'smolvm silently drops this entry: it has no name.';
  if (spec.kind === 'pair') return `Sets ${code(spec.key)} for init commands and the workload.`;
  const names = target.variables?.();
  const known = names ? (names.includes(spec.key) ? ', where it is set' : ', where it is not set') : '';
  return `Without \`=\`, ${code(spec.key)} gets the value that it has on the host${known}.`;
}

function durationText(value: string, { release, key }: Asked): string {
  const parsed = checkDuration(value, release);
  if (parsed.ok) {
    const { value: seconds } = parsed;
    const words = secondsInWords(seconds);
    const exact = seconds >= 60n ? ` (${counted(seconds, 'second')})` : '';
    return `**${words}**${exact}`;
  }
  const initial = defaultText(key);
  return `**smolvm ignores this**, silently: ${markdownText(parsed.problem.message)}. ${
    initial === undefined ? '' : `The default counts, ${code(initial)}. `
  }${markdownText(parsed.problem.help)}`;
}

function cidrText(value: string): string | undefined {
  const parsed = parseCidr(value);
  if (!parsed.ok) return undefined;
  const { family, prefix, first, last, hasHostBits, network } = parsed.value;
  const bits = (family === 4 ? 32 : 128) - prefix;
  if (bits === 0) return `One IPv${family} address: **${first}**`;
  const amount = bits <= 32 ? `${(2 ** bits).toLocaleString('en')} addresses` : `2^${bits} addresses`;
  const note = hasHostBits
    ? ` The network itself is ${code(network)}; the extra bits make no difference.`
    : '';
  return `${amount}: **${first}** to **${last}**.${note}`;
}

function patternText(value: string): string | undefined {
  const parsed = parseHostPattern(value);
  if (!parsed.ok) return undefined;
  const { kind, host } = parsed.value;
  return kind === 'exact'
    ? `Matches ${code(host)} alone, without the names below it, on any port.`
    : `Matches every name below ${code(host)}, without ${code(host)} itself, on any port.`;
}

function udpText(value: string): string | undefined {
  const parsed = parseUdpAllow(value);
  if (!parsed.ok) return undefined;
  const { cidr, ports } = parsed.value;
  const what = cidr.first === cidr.last ? `**${cidr.first}**` : `**${cidr.first}** to **${cidr.last}**`;
  if (!ports) return `UDP to any port of ${what}.`;
  const { start, end } = ports;
  return `UDP to ${start === end ? `port **${start}**` : `the ports **${start}** to **${end}**`} of ${what}.`;
}

function keychainText(value: string): string | undefined {
  const parsed = parseKeychainItem(value);
  if (!parsed.ok) return undefined;
  const { service, account } = parsed.value;
  const whose = account === undefined ? '' : ` of the account ${code(account)}`;
  return `The item of the service ${code(service)}${whose} in the keychain of this host, read at each start.`;
}

function hostText(value: string, { release }: Asked): string | undefined {
  const { kind, suggestion } = classifyHost(value, release);
  if (kind === 'exact')
    return `Matches ${code(value.slice(1))} alone, without the names below it, on any port.`;
  if (kind === 'subdomains')
    return `Matches every name below ${code(value.slice(2))}, without that name itself, on any port.`;
  const instead = suggestion === undefined ? '' : ` Write ${code(suggestion)}.`;
  if (kind === 'hostname') return `Matches ${code(value)} and every name below it, on any port.`;
  if (kind === 'ip') {
    return 'An address: `create` lets it through, `run` never does. `allow_cidrs` works with both.';
  }
  return `**Never matches**: smolvm takes it for a name, letter by letter.${instead}`;
}

function imageText(value: string, { target }: Asked): string | undefined {
  const kind = classifyImage(value);
  if (kind === 'stdin') return 'An archive on standard input; only `machine run` reads it.';
  if (kind !== 'registry') {
    const state = target.host?.inspect(value).kind;
    const what =
      state === 'directory' ? 'folder' : kind === 'local-archive' || state === 'file' ? 'archive' : 'path';
    const note = state === 'missing' ? ', which does not exist' : '';
    return `A local ${what} of the host${note}; only \`machine run\` takes it from a Smolfile.`;
  }
  if (value === '') return undefined;
  const { registry, repository, tag, digest } = normalizeImage(value);
  const version = digest === undefined ? `tag ${code(tag ?? '')}` : `digest ${code(digest)}`;
  const hub = registry === 'docker.io' ? ' (Docker Hub)' : '';
  return `${code(repository)}, ${version}, from ${code(registry)}${hub}. Pulling it needs ${registryHosts(
    value,
  )
    .map((host) => code(host))
    .join(' and ')}.`;
}

function variableText(value: string, { target }: Asked): string {
  const names = target.variables?.();
  const known = names ? (names.includes(value) ? ', where it is set' : ', where it is not set') : '';
  return `The variable ${code(value)} of the host${known}. The machine's record has the name only.`;
}

function fileText(value: string, { target }: Asked): string | undefined {
  const kind = target.host?.inspect(value).kind;
  if (kind === undefined || kind === 'unknown') return undefined;
  const state = {
    directory: 'is a folder',
    file: 'exists',
    other: 'is no regular file',
    missing: 'does not exist',
  };
  return `The file ${code(value)} of the host, which ${state[kind]}. It is read when the machine starts.`;
}
