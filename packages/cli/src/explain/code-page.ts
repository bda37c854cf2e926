import {
  sinceText,
  behaviour,
  CALL_PROBLEMS,
  resolve,
  type CallProblemCode,
  COMMANDS,
  LineIndex,
  NEWEST_RELEASE,
  releaseAt,
  exampleCommand,
  explainCode,
  lint,
  lintExample,
  parseSmolfile,
  TOML_PROBLEMS,
  type CodeExplanation,
  type Command,
  type Diagnostic,
  type Example,
  type LintResult,
  type Rule,
  type TomlErrorCode,
} from '@smolfile/core';
import { API_PROBLEMS, lintApiBody, type ApiProblemCode, type ApiProblemInfo } from '@smolfile/core/serve';
import { fileCodeInfo } from '../read/file-findings.ts';
import { pretty } from '../reporters/pretty.ts';
import type { Style } from '../reporters/report.ts';
import { countSeverities } from '../reporters/summary.ts';
import { visible } from '../reporters/visible.ts';

const STYLE: Style = {
  colors: { bold: String, cyan: String, dim: String, green: String, red: String, yellow: String },
  width: 100,
};

/**
 * Everything about one code as Markdown, its examples with their real output.
 *
 * @returns `undefined` when there is no such code.
 */
export function codePage(code: string): string | undefined {
  const explanation = explainCode(code) ?? apiCode(code) ?? fileCode(code);
  if (!explanation) return undefined;
  const { rule, why, help, stage } = explanation;
  const examples = rule
    ? ruleExamples(rule)
    : stage === 'args'
      ? callExamples(code as CallProblemCode)
      : Object.hasOwn(TOML_PROBLEMS, code)
        ? tomlExamples(code as TomlErrorCode)
        : apiExample(code);
  const evidence = rule ? [`**Evidence**: ${rule.evidence}.`] : [];
  return [
    facts(explanation),
    `**Why**: ${why}`,
    `**What to do**: ${sentence(help)}`,
    ...evidence,
    ...examples,
  ].join('\n\n');
}

/** A code of the bodies of requests. */
export function apiCode(code: string): CodeExplanation | undefined {
  if (!Object.hasOwn(API_PROBLEMS, code)) return undefined;
  const { summary, why, help, severity, stage } = API_PROBLEMS[code as ApiProblemCode];
  return { code, summary, why, help, severity, stage };
}

/** A code of files that are no text: no example can show one. */
function fileCode(code: string): CodeExplanation | undefined {
  const info = fileCodeInfo(code);
  return info && { code, ...info, severity: 'error', stage: 'parse' };
}

