import { shown } from '../../grammars/index.ts';
import type { GivenText } from '../../merge/index.ts';
import { at } from '../places.ts';
import { defineRule } from '../rule.ts';
import { programName, shellCommands, type ShellCommand } from '../shell.ts';
import { workloadOf } from '../workload.ts';

/** Programs that are done at once: waiting for them is nothing to speak of. */
const SHORT = new Set(
  'true false echo printf cat cp mv rm ls mkdir touch chmod chown ln uname hostname date id env pwd test [ sysctl mount'.split(
    ' ',
  ),
);

export default defineRule({
  code: 'bare-workload-blocks-start',
  summary: 'A command in a machine without an image, for whose end every start waits',
  why: 'In a machine without an image, `machine start` runs entrypoint and command itself, without a timeout, and does not return before they end. With an image they are started in the background.',
  help: 'Put a service into the background, `["sh", "-c", "server >/var/log/server.log 2>&1 &"]`, or give the machine an image.',
  evidence: 'facts 2.4, 5 row 46; src/cli/vm_common.rs:1262',
  since: '0.1.0',
  severity: 'warning',
  stage: null,
  commands: ['create'],
  examples: {
    invalid: [
      { toml: 'net = true\ncmd = ["python3", "-m", "http.server"] # warning: bare-workload-blocks-start\n' },
      {
        toml: 'net = true\nentrypoint = ["sh", "-c", "cd /srv && exec ./server"] # warning: bare-workload-blocks-start\n',
      },
    ],
    valid: [
      { toml: 'image = "python:3.12"\nnet = true\ncmd = ["python3", "-m", "http.server"]\n' },
      { toml: 'net = true\ncmd = ["sh", "-c", "python3 -m http.server >/tmp/log 2>&1 &"]\n' },
      { toml: 'cmd = ["echo", "hello"]\n', note: 'Done at once.' },
    ],
  },
  check(context) {
    if (context.document.damaged || context.merged('image').value) return;
    const { entrypoint, cmd } = workloadOf(context);
    const words = [...entrypoint, ...cmd];
    const [first] = words;
    // one word with spaces in it is no program, and ends at once
    if (!first || returnsAtOnce(words) || (words.length === 1 && /\s/.test(first.value))) return;
    context.report({
      ...at(first),
      message: `\`machine start\` waits until ${shown(words.map(({ value }) => value).join(' '))} ends, since this machine has no image`,
    });
  },
});

function returnsAtOnce(words: readonly GivenText[]): boolean {
  const [first, option, script] = words.map(({ value }) => value);
  const isShell = /^(?:.*\/)?(?:ba|da|a)?sh$/.test(first ?? '') && /^-[a-z]*c$/.test(option ?? '');
  if (!isShell) return SHORT.has((first ?? '').slice((first ?? '').lastIndexOf('/') + 1));
  return shellCommands(script ?? '').every(isDone);
}

function isDone({ program, background }: ShellCommand): boolean {
  return (
    background || SHORT.has(programName(program)) || /^(?:cd|set|export|umask|exit|:)$/.test(program.text)
  );
}
