import { isShellFile, readEnvFile, readRawEnvFile } from '../env-file.ts';
import type { Item, Plan } from '../plan.ts';
import type { SourceReader } from '../reader.ts';
import { fragment } from '../toml.ts';

/** A file with variables that a source names. */
export interface NamedFile {
  readonly path: string;
  /** Lines as they are, as `docker run` and `format: raw` have it. */
  readonly raw: boolean;
  /** A file that may be missing. */
  readonly optional?: boolean;
  /** Variables that the source sets itself, which count before those of the file. */
  readonly own: ReadonlySet<string>;
}

/** A file with variables: references under `[secrets]`, never values. */
export function mapEnvFile(plan: Plan, item: Item, file: NamedFile, reader: SourceReader): void {
  const { path, raw, optional = false, own } = file;
  const found = reader.read(path);
  if (!found && optional)
    return plan.report(item, 'kept', undefined, `There is no ${path}, which may be missing.`);
  if (!found || !('text' in found)) {
    const reason = found ? `${path} cannot be read: ${found.refused}.` : `There is no file ${path} here.`;
    return plan.drop(
      item,
      `${reason} Its variables go under \`[secrets]\`: \`NAME = { from_env = "NAME" }\`.`,
    );
  }
  const entries = raw ? readRawEnvFile(found.text) : readEnvFile(found.text);
  const names = new Set(entries.map(({ name }) => name));
  const taken = [...names].filter((name) => !own.has(name));
  const refused = taken.filter((name) => !/^[A-Za-z_]\w*$/.test(name) || !plan.target.takes(reference(name)));
  const given = taken.filter((name) => !refused.includes(name));
  for (const name of given) plan.write(item, `secrets.${name}`, { from_env: name });
  plan.start.files.set(path, { names: new Set(given), exact: isShellFile(found.text, entries) });
  if (given.length > 0)
    plan.report(
      item,
      'changed',
      'secrets',
      `The values of ${given.join(', ')} stay in ${path}: smolvm takes them from the environment, as the first lines of the Smolfile say.`,
    );
  for (const name of refused) plan.drop(item, `A variable cannot be called ${name} there.`);
  if (names.size === 0) plan.report(item, 'kept', undefined, `There is no variable in ${path}.`);
  else if (taken.length === 0)
    plan.report(item, 'kept', undefined, 'Other values take the place of all of its own.');
}

function reference(name: string): string {
  return fragment(`secrets.${name}`, { from_env: name }, false);
}
