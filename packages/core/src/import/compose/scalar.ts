import type { ScalarNode } from './node.ts';

/**
 * What a plain scalar is to Compose, which reads YAML with Go's `yaml.v3`, and how it writes it back as a string
 * (import 4): `1.50` becomes `1.5`, `0x10` `16`, `1e3` `1000`; `yes` and `22:22` are text.
 */
export function goScalar(source: string): Pick<ScalarNode, 'type' | 'text'> {
  if (/^(?:|~|null|Null|NULL)$/.test(source)) return { type: 'null', text: '' };
  if (/^(?:true|True|TRUE|false|False|FALSE)$/.test(source))
    return { type: 'boolean', text: source.toLowerCase() };
  const plain = source.replaceAll('_', '');
  if (/^[-+]?\d/.test(source)) {
    const integer = integerOf(plain);
    // Go's int64
    if (integer !== undefined && BigInt.asIntN(64, integer) === integer)
      return { type: 'number', text: String(integer) };
  }
  if (/^[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?$/.test(plain))
    return { type: 'number', text: floatText(Number(plain)) };
  return { type: 'string', text: source };
}

function integerOf(text: string): bigint | undefined {
  const sign = text.startsWith('-') ? -1n : 1n;
  const digits = text.replace(/^[-+]/, '');
  if (/^0[0-7]+$/.test(digits)) return sign * BigInt(`0o${digits.slice(1)}`);
  return /^(?:\d+|0[xX][\da-fA-F]+|0[oO][0-7]+|0[bB][01]+)$/.test(digits) && !/^0\d/.test(digits)
    ? sign * BigInt(digits)
    : undefined;
}

/** As Go prints a float64: exponents below -4 and above 20. */
function floatText(value: number): string {
  const magnitude = Math.abs(value);
  if (magnitude >= 1e21 || (magnitude !== 0 && magnitude < 1e-4))
    return value.toExponential().replace(/e-(\d)$/, 'e-0$1');
  return String(value);
}
