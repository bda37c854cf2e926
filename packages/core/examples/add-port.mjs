// Publishes a port in Smolfiles, however they are written:  node add-port.mjs 8080:80 */Smolfile
import { readFileSync, writeFileSync } from 'node:fs';
import { addItem, parseSmolfile } from '@smolfile/core';

const [port, ...files] = process.argv.slice(2);
for (const file of files) {
  const document = parseSmolfile(readFileSync(file, 'utf8'));
  // a list of the old name counts only as long as there is none of the new one
  const key = document.settings.has('ports') && !document.settings.has('dev.ports') ? 'ports' : 'dev.ports';
  writeFileSync(file, addItem(document, key, port).text);
}
