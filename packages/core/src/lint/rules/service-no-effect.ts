import { COMMAND_NAMES } from '../../schema/index.ts';
import { keyInWords } from '../effects.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  code: 'service-no-effect',
  summary: 'A section that nothing reads',
  why: '`[service]` is a known section, but no command of smolvm, nor of `smol`, reads it: it publishes no port and checks nothing, and whether `port` or `listen` would count is decided nowhere.',
  help: 'Publish ports with `ports` under `[dev]`, and remove the section.',
  evidence: 'facts 1.1, 2.9, 9, 5 row 76',
  since: '0.1.0',
  severity: 'info',
  stage: null,
  examples: {
    invalid: [
      { toml: '[service] # info: service-no-effect\nport = 8080\nprotocol = "http"\n' },
      { toml: '[service] # info: service-no-effect\nport = 8080\nlisten = 80\n' },
    ],
    valid: [{ toml: 'net = true\n\n[dev]\nports = ["8080:80"]\n' }],
  },
  check({ settings, report }) {
    for (const setting of settings.all()) {
      const { path, schema, key } = setting;
      const { effect } = schema;
      const isUnread = effect && COMMAND_NAMES.every((command) => effect[command].effect === 'ignored');
      if (!isUnread || path.includes('.')) continue;
      report({
        range: key,
        message: `Nothing reads ${keyInWords(setting)}: it has no effect`,
        tags: ['unnecessary'],
      });
    }
  },
});
