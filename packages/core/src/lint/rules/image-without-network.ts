import { ifPossible, setValue } from '../../edit/index.ts';
import { classifyImage, parsePersistedImage, shown } from '../../grammars/index.ts';
import { at } from '../places.ts';
import { hasNetworkAtBoot } from '../network.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  code: 'image-without-network',
  summary: 'An image from a registry, and no network to pull it through',
  why: 'The image is pulled from inside the machine. Without `net`, published ports or an egress list there is no network: from 1.7.3 to 1.22.2 `machine create` refuses that, `net = false` written out or not; before, and under `machine run`, the pull fails at every start. Later the image is fetched on the host; from 1.22.3 to 1.23.7 no smolvm could be run, and 1.23.0 is said to do so already.',
  help: 'Add `net = true`, or an egress list under `[network]`. Where the network is switched on per call (`--net`), ignore this rule in the file.',
  evidence: 'facts 4.3 (Δ v1.7.3), 2.5, values 24, 5 row 32; v1.9.3 src/config.rs:841-885',
  since: '0.1.0',
  severity: 'error',
  stage: 'config',
  of: 'image-network',
  commands: ['create', 'run'],
  during: 'image-pulled-in-guest',
  fixable: 'unsafe',
  examples: {
    invalid: [
      { toml: 'image = "alpine" # error: image-without-network\n', smolvm: '1.22.2' },
      { toml: 'image = "alpine" # warning: image-without-network\n', smolvm: '1.2.0' },
      {
        toml: 'image = "alpine" # warning: image-without-network\ncmd = ["true"]\n',
        command: 'run',
        smolvm: '1.22.2',
      },
      {
        toml: 'image = "alpine" # error: image-without-network\nnet = false\n',
        smolvm: '1.22.2',
        note: 'Without network on purpose: it is refused all the same, unless `--net` is given with the command.',
      },
    ],
    valid: [
      { toml: 'image = "alpine"\n', note: 'Newer versions fetch the image on the host.' },
      { toml: 'image = "alpine"\nnet = true\n', smolvm: '1.22.2' },
      {
        toml: 'image = "alpine"\n\n[dev]\nports = ["8080:80"] # warning: ports-open-network\n',
        note: 'A published port brings a network.',
      },
      {
        toml: 'image = "./alpine.tar"\ncmd = ["true"]\n',
        command: 'run',
        note: 'A local image is not pulled.',
      },
    ],
  },
  check(context) {
    const { document, settings, command, release, report } = context;
    const image = context.merged('image').value;
    if (!image || document.damaged || hasNetworkAtBoot(context) || !isPulled(String(image.value))) return;
    const net = settings.boolean('net');
    const refused = release.has('image-needs-network', command);
    const message = `The image ${shown(String(image.value))} must be pulled from a registry, but this machine has no network`;
    const related = net ? [{ range: net.range, message: 'switched off here' }] : [];
    const edits = !image.source ? ifPossible(() => setValue(document, 'net', true).edits) : undefined;
    const title = net ? 'Set `net = true`' : 'Add `net = true`';
    const found = { ...at(image), message, related, ...(edits && { fix: { title, safe: false, edits } }) };
    report({ ...found, ...(!refused && { severity: 'warning', stage: 'launch' }) });
  },
});

function isPulled(image: string): boolean {
  return classifyImage(image) === 'registry' && !parsePersistedImage(image);
}
