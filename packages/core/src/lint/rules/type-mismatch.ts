import type { SmolfileDocument } from '../../document/document.ts';
import { tomlString } from '../../edit/index.ts';
import type { TypeFinding } from '../../validate/findings.ts';
import type { Fix } from '../../model/diagnostic.ts';
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
  check({ document, findings, report }) {
    for (const finding of findings) {
      if (finding.kind !== 'type') continue;
      const { label, schema, found, element, range } = finding;
      const message = `\`${label}\` must be ${typeInWords(schema, element)}, but this is ${foundInWords(found)}`;
      const fix = fixFor(finding, document);
      report({ range, message, help: helpFor(finding, fix), ...(fix && { fix }) });
    }
  },
});

function helpFor({ schema, label, element }: TypeFinding, fix: Fix | undefined): string {
  if (fix) return `${fix.title}.`;
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

/** The one edit that gives the key what it takes without changing what the author evidently means. */
function fixFor(finding: TypeFinding, document: SmolfileDocument): Fix | undefined {
  const { found, schema, element } = finding;
  if (found.type !== 'scalar') return undefined;
  const source = document.text.slice(found.start, found.end);
  const replace = (text: string, safe = true): Fix => ({
    title: `Write \`${text}\``,
    safe,
    edits: [{ range: { start: found.start, end: found.end }, text }],
  });
  const wanted = element ? 'string' : schema.type;
  if (wanted === 'string') return found.kind === 'string' ? undefined : replace(tomlString(source));
  if (wanted === 'string-array') {
    // an argument vector is rarely one word: whether to split it, only the author knows
    const safe = found.kind === 'string' && schema.grammar !== 'argv';
    return found.kind === 'string' ? replace(`[${source}]`, safe) : undefined;
  }
  if (wanted === 'integer') {
    const digits = /^[+-]?\d+(?=(?:\.0*)?$)/.exec(
      String(found.kind === 'string' ? found.value : source).trim(),
    )?.[0];
    return digits === undefined ? undefined : replace(String(Number(digits)));
  }
  if (wanted === 'boolean') {
    const text = String(found.value).toLowerCase();
    if (text === 'true' || text === 'false') return replace(text);
    if (text === '0' || text === '1') return replace(text === '1' ? 'true' : 'false', false);
  }
  return undefined;
}
