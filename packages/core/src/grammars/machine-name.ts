import { accepted, refused, shown, suggest, type Parsed, type ValueProblem } from './result.ts';
import { debugChar, utf8Length } from './rust.ts';

export const MACHINE_NAME_MAX_BYTES = 128;

/**
 * Reads the name of a machine: 1 to 128 bytes, letters, digits, `-` and `_`, starting with a letter or digit, no `--`,
 * no `-` at the end; checked in smolvm's order (facts 4.7).
 */
export function parseMachineName(name: string): Parsed<string> {
  const problem = check(name);
  if (problem === undefined) return accepted(name);
  return refused({
    help: 'Use letters, digits, `-` and `_`; start with a letter or digit.',
    ...problem,
    ...suggest(repair(name)),
  });
}

/** How `smol file up` makes a name of a directory: what is neither alphanumeric nor `-` becomes `-` (facts 9). */
export function nameOfDirectory(directory: string): string {
  return directory.replaceAll(/[^\p{Alphabetic}\p{Nd}\p{Nl}\p{No}-]/gu, '-');
}

type Found = Omit<ValueProblem, 'help'> & { help?: string };

function check(name: string): Found | undefined {
  const whole = { from: 0, to: name.length };
  if (name === '') {
    return {
      ...whole,
      reason: 'empty',
      message: 'The name is empty',
      smolvm: 'machine name cannot be empty',
    };
  }
  const bytes = utf8Length(name);
  if (bytes > MACHINE_NAME_MAX_BYTES) {
    return {
      ...whole,
      reason: 'name-length',
      message: `The name is ${bytes} bytes long, more than ${MACHINE_NAME_MAX_BYTES}`,
      help: 'Shorten it.',
      smolvm: `machine name too long: ${bytes} characters (max ${MACHINE_NAME_MAX_BYTES})`,
    };
  }
  if (!/^[A-Za-z0-9]/.test(name)) {
    return {
      from: 0,
      to: String.fromCodePoint(name.codePointAt(0)!).length,
      reason: 'name-start',
      message: `The name ${shown(name)} does not start with a letter or digit`,
      smolvm: `machine name must start with a letter or digit (got: "${name}")`,
    };
  }
  if (name.endsWith('-')) {
    return {
      from: name.length - 1,
      to: name.length,
      reason: 'name-end',
      message: `The name ${shown(name)} ends with a hyphen`,
      smolvm: `machine name cannot end with a hyphen (got: "${name}")`,
    };
  }
  return checkCharacters(name);
}

function checkCharacters(name: string): Found | undefined {
  let at = 0;
  for (const character of name) {
    const part = { from: at, to: at + character.length };
    if (character === '-' && name[at - 1] === '-') {
      const smolvm = 'machine name cannot contain consecutive hyphens';
      return {
        ...part,
        from: at - 1,
        reason: 'name-hyphens',
        message: 'The name has two hyphens in a row',
        smolvm,
      };
    }
    if (character === '/' || character === '\\') {
      const smolvm = 'machine name cannot contain path separators';
      return {
        ...part,
        reason: 'name-separator',
        message: `The name has a ${shown(character)} in it`,
        smolvm,
      };
    }
    if (!/^[A-Za-z0-9_-]$/.test(character)) {
      const smolvm = `machine name contains invalid character: ${debugChar(character)}`;
      return {
        ...part,
        reason: 'name-character',
        message: `The name has a ${shown(character)} in it`,
        smolvm,
      };
    }
    at += character.length;
  }
  return undefined;
}

function repair(name: string): string | undefined {
  const plain = name
    .slice(0, MACHINE_NAME_MAX_BYTES)
    .replaceAll(/[^A-Za-z0-9_-]/g, '-')
    .replaceAll(/-{2,}/g, '-')
    .replace(/^[-_]+/, '')
    .replace(/-$/, '');
  return plain === '' ? undefined : plain;
}
