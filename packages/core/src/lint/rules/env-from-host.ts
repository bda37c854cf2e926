import { shown } from '../../grammars/index.ts';
import type { Command } from '../../model/diagnostic.ts';
import { at } from '../places.ts';
import { envEntries, rewriteEntry } from '../env.ts';
import { defineRule } from '../rule.ts';

const WHAT: Readonly<Record<Command, string>> = {
  create: 'is read from the host when the machine is created, and stored in plain text',
  run: 'takes its value from the host, and is left out where it is unset',
  pack: 'takes its value from whatever host the pack runs on',
};

export default defineRule({
  code: 'env-from-host',
  summary: 'An entry of `env` without `=`, which takes its value from the host',
  why: '`KEY` alone means the variable of the host, and nothing at all where that is unset. `machine create` reads it once and keeps the value in its database, in plain text, for every later start; in a pack it is read on the host of whoever runs the pack.',
  help: 'Write `KEY=VALUE`; for what should come from the host at every start, use a secret: `[secrets]` with `KEY = { from_env = "KEY" }`.',
  evidence: 'facts 2.3, 4.4, 5 row 12; src/util.rs:71-96',
  since: '0.1.0',
  severity: 'warning',
  stage: null,
  fixable: 'unsafe',
  examples: {
    invalid: [
      { toml: 'env = ["EDITOR"] # warning: env-from-host\n' },
      { toml: 'image = "alpine"\nenv = ["EDITOR"] # warning: env-from-host\n', command: 'pack' },
      {
        toml: 'env = ["EDITOR"] # info: env-from-host\ncmd = ["true"]\n',
        command: 'run',
        note: 'Under `machine run`, this is a way to pass a variable on.',
      },
      { toml: 'env = ["LEVEL: debug"] # warning: env-from-host\n', note: 'No YAML here.' },
    ],
    valid: [{ toml: 'env = ["EDITOR=vi", "EMPTY="]\n' }],
  },
  check(context) {
    const { command, report } = context;
    for (const { item, spec } of envEntries(context)) {
      // whoever writes `-e KEY` has the host in mind
      if (spec.kind !== 'from-host' || item.source) continue;
      const yaml = /^([A-Za-z_]\w*)[ \t]*:[ \t]*(.*)$/s.exec(spec.key);
      if (yaml) {
        report({
          ...at(item),
          severity: 'warning',
          message: `There is no \`=\` in ${shown(`${yaml[1]}:`)}…, so that it names a variable of the host`,
          help: `Write \`${yaml[1]}=VALUE\`.`,
          fix: rewriteEntry(item, yaml[1]!, yaml[2]!, false),
        });
      } else {
        report({
          ...at(item),
          message: `${shown(spec.key)} has no value here: it ${WHAT[command]}`,
          ...(command === 'run' && { severity: 'info' }),
        });
      }
    }
  },
});
