/** Writes the skill folder of the npm package: how an agent goes about a Smolfile, and the short reference. */
import { NEWEST_RELEASE } from '@smolfile/core';
import { referencePage } from '../../packages/cli/src/reference/page.ts';
import type { Generated } from './generated.ts';

export function generateSkill(): Generated {
  const skill = `---
name: smolfile
description: Write, check and explain Smolfiles, the TOML files that declare a smolvm microVM. Use it for any file named Smolfile or *.smolfile, and for \`smolvm machine create\`, \`smolvm machine run\` and \`smolvm pack create\`.
---

<!-- Generated from schemas/ by \`pnpm generate\`. Do not edit. -->

# Smolfiles

1. Read [reference.md](reference.md) whole: it has every key, form of value and common mistake. For another release: \`npx smolfile reference --smolvm-version VERSION\`.
2. Write the file. Name the release that it is for in its first line: \`# smolfile: smolvm = "${NEWEST_RELEASE.version}"\`.
3. Run \`npx smolfile lint --format concise Smolfile\`. Exit code 0: smolvm takes it. Repair errors, then warnings; \`npx smolfile lint --fix Smolfile\` applies the certain repairs, \`npx smolfile explain CODE\` says why.
4. Run \`npx smolfile resolve --format json Smolfile\` (\`--for run\` or \`--for pack\`, flags after \`--\`) to see what the machine would be. Nothing is started by any of these.
5. To create the machine by HTTP: \`npx smolfile resolve --format api Smolfile\` prints the request and what it cannot carry.

Never write a credential into the file: use \`[secrets]\` or \`[[network.credentials]]\`. Open no more than is needed: \`network.allow_hosts\` rather than \`net = true\`, \`:ro\` for what is only read.
`;
  return new Map([
    ['packages/cli/skill/SKILL.md', skill],
    ['packages/cli/skill/reference.md', referencePage(NEWEST_RELEASE)],
  ]);
}
