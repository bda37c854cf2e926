import type { GivenText } from '../../merge/index.ts';
import { at } from '../places.ts';
import { shown } from '../../grammars/index.ts';
import { defineRule } from '../rule.ts';
import { tomlString } from '../../edit/index.ts';
import { argvOf } from '../argv.ts';
import { isShell } from '../shell.ts';
import { workloadOf } from '../workload.ts';

export default defineRule({
  code: 'shell-string-in-argv',
  summary: 'A whole command line as one element of a command',
  why: 'A command is an array of words, and no shell takes it apart: the first element is the name of a program, spaces and operators included, and no program is called `npm start`.',
  help: 'Write each word as an element of its own, or call a shell: `["sh", "-c", "…"]`.',
  evidence: 'facts 5 row 45, 10 no. 8',
  since: '0.1.0',
  severity: 'warning',
  stage: 'launch',
  fixable: 'unsafe',
  examples: {
    invalid: [
      { toml: 'image = "node:22"\nnet = true\ncmd = ["npm start"] # warning: shell-string-in-argv\n' },
      {
        toml: 'image = "node:22"\nnet = true\nentrypoint = ["cd /app && npm start"] # warning: shell-string-in-argv\n',
        note: 'With operators, only a shell can run it.',
      },
      {
        toml: 'image = "node:22"\nnet = true\n\n[health]\nexec = ["wget -q localhost:80"] # warning: shell-string-in-argv\n',
      },
      {
        toml: 'image = "node:22"\nnet = true\ncmd = ["npm", "ci", "&&", "npm", "start"] # warning: shell-string-in-argv\n',
        note: 'The operator is an argument of `npm`.',
      },
    ],
    valid: [
      { toml: 'image = "node:22"\nnet = true\ncmd = ["npm", "start"]\n' },
      {
        toml: 'image = "node:22"\nnet = true\nentrypoint = ["sh", "-c"]\ncmd = ["npm ci && npm start"]\n',
        note: 'This is the shell’s to take apart.',
      },
      { toml: 'image = "node:22"\nnet = true\nentrypoint = ["echo"]\ncmd = ["hello world"]\n' },
      {
        toml: 'image = "node:22"\nnet = true\nentrypoint = ["/opt/My App/run"]\n',
        note: 'A path may have a space in it.',
      },
    ],
  },
  check(context) {
    const { entrypoint, cmd } = workloadOf(context);
    // in a pack the image's own entrypoint stands in front of `cmd` (facts 2.7)
    const isPartial = cmd.length > 0 && entrypoint.length === 0 && context.command === 'pack';
    const workload = isPartial ? [] : [...entrypoint, ...cmd];
    for (const list of [workload, context.merged('health.exec').texts]) {
      const isAlone = list.length === 1 || (list === workload && entrypoint.length === 1);
      const wrong = isAlone && isCommandLine(list[0]?.value ?? '') ? list[0] : operatorIn(list);
      if (!wrong) continue;
      const isOperator = wrong !== list[0];
      const whole = isOperator ? list.map(({ value }) => value).join(' ') : wrong.value;
      context.report({
        ...at(wrong),
        message: isOperator
          ? `${shown(wrong.value)} is an argument here, since no shell reads this command`
          : `${shown(whole)} is one word, and would be the name of the program`,
        ...(!isOperator && !wrong.source && { fix: split(wrong) }),
      });
    }
  },
});

/** A space that separates words: what follows is an option, an operator or another word, not the rest of a path. */
function isCommandLine(text: string): boolean {
  const words = text.trim().split(/\s+/, 64);
  if (words.length < 2) return /[;|<>]|&&/.test(text);
  return !text.startsWith('/') || words.slice(1).some((word) => /^[-/&|<>;"'$]/.test(word));
}

/** `&&` and `||` mean nothing to any program; for a shell they are part of its script. */
function operatorIn(list: readonly GivenText[]): GivenText | undefined {
  if (isShell(list[0]?.value ?? '')) return undefined;
  return list.slice(1).find(({ value }) => value === '&&' || value === '||');
}

function split(item: GivenText): {
  title: string;
  safe: false;
  edits: { range: { start: number; end: number }; text: string }[];
} {
  const words = argvOf(item.value);
  const plain = words.length !== 3 || words[0] !== 'sh' || words[2] !== item.value.trim();
  return {
    title: plain ? 'Write each word as an element' : 'Let a shell run it',
    safe: false,
    edits: [
      {
        range: { start: item.range.start, end: item.range.end },
        text: words.map(tomlString).join(', '),
      },
    ],
  };
}
