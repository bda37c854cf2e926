import { editSmolfile, ifPossible, keyAt, parseFileEnvSpec, removeKey, setValue } from '@smolfile/core';
import { findAt } from '../spot.ts';
import { KINDS, type Action, type ActionsAsked } from './action.ts';

/**
 * Takes a variable out of `env` and lets the host give it through `[secrets]`. Its value is dropped, not kept in a
 * comment or elsewhere: whoever asks for this wants it out of the file.
 */
export function secretActions({ document, range }: ActionsAsked): Action[] {
  if (document.damaged) return [];
  const { spot } = findAt(document, range.start);
  const isEnv = spot && keyAt(spot.path)?.grammar === 'env';
  if (!isEnv || spot.kind !== 'value' || spot.index === undefined) return [];
  const { node, path, index } = spot;
  const spec =
    node.type === 'scalar' && typeof node.value === 'string' ? parseFileEnvSpec(node.value) : undefined;
  if (!spec || spec.kind === 'dropped' || !/^[A-Za-z_]\w*$/.test(spec.key)) return [];
  const { key } = spec;
  if (document.settings.secrets.some(({ name }) => name === key)) return [];
  const change = ifPossible(() =>
    editSmolfile(
      document,
      (current) => removeKey(current, [...path, index], { comments: 'remove' }),
      (current) => setValue(current, ['secrets', key], { from_env: key }),
    ),
  );
  if (!change) return [];
  const title = `Take \`${key}\` from the host through \`[secrets]\``;
  return [{ title, kind: KINDS.rewrite, edits: change.edits }];
}
