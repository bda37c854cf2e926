import { imageName } from '../map/image.ts';
import { asMap } from './merge.ts';
import { itemsOf, textOf, valueAt, type Node } from './node.ts';
import type { ServiceParts } from './parts.ts';

/** Where a service says something that may name another. */
interface Saying {
  /** For people: the variable, or the key. */
  readonly where: string;
  readonly text: string;
  /** Whether a name that stands alone there is a host, by what it is called. */
  readonly isHost: boolean;
}

const HOST_WORDS = /host|ur[il]|addr|server|endpoint|upstream|broker|node|peer|proxy|backend|link|dsn|^-h$/i;
const OTHER_WORDS = /name$|user|database|(?:^|_)db$/i;

/** Names of services do not resolve, not even a service's own: addresses are needed (import 4, trap 30). */
export function mapMentions(parts: ServiceParts): void {
  const { plan, project, name, service } = parts;
  const flag = `--network ${imageName(project.name)}`;
  const can = plan.target.hasFlags(flag);
  const used: string[] = [];
  let joins = false;
  for (const [other, { value }] of project.services) {
    if (other === name) continue;
    const where = mentions(service, other, value);
    if (where.length > 0) used.push(`\`${other}\` (${where.join(', ')})`);
    joins ||= where.length > 0 || mentions(value, name, service).length > 0;
  }
  const own = mentions(service, name, service);
  if (own.length > 0)
    plan.notes.push(
      `Its own name, \`${name}\` (${own.join(', ')}), does not resolve: 127.0.0.1 is this machine.`,
    );
  if (joins && can) plan.start.flags.push(flag);
  if (used.length === 0) return;
  const way = can
    ? `: write the address that the machine has in the network \`${imageName(project.name)}\`, 100.96.N.2. \`smolvm machine exec --name NAME -- cat /proc/net/fib_trie\` shows it.`
    : ', and this release has no network between machines: publish a port, and reach it through the host.';
  plan.notes.push(`Names of other services do not resolve${way} Used here: ${used.join(', ')}.`);
}

/** Where a service names another one. */
function mentions(service: Node, other: string, otherService: Node): string[] {
  const linked = isLinked(service, other);
  const names = [other, ...aliasesOf(otherService), ...linksTo(service, other)];
  const found = sayingsOf(service).filter(({ where, text, isHost }) =>
    names.some((name) => {
      const word = name.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
      if (new RegExp(`(?:^|[\\s=@/,;])${word}:\\d`).test(text)) return true;
      if (new RegExp(`(?://|@)${word}(?:$|[\\s:/,;?])`).test(text)) return true;
      const alone = new RegExp(`^(?:.*=)?${word}$`).test(text);
      return alone && (isHost || (linked && !OTHER_WORDS.test(where)));
    }),
  );
  return [...new Set(found.map(({ where }) => where))];
}

function sayingsOf(service: Node): Saying[] {
  const environment = valueAt(service, 'environment');
  const variables = environment ? Array.from(asMap(environment).entries) : [];
  return [
    ...variables.map(([where, { value }]) => ({
      where,
      text: textOf(value) ?? '',
      isHost: HOST_WORDS.test(where) && !OTHER_WORDS.test(where),
    })),
    ...['entrypoint', 'command'].flatMap((key) => {
      const value = valueAt(service, key);
      const words = (textOf(value)?.split(/\s+/) ?? itemsOf(value).map((each) => textOf(each) ?? '')).filter(
        Boolean,
      );
      return words.map((text, index) => ({
        where: `\`${key}\``,
        text,
        isHost: HOST_WORDS.test(text.includes('=') ? text.split('=', 1)[0]! : (words[index - 1] ?? '')),
      }));
    }),
  ];
}

/** Other names that Compose gives a service. */
function aliasesOf(service: Node): string[] {
  const networks = valueAt(service, 'networks');
  const own = networks?.kind === 'map' ? Array.from(networks.entries.values()) : [];
  return [
    textOf(valueAt(service, 'container_name')),
    textOf(valueAt(service, 'hostname')),
    ...own.flatMap(({ value }) => itemsOf(valueAt(value, 'aliases')).map(textOf)),
  ].filter((name) => name !== undefined);
}

/** Names that a service has for another one. */
function linksTo(service: Node, other: string): string[] {
  return itemsOf(valueAt(service, 'links')).flatMap((each) => {
    const [to, alias] = textOf(each)?.split(':') ?? [];
    return to === other && alias !== undefined ? [alias] : [];
  });
}

function isLinked(service: Node, other: string): boolean {
  const dependsOn = valueAt(service, 'depends_on');
  const links = itemsOf(valueAt(service, 'links')).map((each) => textOf(each)?.split(':', 1)[0]);
  return (dependsOn !== undefined && asMap(dependsOn).entries.has(other)) || links.includes(other);
}
