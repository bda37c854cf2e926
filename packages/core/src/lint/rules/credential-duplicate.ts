import { shown } from '../../grammars/index.ts';
import { bindingsOf, rankOfBinding, type Binding, type BindingText } from '../bindings.ts';
import { defineRule } from '../rule.ts';

const FIRST =
  '[[network.credentials]]\nname = "npm"\nenvironment_variable = "NPM_TOKEN"\nallowed_hosts = ["registry.npmjs.org"]\n';

export default defineRule({
  code: 'credential-duplicate',
  summary: 'Two credentials with one name, one variable, or one header for the same host',
  why: 'A name and a variable stand for one credential each, and a request has room for one value of a header. Bindings of `--credential` come behind those of the file, and replace none. smolvm refuses the machine.',
  help: 'Give each credential a name and a variable of its own.',
  evidence: 'values 7',
  since: '0.1.0',
  severity: 'error',
  stage: 'config',
  of: 'credentials',
  commands: ['create', 'run'],
  examples: {
    invalid: [
      {
        toml: `${FIRST}\n[[network.credentials]]\nname = "npm" # error: credential-duplicate\nenvironment_variable = "OTHER"\nallowed_hosts = ["a.example"]\n`,
      },
      {
        toml: `${FIRST}\n[[network.credentials]]\nname = "other"\nenvironment_variable = "NPM_TOKEN" # error: credential-duplicate\nallowed_hosts = ["a.example"]\n`,
      },
      {
        toml: FIRST,
        flags: '--credential npm=OTHER@a.example',
        expect: ['flags: error: credential-duplicate'],
      },
      {
        toml: `${FIRST}set_header = "authorization"\n\n[[network.credentials]]\nname = "other"\nenvironment_variable = "OTHER"\nallowed_hosts = ["*.npmjs.org"]\nset_header = "authorization" # error: credential-duplicate\n`,
      },
    ],
    valid: [
      {
        toml: `${FIRST}set_header = "authorization"\n\n[[network.credentials]]\nname = "other"\nenvironment_variable = "OTHER"\nallowed_hosts = ["api.example.com"]\nset_header = "authorization"\n`,
      },
    ],
  },
  check(context) {
    const names = new Map<string, BindingText>();
    const variables = new Map<string, BindingText>();
    const earlier: Binding[] = [];
    for (const binding of bindingsOf(context)) {
      const { name, variable, header } = binding;
      const again = (
        text: BindingText | undefined,
        known: Map<string, BindingText>,
        what: 'name' | 'variable',
      ): void => {
        const first = text && known.get(text.value);
        // an empty variable is refused for being empty
        if (text && !first && text.value !== '') known.set(text.value, text);
        if (!first) return;
        const { range, source } = text;
        context.report({
          range,
          ...(source && { source }),
          rank: rankOfBinding(binding, `${what}-again`),
          message: `The ${what} ${shown(text.value)} has a credential already`,
          related: [{ ...first, message: 'used here' }],
        });
      };
      again(name, names, 'name');
      again(variable, variables, 'variable');
      const rival =
        header && earlier.find((other) => other.header?.value === header.value && overlap(other, binding));
      if (header && rival) {
        const { range, source } = header;
        context.report({
          range,
          ...(source && { source }),
          rank: rankOfBinding(binding, 'same-header'),
          message: `The header ${shown(header.value)} is set for the same host by another credential`,
          help: 'Set another header, or keep the hosts apart.',
          related: [{ ...rival.header!, message: 'set here' }],
        });
      }
      earlier.push(binding);
    }
  },
});

/** Whether one request may go to a host of both. */
function overlap({ hosts: some = [] }: Binding, { hosts: others = [] }: Binding): boolean {
  return some.some(({ value }) => others.some((other) => meets(value, other.value)));
}

function meets(one: string, other: string): boolean {
  const isWild = [one, other].map((host) => host.startsWith('*.'));
  const [first, second] = [one, other].map((host) => host.replace(/^\*\./, '')) as [string, string];
  const within = (inner: string, outer: string): boolean => inner.endsWith(`.${outer}`);
  if (isWild[0] && isWild[1]) return first === second || within(first, second) || within(second, first);
  if (isWild[0]) return within(second, first);
  if (isWild[1]) return within(first, second);
  return first === second;
}
