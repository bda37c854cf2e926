import { usesOf } from '../../call/call.ts';
import { bakeOf } from '../bake.ts';
import type { Report } from '../report.ts';
import { defineRule } from '../rule.ts';

/** What gets lost on the way through the cache, as keys of the file and as flags (facts 2.5). */
const DROPPED_KEYS = ['auth.ssh_agent', 'gpu_vram', 'docker_socket', 'rosetta'];
const DROPPED_FLAGS = [
  'ssh-agent',
  'gpu-vram',
  'docker-socket',
  'rosetta',
  'dns',
  'docker-config',
  'oci-platform',
  'unprivileged',
];
/** What gets lost up to 1.15.0. */
const DROPPED_SECRETS = ['secret-env', 'secret-file'];

export default defineRule({
  code: 'init-cache-drops',
  summary: 'A setting that gets lost when `machine run` caches what `init` does',
  why: 'Since 1.2.3, a `machine run` in the foreground with an image and `init` bakes the two into a pack, and runs that; with `--oci-cache` it does so without `init`, too. On this way it forgets the SSH agent, the video memory, the Docker socket, Rosetta, and some flags (up to 1.15.0 also `--secret-env` and `--secret-file`); up to 1.8.3 also the egress lists, so that the machine reaches every address.',
  help: 'Call it with `--no-init-cache`, or create and start the machine.',
  evidence: 'facts 2.5 (Δ v1.2.3 init-layer cache; egress fixed in 4997e2cd)',
  since: '0.1.0',
  severity: 'warning',
  stage: null,
  commands: ['run'],
  during: 'init-cache',
  examples: {
    invalid: [
      {
        toml: 'image = "alpine"\nnet = true\ncmd = ["git", "fetch"]\n\n[dev]\ninit = ["apk add git openssh"]\n\n[auth]\nssh_agent = true # warning: init-cache-drops\n',
        command: 'run',
      },
      {
        toml: 'image = "alpine"\ncmd = ["git", "fetch"]\n\n[dev]\ninit = ["apk add git"]\n\n[network]\nallow_cidrs = ["0.0.0.0/0"] # warning: init-cache-drops\n',
        command: 'run',
        smolvm: '1.8.0',
      },
      {
        toml: 'image = "alpine"\nnet = true\ncmd = ["git", "fetch"]\n\n[dev]\ninit = ["apk add git"]\n',
        command: 'run',
        flags: '--secret-env TOKEN=TOKEN',
        smolvm: '1.15.0',
        expect: ['flags: warning: init-cache-drops'],
      },
      {
        toml: 'image = "alpine"\nnet = true\ncmd = ["git", "fetch"]\n\n[dev]\ninit = ["apk add git"]\n',
        command: 'run',
        flags: '--unprivileged',
        expect: ['flags: warning: init-cache-drops'],
      },
      {
        toml: 'image = "alpine"\ncmd = ["git", "fetch"]\n\n[network]\nallow_cidrs = ["0.0.0.0/0"] # warning: init-cache-drops\n',
        command: 'run',
        flags: '--oci-cache',
        smolvm: '1.8.3',
        note: 'That flag alone has the image baked.',
      },
    ],
    valid: [
      {
        toml: 'image = "alpine"\nnet = true\ncmd = ["git", "fetch"]\n\n[dev]\ninit = ["apk add git"]\n',
        command: 'run',
        flags: '--secret-env TOKEN=TOKEN',
        note: 'Newer versions pass it on.',
      },
      {
        toml: 'image = "alpine"\nnet = true\ncmd = ["git", "fetch"]\n\n[dev]\ninit = ["apk add git openssh"]\n\n[auth]\nssh_agent = true\n',
        command: 'run',
        flags: '--no-init-cache',
      },
      {
        toml: 'image = "alpine"\nnet = true\ncmd = ["git", "fetch"]\n\n[auth]\nssh_agent = true\n',
        command: 'run',
        note: 'Without `init` nothing is baked.',
      },
    ],
  },
  check(context) {
    const { settings, call, chosen } = context;
    const bake = bakeOf(context);
    if (!bake) return;
    const report = (place: Pick<Report, 'range' | 'source'>, name: string, outcome: string): void =>
      context.report({
        ...place,
        message: `A \`machine run\` in the foreground drops ${name}, since it bakes the image${outcome}`,
        related: [bake.why],
      });
    if (context.release.has('init-cache-drops-network')) {
      const everywhere = ': the machine then reaches every address';
      for (const path of ['network.allow_hosts', 'network.allow_cidrs']) {
        const list = settings.get(path);
        if (list && settings.isNonEmpty(path)) report({ range: list.range }, `\`${path}\``, everywhere);
      }
      for (const flag of ['allow-host', 'allow-cidr', 'outbound-localhost-only'])
        for (const { range } of usesOf(call, flag))
          report({ range, source: 'flags' }, `\`--${flag}\``, everywhere);
    }
    // what is lost otherwise is no danger, and nobody said that the file is run at all
    if (!chosen) return;
    for (const path of DROPPED_KEYS) {
      const setting = settings.get(path);
      const isSet = settings.boolean(path)?.value ?? settings.integer(path);
      if (setting && isSet) report({ range: setting.range }, `\`${path}\``, '');
    }
    const secrets = context.release.has('bake-drops-secret-flags') ? DROPPED_SECRETS : [];
    for (const flag of [...DROPPED_FLAGS, ...secrets])
      for (const { range } of usesOf(call, flag)) report({ range, source: 'flags' }, `\`--${flag}\``, '');
  },
});
