import { isCredentialName } from '../../resolve/credentials.ts';
import { looksLikeCredential } from '../../grammars/credential.ts';
import type { Item, Plan } from '../plan.ts';
import { mapAgentVariable } from './ssh-agent.ts';

/** What a variable can be called (import 4). */
const IS_NAME = /^[A-Za-z_]\w*$/;

/** A variable as the source sets it. */
export interface Variable {
  readonly name: string;
  /** Undefined where the source only names it: the host's value, if it has one. */
  readonly value?: string;
  /** The host's variable that the value is taken from, where it is one and nothing else. */
  readonly from?: string;
  /** There is a credential in the value. */
  readonly secret?: boolean;
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
  const { name, value, from = name, removes = false } = variable;
  plan.forget(path, name);
  const secret = variable.secret || isCredentialName(name) || looksLikeCredential(name, value ?? '');
  // an empty value is no credential, and smolvm refuses to start a machine whose secret is not set
  if (secret && (variable.from !== undefined || value !== ''))
    return mapSecret(plan, item, { name, from, has: variable.secret === true && !isCredentialName(name) });
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
  if (!IS_NAME.test(name)) {
    const why = `A variable cannot be called ${name} in a Smolfile; \`env\` sets it.`;
    wrapper.push({ words: [`${name}=${value}`], item, why });
    return;
  }
  const trimmed = value.trimEnd();
  const changed = trimmed === value ? undefined : 'smolvm takes the blanks at the end of a value away.';
  plan.put(item, path, `${name}=${value}`, { changed });
  mapAgentVariable(plan, item, name, path);
}

interface SecretVariable {
  readonly name: string;
  /** The host's variable. */
  readonly from: string;
  /** A part of the value is a credential. */
  readonly has: boolean;
}

function mapSecret(plan: Plan, item: Item, { name, from, has }: SecretVariable): void {
  const what = has ? `${name} has a credential in it` : `${name} looks like a credential`;
  if (!IS_NAME.test(name) || !IS_NAME.test(from))
    return plan.drop(
      item,
      `A variable cannot be called ${name} in a Smolfile. ${what}, which is not copied.`,
    );
  const changed = `${what}, whose value is not copied: smolvm takes it from the variable ${from} of the host, which must be set when the machine starts.`;
  plan.put(item, `secrets.${name}`, { from_env: from }, { changed });
}
