import { lint, parseSmolfile, type Command, type Diagnostic, type Example, type Rule } from '@smolfile/core';
import { hostWith } from './host.ts';

const ASSERTION = /#\s*(error|warning|info): ([a-z0-9-]+)\s*$/;

/** The findings that the comments of an example assert, as `line: severity: code`. */
export function asserted(example: Example): string[] {
  const fromComments = example.toml.split('\n').flatMap((line, index) => {
    const found = ASSERTION.exec(line);
    return found ? [`${index + 1}: ${found[1]}: ${found[2]}`] : [];
  });
  return [...fromComments, ...(example.expect ?? [])].toSorted();
}

/** The command that an example is checked for. */
export function commandOf(rule: Rule, example: Example): Command {
  const commands = rule.commands ?? ['create'];
  return example.command ?? (commands.includes('create') ? 'create' : commands[0]!);
}

/** Lints an example as its rule says. */
export function lintExample(rule: Rule, example: Example, toml = example.toml): readonly Diagnostic[] {
  return lint(parseSmolfile(toml), {
    commands: [commandOf(rule, example)],
    ...(example.smolvm !== undefined && { smolvm: example.smolvm }),
    ...(example.host && { host: hostWith(example.host) }),
  }).diagnostics;
}

/** Findings as `line: severity: code`. */
export function described(toml: string, diagnostics: readonly Diagnostic[]): string[] {
  const { lines } = parseSmolfile(toml);
  return diagnostics
    .map(({ range, severity, code }) => `${lines.positionAt(range.start).line}: ${severity}: ${code}`)
    .toSorted();
}
