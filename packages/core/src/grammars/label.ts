import { UNREADABLE, type Grammar } from './grammar.ts';
import { accepted, refused, type Parsed } from './result.ts';

/** Reads `--label KEY=VALUE` of `create`, from 1.8.0 on: split at the first `=`, the value may be empty (facts 3.4). */
export function parseLabel(spec: string): Parsed<{ readonly key: string; readonly value: string }> {
  const equals = spec.indexOf('=');
  if (equals > 0) return accepted({ key: spec.slice(0, equals), value: spec.slice(equals + 1) });
  const missing = equals === -1;
  return refused({
    reason: missing ? 'label-shape' : 'label-key-empty',
    message: missing ? 'The label has no `=`' : 'the label has no name before the `=`',
    help: 'Write `KEY=VALUE`, for example `owner=me`.',
    from: 0,
    to: missing ? spec.length : 0,
    smolvm: missing ? `expected KEY=VALUE, got '${spec}'` : `label key cannot be empty (in '${spec}')`,
  });
}

export const labelGrammar: Grammar = {
  name: 'label',
  parse: (text) => parseLabel(text),
  read(text) {
    const parsed = parseLabel(text);
    return parsed.ok ? { values: [{ value: parsed.value.value, written: parsed.value.key }] } : UNREADABLE;
  },
};
