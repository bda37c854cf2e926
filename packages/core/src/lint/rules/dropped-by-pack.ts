import type { Setting } from '../../document/setting.ts';
import { hasFlag } from '../../call/call.ts';
import { keyInWords, keysWithoutEffect } from '../effects.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  code: 'dropped-by-pack',
  summary: 'A key that `pack create` leaves out of the pack',
  why: 'A pack holds an image, its command, variables and directory, CPUs, memory, and whether there is a network and a GPU. Everything else of the file is for `machine create` and `machine run`: `pack create` does not even look at it.',
  help: 'Leave it where the file is for `create` and `run` as well; what the packed machine needs must be in its image, or be given where the pack runs.',
  evidence: 'facts 2.7, 2.9, 7, 5 row 64',
  since: '0.1.0',
  severity: 'info',
  stage: null,
  commands: ['pack'],
  examples: {
    invalid: [
      {
        toml: 'image = "alpine"\nstorage = 40 # info: dropped-by-pack\n\n[artifact]\ncpus = 2\n',
        command: 'pack',
      },
      {
        toml: 'image = "alpine"\n\n[dev] # info: dropped-by-pack\nports = ["8080:80"]\nworkdir = "/src"\n',
        command: 'pack',
        note: 'A section of which nothing counts is named once.',
      },
      {
        toml: 'image = "alpine"\ninit = ["apk add git"] # info: dropped-by-pack\n',
        command: 'pack',
      },
    ],
    valid: [
      {
        toml: 'image = "alpine"\nenv = ["A=1"]\nworkdir = "/src"\nnet = true\n\n[artifact]\ncpus = 2\n',
        command: 'pack',
      },
      {
        toml: 'image = "alpine"\ninit = ["apk add git"]\n',
        command: 'pack',
        flags: '--from-vm dev',
        note: 'The machine that is packed has run `init` already.',
      },
    ],
  },
  check(context) {
    const { settings, call, chosen, report } = context;
    for (const setting of keysWithoutEffect(context)) {
      const init = [setting.path, `${setting.path}.init`].find((path) => /^(?:dev\.)?init$/.test(path));
      const installs = init !== undefined && settings.isNonEmpty(init);
      if (setting.path === init && hasFlag(call, 'from-vm')) continue;
      // that `[dev]` is for development is no news, unless somebody asks what packing makes of the file
      if (!chosen && setting.schema.group === 'dev' && !installs) continue;
      const named: Setting = chosen || !installs ? setting : (settings.get(init) ?? setting);
      report({
        range: named.key,
        message: `${keyInWords(named)} has no effect in \`pack create\``,
        ...(installs && {
          help: 'What `init` does is not in the pack: build it into the image, or pack a machine that has run it, with `pack create --from-vm NAME`.',
        }),
        tags: ['unnecessary'],
      });
    }
  },
});
