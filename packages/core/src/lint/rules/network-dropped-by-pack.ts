import { defineRule } from '../rule.ts';
import { anyOf } from '../wording.ts';

export default defineRule({
  code: 'network-dropped-by-pack',
  summary: 'An egress list in a file that is packed, which the pack does not carry',
  why: '`pack create` takes from `[network]` only that there is a network. The lists themselves are neither checked nor kept, so that the packed machine reaches everything.',
  help: 'Restrict the packed machine again where it is created: `machine create --from` takes `--allow-host` and `--allow-cidr`, and keeps them from 1.8.0 on.',
  evidence: 'facts 2.7, 7, 5 row 40; src/cli/smolfile.rs:603',
  since: '0.1.0',
  severity: 'warning',
  stage: null,
  commands: ['pack'],
  examples: {
    invalid: [
      {
        toml: 'image = "alpine"\n\n[artifact]\ncpus = 2\n\n[network]\nallow_hosts = ["example.com"] # warning: network-dropped-by-pack\n',
        command: 'pack',
      },
    ],
    valid: [
      { toml: 'image = "alpine"\n\n[network]\nallow_hosts = ["example.com"]\n', command: 'create' },
      { toml: 'image = "alpine"\nnet = true\n\n[artifact]\ncpus = 2\n', command: 'pack' },
    ],
  },
  check({ settings, report }) {
    // the same one is named first in whatever order the file has them
    const lists = Array.from(settings.all())
      .filter(
        ({ path, schema, value }) =>
          path.startsWith('network.') &&
          schema.effect?.pack.effect === 'partial' &&
          'items' in value &&
          value.items.length > 0,
      )
      .toSorted((one, other) => (one.path < other.path ? -1 : 1));
    const [first] = lists;
    if (!first) return;
    const names = lists.map(({ path }) => `\`${path}\``);
    report({
      range: first.key,
      message: `The pack is not restricted by ${anyOf(names).replace(' or ', ' and ')}: it gets the whole network`,
    });
  },
});
