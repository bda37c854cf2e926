import { hostFilter, hostRule, shown } from '../../grammars/index.ts';
import { at } from '../places.ts';
import { filterEntries } from '../hosts.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  code: 'allow-host-covers-pattern',
  summary: 'A pattern that an entry of `allow_hosts` makes pointless',
  why: 'What either list lets through passes. An entry of `allow_hosts` includes all its subdomains, so that a strict pattern for the same name, or for one below it, restricts nothing.',
  help: 'Remove the entry of `allow_hosts` where the pattern is meant, or the pattern where it is not.',
  evidence: 'values 3',
  since: '0.1.0',
  severity: 'warning',
  stage: null,
  commands: ['create', 'run'],
  examples: {
    invalid: [
      {
        toml: '[network]\nallow_hosts = ["example.com"]\nallow_host_patterns = [\n  "api.example.com", # warning: allow-host-covers-pattern\n]\n',
      },
    ],
    valid: [
      { toml: '[network]\nallow_hosts = ["api.example.com"]\nallow_host_patterns = ["*.example.com"]\n' },
      { toml: '[network]\nallow_hosts = ["=example.com"]\nallow_host_patterns = ["*.example.com"]\n' },
    ],
  },
  check(context) {
    const { release } = context;
    const hosts = context.merged('network.allow_hosts').texts;
    const patterns = filterEntries(context).slice(hosts.length);
    if (hosts.length === 0 || patterns.length === 0) return;
    const all = hostFilter(
      hosts.map(({ value }) => value),
      release,
    );
    for (const { item, entry } of patterns) {
      const rule = hostRule(entry, release);
      if (!rule || !(rule.kind === 'exact' ? all.allows(rule.host) : all.allowsBelow(rule.host))) continue;
      const by = hosts.find(({ value }) => {
        const one = hostFilter([value], release);
        return rule.kind === 'exact' ? one.allows(rule.host) : one.allowsBelow(rule.host);
      });
      context.report({
        ...at(item),
        message: `${shown(item.value)} restricts nothing${by ? `: ${shown(by.value)} lets it through` : ''}`,
        related: by ? [{ ...at(by), message: 'allowed here, subdomains included' }] : [],
      });
    }
  },
});
