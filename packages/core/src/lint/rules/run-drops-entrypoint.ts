import { shown } from '../../grammars/index.ts';
import type { GivenText } from '../../merge/index.ts';
import { at } from '../places.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  code: 'run-drops-entrypoint',
  summary: '`entrypoint`, which `machine run` drops when it is called with arguments',
  why: 'Under `machine run`, arguments after the options are the whole command: neither `entrypoint` nor `cmd` of the file remain. `machine create` keeps the entrypoint and puts the arguments after it, as Docker does.',
  help: 'Give the whole command in the call, or create the machine and start it.',
  evidence: 'facts 2.2, 2.5, 5 row 43; src/cli/machine.rs:839-861',
  since: '0.1.0',
  severity: 'warning',
  stage: null,
  commands: ['run'],
  examples: {
    invalid: [
      {
        toml: 'image = "node:22"\nnet = true\nentrypoint = ["sh", "-c", "npm ci && exec node \\"$@\\"", "--"] # info: run-drops-entrypoint\ncmd = ["app.js"]\n',
        command: 'run',
        note: 'An entrypoint that is made for arguments.',
      },
      {
        toml: 'image = "node:22"\nnet = true\nentrypoint = ["node"]\ncmd = ["app.js"]\n',
        command: 'run',
        flags: '-- test.js --verbose',
        expect: ['flags: warning: run-drops-entrypoint'],
      },
    ],
    valid: [
      {
        toml: 'image = "node:22"\nnet = true\nentrypoint = ["node"]\ncmd = ["app.js"]\n',
        command: 'run',
        note: 'Nothing says that it is called with arguments.',
      },
      {
        toml: 'image = "node:22"\nnet = true\nentrypoint = ["node"]\ncmd = ["app.js"]\n',
        command: 'create',
        flags: '-- test.js',
        note: '`machine create` keeps it.',
      },
    ],
  },
  check(context) {
    const { call, report } = context;
    const entrypoint = context.merged('entrypoint').texts;
    const [first] = entrypoint;
    const last = entrypoint.at(-1);
    if (!first || !last) return;
    if (!call) {
      if (!takesArguments(entrypoint)) return;
      report({
        ...at(first),
        severity: 'info',
        message: 'This entrypoint takes arguments, but `machine run` drops it when it is called with some',
      });
      return;
    }
    const [word] = call.trailing;
    const end = call.trailing.at(-1)?.range.end;
    if (!word || end === undefined) return;
    report({
      range: { start: word.range.start, end },
      source: 'flags',
      message: `These arguments are the whole command: the entrypoint ${shown(entrypoint.map(({ value }) => value).join(' '))} is dropped`,
      related: [{ range: { start: first.range.start, end: last.range.end }, message: 'dropped' }],
    });
  },
});

/** A script that hands its arguments on. */
function takesArguments(entrypoint: readonly GivenText[]): boolean {
  return entrypoint.some(({ value }) => /\$(?:[@*1-9]|\{[@*1-9])/.test(value));
}
