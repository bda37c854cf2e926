import type { Call } from '../call/call.ts';
import { readCall } from '../call/parse-call.ts';
import { parseSmolfile } from '../document/document.ts';
import type { Release } from '../release/index.ts';
import { COMMAND_NAMES } from '../schema/index.ts';
import { chooseTarget } from '../target/index.ts';
import type { Command } from '../model/diagnostic.ts';
import type { HostFileSystem, HostPath } from '../model/host.ts';
import { lint, type LintResult } from './lint.ts';
import type { Example, Rule } from './rule.ts';

/** The command that an example of a rule is checked for. */
export function exampleCommand(
  { commands = COMMAND_NAMES }: Pick<Rule, 'commands'>,
  example: Example,
): Command {
  return example.command ?? (commands.includes('create') ? 'create' : (commands[0] ?? 'create'));
}

/**
 * Checks an example of a rule as the rule says: for its command, its version and its host.
 *
 * @param toml another text in place of the example's own, such as its mended form.
 */
export function lintExample(rule: Pick<Rule, 'commands'>, example: Example, toml = example.toml): LintResult {
  const document = parseSmolfile(toml);
  const command = exampleCommand(rule, example);
  const target = chooseTarget(document, { asked: { smolvm: example.smolvm, commands: [command] } });
  const call = exampleCall(target.release, command, example);
  return lint(document, {
    target,
    ...(call && { call }),
    ...(example.host && { host: hostWith(example.host) }),
  });
}

function exampleCall(release: Release, command: Command, { flags }: Example): Call | undefined {
  if (flags === undefined) return undefined;
  return readCall(command, release, flags, { given: ['smolfile'], assumed: ['output'] });
}

/**
 * A Linux host whose file system holds what a list of paths says.
 *
 * @param paths what exists, by absolute path or relative to `cwd`.
 * @param cwd what relative paths stand on.
 */
export function hostWith(
  paths: Readonly<Record<string, 'directory' | 'file'>>,
  cwd = '/work',
): HostFileSystem {
  const byPath = new Map(Object.entries(paths).map(([path, kind]) => [absolute(path, cwd), kind]));
  return {
    platform: 'linux',
    inspect(path): HostPath {
      const canonical = absolute(path, cwd);
      const kind = byPath.get(canonical);
      return kind === undefined ? { kind: 'missing' } : { kind, canonical };
    },
  };
}

function absolute(path: string, cwd: string): string {
  const parts: string[] = [];
  for (const part of (path.startsWith('/') ? path : `${cwd}/${path}`).split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return `/${parts.join('/')}`;
}
