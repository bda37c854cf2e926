import { classifyImage, registryHosts } from '../../grammars/index.ts';
import { at } from '../places.ts';
import { filterEntries, hostFilterOf } from '../hosts.ts';
import { defineRule } from '../rule.ts';
import { anyOf } from '../wording.ts';

export default defineRule({
  code: 'allow-list-blocks-pull',
  summary: 'An egress list that keeps the image from being pulled',
  why: 'The image is pulled from inside the machine, under the same egress list as everything else. Since 1.3.5 smolvm adds the registry to a list of host names by itself; it does so neither in older versions nor for a list of addresses alone.',
  help: 'Allow the hosts of the registry: for Docker Hub `docker.io` and `docker.com`.',
  evidence: 'facts 2.5 (v1.3.5), 2.6, 5 row 33; v1.9.3 src/agent/launcher.rs:373-391',
  since: '0.1.0',
  severity: 'warning',
  stage: 'launch',
  commands: ['create', 'run'],
  examples: {
    invalid: [
      {
        toml: 'image = "alpine"\n\n[network]\nallow_hosts = ["example.com"] # warning: allow-list-blocks-pull\n',
        smolvm: '1.3.0',
      },
      {
        toml: 'image = "alpine"\n\n[network]\nallow_cidrs = ["10.0.0.0/8"] # warning: allow-list-blocks-pull\n',
      },
    ],
    valid: [
      { toml: 'image = "alpine"\n\n[network]\nallow_hosts = ["example.com"]\n' },
      { toml: 'image = "alpine"\n\n[network]\nallow_hosts = ["docker.io", "docker.com"]\n', smolvm: '1.3.0' },
      { toml: 'image = "alpine"\n\n[network]\nallow_cidrs = ["0.0.0.0/0"]\n' },
    ],
  },
  check(context) {
    const { document, settings, release, report } = context;
    const image = context.merged('image').value;
    const reference = String(image?.value);
    if (!image || document.damaged || classifyImage(reference) !== 'registry') return;
    const hosts = filterEntries(context);
    const cidrs = context.merged('network.allow_cidrs').texts.filter(({ layer }) => layer !== '--allow-host');
    const everything = cidrs.some(({ value }) => /^(?:0+\.){3}0+\/0+$/.test(value));
    if (
      everything ||
      (hosts.length === 0 && cidrs.length === 0) ||
      (hosts.length > 0 && release.has('registry-through-allow-list'))
    )
      return;
    const needed = registryHosts(reference);
    const filter = hostFilterOf(context);
    const missing = needed.filter((host) => !filter?.allows(host));
    // a list of addresses may well hold those of a registry of one's own
    if (missing.length === 0 || (cidrs.length > 0 && !needed.includes('docker.io'))) return;
    const place = settings.get(hosts.length > 0 ? 'network.allow_hosts' : 'network.allow_cidrs');
    if (!place) return;
    const names = missing.map((host) => `\`${host}\``);
    report({
      range: place.range,
      message: `This list does not let the image be pulled from ${anyOf(names).replace(' or ', ' and ')}`,
      help: `Add ${names.join(' and ')} to \`allow_hosts\`.`,
      related: [{ ...at(image), message: 'the image that is pulled' }],
    });
  },
});
