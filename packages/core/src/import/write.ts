import { format } from '../format/index.ts';
import { parseSmolfile } from '../document/document.ts';
import { EVERY_KEY } from '../schema/index.ts';
import { applyEdits } from '../text/apply-edits.ts';
import { wrap } from '../text/wrap.ts';
import { visible } from '../text/visible.ts';
import type { Plan, PlannedKey } from './plan.ts';
import { keyText, valueText } from './toml.ts';

/** Columns of a comment. */
const WIDTH = 96;

/**
 * Writes a plan as a Smolfile: the words at the top, then keys and tables in the order of the schema, which is that of
 * smolvm's own documentation, with comments; formatted as `smolfile fmt` does.
 *
 * @param top paragraphs of the comment that begins the file.
 */
export function smolfileText(plan: Plan, top: readonly string[]): string {
  const lines: string[] = [];
  const pin = plan.target.smolvm;
  if (pin !== undefined) lines.push(`# smolfile: smolvm = "${pin}"`);
  for (const [index, paragraph] of top.entries()) {
    if (index > 0) lines.push('#');
    lines.push(...comment(paragraph));
  }
  lines.push('');
  const keys = Array.from(plan.keys.values()).toSorted((one, other) => rank(one.path) - rank(other.path));
  for (const key of keys.filter(({ path }) => !path.includes('.'))) lines.push(...keyLines(key, key.path));
  let table = '';
  for (const key of keys.filter(({ path }) => path.includes('.'))) {
    const [name = ''] = key.path.split('.', 1);
    if (name !== table) lines.push('', `[${name}]`);
    table = name;
    lines.push(...keyLines(key, key.path.slice(name.length + 1)));
  }
  const text = `${lines.join('\n')}\n`;
  return applyEdits(text, format(parseSmolfile(text)));
}

/** A position in the schema's order, two levels deep. */
function rank(path: string): number {
  const [first = '', second = ''] = path.split('.');
  const outer = EVERY_KEY.children?.findIndex(({ name }) => name === first) ?? 0;
  const inner = EVERY_KEY.children?.[outer]?.children?.findIndex(({ name }) => name === second) ?? 0;
  return outer * 1000 + inner;
}

function keyLines({ list, values }: PlannedKey, name: string): string[] {
  const key = keyText(name);
  if (!list) {
    const [only] = values;
    return only ? [...only.comments.flatMap(comment), `${key} = ${valueText(only.value)}`] : [];
  }
  const [first] = values;
  const words = name === 'cmd' || name === 'entrypoint' || name === 'exec';
  const inside = !words && values.length > 1 && values.some(({ comments }) => comments.length > 0);
  if (!inside) {
    const above = (first?.comments ?? []).flatMap(comment);
    return [...above, `${key} = [${values.map(({ value }) => valueText(value)).join(', ')}]`];
  }
  const elements = values.flatMap(({ value, comments }) => [
    ...comments.flatMap(comment).map((line) => `  ${line}`),
    `  ${valueText(value)},`,
  ]);
  return [`${key} = [`, ...elements, ']'];
}

function comment(text: string): string[] {
  return text.split('\n').flatMap((line) => {
    const shown = visible(line);
    // what is laid out stays as it is
    if (/^\s/.test(shown) || shown.length <= WIDTH) return [`# ${shown}`.trimEnd()];
    return wrap(shown, WIDTH).map((part) => `# ${part}`);
  });
}
