import { shown } from '../../grammars/index.ts';
import type { GivenText } from '../../merge/index.ts';
import { at } from '../places.ts';
import { defineRule } from '../rule.ts';
import { programName, shellCallIn, shellCommands } from '../shell.ts';

/** What the machine’s own small system has: the programs of BusyBox that a check may call, and the shell’s words. */
const BUSYBOX = new Set(
  '[ [[ ash awk basename cat cd chmod cp cut date dd df dirname du echo egrep eval exec exit export expr false find free grep head hostname id kill killall local ls mkdir nc netstat nproc pgrep pidof ping ping6 pkill printf ps pwd read return rm sed seq set sh sleep sort ss stat tail tee test timeout top touch tr trap true uname uniq unset uptime wait wc wget which xargs :'.split(
    ' ',
  ),
);

export default defineRule({
  code: 'health-exec-outside-image',
  summary: 'A health check that calls a program of the image, outside of which it runs',
  why: '`machine monitor` runs `health.exec` in the machine itself, not in the container of the image: without the image’s files, without `env`, and without a shell of its own. A program that only the image has is not found, and the machine counts as unhealthy.',
  help: 'Check from outside with what the machine has, for example `["wget", "-qO-", "http://127.0.0.1:8080/health"]` or `["nc", "-z", "127.0.0.1", "5432"]`.',
  evidence: 'facts 5 row 69, 10 no. 8; src/cli/machine.rs:3142',
  since: '0.1.0',
  severity: 'warning',
  stage: null,
  commands: ['create'],
  examples: {
    invalid: [
      {
        toml: 'image = "postgres:16"\nnet = true\n\n[health]\nexec = ["pg_isready", "-U", "postgres"] # warning: health-exec-outside-image\n',
      },
      {
        toml: 'image = "node:22"\nnet = true\n\n[health]\nexec = ["sh", "-c", "curl -f http://localhost:3000 || exit 1"] # warning: health-exec-outside-image\n',
      },
    ],
    valid: [
      {
        toml: 'image = "node:22"\nnet = true\n\n[health]\nexec = ["wget", "-qO-", "http://127.0.0.1:3000/health"]\n',
      },
      {
        toml: 'net = true\n\n[health]\nexec = ["curl", "-f", "http://localhost:3000"]\n',
        note: 'Without an image there is one system, and `init` may have installed it.',
      },
    ],
  },
  check(context) {
    const image = context.merged('image').value;
    const exec = context.merged('health.exec').texts;
    if (!image || exec.length === 0) return;
    const found = foreignProgram(exec);
    if (!found) return;
    context.report({
      ...at(found.item),
      message: `This check runs outside of the image, where there is hardly a ${shown(found.name)}`,
      related: [{ ...at(image), message: 'the image that it does not run in' }],
    });
  },
});

/** The first program that is not the machine's own: in the script for a shell, else the first word. */
function foreignProgram(exec: readonly GivenText[]): { item: GivenText; name: string } | undefined {
  const [first] = exec;
  if (!first) return undefined;
  const script = isForeign(first.value) ? undefined : shellCallIn(exec)?.script;
  if (script) {
    const foreign = shellCommands(script.value).find(({ program }) => isForeign(program.text));
    return foreign && { item: script, name: programName(foreign.program) };
  }
  // one word with spaces in it is `shell-string-in-argv`'s
  return isForeign(first.value) && !/\s/.test(first.value) ? { item: first, name: first.value } : undefined;
}

function isForeign(program: string): boolean {
  if (program.startsWith('$')) return false;
  const name = /^\/(?:usr\/)?s?bin\/([^/]*)$/.exec(program)?.[1] ?? program;
  return !BUSYBOX.has(name);
}
