import type { SmolfileDocument } from '../../document/document.ts';
import {
  editSmolfile,
  ifPossible,
  removeKey,
  setValue,
  tomlString,
  valueText,
  type EditValue,
} from '../../edit/index.ts';
import { grammarOf } from '../../grammars/index.ts';
import { foreignWord, keyByPath, type KeySchema } from '../../schema/index.ts';
import type { TypeFinding } from '../../validate/findings.ts';
import type { Fix } from '../../model/diagnostic.ts';
import type { RuleContext } from '../context.ts';
import { meantElement, meantValue } from '../meant.ts';
import { isWritten, plainOf, rewriteKey } from '../rewrite.ts';
import { defineRule } from '../rule.ts';
import { foundInWords, typeInWords } from '../wording.ts';

export default defineRule({
  code: 'type-mismatch',
  summary: 'A value of another type than its key takes',
  why: 'smolvm converts nothing: `"2"` is not a number, `2.0` is not a whole number, `1` is not a boolean, and one string is not an array of strings.',
  help: 'Write the value in the type that the key takes.',
  evidence: 'facts 1.3, 5 row 3',
  since: '0.1.0',
  severity: 'error',
  stage: 'parse',
  fixable: 'safe',
  examples: {
    invalid: [
      { toml: 'cpus = "2" # error: type-mismatch\n' },
      { toml: 'memory = 512.0 # error: type-mismatch\n' },
      { toml: 'net = "true" # error: type-mismatch\n' },
      { toml: 'cmd = "serve" # error: type-mismatch\n' },
      { toml: 'memory = "2g" # error: type-mismatch\n', note: 'The number is of MiB.' },
      { toml: '[env] # error: type-mismatch\nPORT = 8080\nDEBUG = true\n' },
      {
        toml: '[dev]\nvolumes = [{ source = "./src", target = "/app" }] # error: type-mismatch\n',
        note: 'One string says both.',
      },
      { toml: 'ports = ["8080:80", 9090] # error: type-mismatch\n' },
      { toml: '[health]\nexec = ["true"]\ninterval = 10 # error: type-mismatch\n' },
      { toml: '[secrets]\nTOKEN = "t0k3n" # error: type-mismatch\n' },
      {
        toml: 'env = { A = "1" } # error: type-mismatch\n',
        note: '`env` is an array of `KEY=VALUE`, not a table.',
      },
    ],
    valid: [{ toml: 'cpus = 2\nmemory = 512\nnet = true\ncmd = ["true"]\nports = ["8080:80", "9090"]\n' }],
  },
  check(context) {
    const { findings, report } = context;
    const rewritten = new Set<string>();
    for (const finding of findings) {
      if (finding.kind !== 'type') continue;
      const { label, schema, found, element, range } = finding;
      const message = `\`${label}\` must be ${typeInWords(schema, element)}, but this is ${foundInWords(found)}`;
      const fix = fixFor(finding, context, rewritten);
      report({ range, message, help: helpFor(finding, fix), ...(fix && { fix }) });
    }
  },
});

function helpFor({ schema, label, element, found }: TypeFinding, fix: Fix | undefined): string {
  if (fix && !schema.path.startsWith('secrets')) {
    const { unit, name } = schema;
    const isSize = unit && found.type === 'scalar' && /[a-z]/i.test(String(found.value));
    return isSize ? `\`${name}\` is in ${unit}. ${fix.title}.` : `${fix.title}.`;
  }
  if (element) return `Every element of \`${schema.path}\` is a string in quotes.`;
  if (schema.path.startsWith('secrets')) {
    const name = label.split('.')[1] ?? 'NAME';
    return `A Smolfile never holds a secret itself, only where it comes from: \`${name} = { from_env = "${name}" }\` or \`${name} = { from_file = "/run/secrets/${name}" }\`.`;
  }
  const example = schema.examples?.[0];
  return example === undefined
    ? `See what \`${schema.path}\` takes.`
    : `For example: \`${schema.name} = ${literal(example)}\`.`;
}

function literal(value: unknown): string {
  if (typeof value === 'string') return tomlString(value);
  if (Array.isArray(value)) return `[${value.map(literal).join(', ')}]`;
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).map(([key, item]) => `${key} = ${literal(item)}`);
    return `{ ${entries.join(', ')} }`;
  }
  return String(value);
}

/**
 * The edits that give the key what it takes without changing what the author evidently means.
 *
 * @param rewritten lists written as tables that have a fix already: it is of the list as a whole.
 */
