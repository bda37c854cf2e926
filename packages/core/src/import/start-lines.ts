import { shellWord } from '../text/shell.ts';
import type { Plan } from './plan.ts';

/**
 * The commands that start a machine, in the order in which somebody types them.
 *
 * @param machine its name.
 * @param file name of the Smolfile.
 */
export function startLines(plan: Plan, machine: string, file: string): string[] {
  const { build, folders, flags, once } = plan.start;
  const smolfile = `-s ${shellWord(file)}`;
  const lines = [...exportLines(plan.start.exports), ...build];
  if (folders.size > 0) lines.push(`mkdir -p ${[...folders].map(shellWord).join(' ')}`);
  lines.push(...variableLines(plan));
  if (once) return [...lines, ['smolvm machine run', ...once, smolfile].join(' ')];
  lines.push(['smolvm machine create', `--name ${machine}`, ...flags, smolfile].join(' '));
  lines.push(`smolvm machine start --name ${machine}`);
  return plan.keys.has('restart.policy') ? [...lines, `smolvm machine monitor --name ${machine}`] : lines;
}

/** The variables that `[secrets]` refers to: from a file that a shell can read, else by name. */
function variableLines({ keys, start: { files } }: Plan): string[] {
  const wanted = new Set(
    Array.from(keys.values())
      .filter(({ path }) => path.startsWith('secrets.'))
      .flatMap(({ values }) => values.map(({ value }) => (value as { from_env?: string }).from_env))
      .filter((name) => name !== undefined),
  );
  const lines: string[] = [];
  for (const [path, { names, exact }] of files) {
    const used = [...names].filter((name) => wanted.has(name));
    if (!exact || used.length === 0) continue;
    for (const name of used) wanted.delete(name);
    // without a slash a shell looks it up in PATH
    lines.push(`set -a; . ${shellWord(/^\.{0,2}\//.test(path) ? path : `./${path}`)}; set +a`);
  }
  return [...lines, ...exportLines(wanted)];
}

/** Longer than this a line gets another one. */
const WIDTH = 92;

function exportLines(names: Iterable<string>): string[] {
  const lines: string[] = [];
  for (const name of names) {
    const last = lines.at(-1);
    if (last === undefined || last.length + name.length > WIDTH) lines.push(`export ${name}=…`);
    else lines[lines.length - 1] = `${last} ${name}=…`;
  }
  return lines;
}
