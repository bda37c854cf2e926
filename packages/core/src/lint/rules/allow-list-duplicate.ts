import { networkId, shown } from '../../grammars/index.ts';
import { arrayOf, removeElement } from '../fixes.ts';
import { cidrsOf } from '../cidrs.ts';
import type { GivenText } from '../../merge/index.ts';
import { at } from '../places.ts';
import { filterEntries } from '../hosts.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  code: 'allow-list-duplicate',
  summary: 'The same host or range twice in an egress list',
  why: 'Names are compared without regard to case and trailing dots, ranges by their network: the second entry adds nothing.',
  help: 'Remove one of them.',
  evidence: 'facts 2.6, 4.5',
  since: '0.1.0',
  severity: 'info',
  stage: null,
  commands: ['create', 'run'],
  fixable: 'safe',
  examples: {
    invalid: [
      {
        toml: '[network]\nallow_hosts = [\n  "example.com",\n  "api.example.org",\n  "Example.com.", # info: allow-list-duplicate\n]\n',
      },
      { toml: '[network]\nallow_cidrs = ["1.1.1.1", "1.1.1.1/32"] # info: allow-list-duplicate\n' },
    ],
    valid: [
      {
        toml: '[network]\nallow_hosts = ["example.com", "api.example.com"]\n',
        note: 'It may be wanted as a reminder.',
      },
      { toml: '[network]\nallow_hosts = ["example.com"]\nallow_cidrs = ["10.0.0.0/8", "10.1.0.0/16"]\n' },
    ],
  },
  check(context) {
    const { document, report } = context;
    /** By layer, then by what the entry stands for. */
    const seen = new Map<string, Map<number | string, GivenText>>();
    const test = (item: GivenText, id: number | string): void => {
      // a flag may well repeat what the file says
      if (item.source || id === '') return;
      const first = seen.get(item.layer) ?? new Map<number | string, GivenText>();
      if (first.size === 0) seen.set(item.layer, first);
      const other = first.get(id);
      if (!other) {
        first.set(id, item);
        return;
      }
      const array = arrayOf(document, item);
      report({
        ...at(item),
        message: `${shown(item.value)} is in this list already`,
        related: [{ range: other.range, message: 'listed here' }],
        tags: ['unnecessary'],
        ...(array && {
          fix: {
            title: 'Remove the second one',
            safe: true,
            edits: removeElement(document, array, item),
          },
        }),
      });
    };
    for (const { item, entry } of filterEntries(context)) test(item, withoutDot(entry.toLowerCase()));
    for (const { item, cidr } of cidrsOf(context)) test(item, networkId(cidr));
  },
});

function withoutDot(name: string): string {
  return name.endsWith('.') ? name.slice(0, -1) : name;
}
