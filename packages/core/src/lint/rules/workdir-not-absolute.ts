import { shown } from '../../grammars/index.ts';
import { at } from '../places.ts';
import { replaceString } from '../fixes.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  code: 'workdir-not-absolute',
  summary: 'A working directory that is not an absolute path',
  why: 'smolvm hands `workdir` to the machine as it is written. There it has nothing to be relative to: what becomes of it depends on the image, or the command fails to start.',
  help: 'Write an absolute path of the machine, for example `/app`; or remove the key for the directory of the image.',
  evidence: 'facts 4.7, 5 row 78',
  since: '0.1.0',
  severity: 'warning',
  stage: null,
  fixable: 'unsafe',
  examples: {
    invalid: [
      { toml: 'workdir = "app" # warning: workdir-not-absolute\n' },
      { toml: 'workdir = "./src" # warning: workdir-not-absolute\n' },
      { toml: '[dev]\nworkdir = "" # warning: workdir-not-absolute\n' },
      { toml: 'workdir = "/w"\n', flags: '-w ~', expect: ['flags: warning: workdir-not-absolute'] },
    ],
    valid: [
      { toml: 'workdir = "/app"\n' },
      {
        toml: 'workdir = "app"\n\n[dev]\nworkdir = "/app"\n',
        note: 'Only the one that counts is looked at.',
      },
    ],
  },
  check(context) {
    const workdir = context.merged('workdir').value;
    if (!workdir || typeof workdir.value !== 'string' || workdir.value.startsWith('/')) return;
    const { value } = workdir;
    const isName = /^(?:\.\/)*[\w-][\w./-]*$/.test(value) && !value.includes('..');
    context.report({
      ...at(workdir),
      message:
        value === ''
          ? 'The working directory is empty'
          : `The working directory ${shown(value)} is not absolute`,
      ...(isName &&
        !workdir.source && {
          fix: replaceString(workdir, `/${value.replace(/^(?:\.\/)+/, '')}`, false),
        }),
    });
  },
});
