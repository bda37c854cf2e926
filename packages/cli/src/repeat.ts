/**
 * Answers a lint of files in which nothing was found before that is to be shown, without loading what checks them.
 * Whatever else there is, it leaves to the program, which begins anew: nothing has been written then.
 */
import { decode, FILE_SYSTEM, hostFileSystem, readRegularFile, rememberingHost } from '@smolfile/host';
import { dirname, relative } from 'node:path';
import { ownResults } from './cache/own-results.ts';
import type { Circumstances } from './cache/results.ts';
import { configFinder } from './config/find.ts';
import type { Io } from './io.ts';
import { discoverBy } from './discover/find.ts';
import { styleFor } from './output/style.ts';
import { isObeyed } from './output/workflow-commands.ts';
import { processOutput } from './process-output.ts';
import { LARGEST_FILE } from './read/file-findings.ts';
import { cleanSummary } from './reporters/summary.ts';

/**
 * @param argv arguments after `smolfile`.
 * @returns whether everything is said, and the exit code is 0.
 */
export function repeat([command, ...argv]: readonly string[]): boolean {
  if (command !== 'lint') return false;
  try {
    return answer(argv);
  } catch {
    // the program meets it, too, and says what it is
    return false;
  }
}

/** Options that change nothing of a clean report, or that are seen to here. */
const OPTIONS = new Set(['--quiet', '-q', '--no-fs']);

function answer(argv: readonly string[]): boolean {
  const { env, platform } = process;
  const results = ownResults(env, platform);
  if (!results || isObeyed(env)) return false;
  const options = argv.filter((argument) => argument.startsWith('-'));
  const isPlain = new Set(options).size === options.length && options.every((option) => OPTIONS.has(option));
  if (!isPlain || (options.includes('--quiet') && options.includes('-q'))) return false;
  const io = { cwd: process.cwd(), env, platform, fs: FILE_SYSTEM };
  const paths = argv.filter((argument) => !argument.startsWith('-'));
  const { sources, empty, failures, warnings } = discoverBy(paths, io, '', {
    isGlob: () => true,
    expandGlob: () => [],
  });
  if (sources.length === 0 || empty.length + failures.length + warnings.length > 0) return false;
  const useHost = !options.includes('--no-fs');
  const host = rememberingHost(hostFileSystem(io.cwd, io));
  const configFor = configReader(io);
  const isQuiet = options.includes('--quiet') || options.includes('-q');
  const versions = new Set<string>();
  let hidden = 0;
  for (const { file, searched } of sources) {
    if (file === undefined) return false;
    const bytes = readRegularFile(io.fs, file, LARGEST_FILE, searched ? 'never-linked' : 'followed');
    if (!bytes) return false;
    const config = configFor(file);
    const circumstances: Circumstances = {
      host: !useHost ? 'nothing' : dirname(file) === io.cwd ? 'here' : 'guess',
      asked: '',
      ...(config && { config: { ...config, searched } }),
    };
    const outcome = results.outcomeOf(results.keyOf(bytes, circumstances), useHost ? host : undefined);
    if (!outcome || (outcome.findings > 0 && !isQuiet)) return false;
    versions.add(outcome.smolvm);
    hidden += outcome.findings;
  }
  const stdout = processOutput(1, () => process.stdout);
  stdout.write(`${cleanSummary(sources.length, versions, { hidden }, styleFor(stdout, 'auto', env))}\n`);
  return true;
}

/** The configuration that counts for a file, as it stands there: whether it is a sound one was seen to before. */
function configReader(io: Pick<Io, 'cwd'> & { readonly fs: typeof FILE_SYSTEM }) {
  const find = configFinder(io);
  const texts = new Map<string, string>();
  return (file: string): { text: string; below: string } | undefined => {
    const path = find(dirname(file));
    if (path === undefined) return undefined;
    const text = texts.get(path) ?? decode(readRegularFile(io.fs, path, LARGEST_FILE) ?? Buffer.of()).text;
    texts.set(path, text);
    return { text, below: relative(dirname(path), file) };
  };
}
