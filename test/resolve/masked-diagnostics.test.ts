/** What is said of a text that is broken around a credential does not say the credential. */
import { lint, maskedDiagnostics, maskedDocumentText, parseSmolfile } from '@smolfile/core';
import { expect, test } from 'vitest';

const SECRET = 'hunter2hunter2';

/** Ways in which a statement is written that is none. */
const STATEMENTS: readonly ((name: string, value: string) => string)[] = [
  (name, value) => `${name} = "${value}"`,
  (name, value) => `${name} = ${value}`,
  (name, value) => `${name}   =   ${value}   `,
  (name, value) => `${name} = "${value}`,
  (name, value) => `${name} = '${value}"`,
  (name, value) => `${name} = \u201c${value}\u201d`,
  (name, value) => `${name} = ${value}";`,
  (name, value) => `${name} = = ${value}`,
  (name, value) => `${name}: ${value}`,
  (name, value) => `${name} : "${value}"`,
  (name, value) => `${name} ${value}`,
  (name, value) => `${name} = [${value}`,
  (name, value) => `${name} = { value = ${value}`,
  (name, value) => `${name} = ${value} # a comment`,
  (name, value) => `${name} = "${value}"\n${name} = "${value}"`,
  (name, value) => `env = [${name}=${value}]`,
  (name, value) => `env = ["${name}=${value}]`,
  (name, value) => `env = [\u201c${name}=${value}\u201d]`,
  (name, value) => `env = { ${name} = ${value} }`,
];

const PLACES = ['', '[env]\n', '[secrets]\n', '[dev]\n', '[health\n', 'cpus = 2\r\n'];

test.each(['PASSWORD', 'DB_PASSWORD', 'API_TOKEN'])('a value named %s, however it is broken', (name) => {
  const shown: string[] = [];
  for (const place of PLACES) {
    for (const statement of STATEMENTS) {
      const text = `${place}${statement(name, SECRET)}\n`;
      const document = parseSmolfile(text);
      const { diagnostics } = lint(document);
      expect(diagnostics.length, text).toBeGreaterThan(0);
      for (const { code, message, help, why, related, fix } of maskedDiagnostics(document, diagnostics)) {
        const said = JSON.stringify([message, help, why, related, fix]);
        if (said.includes(SECRET)) shown.push(`${code} of ${JSON.stringify(text)}`);
      }
      if (maskedDocumentText(document).includes(SECRET)) shown.push(`the text ${JSON.stringify(text)}`);
    }
  }
  expect(shown).toEqual([]);
});
