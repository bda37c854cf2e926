import { defineRule } from '../rule.ts';
import { foundInWords } from '../wording.ts';

export default defineRule({
  code: 'positional-section',
  summary: 'A section written as an array of its values',
  why: 'smolvm takes an array for a section and reads its elements as the fields, in the order of its own source code; elements beyond the last field are ignored without a word. The order is documented nowhere.',
  help: 'Write the section as a table, with the names of its keys.',
  evidence: 'facts 1.3 (positional arrays), 5 row 4',
  since: '0.1.0',
  severity: 'warning',
  stage: null,
  fixable: 'safe',
  examples: {
    invalid: [
      { toml: 'auth = [true] # warning: positional-section\n' },
      {
        toml: 'restart = ["always", 3, "4m", "?"] # warning: positional-section\n',
        note: 'The last element is ignored.',
      },
    ],
    valid: [{ toml: '[auth]\nssh_agent = true\n' }, { toml: 'auth = { ssh_agent = true }\n' }],
  },
  check({ document, settings, report }) {
    for (const { path, schema, array } of settings.positional) {
      const names = (schema.children ?? []).map(({ name }) => name);
      if (array.damaged || array.items.length < (schema.positionalMinimum ?? 0)) continue;
      const extra = array.items.length - names.length;
      const pairs = array.items.slice(0, names.length).map((item, index) => {
        return `${names[index]} = ${document.text.slice(item.start, item.end)}`;
      });
      const text = pairs.length === 0 ? '{}' : `{ ${pairs.join(', ')} }`;
      const ignored =
        extra > 0 ? `; smolvm ignores its last ${extra === 1 ? 'element' : `${extra} elements`}` : '';
      // TOML 1.0 allows a line break inside an inline table only within a value, and a comment nowhere
      const movable = !text.includes('#');
      report({
        range: array,
        message: `\`${path}\` is a section, but this is ${foundInWords(array)} of its values${ignored}`,
        help:
          names.length === 1
            ? `Write \`${names[0]}\` by name.`
            : `In order they are ${names.map((name) => `\`${name}\``).join(', ')}: write them by name.`,
        ...(movable && {
          fix: {
            title: `Write \`${path}\` as a table`,
            safe: extra <= 0,
            edits: [{ range: { start: array.start, end: array.end }, text }],
          },
        }),
      });
    }
  },
});
