/** One object for each grammar that keys and flags name; held against `schemas/grammars.json` by a test. */
import { volumeGrammar } from './any-volume.ts';
import { bindingFlagGrammar } from './binding-flag.ts';
import { bindingGrammars } from './binding.ts';
import { parseCidr } from './cidr.ts';
import { parseDnsServer } from './dns.ts';
import { dnsOptionGrammar } from './dns-option.ts';
import { durationGrammar, parseByteSize, parseHumantime } from './duration.ts';
import { envGrammar } from './env.ts';
import { UNREADABLE, type Grammar, type Part } from './grammar.ts';
import { guestSubnetGrammar } from './guest-subnet.ts';
import { hostPatternGrammar } from './host-pattern.ts';
import { parseImageFlag } from './image.ts';
import { parseIp } from './ip.ts';
import { keychainItemGrammar } from './keychain.ts';
import { portGrammar } from './port.ts';
import { parseWholeNumber } from './resources.ts';
import { U32_MAX, U64_MAX, U8_MAX } from './rust.ts';
import { parseRestartPolicy } from './restart-policy.ts';
import { cacheDiskGrammar, diskGrammar } from './disk.ts';
import { labelGrammar } from './label.ts';
import { shmSizeGrammar } from './shm-size.ts';
import { socketGrammar } from './socket.ts';
import { stopSignalGrammar, stopTimeoutGrammar } from './stop.ts';
import { accepted, refused, type Parsed } from './result.ts';
import { secretEntry } from './secret.ts';
import { udpAllowGrammar } from './udp-allow.ts';

const anyText = (text: string): Parsed<string> => accepted(text);
const whole =
  (kind: Part[2]) =>
  (text: string): readonly Part[] =>
    text === '' ? [] : [[0, text.length, kind]];

/** A text that smolvm takes as it is. */
const text = (name: string, more: Partial<Grammar> = {}): Grammar => ({ name, parse: anyText, ...more });

/** A whole number that only flags have; those of sizes say so in words of their own. */
const integer = (name: string, most: bigint): Grammar => ({
  name,
  byArgumentParser: true,
  parse: (value, { flag, maximum }) =>
    parseWholeNumber(`--${flag}`, value, maximum === undefined ? most : BigInt(maximum)),
});

/** clap takes an empty path for a missing value. */
function parsePath(path: string): Parsed<string> {
  if (path !== '') return accepted(path);
  return refused({ reason: 'empty', message: 'the path is empty', help: 'Write a path', from: 0, to: 0 });
}

/**
 * Ranges as smolvm stores them. `--allow-host` puts the addresses of its name there (facts 2.2), which only DNS knows:
 * of a name, the name is kept.
 */
const cidr: Grammar = {
  name: 'cidr',
  byArgumentParser: true,
  parse: (value) => parseCidr(value),
  read(value, { flag }) {
    if (flag === 'allow-host' && parseIp(value) === undefined)
      return { values: [{ value: { fromDns: value }, written: value }] };
    const parsed = parseCidr(value);
    return parsed.ok ? { values: [{ value: parsed.value.text, written: value }] } : UNREADABLE;
  },
};

/** Ranges of `network.allow_private`: those of the file are stored as they are written, whatever they are (values 6). */
const cidrUnchecked: Grammar = {
  ...cidr,
  name: 'cidr-unchecked',
  read: (value, at) =>
    at.flag === undefined ? { values: [{ value, written: value }] } : cidr.read!(value, at),
};

const restartPolicy: Grammar = {
  name: 'restart-policy',
  parse: (value) => parseRestartPolicy(value),
  read(value) {
    const parsed = parseRestartPolicy(value);
    return parsed.ok ? { values: [{ value: parsed.value, written: value }] } : UNREADABLE;
  },
  parts: whole('choice'),
};

const ALL: readonly Grammar[] = [
  text('flag'),
  text('text'),
  text('argv'),
  text('shell-command'),
  envGrammar,
  text('env-name', { parts: whole('name') }),
  text('image-reference'),
  { name: 'image', byArgumentParser: true, parse: (value) => parseImageFlag(value) },
  text('platform', { parts: whole('choice') }),
  portGrammar,
  volumeGrammar,
  text('host'),
  hostPatternGrammar,
  cidr,
  cidrUnchecked,
  { name: 'ipv4', byArgumentParser: true, parse: (value) => parseDnsServer(value) },
  durationGrammar,
  { name: 'timeout', byArgumentParser: true, parse: (value) => parseHumantime(value) },
  restartPolicy,
  text('user'),
  ...bindingGrammars,
  bindingFlagGrammar,
  keychainItemGrammar,
  { name: 'path', byArgumentParser: true, parse: parsePath },
  text('absolute-path'),
  text('guest-path'),
  text('machine-name'),
  { name: 'byte-size', byArgumentParser: true, parse: (value) => parseByteSize(value) },
  integer('u8', U8_MAX),
  integer('u32', U32_MAX),
  integer('positive-u32', U32_MAX),
  integer('u64', U64_MAX),
  text('secret-env', { secret: 'reference', entry: secretEntry('--secret-env') }),
  text('secret-file', { secret: 'reference', entry: secretEntry('--secret-file') }),
  text('secret-keychain', { secret: 'reference', entry: secretEntry('--secret-keychain') }),
  labelGrammar,
  socketGrammar,
  { name: 'pack-output', byArgumentParser: true, parse: parsePath },
  diskGrammar,
  cacheDiskGrammar,
  dnsOptionGrammar,
  shmSizeGrammar,
  guestSubnetGrammar,
  udpAllowGrammar,
  stopSignalGrammar,
  stopTimeoutGrammar,
];

/** Every grammar, by name. */
export const GRAMMARS: ReadonlyMap<string, Grammar> = new Map(ALL.map((grammar) => [grammar.name, grammar]));

/** The grammar of a key or flag; that of any text where it names none. */
export function grammarOf({ grammar = 'text' }: { readonly grammar?: string | undefined }): Grammar {
  return GRAMMARS.get(grammar) ?? GRAMMARS.get('text')!;
}
