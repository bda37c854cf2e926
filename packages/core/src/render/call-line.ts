import { maskedCallText, type Resolution } from '../resolve/index.ts';
import { quoteWord } from '../text/shell.ts';
import { visible } from '../text/visible.ts';
import { wrap } from '../text/wrap.ts';
import type { Places } from './values.ts';

const WORDS = { create: 'machine create', run: 'machine run', pack: 'pack create' } as const;

/** The call that is previewed, as it would be typed; credentials are masked. */
export function callLine({ command, call }: Resolution, { path }: Places, width: number): string {
  const flags = call.text === '' ? '' : ` ${maskedCallText(call)}`;
  const text = `smolvm ${WORDS[command]} -s ${quoteWord(path)}${flags}`;
  return wrap(visible(text), width - 4).join('\n    ');
}
