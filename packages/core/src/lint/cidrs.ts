import { parseCidr, type Cidr, type Parsed } from '../grammars/index.ts';
import type { RuleContext } from './context.ts';
import type { GivenText } from '../merge/index.ts';

/** One entry of the merged `allow_cidrs` that can be read. */
export interface CidrItem {
  readonly item: GivenText;
  readonly cidr: Cidr;
}

/** The entries of `allow_cidrs` and its flags that can be read. */
export function cidrsOf(context: RuleContext): readonly CidrItem[] {
  return context.once(cidrsOf, () => {
    const found: CidrItem[] = [];
    for (const { item, parsed } of parsedCidrs(context, 'network.allow_cidrs'))
      if (parsed.ok) found.push({ item, cidr: parsed.value });
    return found;
  });
}

/** An entry of a list of ranges, with what it is read as. */
export interface ParsedCidr {
  readonly item: GivenText;
  readonly parsed: Parsed<Cidr>;
}

/** The entries of a list of ranges, by its key: those that can be read, and those that cannot. */
export function parsedCidrs(
  context: RuleContext,
  path: 'network.allow_cidrs' | 'network.deny_cidrs',
): readonly ParsedCidr[] {
  return context.once(`ranges of ${path}`, () => {
    const found: ParsedCidr[] = [];
    for (const item of context.merged(path).texts) {
      // what comes from `--allow-host` is a name until smolvm has asked the DNS
      if (item.layer !== '--allow-host') found.push({ item, parsed: parseCidr(item.value) });
    }
    return found;
  });
}

/** Those of them that look as if a private range were meant. */
export function nearMisses(context: RuleContext): ReadonlyMap<CidrItem, NearMiss> {
  return context.once(nearMisses, () => {
    const found = new Map<CidrItem, NearMiss>();
    for (const one of cidrsOf(context)) {
      const near = nearlyPrivate(one.cidr);
      if (near) found.set(one, near);
    }
    return found;
  });
}

function read(text: string): Cidr {
  const parsed = parseCidr(text);
  if (!parsed.ok) throw new Error(`not a range: ${text}`);
  return parsed.value;
}

/** Ranges that are not routed on the internet, and that people mean when they write one of them (RFC 1918 and others). */
const PRIVATE_BLOCKS = [
  '10.0.0.0/8',
  '172.16.0.0/12',
  '192.168.0.0/16',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  'fc00::/7',
  'fe80::/10',
];

/** Read when first asked for: few files have a list of ranges. */
let privateBlocks: readonly Cidr[] | undefined;

function privateBlockOf(cidr: Cidr): Cidr | undefined {
  privateBlocks ??= PRIVATE_BLOCKS.map(read);
  return privateBlocks.find((block) => block.contains(cidr));
}

/** Whether nothing of a range is on the internet. */
export function isPrivate(cidr: Cidr): boolean {
  return privateBlockOf(cidr) !== undefined;
}

/** What makes a range look as if a private one were meant, and which. */
export interface NearMiss {
  readonly block: string;
  /** `wider`: it starts in the block and goes beyond it. `beside`: it is next to the block, or a slip of a digit off. */
  readonly kind: 'wider' | 'beside';
  /** What is likely meant. */
  readonly suggestion?: string;
}

/** The networks right before and after `172.16.0.0/12`; both belong to providers that nobody lists by range. */
const BESIDE_172 = ['172.0.0.0/12', '172.32.0.0/11'];

/**
 * Whether a range is nearly a private one: one that begins in a private block and reaches beyond it (`10.0.0.0/7`),
 * the neighbours of `172.16.0.0/12`, and slips of a digit (`192.169.0.0/16`, `191.168.1.6`).
 */
export function nearlyPrivate(cidr: Cidr): NearMiss | undefined {
  if (isPrivate(cidr)) return undefined;
  const address = cidr.text.slice(0, cidr.text.lastIndexOf('/'));
  const begins = privateBlockOf(read(address));
  if (begins) return { block: begins.network, kind: 'wider', suggestion: begins.network };
  if (cidr.family !== 4) return undefined;
  if (BESIDE_172.some((block) => read(block).contains(cidr)))
    return { block: '172.16.0.0/12', kind: 'beside' };
  const [first, second, third] = address.split('.').map(Number) as [number, number, number];
  const slip =
    (second === 168 && (first === 191 || first === 193 || first === 129)) ||
    (first === 192 && (second === 167 || second === 169 || second === 186));
  // a single address of those networks may well be meant, unless it is one that home routers give out
  if (!slip || (cidr.prefix > 16 && third > 2)) return undefined;
  const meant = parseCidr(`192.168.${address.split('.').slice(2).join('.')}/${cidr.prefix}`);
  const suggestion = meant.ok && isPrivate(meant.value) ? meant.value.text.replace(/\/32$/, '') : undefined;
  return {
    block: '192.168.0.0/16',
    kind: 'beside',
    ...(suggestion !== undefined && { suggestion }),
  };
}
