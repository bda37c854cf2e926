import type { CommandSpec } from '../arguments/spec.ts';
import { runExplain } from '../explain/run.ts';
import { COLOR_CHOICES } from '../output/style.ts';

/** `smolfile explain`. */
export const explainCommand: CommandSpec = {
  name: 'explain',
  summary: 'Explain a finding by its code, or a key of the Smolfile',
  positionals: '[CODE|KEY]',
  completes: 'code-or-key',
  maximumPositionals: 1,
  options: [
    {
      name: 'format',
      value: 'FORMAT',
      choices: ['text', 'json', 'markdown'],
      help: 'text, json or markdown. Default: text.',
    },
    {
      name: 'color',
      value: 'WHEN',
      choices: COLOR_CHOICES,
      help: 'As for `smolfile lint`.',
    },
  ],
  notes: [
    'CODE is what stands between brackets in a finding, such as port-invalid. KEY is the path of a key, such as dev.ports or [health]. Without either, all codes and keys are listed.',
  ],
  run: runExplain,
};
