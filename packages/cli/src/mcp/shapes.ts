/** What tools take and give, for the SDK: it checks both, and tells clients. */
import { COMMANDS, NEWEST_RELEASE } from '@smolfile/core';
import { TEMPLATE_NAMES } from '@smolfile/core/templates/names';
import * as z from 'zod';
import { LARGEST_TEXT } from './files.ts';

const command = z.enum(COMMANDS as unknown as ['create', 'run', 'pack']);
const smolvm = z
  .string()
  .max(100)
  .optional()
  .describe(
    `A release of smolvm, such as ${NEWEST_RELEASE.version}, or a range. Default: what the file pins, else the newest.`,
  );

/** A Smolfile as a path or as a text: exactly one of the two. */
const SOURCE = {
  path: z.string().min(1).max(4096).optional().describe("A file below one of the client's roots."),
  text: z.string().max(LARGEST_TEXT).optional().describe('The text of a Smolfile, in place of a path.'),
};

const WRITE = {
  write: z
    .boolean()
    .optional()
    .describe('Write the file. Only where the server was started with --allow-write.'),
};

const diagnostic = z.looseObject({
  code: z.string(),
  severity: z.enum(['error', 'warning', 'info']),
  message: z.string(),
  help: z.string().nullable(),
});
const diagnostics = z.array(diagnostic).describe('As `smolfile lint --format json` prints them.');

const TEXT = {
  text: z.string().describe('The whole text, credentials masked where it is of a file.'),
  masked: z.boolean().describe('Whether something in `text` is masked: do not write it back.'),
  written: z.boolean(),
};

export const SHAPES = {
  lint: {
    input: {
      ...SOURCE,
      smolvm,
      for: z
        .array(command)
        .max(3)
        .optional()
        .describe('Default: create and run, pack where the file is about it.'),
    },
    output: {
      smolvm: z.string(),
      files: z.array(z.object({ path: z.string(), diagnostics, more: z.number() })),
      errors: z.number(),
      warnings: z.number(),
      infos: z.number(),
    },
  },
  fix: {
    input: {
      ...SOURCE,
      smolvm,
      unsafe: z.boolean().optional().describe('Also fixes that need a look.'),
      ...WRITE,
    },
    output: { ...TEXT, fixed: z.number(), left: diagnostics },
  },
  resolve: {
    input: {
      ...SOURCE,
      smolvm,
      for: command.optional().describe('Default: create.'),
      flags: z.string().max(100_000).optional().describe('Flags of the smolvm command, as in a shell.'),
      format: z
        .enum(['json', 'flags', 'api'])
        .optional()
        .describe('json: values with origins; flags: one command line; api: the request to `smolvm serve`.'),
    },
    output: { accepted: z.boolean(), smolvm: z.string(), result: z.looseObject({}) },
  },
  explain: {
    input: {
      topic: z.string().min(1).max(200).describe('A code such as port-invalid, or a key such as dev.ports.'),
    },
    output: { markdown: z.string() },
  },
  compat: {
    input: { ...SOURCE, for: z.array(command).max(3).optional() },
    output: {
      commands: z.record(
        z.string(),
        z.array(z.looseObject({ from: z.string(), to: z.string(), accepted: z.boolean() })),
      ),
    },
  },
  import: {
    input: {
      path: z
        .string()
        .min(1)
        .max(4096)
        .optional()
        .describe('A Dockerfile, compose file or devcontainer.json below a root.'),
      text: z.string().max(LARGEST_TEXT).optional().describe('Its text, or a `docker run` line.'),
      from: z.enum(['dockerfile', 'compose', 'devcontainer', 'docker-run']).optional(),
      service: z.string().max(200).optional().describe('Of a compose file; all when left out.'),
      target: z.string().max(200).optional().describe('The stage of a Dockerfile; the last when left out.'),
      smolvm,
      ...WRITE,
    },
    output: {
      files: z.array(z.object({ name: z.string(), text: z.string(), written: z.boolean() })),
      report: z.array(z.looseObject({ kind: z.string(), why: z.string() })),
      problems: z.array(z.looseObject({ message: z.string() })),
    },
  },
  init: {
    input: {
      template: z.enum(TEMPLATE_NAMES).optional().describe('What to start from; `starter` when left out.'),
      image: z.string().max(512).optional().describe('An image of a registry.'),
      path: z.string().min(1).max(4096).optional().describe('The file to write; `Smolfile` when left out.'),
      ...WRITE,
    },
    output: { text: z.string(), written: z.boolean() },
  },
  edit: {
    input: {
      ...SOURCE,
      changes: z
        .array(
          z.object({
            do: z.enum(['set', 'add', 'remove']).describe('add: an item at the end of a list.'),
            key: z
              .union([
                z.string().max(500),
                z.array(z.union([z.string().max(200), z.number().int().min(0)])).max(20),
              ])
              .describe('`dev.ports`, or step by step: ["secrets", "TOKEN"].'),
            value: z.unknown().optional().describe('A JSON value; not for remove.'),
          }),
        )
        .min(1)
        .max(100),
      ...WRITE,
    },
    output: { ...TEXT, diagnostics },
  },
} as const;

export type ToolName = keyof typeof SHAPES;
export type InputOf<Name extends ToolName> = z.infer<z.ZodObject<(typeof SHAPES)[Name]['input']>>;
