import {
  behaviour,
  COMMANDS,
  explainCode,
  keyByPath,
  markdownOf,
  ruleUrl,
  typeText,
  type Example,
  type KeySchema,
} from '@smolfile/core';
import { fileCodeInfo } from '../read/file-findings.ts';
import { apiCode, codePage } from './code-page.ts';
import { effectsOf, mergesOf, type FlagOfKey } from './key-facts.ts';
import { everyCode, everyKey } from './topics.ts';

/** What `smolfile explain CODE --format json` prints; described by `schemas/explain-output.schema.json`. */
export function codeDocument(code: string): object {
  const explanation = explainCode(code) ?? apiCode(code);
  const known = explanation ?? fileCodeInfo(code);
  const rule = explanation?.rule;
  const during = rule?.during === undefined ? undefined : behaviour(rule.during);
  return {
    formatVersion: 1,
    kind: 'code',
    code,
    severity: explanation?.severity ?? 'error',
    stage: explanation ? explanation.stage : 'parse',
    summary: known?.summary ?? null,
    why: known?.why ?? null,
    help: known?.help ?? null,
    evidence: rule?.evidence ?? null,
    since: rule?.since ?? null,
    for: rule?.commands ?? COMMANDS,
    smolvm: { from: during?.since ?? null, before: during?.until ?? null },
    fix: rule?.fixable ?? null,
    url: ruleUrl(code),
    examples: rule
      ? {
          invalid: rule.examples.invalid.map(exampleDocument),
          valid: rule.examples.valid.map(exampleDocument),
        }
      : null,
    markdown: codePage(code) ?? '',
  };
}

function exampleDocument({ toml, note, flags, smolvm }: Example): object {
  return { toml, note: note ?? null, flags: flags ?? null, smolvm: smolvm ?? null };
}

/** The same for a key. */
export function keyDocument(key: KeySchema, flags: readonly FlagOfKey[]): object {
  const {
    path,
    type,
    minimum,
    maximum,
    unit,
    since = null,
    group,
    deprecated,
    grammar,
    aliasOf,
    feeds,
  } = key;
  return {
    formatVersion: 1,
    kind: 'key',
    key: path,
    type,
    typeText: typeText(key),
    // As texts, since the largest are beyond what a JavaScript number holds.
    minimum: minimum ?? null,
    maximum: maximum ?? null,
    unit: unit ?? null,
    default: key.default ?? null,
    since,
    group,
    deprecated: deprecated ?? false,
    grammar: grammar ?? null,
    aliasOf: aliasOf ?? null,
    feeds: feeds ?? null,
    description: key.description,
    markdown: markdownOf(key),
    examples: key.examples ?? [],
    flags,
    // Of the key that this one is a part of, where it is one.
    merge: mergesOf((feeds === undefined ? undefined : keyByPath(feeds)) ?? key).map(([commands, text]) => ({
      for: commands,
      text,
    })),
    effect: effectsOf(key).map(([commands, text]) => ({ for: commands, text })),
    keys: (key.element?.children ?? key.children ?? []).map((child) => child.path),
  };
}

/** The same for the list of everything. */
export function listDocument(): object {
  return {
    formatVersion: 1,
    kind: 'list',
    codes: everyCode().map((code) => {
      const { severity = 'error', rule } = explainCode(code) ?? apiCode(code) ?? {};
      const summary = (explainCode(code) ?? apiCode(code) ?? fileCodeInfo(code))?.summary ?? null;
      return { code, severity, summary, fix: rule?.fixable ?? null };
    }),
    keys: everyKey().map((key) => ({ key: key.path, type: key.type, description: key.description })),
  };
}
