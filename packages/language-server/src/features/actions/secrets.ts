import { keyAt, parseFileEnvSpec, type ArrayNode, type TextEdit } from '@smolfile/core';
import { findAt } from '../spot.ts';
import { KINDS, type Action, type ActionsAsked } from './action.ts';
import { removeItem } from './items.ts';
import { appendSection, appendTo, headerOf } from './lines.ts';

/**
 * Takes a variable out of `env` and lets the host give it through `[secrets]`. Its value is dropped, not kept in a
 * comment or elsewhere: whoever asks for this wants it out of the file.
 */
export function secretActions({ document, range }: ActionsAsked): Action[] {
  if (document.damaged) return [];
  const { spot, around } = findAt(document, range.start);
  const list = around.findLast((node): node is ArrayNode => node.type === 'array');
  const isEnv = spot && keyAt(spot.path)?.grammar === 'env';
  if (!isEnv || spot.kind !== 'value' || spot.index === undefined || !list) return [];
  const { node } = spot;
  const spec =
    node.type === 'scalar' && typeof node.value === 'string' ? parseFileEnvSpec(node.value) : undefined;
  if (!spec || spec.kind === 'dropped' || !/^[A-Za-z_]\w*$/.test(spec.key)) return [];
  const { key } = spec;
  const add = secretLines(key);
  if (document.settings.secrets.some(({ name }) => name === key) || !add) return [];
  const edits = [removeItem(document, list, spot.index), add].toSorted(
    (a, b) => a.range.start - b.range.start,
  );
  return [{ title: `Take \`${key}\` from the host through \`[secrets]\``, kind: KINDS.rewrite, edits }];

  function secretLines(name: string): TextEdit | undefined {
    const line = `${name} = { from_env = "${name}" }`;
    const header = headerOf(document, ['secrets']);
    if (header) return appendTo(document, header, line);
    const present = document.settings.get('secrets');
    if (!present) return appendSection(document, `[secrets]\n${line}`);
    // `[secrets.OTHER]` may be joined by one more of its kind; an inline table would have to be rewritten.
    const hasOwn = document.toml.headers.some(({ keys }) => keys.length === 2 && keys[0]!.name === 'secrets');
    return hasOwn ? appendSection(document, `[secrets.${name}]\nfrom_env = "${name}"`) : undefined;
  }
}
