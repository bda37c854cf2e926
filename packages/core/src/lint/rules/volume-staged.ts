import { at } from '../places.ts';
import { defineRule } from '../rule.ts';
import { hostVolumes } from '../volumes.ts';

export default defineRule({
  code: 'volume-staged',
  summary: 'A staged volume, which overwrites and deletes files of the host',
  why: 'With `:staged` the machine works on a copy of the directory. At the end of a run, and when a machine stops, smolvm makes the directory of the host equal to the copy: what the machine deleted, and what was written to the host meanwhile, is gone.',
  help: 'Stage a directory that nothing else writes to, or mount it without `:staged`. For input alone, `:ro` is enough.',
  evidence: 'values 22; test/smolvm/side-effects.test.ts',
  since: '0.1.0',
  severity: 'info',
  stage: null,
  commands: ['create', 'run'],
  examples: {
    invalid: [
      { toml: '[dev]\nvolumes = ["./src:/app:staged"] # info: volume-staged\n' },
      {
        toml: 'cmd = ["make"]\n',
        command: 'run',
        flags: '-v ./src:/app:staged',
        expect: ['flags: info: volume-staged'],
      },
    ],
    valid: [{ toml: '[dev]\nvolumes = ["./src:/app", "./data:/data:ro"]\n' }],
  },
  check(context) {
    for (const { item, volume } of hostVolumes(context)) {
      if (!volume.staged) continue;
      context.report({
        ...at(item),
        message: `When the machine stops, \`${volume.source}\` becomes what its copy in the machine is then: files that the copy lacks are deleted`,
      });
    }
  },
});
