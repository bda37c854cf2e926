import type { Item, Plan } from '../plan.ts';
import { fragment } from '../toml.ts';

/** A published port as Docker has it. */
export interface PublishedPort {
  /** Address of the host; empty for all of them. */
  readonly address?: string;
  /** Port or range of the host; empty where Docker chooses one. */
  readonly host: string;
  /** Port or range in the container. */
  readonly guest: string;
  /** `tcp` when left out. */
  readonly protocol?: string;
}

const PATH = 'dev.ports';
/** smolvm takes no more (values 10). */
const MOST_PORTS = 64;
const LOOPBACK = new Set(['127.0.0.1', '::1', 'localhost']);
const EVERYWHERE = new Set(['', '0.0.0.0', '::', '*']);

/**
 * Reads `[ADDRESS:][HOST:]GUEST[/PROTOCOL]`.
 *
 * @returns undefined for what is no such thing.
 */
export function readPort(text: string): PublishedPort | undefined {
  const match =
    /^(?:(?<address>\[[^\]]*\]|[^:/]*):)??(?:(?<host>\d+(?:-\d+)?)?:)?(?<guest>\d+(?:-\d+)?)(?:\/(?<protocol>\w+))?$/.exec(
      text.trim(),
    );
  if (!match?.groups) return undefined;
  const { address = '', host = '', guest = '', protocol = 'tcp' } = match.groups;
  return { address: address.replaceAll(/[[\]]/g, ''), host, guest, protocol: protocol.toLowerCase() };
}

/** One published port. */
export function mapPort(plan: Plan, item: Item, port: PublishedPort): void {
  const { address = '', host, guest, protocol = 'tcp' } = port;
  if (protocol !== 'tcp' && protocol !== 'udp')
    return plan.drop(item, `smolvm forwards TCP and UDP, not ${protocol}.`);
  const reasons: string[] = [];
  const [from, to] = pairOf(host, guest, reasons);
  if (EVERYWHERE.has(address)) reasons.push(item.row.why);
  else if (!LOOPBACK.has(address)) reasons.push(`smolvm cannot open it at ${address} alone. ${item.row.why}`);
  const changed = reasons.length > 0 ? reasons.join(' ') : undefined;
  publish(plan, item, { from, to, protocol, changed });
}

/** A port that the image only documents. */
export function mapExposedPort(plan: Plan, item: Item, guest: string, protocol: string): void {
  if (protocol !== 'tcp' && protocol !== 'udp')
    return plan.drop(item, `smolvm forwards TCP and UDP, not ${protocol}.`);
  const [first, last] = bounds(guest);
  const shift = first < 1024 ? 8000 : 0;
  const from: Bounds = [first + shift, last + shift];
  const moved = shift > 0 ? ` Ports below 1024 need rights, so ${rangeText(from)} leads there.` : '';
  publish(plan, item, { from, to: [first, last], protocol, changed: `${item.row.why}${moved}` });
}

type Bounds = readonly [number, number];

interface Publishing {
  readonly from: Bounds;
  readonly to: Bounds;
  readonly protocol: string;
  readonly changed: string | undefined;
}

/** What smolvm forwards where: it knows neither "any port" nor "one of these". */
function pairOf(host: string, guest: string, reasons: string[]): [Bounds, Bounds] {
  const to = bounds(guest);
  if (host === '') {
    reasons.push('Docker would choose a free port of the host; smolvm wants one named.');
    return [to, to];
  }
  const from = bounds(host);
  if (from[1] - from[0] === to[1] - to[0]) return [from, to];
  reasons.push(`Docker would take a free port of ${host}; smolvm wants one named.`);
  return [[from[0], from[0] + to[1] - to[0]], to];
}

function publish(plan: Plan, item: Item, { from, to, protocol, changed }: Publishing): void {
  const suffix = protocol === 'udp' ? '/udp' : '';
  const whole = `${rangeText(from)}:${rangeText(to)}${suffix}`;
  if (plan.elements(PATH).includes(whole))
    return plan.report(item, 'kept', PATH, 'It is published already, by something else here.');
  const taken = new Map(portsOf(plan).map((port) => [port, true]));
  const numbers = Array.from(
    { length: Math.min(from[1] - from[0] + 1, 65_536) },
    (_, index) => from[0] + index,
  );
  const twice = numbers.find((number) => taken.has(`${number}/${protocol}`));
  if (twice !== undefined)
    return plan.drop(
      item,
      `Port ${twice} of the host leads somewhere already; smolvm takes each once, whatever the address.`,
    );
  if (taken.size + numbers.length > MOST_PORTS)
    return plan.drop(item, `smolvm forwards ${MOST_PORTS} ports at most.`);
  if (numbers.length === 1 || plan.target.takes(fragment(PATH, whole, true))) {
    plan.put(item, PATH, whole, { changed });
    return;
  }
  for (const [index, number] of numbers.entries())
    if (!plan.put(item, PATH, `${number}:${to[0] + index}${suffix}`, { changed })) return;
}

/** The host's ports so far: `80/tcp`. */
function portsOf(plan: Plan): string[] {
  return plan.elements(PATH).flatMap((text) => {
    const { host = '', protocol = 'tcp' } = readPort(text) ?? {};
    const [first, last] = bounds(host);
    return Array.from({ length: last - first + 1 }, (_, index) => `${first + index}/${protocol}`);
  });
}

function bounds(text: string): Bounds {
  const [first = 0, last = first] = text.split('-').map(Number);
  return [first, Math.max(first, last)];
}

function rangeText([first, last]: Bounds): string {
  return first === last ? String(first) : `${first}-${last}`;
}
