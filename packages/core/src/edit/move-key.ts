import { changeOf, documentOf, editSmolfile, type Change, type Source } from './change.ts';
import { EditError } from './edit-error.ts';
import { find } from './find.ts';
import { insertKey } from './insert-key.ts';
import { commentBehind, commentsAbove, lineStart } from './lines.ts';
import { pathText, stepsOf, type KeyPath } from './path.ts';
import { removeKey } from './remove-key.ts';
import { sound } from './sound.ts';
import { ownsLines } from './statements.ts';

/**
 * Moves a statement to another table, as it is spelt, with the comments in it, behind it and right above it.
 *
 * @throws EditError if there is no such statement, something is at the new place already, or the new place is between
 *   braces.
 * @throws TypeError if an argument is of the wrong kind.
 * @example
 * ```ts
 * moveKey('ports = ["80:80"] # web\n\n[dev]\n', 'ports', 'dev.ports').text; // '[dev]\nports = ["80:80"] # web\n'
 * ```
 */
export function moveKey(source: Source, from: KeyPath, to: KeyPath): Change {
  const [old, wanted] = [stepsOf(from), stepsOf(to)];
  const document = documentOf(source);
  const { text } = document;
  const { target, rest } = find(document, old);
  if (rest.length > 0 || target.kind !== 'entry' || !ownsLines(document, target.leaf.node))
    throw new EditError(`\`${pathText(old)}\` is no statement with lines of its own`);
  const { node } = target.leaf;
  const place = find(document, wanted);
  if (place.rest.length === 0) throw new EditError(`\`${pathText(wanted)}\` is there already`);
  if (place.target.kind === 'entry' || place.target.kind === 'element')
    throw new EditError(`\`${pathText(place.taken)}\` is written in braces`, place.target.value);
  const start = lineStart(text, node.start);
  const above = text.slice(commentsAbove(text, start), start);
  const value = text.slice(node.value.start, commentBehind(document, node.end)?.end ?? node.end);
  const moved = { value: true, source: { above, value } };
  return sound(
    document,
    old,
    () => true,
    () =>
      editSmolfile(
        document,
        (current) => changeOf(current, insertKey(current, find(current, wanted), moved)),
        (current) => removeKey(current, old, { comments: 'remove' }),
      ),
  );
}
