import { inOrder } from '../../text/compose-edits.ts';
import type { TextEdit } from '../../text/range.ts';
import { shown } from '../../grammars/index.ts';
import { ifPossible, setValue } from '../../edit/index.ts';
import type { RuleContext } from '../context.ts';
import type { GivenText } from '../../merge/index.ts';
import { at } from '../places.ts';
import { appendElements, arrayOf, removeElement } from '../fixes.ts';
import { hostsOf } from '../hosts.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  code: 'allow-host-address',
  summary: 'An address in `allow_hosts`, where names belong',
  why: 'The list is compared with the names that the machine asks for. An IP address works only for a machine that is created and started, where it is resolved like a name; under `machine run` it matches nothing, and the address stays blocked. A range such as `10.0.0.0/8` never matches.',
  help: 'Put addresses and ranges into `allow_cidrs`.',
  evidence: 'facts 2.5, 4.5, 5 row 37; src/cli/machine.rs:657, src/cli/vm_common.rs:1042',
  since: '0.1.0',
  severity: 'warning',
  stage: null,
  commands: ['create', 'run'],
  fixable: 'safe',
  examples: {
    invalid: [
      {
        toml: 'cmd = ["true"]\n\n[network]\nallow_hosts = ["example.com", "1.2.3.4"] # warning: allow-host-address\n',
        command: 'run',
      },
      { toml: '[network]\nallow_hosts = ["example.com", "10.0.0.0/8"] # warning: allow-host-address\n' },
      {
        toml: '[network]\nallow_cidrs = ["9.9.9.9"]\nallow_hosts = [\n  "10.0.0.0/8", # warning: allow-host-address\n]\n',
        note: 'Without any name in the list, names are not filtered any more: this fix wants a look.',
      },
    ],
    valid: [
      { toml: '[network]\nallow_hosts = ["1.2.3.4"]\n', note: '`machine start` resolves it to itself.' },
      { toml: '[network]\nallow_hosts = ["example.com"]\nallow_cidrs = ["1.2.3.4"]\n' },
      {
        toml: 'cmd = ["true"]\n',
        command: 'run',
        flags: '--allow-host 1.2.3.4',
        note: 'The flag is resolved at once.',
      },
    ],
  },
  check(context) {
    const hosts = hostsOf(context);
    const wrong = hosts.filter(
      ({ item: { source }, host: { kind } }) =>
        // the flag is resolved at once, by every command
        !source && (kind === 'cidr' || (kind === 'ip' && context.command === 'run')),
    );
    for (const { item } of wrong) {
      const isRange = item.value.includes('/');
      const edits = moved(context, item, wrong.length);
      context.report({
        ...at(item),
        message: isRange
          ? `${shown(item.value)} is a range of addresses, and matches no name`
          : `${shown(item.value)} is an address, which \`machine run\` compares with names only`,
        ...(edits && {
          fix: {
            title: 'Move it to `allow_cidrs`',
            safe: hosts.some(({ host }) => host.kind === 'hostname'),
            edits,
          },
        }),
      });
    }
  },
});

/** The entry taken out of its list and put into `allow_cidrs`, which a lone one brings along. */
function moved({ document, settings }: RuleContext, item: GivenText, count: number): TextEdit[] | undefined {
  const from = arrayOf(document, item);
  if (!from || item.layer !== 'network.allow_hosts') return undefined;
  const removed = removeElement(document, from, item);
  const target = settings.get('network.allow_cidrs')?.value;
  if (target) {
    if (target.type !== 'array' || target.damaged) return undefined;
    return inOrder([...removed, ...appendElements(document, target, [item.value])]);
  }
  if (count > 1) return undefined;
  const added = ifPossible(() => setValue(document, 'network.allow_cidrs', [item.value]));
  return added && inOrder([...removed, ...added.edits]);
}
