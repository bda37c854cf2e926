import { COMMANDS, type Severity } from '@smolfile/core';
import { SMOLVM_FORMS } from '../arguments/smolvm.ts';
import type { OptionSpec } from '../arguments/spec.ts';
import { reporters } from '../reporters/registry.ts';
import { COLOR_CHOICES } from '../output/style.ts';

/** From the worst on. */
export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info'];

/** Which configuration counts. */
export const CONFIG_OPTIONS: readonly OptionSpec[] = [
  {
    name: 'config',
    value: 'FILE',
    help: 'Use this configuration for all files. Default: the nearest smolfile.config.toml or smolfile.config.json from each file upwards.',
  },
  { name: 'no-config', help: 'Use no configuration.' },
];

/** The options of `smolfile lint`, as the contract has them. */
export const LINT_OPTIONS: readonly OptionSpec[] = [
  {
    name: 'for',
    value: 'COMMAND',
    choices: COMMANDS,
    repeatable: true,
    list: true,
    help: 'Check for this command of smolvm: create, run or pack. Default: create and run, and pack where the file has [artifact] or [pack].',
  },
  {
    name: 'smolvm-version',
    value: 'VERSION',
    help: `Check for ${SMOLVM_FORMS}; over a range, a finding says for which releases it holds. Beats the comment \`# smolfile: smolvm = "VERSION"\` at the top of a file, which beats the configuration. Default: the newest that is known.`,
    completes: 'version',
  },
  {
    name: 'api',
    value: 'BODY.json',
    help: 'Check the body of a request to `smolvm serve` that makes a machine, and what it opens that the Smolfile beside it, or PATH, keeps closed. `-` is standard input.',
  },
  {
    name: 'no-fs',
    help: "Skip checks that look at this host's file system; the same as `host-checks = false` in the configuration.",
  },
  {
    name: 'format',
    value: 'FORMAT[=FILE]',
    repeatable: true,
    prefixes: reporters.map(({ name }) => name),
    help: `How to report, and where to instead of standard output. ${reporters
      .map(({ name, summary }) => `${name}: ${summary}`)
      .join('; ')}. Default: ${reporters[0]?.name}, and github as well where GITHUB_ACTIONS is set.`,
  },
  {
    name: 'fail-on',
    value: 'LEVEL',
    choices: [...SEVERITIES, 'never'],
    help: 'Exit with 1 from this severity on: error, warning, info or never. Default: what the configuration says, else error.',
  },
  {
    name: 'select',
    value: 'CODE',
    repeatable: true,
    list: true,
    completes: 'code',
    help: 'Report only these codes; syntax errors stay.',
  },
  {
    name: 'ignore',
    value: 'CODE',
    repeatable: true,
    list: true,
    completes: 'code',
    help: 'Do not report these codes.',
  },
  {
    name: 'severity',
    value: 'CODE=LEVEL',
    repeatable: true,
    list: true,
    completes: 'code',
    help: 'Report this code as error, warning or info; off is the same as --ignore.',
  },
  ...CONFIG_OPTIONS,
  {
    name: 'fix',
    help: 'Apply the fixes that are certain, and report what remains. Standard input comes out fixed on standard output, and the report on standard error.',
  },
  { name: 'unsafe-fixes', help: 'With --fix or --diff: also those that are likely, to be looked at.' },
  {
    name: 'diff',
    help: 'Print what --fix would change as a unified diff, and change nothing. Exits with 1 if there is something.',
  },
  { name: 'statistics', help: 'Print how often each code occurs instead of the findings.' },
  { name: 'quiet', short: 'q', help: 'Report only errors, and what makes the check fail.' },
  {
    name: 'changed',
    value: 'REF',
    optionalValue: true,
    completes: 'nothing',
    help: 'Check only what git says is changed: since the last commit, or since the branch left REF; new files too. Exits with 0 where nothing is.',
  },
  {
    name: 'baseline',
    value: 'FILE',
    help: 'Leave out findings that FILE has, by file and code: only where there are more of a code than it says, all of them are reported. Syntax errors are always reported.',
  },
  {
    name: 'update-baseline',
    help: 'Write the findings of this run to the file of --baseline, and exit with 0.',
  },
  {
    name: 'force-exclude',
    help: 'Leave out what the configuration ignores also where it is named, as pre-commit names it.',
  },
  { name: 'allow-empty', help: 'Exit with 0 where there is no Smolfile.' },
  {
    name: 'no-cache',
    help: 'Check every file anew. Otherwise this very program says again what it said before of files that have not changed since, where the configuration, the options and the answers of the host are the same; what is known is in the cache folder of the user. The same as setting SMOLFILE_NO_CACHE.',
  },
  {
    name: 'stdin-filename',
    value: 'NAME',
    needsStdin: true,
    help: 'What to call standard input in reports, and where to look for its configuration. Default: <stdin>.',
  },
  {
    name: 'color',
    value: 'WHEN',
    choices: COLOR_CHOICES,
    help: 'Colour the report. auto: where it goes to a terminal, unless NO_COLOR is set, or where FORCE_COLOR is. Terminals known to support it get clickable codes; FORCE_HYPERLINK=1 or 0 decides for others.',
  },
];
