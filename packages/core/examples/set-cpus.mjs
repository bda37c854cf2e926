// Sets `cpus` in Smolfiles, however they are written:  node set-cpus.mjs 4 */Smolfile
import { readFileSync, writeFileSync } from 'node:fs';
import { setValue } from '@smolfile/core';

const [cpus, ...files] = process.argv.slice(2);
for (const file of files)
  writeFileSync(file, setValue(readFileSync(file, 'utf8'), 'cpus', Number(cpus)).text);
