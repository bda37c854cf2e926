import { compare } from './commands/compare.ts';
import { fetch } from './commands/fetch.ts';
import { inputs } from './commands/inputs.ts';
import { UsageError } from './commands/options.ts';
import { news } from './commands/new.ts';
import { openapi } from './commands/openapi.ts';
import { serve } from './commands/serve.ts';
import { record } from './commands/record.ts';
import { vectors } from './commands/vectors.ts';

const USAGE = `pnpm smolvm COMMAND: the toolkit against the real smolvm, without a hypervisor

  vectors [--releases R] [--show N]   what was recorded, replayed on the toolkit
  compare [--releases R] [--cases N] [--seed N] [--commands C] [--to-the-end N] [--tolerate PERCENT]
                                      random files and flags on both, the smallest disagreements
  record INPUTS.jsonl OUT.jsonl [--releases R] [--marks R] [--to-the-end]
                                      what each release does with each input {id, command, smolfile, args}
  inputs edges|orders OUT.jsonl       inputs for it: numbers at the edges of every flag; two mistakes of every two checks
  new [VERSION]                       what a release, or the newest one, has that the toolkit's data lack
  serve [--releases R] [--cases N] [--seed N]
                                      machines by "machine create" and by the API of a real server, record against record
  openapi [--check]                   the HTTP API of every release, recorded in schemas/machine-api.recorded.json
  fetch [R]                           programs into the cache (SMOLVM_PROGRAMS, else the XDG cache folder)

R: all, or releases such as 1.9.1,1.32.2. C: create,run,pack. --cases and --to-the-end (in the stand-in guest) count for each release.`;

const COMMANDS: Readonly<Record<string, (args: readonly string[]) => number | Promise<number>>> = {
  vectors,
  compare,
  record,
  inputs,
  new: news,
  openapi,
  serve,
  fetch,
};

const [name = '', ...args] = process.argv.slice(2);
const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
if (command) {
  try {
    process.exitCode = await command(args.filter((arg) => arg !== '--'));
  } catch (error) {
    const isUsage =
      error instanceof UsageError || (error as NodeJS.ErrnoException).code?.startsWith('ERR_PARSE_ARGS');
    if (!isUsage) throw error;
    console.error((error as Error).message);
    process.exitCode = 2;
  }
} else {
  console.error(USAGE);
  process.exitCode = name === '' || name === 'help' ? 0 : 2;
}
