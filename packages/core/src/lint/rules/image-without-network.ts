import { classifyImage } from '../../values/index.ts';
import { hasNetworkAtBoot } from '../network.ts';
import { defineRule } from '../rule.ts';
import { shown } from '../../values/index.ts';

export default defineRule({
  code: 'image-without-network',
  summary: 'An image from a registry, and no network to pull it through',
  why: 'The image is pulled from inside the machine. Without `net`, published ports or an egress list there is no network: since 1.7.3 `machine create` refuses that; before, and under `machine run`, the pull fails at every start.',
  help: 'Add `net = true`, or an egress list under `[network]`. Where the network is switched on per call (`--net`), say so with `net = false`.',
  evidence: 'facts 4.3 (Δ v1.7.3), 2.5, 5 row 32; v1.9.3 src/config.rs:841-885',
  since: '0.1.0',
  severity: 'error',
  stage: 'config',
  commands: ['create', 'run'],
  examples: {
    invalid: [
      { toml: 'image = "alpine" # error: image-without-network\n' },
      { toml: 'image = "alpine" # warning: image-without-network\n', smolvm: '1.2.0' },
      { toml: 'image = "alpine" # warning: image-without-network\ncmd = ["true"]\n', command: 'run' },
      {
        toml: 'image = "alpine" # warning: image-without-network\nnet = false\n',
        note: 'Without network on purpose: it works when `--net` is given with the command.',
      },
    ],
    valid: [
      { toml: 'image = "alpine"\nnet = true\n' },
      { toml: 'image = "alpine"\n\n[dev]\nports = ["8080:80"]\n', note: 'A published port brings a network.' },
      { toml: 'image = "./alpine.tar"\ncmd = ["true"]\n', command: 'run', note: 'A local image is not pulled.' },
    ],
  },
  check({ document, settings, command, since, report }) {
    const image = settings.string('image');
    if (!image || document.damaged || hasNetworkAtBoot(settings) || !isPulled(image.value)) return;
    const net = settings.boolean('net');
    const refused = command === 'create' && since('1.7.3');
    const message = `The image ${shown(image.value)} must be pulled from a registry, but this machine has no network`;
    const related = net ? [{ range: net.range, message: 'switched off here' }] : [];
    if (refused && !net) report({ range: image.range, message, related });
    // an explicit `net = false` is a decision: the file may well be used with `--net`
    else report({ range: image.range, message, related, severity: 'warning', stage: refused ? 'config' : 'launch' });
  },
});

function isPulled(image: string): boolean {
  return classifyImage(image) === 'registry' && !image.startsWith('local:') && !image.startsWith('local-dir:');
}
