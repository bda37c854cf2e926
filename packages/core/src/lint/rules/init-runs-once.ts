import { shown } from '../../grammars/index.ts';
import { at, partOf } from '../places.ts';
import { initOf } from '../init.ts';
import { defineRule } from '../rule.ts';
import { programName, type ShellCommand } from '../shell.ts';

/** What is gone when the machine stops, by program. */
const PASSING: ReadonlyMap<string, RegExp> = new Map([
  ['mount', /^/],
  ['swapon', /^/],
  ['modprobe', /^/],
  ['iptables', /^/],
  ['ip6tables', /^/],
  ['nft', /^/],
  ['ip', /^(?:link|addr|address|a|route|r|rule)$/],
  ['sysctl', /^-(?:w|p)$/],
  ['service', /^(?:start|restart)$/],
  ['rc-service', /^(?:start|restart)$/],
  ['systemctl', /^(?:start|restart)$/],
  ['dockerd', /^/],
  ['containerd', /^/],
  ['sshd', /^/],
  ['crond', /^/],
]);

const OF_ITSELF = new Set(['dockerd', 'containerd', 'sshd', 'crond']);

/** Questions that those programs answer without changing anything. */
const ASKS = /^(?:-V|--version|-h|--help|-t|-T|show|list)$/;

export default defineRule({
  code: 'init-runs-once',
  summary: '`init` that does what every start would need',
  why: '`init` runs until its first success, and never again: mounts, kernel settings and background programs are gone after the next `machine stop`, and nothing restores them. smolvm’s own documentation says "on every start", and is wrong.',
  help: 'Do it in `entrypoint` or `cmd`, or with `machine exec` after each start.',
  evidence: 'facts 2.4, 5 row 47; src/cli/vm_common.rs:1148, :1217',
  since: '0.1.0',
  severity: 'info',
  stage: null,
  commands: ['create'],
  examples: {
    invalid: [
      { toml: '[dev]\ninit = ["mount --bind /storage/docker /var/lib/docker"] # info: init-runs-once\n' },
      { toml: '[dev]\ninit = ["apk add docker && dockerd >/tmp/log 2>&1 &"] # info: init-runs-once\n' },
      { toml: '[dev]\ninit = ["nohup ./server.sh &"] # info: init-runs-once\n' },
    ],
    valid: [
      { toml: '[dev]\ninit = ["apk add docker", "mkdir -p /mnt", "service --status-all", "echo mount"]\n' },
      { toml: '[dev]\ninit = ["mount"]\n', note: 'Without arguments it only lists.' },
    ],
  },
  check(context) {
    for (const { item, commands } of initOf(context)) {
      const command = commands.find(isPassing);
      if (!command) continue;
      const { program } = command;
      context.report({
        ...at(item),
        range: partOf(context, item, program.from, program.to),
        message: `What ${shown(programName(program))} does here lasts until the machine stops, and \`init\` does not run again`,
      });
    }
  },
});

function isPassing({ program, args, background }: ShellCommand): boolean {
  if (background && !/^(?:sleep|wait|true|echo)$/.test(programName(program))) return true;
  const name = programName(program);
  const action = PASSING.get(name);
  if (!action || args.some(({ text }) => ASKS.test(text))) return false;
  return args.length === 0 ? OF_ITSELF.has(name) : args.some(({ text }) => action.test(text));
}
