import { shown } from '../../grammars/index.ts';
import { arrayOf, removeElement } from '../fixes.ts';
import { bindingsOf, type BindingText } from '../bindings.ts';
import { at } from '../places.ts';
import { envEntries } from '../env.ts';
import { secretsOf } from '../secrets.ts';
import { defineRule } from '../rule.ts';

const BINDING =
  '[[network.credentials]]\nname = "npm"\nenvironment_variable = "NPM_TOKEN"\nallowed_hosts = ["registry.npmjs.org"]\n';

export default defineRule({
  code: 'credential-hides-env',
  summary: 'A variable or secret with the name of the variable of a credential',
  why: 'The guest gets a placeholder in the variable of a credential, whatever else has that name: an entry of `env` never reaches it, nor does the value of a secret. The secret is where the value of the credential comes from; an entry of `env` is nothing at all.',
  help: 'Remove the entry of `env`. Keep the secret where it is the source of the credential, and give it another name where the guest itself needs the value.',
  evidence: 'values 7',
  since: '0.1.0',
  severity: 'warning',
  stage: null,
  commands: ['create', 'run'],
  fixable: 'unsafe',
  examples: {
    invalid: [
      { toml: `env = ["CI=1", "NPM_TOKEN=x"] # warning: credential-hides-env\n\n${BINDING}` },
      {
        toml: `[secrets]\nNPM_TOKEN = { from_env = "TOKEN" } # info: credential-hides-env\n\n${BINDING}`,
        note: 'Right where the credential is to have its value from there.',
      },
    ],
    valid: [{ toml: `env = ["NPM_CONFIG_LOGLEVEL=warn"]\n\n${BINDING}` }],
  },
  check(context) {
    const { document, report } = context;
    const variables = new Map<string, BindingText>();
    for (const { variable } of bindingsOf(context)) if (variable) variables.set(variable.value, variable);
    if (variables.size === 0) return;
    const related = ({ range, source }: BindingText) => [
      { range, ...(source && { source }), message: 'the credential' },
    ];
    for (const { item, spec, keyRange } of envEntries(context)) {
      const variable = spec.kind === 'dropped' ? undefined : variables.get(spec.key);
      if (!variable || spec.kind === 'dropped') continue;
      const array = arrayOf(document, item);
      report({
        ...at(item),
        range: keyRange,
        message: `The guest sees a placeholder in ${shown(spec.key)}, and never this value`,
        related: related(variable),
        tags: ['unnecessary'],
        ...(array && {
          fix: {
            title: `Remove ${shown(spec.key)} from \`${item.layer}\``,
            safe: false,
            edits: removeElement(document, array, item),
          },
        }),
      });
    }
    for (const { name, key } of secretsOf(context)) {
      const variable = variables.get(name);
      if (!variable) continue;
      report({
        range: key,
        severity: 'info',
        message: `The secret ${shown(name)} is the value of the credential; the guest sees a placeholder`,
        related: related(variable),
      });
    }
  },
});