function fixFor(finding: TypeFinding, context: RuleContext, rewritten: Set<string>): Fix | undefined {
  const { document } = context;
  const { found, schema, element, label } = finding;
  const other = foreignWord('', label, booleanOf(finding));
  if (other?.key !== undefined) return fixToOther(finding, document, other.key);
  if (isWritten(found)) return fixWritten(finding, document, rewritten);
  const value = element
    ? meantElement(schema, plainOf(found))
    : (meantSecret(finding) ?? meantScalar(finding, document));
  if (value === undefined) return undefined;
  const text = valueText(value);
  return {
    title: `Write \`${shownText(finding.schema, value)}\``,
    safe: isCertain(finding, value) && isTaken(schema, value, context),
    edits: [{ range: { start: found.start, end: found.end }, text }],
  };
}

/** Values of variables that become one with their names are not repeated: one may be a credential. */
function shownText({ grammar }: KeySchema, value: EditValue): string {
  const text = valueText(value);
  return grammar === 'env' ? text.replaceAll(/=(?:[^"\\]|\\.)+"/g, '=…"') : text;
}

function booleanOf({ found }: TypeFinding): 'boolean' | undefined {
  return found.type === 'scalar' && found.kind === 'boolean' ? 'boolean' : undefined;
}

/** The switch that a section was taken for. */
function fixToOther(
  { found, schema }: TypeFinding,
  document: SmolfileDocument,
  key: string,
): Fix | undefined {
  const to = keyByPath(key);
  if (!to || document.settings.get(key)) return undefined;
  const change = rewriteKey(document, schema.path.split('.'), to, found);
  return change && { title: `Write it as \`${key}\``, safe: false, edits: change.edits };
}

/** A secret that is written down comes from a variable of the host, which has its name more often than not. */
function meantSecret({ schema, label, found }: TypeFinding): EditValue | undefined {
  const name = label.slice(label.indexOf('.') + 1);
  if (schema.path !== 'secrets.*' || found.type !== 'scalar' || !/^[A-Za-z_]\w*$/.test(name))
    return undefined;
  return { from_env: name };
}

/** A number or date is a string by its spelling, not by its value. */
function meantScalar({ found, schema }: TypeFinding, document: SmolfileDocument): EditValue | undefined {
  if (found.type === 'scalar' && schema.type === 'string' && schema.grammar !== 'duration')
    return found.kind === 'string' ? undefined : document.text.slice(found.start, found.end);
  return meantValue(schema, plainOf(found));
}

/** What is written with headers or dotted keys becomes one value. */
function fixWritten(
  { schema, label, element, found }: TypeFinding,
  document: SmolfileDocument,
  rewritten: Set<string>,
): Fix | undefined {
  const path = element ? label.slice(0, label.lastIndexOf('[')) : label;
  if (path !== schema.path || rewritten.has(path)) return undefined;
  rewritten.add(path);
  const whole = element ? document.settings.get(path)?.value : found;
  const value = whole && meantValue(schema, plainOf(whole));
  if (value === undefined) return undefined;
  const change = ifPossible(() =>
    editSmolfile(
      document,
      (current) => removeKey(current, path),
      (current) => setValue(current, path, value),
    ),
  );
  if (!change) return undefined;
  return {
    title: `Write \`${schema.name} = ${shownText(schema, value)}\``,
    safe: false,
    edits: change.edits,
  };
}

/** Whether nothing else can be meant. */
function isCertain({ found, schema, element }: TypeFinding, value: EditValue): boolean {
  if (found.type !== 'scalar') return schema.grammar !== 'argv';
  // an argument vector is rarely one word: how to split it, only the author knows
  if (schema.type === 'string-array' && !element) return schema.grammar !== 'argv';
  if (schema.type === 'boolean') return String(found.value).trim().toLowerCase() === valueText(value);
  if (schema.type === 'integer' && found.kind === 'float') return Number(found.value) === Number(value);
  return schema.type !== 'table' && schema.path !== 'secrets.*';
}

/** Whether smolvm takes it, once it has the type. */
function isTaken(schema: KeySchema, value: EditValue, context: RuleContext): boolean {
  if (Array.isArray(value)) return value.every((each: EditValue) => isTaken(schema, each, context));
  const { release, command } = context;
  const { minimum, maximum, values } = schema;
  if (typeof value === 'string')
    return (!values || values.includes(value)) && grammarOf(schema).parse(value, { release, command }).ok;
  if (typeof value !== 'number' && typeof value !== 'bigint') return true;
  return (
    (minimum === undefined || BigInt(value) >= BigInt(minimum)) &&
    (maximum === undefined || BigInt(value) <= BigInt(maximum))
  );
}