/** The line of facts under a code's heading. */
function facts({ severity, stage, rule, summary }: CodeExplanation): string {
  const commands = rule?.commands ?? COMMANDS;
  const parts = [
    `**${severity}**`,
    stage === null ? 'smolvm works, but not as written' : STAGES[stage],
    `for ${commands.map((command) => `\`${command}\``).join(', ')}`,
    ...(rule?.during === undefined ? [] : [`smolvm ${sinceText(behaviour(rule.during))}`]),
    ...(rule?.fixable ? [rule.fixable === 'safe' ? 'has a safe fix' : 'has a fix to be checked'] : []),
    ...(rule ? [`since toolkit ${rule.since}`] : []),
  ];
  return `${sentence(summary)}\n\n${parts.join(' · ')}`;
}

const STAGES = {
  args: 'smolvm refuses the flags',
  parse: 'smolvm refuses the file',
  config: 'smolvm refuses it before boot',
  launch: 'fails at boot',
} as const;

function ruleExamples(rule: Rule): string[] {
  const { invalid, valid } = rule.examples;
  return [
    ...invalid.flatMap((example) =>
      shownExample(example, rule, lintExample(rule, example, withoutAssertions(example.toml))),
    ),
    ...(valid.length > 0 ? ['**Accepted**'] : []),
    ...valid.flatMap((example) => shownExample(example, rule)),
  ];
}

function tomlExamples(code: TomlErrorCode): string[] {
  const { example } = TOML_PROBLEMS[code];
  // what is too large is too large for an example
  return example === '' ? [] : shownExample({ toml: example }, {}, lint(parseSmolfile(example)));
}

/** A body, the Smolfile beside it where it matters, and what is said of the body. */
function apiExample(code: string): string[] {
  if (!Object.hasOwn(API_PROBLEMS, code)) return [];
  const { body, smolfile, smolvm }: ApiProblemInfo['example'] = API_PROBLEMS[code as ApiProblemCode].example;
  const release = (smolvm === undefined ? undefined : releaseAt(smolvm)) ?? NEWEST_RELEASE;
  const resolution =
    smolfile === undefined ? undefined : resolve(parseSmolfile(smolfile), { command: 'create' });
  const diagnostics = lintApiBody(body, { release, ...(resolution?.accepted && { resolution }) }).map(onPage);
  const file = {
    path: 'body.json',
    lines: new LineIndex(body),
    smolvm: release.version,
    commands: ['create'] as const,
    diagnostics,
  };
  const counts = countSeverities(diagnostics);
  const report = pretty.render({ smolvm: release.version, files: [file], counts, hidden: 0 }, STYLE);
  return [
    ...(smolvm === undefined ? [] : [`(smolvm ${smolvm})`]),
    ...(smolfile === undefined ? [] : [fenced('toml', smolfile)]),
    fenced('json', body),
    fenced('text', withoutLinks(report)),
  ];
}

/** A report without its last line, which counts, and without links: the page is what they lead to. */
function withoutLinks(report: string): string {
  const lines = report.trimEnd().split('\n').slice(0, -1);
  return lines
    .filter((line) => !/^\s*= see: /.test(line))
    .join('\n')
    .trimEnd();
}

function callExamples(code: CallProblemCode): string[] {
  const example: { command: Command; flags: string; smolvm?: string } = CALL_PROBLEMS[code].example;
  const { command, flags, smolvm: asked } = example;
  const { diagnostics, smolvm, target } = resolve(parseSmolfile(''), {
    command,
    flags,
    ...(asked !== undefined && { smolvm: asked }),
  });
  const result: LintResult = { diagnostics, smolvm, target, commands: [command], suppressed: [] };
  return [fenced('sh', commandLine(command, flags)), fenced('text', output('', flags, result))];
}

/** One example, with what it is checked for, and what the linter says where it says something. */
function shownExample(example: Example, rule: Pick<Rule, 'commands'>, result?: LintResult): string[] {
  const { toml, note, smolvm, host, flags } = example;
  const source = withoutAssertions(toml);
  const conditions = [
    ...(rule.commands ? [`for \`${exampleCommand(rule, example)}\``] : []),
    ...(smolvm === undefined ? [] : [`smolvm ${smolvm}`]),
    ...(host ? [`on a host with ${hostInWords(host)}`] : []),
  ];
  const intro = [note, conditions.length > 0 ? `(${conditions.join(', ')})` : undefined]
    .filter(Boolean)
    .join(' ');
  return [
    ...(intro === '' ? [] : [intro]),
    fenced('toml', source),
    ...(flags === undefined ? [] : [fenced('sh', commandLine(exampleCommand(rule, example), flags))]),
    ...(result ? [fenced('text', output(source, flags ?? '', result))] : []),
  ];
}

/** The call that an example is about, as it would be typed. */
function commandLine(command: Command, flags: string): string {
  const words = { create: 'machine create', run: 'machine run', pack: 'pack create' }[command];
  const name = command === 'pack' && !/(?:^| )(?:-o|--output)\b/.test(flags) ? ' -o app' : '';
  return `smolvm ${words} -s Smolfile${name} ${flags}`;
}

function hostInWords(host: NonNullable<Example['host']>): string {
  const paths = Object.entries(host).map(([path, kind]) => `the ${kind} \`${path}\``);
  return paths.length === 0 ? 'no such directory' : paths.join(', ');
}

/** The comments that assert findings are for the tests; a reader sees the output itself. */
function withoutAssertions(toml: string): string {
  return toml.replaceAll(/[ \t]*# (?:error|warning|info): [a-z0-9-]+$/gm, '');
}

function output(source: string, flags: string, { diagnostics, smolvm, commands }: LintResult): string {
  const texts = [
    { path: 'Smolfile', text: source, source: undefined },
    { path: 'flags', text: flags, source: 'flags' },
  ];
  const files = texts.map(({ path, text, source: place }) => ({
    path,
    lines: new LineIndex(text),
    smolvm,
    commands,
    diagnostics: diagnostics.filter((one) => one.source === place).map(onPage),
  }));
  const rendered = files.map((file) => {
    const counts = countSeverities(file.diagnostics);
    const report = pretty.render({ smolvm, files: [file], counts, hidden: 0 }, STYLE);
    return withoutLinks(report);
  });
  return rendered.filter((text) => text !== '').join('\n\n');
}

/** The page says why and where by itself, and a frame shows one of the two texts only. */
function onPage({ why: _why, related, ...diagnostic }: Diagnostic): Diagnostic {
  return { ...diagnostic, related: related.filter(({ source }) => source === diagnostic.source) };
}

function fenced(language: string, text: string): string {
  // whoever reads the page must see a control character, not meet it
  const shown = text.split('\n').map(visible).join('\n').trimEnd();
  return `\`\`\`${language}\n${shown}\n\`\`\``;
}

function sentence(text: string): string {
  return /[.`:]$/.test(text) ? text : `${text}.`;
}
