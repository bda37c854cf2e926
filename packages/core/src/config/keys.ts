import { explainCode } from '../lint/explain.ts';
import { rules } from '../lint/rules/index.ts';
import { CONFIG_KEYS } from '../schema/generated/config-keys.ts';
import type { KeySchema } from '../schema/types.ts';

const LEVELS = ['off', 'info', 'warning', 'error'];

let known: KeySchema | undefined;

/** The keys of a configuration file, with every code that a severity can be given to. */
export function configKeys(): KeySchema {
  return (known ??= withCodes(CONFIG_KEYS));
}

function withCodes(key: KeySchema): KeySchema {
  const { name, path, children, element } = key;
  return {
    ...key,
    ...(children && { children: name === 'severity' ? codesBelow(path) : children.map(withCodes) }),
    ...(element && { element: withCodes(element) }),
  };
}

function codesBelow(path: string): KeySchema[] {
  return rules.map(({ code }): KeySchema => {
    const { severity, summary } = explainCode(code)!;
    return {
      name: code,
      path: `${path}.${code}`,
      type: 'string',
      group: '',
      description: `${summary}.`,
      default: severity,
      examples: LEVELS,
      values: LEVELS,
    };
  });
}
