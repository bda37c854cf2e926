import { hasFlag } from '../../call/call.ts';
import { classifyImage, type HostFilter } from '../../grammars/index.ts';
import type { TextEdit } from '../../text/range.ts';
import { cidrsOf, isPrivate } from '../cidrs.ts';
import type { RuleContext } from '../context.ts';
import { at, partOf } from '../places.ts';
import { appendElements } from '../fixes.ts';
import { filterEntries, hostFilterOf } from '../hosts.ts';
import { hostsNeededBy, type NeededHosts } from '../package-hosts.ts';
import { initOf } from '../init.ts';
import { defineRule } from '../rule.ts';
import { anyOf } from '../wording.ts';

export default defineRule({
  code: 'init-needs-hosts',
  summary: '`init` that asks for hosts which the egress list does not allow',
  why: '`init` runs under the same egress list as everything else in the machine. What a package manager, `curl` or `git` asks for must be in the list, or the first start fails.',
  help: 'Add the hosts to `allow_hosts`. Subdomains are included.',
  evidence: 'facts 2.5 (v1.2.3 to 1.8.3), 2.6, 5 row 34',
  since: '0.1.0',
  severity: 'info',
  stage: 'launch',
  commands: ['create', 'run'],
  fixable: 'unsafe',
  examples: {
    invalid: [
      {
        toml: 'image = "python:3.12"\n\n[network]\nallow_hosts = ["pypi.org"]\n\n[dev]\ninit = ["pip install httpie"] # info: init-needs-hosts\n',
      },
      {
        toml: 'image = "python:3.12"\n\n[network]\nallow_hosts = ["api.example.com"]\n\n[dev]\ninit = ["pip install -e ."] # info: init-needs-hosts\n',
      },
      {
        toml: '[network]\nallow_hosts = ["api.example.com"]\n\n[dev]\ninit = [\n  "apk add git curl", # info: init-needs-hosts\n  "sh -c \'curl -fsSL https://example.org/install.sh | sh\'", # info: init-needs-hosts\n  "apk add jq",\n]\n',
        note: 'What is missing is said once.',
      },
      {
        toml: 'image = "ubuntu:24.04"\n\n[network]\nallow_hosts = ["github.com"]\n\n[dev]\ninit = ["curl -LO https://github.com/a/b/releases/download/v1/c.tgz"] # info: init-needs-hosts\n',
        note: 'GitHub sends whoever asks for a release to another host.',
      },
    ],
    valid: [
      {
        toml: 'image = "python:3.12"\n\n[network]\nallow_hosts = ["pypi.org", "pythonhosted.org"]\n\n[dev]\ninit = ["pip install -e ."]\n',
      },
      {
        toml: '[network]\nallow_hosts = ["api.example.com"]\n\n[dev]\ninit = ["apk add git"]\n',
        flags: '--allow-host dl-cdn.alpinelinux.org',
      },
      {
        toml: '[network]\nallow_hosts = ["mirror.example.com"]\n\n[dev]\ninit = ["apk add git"]\n',
        note: 'A mirror, by its name.',
      },
      {
        toml: '[network]\nallow_hosts = ["api.example.com"]\n\n[dev]\ninit = ["echo apk add git", "pip install --no-index -f /wheels x"]\n',
      },
      {
        toml: '[network]\nallow_cidrs = ["151.101.0.0/16"]\nallow_hosts = ["api.example.com"]\n\n[dev]\ninit = ["apk add git"]\n',
        note: 'The range may well hold the host.',
      },
    ],
  },
  check(context) {
    const init = initOf(context);
    if (init.length === 0) return;
    const list = filterEntries(context).map(({ entry }) => entry);
    const filter = hostFilterOf(context);
    if (!filter || context.document.damaged || escapesList(context)) return;
    // a public range of more than one address may hold what is needed
    if (cidrsOf(context).some(({ cidr }) => cidr.first !== cidr.last && !isPrivate(cidr))) return;
    const image = context.merged('image').value;
    const reference =
      image && classifyImage(String(image.value)) === 'registry' ? String(image.value) : undefined;
    const lacks = lackingOf(list, filter);
    const reported = new Set<string>();
    for (const { item, commands } of init) {
      let place: { from: number; to: number } | undefined;
      const missing = new Set<string>();
      for (const command of commands) {
        for (const needed of hostsNeededBy(command, reference)) {
          for (const host of lacks(needed)) {
            if (reported.has(host)) continue;
            reported.add(host);
            missing.add(host);
            place ??= { from: command.program.from, to: (command.args.at(-1) ?? command.program).to };
          }
        }
      }
      if (!place) continue;
      const names = anyOf([...missing].map((host) => `\`${host}\``)).replace(' or ', ' and ');
      const edits = added(context, [...missing]);
      context.report({
        ...at(item),
        range: partOf(context, item, place.from, place.to),
        message: `This asks for ${names}, which the egress list does not allow`,
        ...(edits && { fix: { title: `Add ${names} to \`allow_hosts\``, safe: false, edits } }),
      });
    }
  },
});

/** What a list does not allow of the hosts that something needs; each question is asked of the list once. */
function lackingOf(list: readonly string[], filter: HostFilter): (needed: NeededHosts) => string[] {
  const mirrors = new Map<RegExp, boolean>();
  return ({ hosts, or }) => {
    if (or && !mirrors.has(or))
      mirrors.set(
        or,
        // a host that is needed in any case is no mirror of it
        list.some((entry) => or.test(entry.toLowerCase()) && !hosts.includes(entry.toLowerCase())),
      );
    if (or && mirrors.get(or)) return [];
    return hosts.filter((host) => !filter.allows(host));
  };
}

/** From 1.2.3 to 1.8.3 the bake of a foreground run knew no egress list (facts 2.5). */
function escapesList(context: RuleContext): boolean {
  const { command, call, release } = context;
  if (
    command !== 'run' ||
    !release.has('init-cache') ||
    !release.has('init-cache-drops-network') ||
    !context.merged('image').value
  )
    return false;
  return !hasFlag(call, 'detach') && !hasFlag(call, 'no-init-cache');
}

function added({ document, settings }: RuleContext, hosts: readonly string[]): TextEdit[] | undefined {
  const array = settings.get('network.allow_hosts')?.value;
  return array?.type === 'array' && !array.damaged ? appendElements(document, array, hosts) : undefined;
}
