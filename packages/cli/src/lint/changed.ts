import { realPath } from '@smolfile/host';
import { resolve } from 'node:path';
import type { Source } from '../discover/discover.ts';
import { UsageError } from '../failure.ts';
import type { Io } from '../io.ts';

/**
 * Those files that git says are changed. Standard input always is.
 *
 * @param ref a name of a commit: what has changed since the working tree's branch left it; `HEAD` for what is not
 * committed. Files that git does not know yet and does not ignore are changed, too.
 * @throws UsageError where git cannot tell.
 */
export function changedOf(sources: readonly Source[], ref: string, io: Io): readonly Source[] {
  if (ref.startsWith('-'))
    throw new UsageError(
      `\`--changed\` does not take \`${ref}\``,
      'It takes a name of git’s, such as `origin/main`.',
    );
  const top = ask(['rev-parse', '--show-toplevel'], ref, io).replace(/\r?\n$/, '');
  // A repository may name programs in its configuration: none of them is asked.
  const diff = ['diff', '--no-ext-diff', '--no-textconv', '--name-only', '-z', '--diff-filter=d'];
  const lists = [
    ask([...diff, '--merge-base', ref, '--'], ref, io),
    ask(['ls-files', '-z', '--others', '--exclude-standard', '--full-name', '--', top], ref, io),
  ];
  const changed = new Set(
    lists.flatMap((list) => list.split('\0').filter(Boolean)).map((path) => real(resolve(top, path), io)),
  );
  return sources.filter(({ file }) => file === undefined || changed.has(real(file, io)));
}

function ask(argv: readonly string[], ref: string, { git, cwd }: Io): string {
  const answer = git?.(argv, cwd) ?? { problem: 'it is not here' };
  if (answer.output !== undefined) return answer.output;
  throw new UsageError(
    `\`--changed\`: git cannot say what is changed since \`${ref}\`: ${answer.problem}`,
    'In CI, fetch the history first: a shallow clone lacks it.',
  );
}

function real(path: string, { fs }: Io): string {
  try {
    return realPath(path, fs);
  } catch {
    return path;
  }
}
