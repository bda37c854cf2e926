import { isCredentialName } from '../../resolve/credentials.ts';
import { looksLikeCredential } from '../../grammars/credential.ts';
import type { Item, Plan } from '../plan.ts';

/** A variable as the source sets it. */
export interface Variable {
  readonly name: string;
  /** Undefined where the source only names it: the host's value, if it has one. */
  readonly value?: string;
  /** The host's variable that the value is taken from, where it is one and nothing else. */
  readonly from?: string;
  /** The value comes out of a file of its own, where it stays. */
  readonly file?: string;
  /** Without a value on the host the image's variable is removed, too (Compose: `NAME:`). */
  readonly removes?: boolean;
}

/** Words that `env` gets before the command: what `env` of a Smolfile cannot say. */
export interface Wrapping {
  readonly words: readonly string[];
  readonly item: Item;
  readonly why: string;
}

/** What stands for a list of variables. */
export interface EnvTarget {
  readonly path: 'env' | 'dev.env';
  readonly wrapper: Wrapping[];
}

/**
 * One variable: to `env`, or to `[secrets]` where its value is a credential or stays in a file. A later one of the same
 * name takes the place of an earlier one, as in Docker.
 */
export function mapVariable(plan: Plan, item: Item, variable: Variable, { path, wrapper }: EnvTarget): void {
  const { name, value, from = name, file, removes = false } = variable;
  forget(plan, path, name);
  const secret = file !== undefined || isCredentialName(name) || looksLikeCredential(name, value ?? '');
  // an empty value is no credential, and smolvm refuses to start a machine whose secret is not set
  if (secret && (file !== undefined || variable.from !== undefined || value !== ''))
    return mapSecret(plan, item, name, from, file);
  if (value === undefined) {
    if (removes) {
      const why = `${name} has no value: Compose takes the image’s away, so \`env -u\` does.`;
      wrapper.unshift({ words: ['-u', name], item, why });
      return;
    }
    const changed = `smolvm takes the value that the host has when the machine is created; without one, the image’s stays.`;
    plan.put(item, path, name, { changed, note: 'smolfile-ignore env-from-host: handed on from the host' });
    return;
  }
  if (!/^[A-Za-z_]\w*$/.test(name)) {
    const why = `A variable cannot be called ${name} in a Smolfile; \`env\` sets it.`;
    wrapper.push({ words: [`${name}=${value}`], item, why });
    return;
  }
  const trimmed = value.trimEnd();
  const changed = trimmed === value ? undefined : 'smolvm takes the blanks at the end of a value away.';
  plan.put(item, path, `${name}=${value}`, { changed });
}

function mapSecret(plan: Plan, item: Item, name: string, from: string, file: string | undefined): void {
  const changed =
    file === undefined
      ? `${name} looks like a credential, whose value is not copied: smolvm takes it from the variable ${from} of the host, which must be set when the machine starts.`
      : `The value stays in ${file}; smolvm takes it from the variable ${from} of the host. Load the file first: \`set -a; . ./${file}; set +a\`.`;
  plan.put(item, `secrets.${name}`, { from_env: from }, { changed });
}

/** Takes an earlier value of the variable away. */
function forget(plan: Plan, path: string, name: string): void {
  plan.keys.delete(`secrets.${name}`);
  const key = plan.keys.get(path);
  if (!key) return;
  const kept = key.values.filter(
    ({ value }) => value !== name && !(typeof value === 'string' && value.startsWith(`${name}=`)),
  );
  key.values.splice(0, key.values.length, ...kept);
  if (kept.length === 0) plan.keys.delete(path);
}
