import {
  parseBindingName,
  parseBindingVariable,
  parseCredentialHost,
  parseHeaderName,
  parseHttpMethod,
  shown,
  type Parsed,
} from '../../grammars/index.ts';
import { bindingsOf, rankOfBinding, type Binding, type BindingText } from '../bindings.ts';
import type { RuleContext } from '../context.ts';
import { fixString } from '../fixes.ts';
import { defineRule } from '../rule.ts';

const GOOD =
  '[[network.credentials]]\nname = "npm"\nenvironment_variable = "NPM_TOKEN"\nallowed_hosts = ["registry.npmjs.org"]\n';

export default defineRule({
  code: 'credential-invalid',
  summary: 'A credential binding that smolvm refuses',
  why: 'Create and run check every binding before anything boots: its name, the variable, each host, the methods, the header that it sets, and that the value goes anywhere at all.',
  help: 'Correct the binding.',
  evidence: 'values 7',
  since: '0.1.0',
  severity: 'error',
  stage: 'config',
  of: 'credentials',
  commands: ['create', 'run'],
  fixable: 'safe',
  examples: {
    invalid: [
      {
        toml: '[[network.credentials]] # error: credential-invalid\nname = "npm"\nallowed_hosts = ["registry.npmjs.org"]\nset_header = "authorization"\n',
        note: 'A variable is needed beside `set_header`, too.',
      },
      { toml: GOOD.replace('"npm"', '"my npm" # error: credential-invalid') },
      { toml: GOOD.replace('"NPM_TOKEN"', '"NPM-TOKEN" # error: credential-invalid') },
      { toml: GOOD.replace('["registry.npmjs.org"]', '[] # error: credential-invalid') },
      { toml: GOOD.replace('["registry.npmjs.org"]', '["https://x.org"] # error: credential-invalid') },
      {
        toml: GOOD.replace('["registry.npmjs.org"]', '["*.npmjs.org"] # error: credential-invalid'),
        smolvm: '1.25.2',
      },
      { toml: `${GOOD}methods = ["GET", "TRACE"] # error: credential-invalid\n` },
      { toml: `${GOOD}set_header = "Authorization" # error: credential-invalid\n` },
      { toml: `${GOOD}set_header = "cookie" # error: credential-invalid\n` },
      { toml: `${GOOD}injection_location = { header = false } # error: credential-invalid\n` },
    ],
    valid: [
      { toml: GOOD },
      {
        toml: `${GOOD.replace('registry.npmjs.org', '*.npmjs.org')}methods = ["get"]\nset_header = "authorization"\n`,
      },
      { toml: '', flags: '--credential npm=NPM_TOKEN@registry.npmjs.org' },
    ],
  },
  check(context) {
    for (const binding of bindingsOf(context)) checkBinding(binding, context);
  },
});

function checkBinding(binding: Binding, context: RuleContext): void {
  const { document, release, report } = context;
  const { place, name, variable, header, hosts, hostsPlace, methods, methodsPlace } = binding;
  const test = (
    text: BindingText | undefined,
    parsed: Parsed<unknown> | undefined,
    step: Parameters<typeof rankOfBinding>[1],
    within = 0,
  ): void => {
    if (!text || !parsed || parsed.ok) return;
    const { message, help } = parsed.problem;
    const { range, source } = text;
    const rank = rankOfBinding(binding, step, within);
    report({ range, ...(source && { source }), rank, message, help, ...fixString(text, parsed.problem) });
  };
  if (binding.lacksVariable && !document.damaged)
    report({
      ...place,
      rank: rankOfBinding(binding, 'no-variable'),
      message: `${titleOf(name)} names no variable to read its value from`,
      help: 'Add `environment_variable`, the name of a host variable or of an entry of `[secrets]`.',
    });
  test(name, name && parseBindingName(name.value), 'name');
  test(variable, variable && parseBindingVariable(variable.value), 'variable');
  test(header, header && parseHeaderName(header.value), 'header');
  if (hosts?.length === 0)
    report({
      ...hostsPlace,
      rank: rankOfBinding(binding, 'no-hosts'),
      message: `${titleOf(name)} has no host that it may be sent to`,
      help: 'Name at least one host in `allowed_hosts`: a credential is never sent anywhere by default.',
    });
  for (const [at, host] of (hosts ?? []).entries())
    test(host, parseCredentialHost(host.value, release), 'host', at);
  if (methods?.length === 0)
    report({
      ...methodsPlace,
      rank: rankOfBinding(binding, 'no-methods'),
      message: `${titleOf(name)} allows no method`,
      help: 'Remove `methods`, and all are allowed.',
    });
  for (const [at, method] of (methods ?? []).entries())
    test(method, parseHttpMethod(method.value), 'method', at);
  if (!binding.isInjected)
    report({
      ...binding.injectionPlace,
      rank: rankOfBinding(binding, 'injection'),
      message: `${titleOf(name)} is put nowhere: neither into headers nor into bodies`,
      help: 'Leave one of the two on.',
    });
}

function titleOf(name: BindingText | undefined): string {
  return name ? `The credential ${shown(name.value)}` : 'The credential';
}
