import type { CommandSpec } from '../arguments/spec.ts';
import { compatCommand } from './compat.ts';
import { completionsCommand } from './completions.ts';
import { explainCommand } from './explain.ts';
import { fmtCommand } from './fmt.ts';
import { importCommand } from './import.ts';
import { initCommand } from './init.ts';
import { lintCommand } from './lint.ts';
import { lspCommand } from './lsp.ts';
import { mcpCommand } from './mcp.ts';
import { referenceCommand } from './reference.ts';
import { resolveCommand } from './resolve.ts';
import { schemaCommand } from './schema.ts';

/** Every command, in the order of help. */
export const commands: readonly CommandSpec[] = [
  lintCommand,
  fmtCommand,
  resolveCommand,
  compatCommand,
  explainCommand,
  initCommand,
  importCommand,
  referenceCommand,
  schemaCommand,
  lspCommand,
  mcpCommand,
  completionsCommand,
];
