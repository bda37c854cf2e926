/** Tasks as people write them in tasks.json. Pure. */
import { dirname, isAbsolute, resolve } from 'node:path';
import { MACHINE_ACTIONS, type Action } from './argv.ts';
import { suggestedName } from './names.ts';

/** What a task of the type `smolfile` may say; the manifest describes it to people. */
export interface SmolfileTask {
  readonly action: string;
  readonly file?: string;
  readonly flags?: readonly string[];
  readonly name?: string;
  readonly output?: string;
}

/**
 * What a definition asks for.
 *
 * @param folder what a relative file is relative to.
 * @returns a sentence when it asks for nothing that can be done: tasks.json is written by hand.
 */
export function actionOf(definition: SmolfileTask, folder: string | undefined): Action | string {
  const { action, name, output } = definition;
  const machineAction = MACHINE_ACTIONS.find((each) => each === action);
  if (machineAction) {
    return isText(name) ? { kind: machineAction, name } : `"${action}" needs the "name" of a machine.`;
  }
  if (action !== 'run' && action !== 'create' && action !== 'pack') {
    return `there is no action "${action}".`;
  }
  const given = isText(definition.file) ? definition.file : 'Smolfile';
  if (!isAbsolute(given) && folder === undefined) return `the "file" ${given} is in no folder.`;
  const file = folder === undefined ? given : resolve(folder, given);
  const flags: unknown = definition.flags ?? [];
  if (!Array.isArray(flags) || !flags.every((flag) => typeof flag === 'string')) {
    return '"flags" is not a list of strings.';
  }
  if (action === 'run') return { kind: 'run', file, flags };
  if (action === 'create')
    return { kind: 'create', file, name: isText(name) ? name : suggestedName(file), flags };
  if (!isText(output)) return '"pack" needs an "output".';
  return { kind: 'pack', file, output: resolve(dirname(file), output), flags };
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}
