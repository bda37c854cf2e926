import { UsageError } from '../failure.ts';
import type { Io } from '../io.ts';
import { didYouMean } from '../nearest.ts';
import { reporters } from '../reporters/registry.ts';
import type { Reporter } from '../reporters/report.ts';

/** One output: a format and where it goes. */
export interface Target {
  readonly reporter: Reporter;
  /** As given; `undefined` is standard output. */
  readonly file: string | undefined;
}

/**
 * Reads the values of `--format`.
 *
 * @param values `FORMAT` or `FORMAT=FILE`; none means the default format, and annotations on GitHub Actions.
 * @throws UsageError for unknown formats, and for outputs that would spoil each other.
 */
export function parseTargets(values: readonly string[], env: Io['env']): readonly Target[] {
  if (values.length === 0) {
    const names = [reporters[0]!.name, ...(env['GITHUB_ACTIONS'] === 'true' ? ['github'] : [])];
    return names.map(parseTarget);
  }
  const targets = values.map(parseTarget);
  const places = new Map<string | undefined, Target>();
  for (const target of targets) {
    const other = places.get(target.file);
    places.set(target.file, target);
    if (!other) continue;
    const [one, two] = [other.reporter.name, target.reporter.name];
    if (target.file !== undefined)
      throw new UsageError(`\`--format\` names the file \`${target.file}\` twice`);
    if (!other.reporter.isDocument && !target.reporter.isDocument) continue;
    throw new UsageError(
      `\`--format\`: ${one} and ${two} cannot share standard output`,
      `Send one of them to a file: \`--format ${two}=FILE\`.`,
    );
  }
  return targets;
}

function parseTarget(value: string): Target {
  const equals = value.indexOf('=');
  const name = equals < 0 ? value : value.slice(0, equals);
  const file = equals < 0 ? undefined : value.slice(equals + 1);
  const reporter = reporters.find((candidate) => candidate.name === name);
  const names = reporters.map((candidate) => candidate.name);
  if (!reporter) {
    const known = `It takes ${names.map((each) => `\`${each}\``).join(', ')}.`;
    throw new UsageError(`\`--format\` does not know \`${name}\``, didYouMean(name, names), known);
  }
  if (file === '') throw new UsageError(`\`--format ${value}\` lacks a file name after \`=\``);
  return { reporter, file: file === '-' ? undefined : file };
}
