import { quoteWord } from '../../text/shell.ts';
import type { Item, Plan } from '../plan.ts';

/** A name with an address: `h:1.2.3.4`, `h=1.2.3.4`. */
export function mapHost(plan: Plan, item: Item, text: string): void {
  const match = /^([^:=]+)[:=](.+)$/.exec(text.trim());
  if (!match) return plan.drop(item, `\`${text}\` is no name with an address.`);
  const [, name = '', address = ''] = match;
  if (address === 'host-gateway')
    return plan.drop(
      item,
      `${name} is the host itself: \`machine run --allow-host-loopback\` lets a machine reach it.`,
    );
  const entry = `${address.replaceAll(/[[\]]/g, '')} ${name}`;
  plan.put(item, 'dev.init', `echo ${quoteWord(entry)} >> /etc/hosts`, { changed: item.row.why });
}
