import { defineRule } from '../rule.ts';

export default defineRule({
  code: 'unused-suppression',
  summary: 'A comment that ignores a finding which is not there',
  why: 'A `# smolfile-ignore` that silences nothing hides the next real finding of that code, or names a rule that does not exist.',
  help: 'Remove the code from the comment, or correct it.',
  evidence: 'the toolkit’s own',
  since: '0.1.0',
  severity: 'warning',
  stage: null,
  examples: {
    invalid: [
      {
        toml: '# smolfile-ignore port-invalid: it was\nnet = true\nports = ["8080:80"]\n',
        expect: ['1: warning: unused-suppression'],
      },
      { toml: 'cpus = 2 # smolfile-ignore no-such-rule\n', expect: ['1: warning: unused-suppression'] },
    ],
    valid: [
      { toml: '# smolfile-ignore port-invalid: to be replaced\nports = ["http"]\n' },
      { toml: '# smolfile-ignore-file unknown-key: keys of our own fork of smolvm\nturbo = true\n' },
      {
        toml: '# smolfile-ignore volume-source-missing: made by the build\nvolumes = ["./out:/out"]\n',
        note: 'The rule looks at the host, which is not known here.',
      },
    ],
  },
  check() {
    // what is unused is known only after all rules have spoken: `lint` reports it
  },
});
